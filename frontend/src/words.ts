// The words of the interface and the tables of its language: assets/rolebook/words.js sets them, made from those of the
// generator.

import { Amounts } from "./core/language/amounts.js";
import { type Language, SILENT } from "./core/language.js";

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

declare global {
  interface Window {
    rolebookWords?: Words;
    rolebookLanguage?: Language;
  }
}

/** The words of one place of the interface, by name; an empty table where the page could not load any. */
export function words(place: string): Readonly<Record<string, string>> {
  return window.rolebookWords?.[place] ?? {};
}

/** The tables the handbook's language is read by; empty ones where the page could not load any. */
export function language(): Language {
  return window.rolebookLanguage ?? SILENT;
}

let known: Amounts | undefined;

/** Reads numbers in the handbook's language; undefined where the page could not load its tables. */
export function amounts(): Amounts | undefined {
  const { numbers } = language();
  return (known ??= numbers && new Amounts(numbers));
}
