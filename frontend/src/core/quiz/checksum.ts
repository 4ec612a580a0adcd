// A digest of data, by which a change by accident shows. It is no signature: whoever changes the data on purpose can make
// it anew.

import { hash } from "./draw.js";

/** Sixteen hex digits of a value that JSON can hold: the same whatever the order of its keys and the blanks between them. */
export function checksum(value: unknown): string {
  const text = canonical(value);
  return ["0", "1"].map((half) => hash(`${half}|${text}`).toString(16).padStart(8, "0")).join("");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(",")}}`;
}
