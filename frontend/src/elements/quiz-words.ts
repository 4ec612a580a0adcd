import { words } from "../words.js";

/** The words of a quiz by name, {braces} filled. */
export function say(name: string, values: Readonly<Record<string, string | number>> = {}): string {
  return (words("quiz")[name] ?? "").replace(/\{(\w+)\}/g, (whole, key: string) => String(values[key] ?? whole));
}
