// The people who share a device: each has a profile of his own, known by name, and what is kept of one is not another's.

import { chooseProfile, erase, FIRST, isUsed, profile, Shelf } from "./storage.js";

export interface Profile {
  readonly id: string;
  /** "" for the one who never gave a name */
  readonly name: string;
}

const isText = (value: unknown): value is string => typeof value === "string";
const names = new Shelf<string>("name", isText, true);
/** What someone signs ticks and exams with, where he wrote it there. */
const signature = new Shelf<string>("person", isText);
const SIGNED = "name";
const LONGEST = 40;

/** A name as it is kept: no blanks around it, none twice, no signs that are not seen. */
export function tidy(name: string): string {
  const shown = name
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "");
  return [...shown.trim()].slice(0, LONGEST).join("").trim();
}

/** All profiles, the first one at first, then by age. There is always one. */
export function profiles(): Profile[] {
  const known = names.entries();
  if (!known.has(FIRST) && (known.size === 0 || profile() === FIRST || isUsed(FIRST))) known.set(FIRST, "");
  return [...known].map(([id, name]) => ({ id, name })).sort((a, b) => (a.id === FIRST ? -1 : b.id === FIRST ? 1 : 0));
}

/** The profile of the page. */
export function current(): Profile {
  const id = profile();
  return { id, name: names.get(id) ?? "" };
}

/** Make a profile and choose it; false where the name is taken or empty, or nothing can be kept. */
export function create(name: string): boolean {
  const wanted = free(name);
  if (!wanted) return false;
  let made = Date.now();
  while (names.get(made.toString(36)) !== undefined) made++;
  return names.set(made.toString(36), wanted) && chooseProfile(made.toString(36));
}

/** Give the page's profile another name; false where it is taken or empty. */
export function rename(name: string): boolean {
  const wanted = free(name, profile());
  return wanted !== undefined && names.set(profile(), wanted);
}

function free(name: string, but?: string): string | undefined {
  const wanted = tidy(name);
  const same = ({ id, name: other }: Profile): boolean => id !== but && other.toLowerCase() === wanted.toLowerCase();
  return wanted && !profiles().some(same) ? wanted : undefined;
}

/** Forget the page's profile and all that is kept for it, and choose another. */
export function remove(): void {
  const id = profile();
  names.delete(id);
  erase(id);
  chooseProfile(profiles().find((other) => other.id !== id)?.id ?? FIRST);
}

/** The name to sign with: what was written as such, else the profile's. */
export function signedBy(): string {
  return signature.get(SIGNED) ?? current().name;
}

export function sign(name: string): void {
  signature.set(SIGNED, tidy(name));
}
