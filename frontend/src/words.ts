// The words of the interface: assets/rolebook/words.js sets them, made from the one table of the generator.

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>;

declare global {
  interface Window {
    rolebookWords?: Words;
  }
}

/** The words of one place of the interface, by name; an empty table where the page could not load any. */
export function words(place: string): Readonly<Record<string, string>> {
  return window.rolebookWords?.[place] ?? {};
}
