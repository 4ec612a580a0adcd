import { LitElement } from "lit";

/**
 * What a live region is to say after `before`. It is read out where it changes, so the same words get a blank more, which
 * nobody sees or hears.
 */
export function anew(text: string, before: string): string {
  return text === before ? `${text}\u00a0` : text;
}

/** Base of our elements: what they render is part of the page, for its styles, links and readers of the screen. */
export abstract class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
