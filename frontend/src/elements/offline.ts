// What a page says of being kept on the device: in its foot, where a newer edition is there, and in place of a page that is
// not kept.

import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { addressOf, isList } from "../core/offline/list.js";
import { keeping, lists, newer, root, TOLD } from "../offline.js";
import { words } from "../words.js";
import { LightElement } from "./light-element.js";

/** Milliseconds until the server is asked for once more. */
const AGAIN = 2000;

const say = (name: string): string => words("offline")[name] ?? "";

abstract class Told extends LightElement {
  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener(TOLD, this.refresh);
  }

  override disconnectedCallback(): void {
    document.removeEventListener(TOLD, this.refresh);
    super.disconnectedCallback();
  }

  private readonly refresh = (): void => this.requestUpdate();
}

/** Whether the page opens without a network, in its foot. */
@customElement("rb-kept")
export class KeptNote extends Told {
  protected override render(): TemplateResult | typeof nothing {
    return keeping ? html`<p>${say(keeping)}</p>` : nothing;
  }
}

/** That a newer edition is on the device, and the way to it. It changes nothing before its reader wants it. */
@customElement("rb-edition")
export class EditionNote extends Told {
  @state() private put = false;

  protected override render(): TemplateResult {
    const shown = newer && !this.put;
    this.classList.toggle("rb-edition--shown", shown);
    // The region is there before its words: readers of the screen tell what changes in it.
    return html`<p role="status">${shown ? say("newer") : nothing}</p>
      ${
        shown
          ? html`<button type="button" class="rb-plain" @click=${() => location.reload()}>${say("take")}</button>
              <button type="button" class="rb-plain" @click=${() => (this.put = true)}>${words("keep")["later"]}</button>`
          : nothing
      }`;
  }
}

/** In place of a page that is not kept: what is, and the way back when there is a network. */
@customElement("rb-away")
export class Away extends LightElement {
  private waiting = 0;
  @state() private pages: readonly (readonly [string, string])[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("online", this.again);
    window.addEventListener("hashchange", this.refresh); // another page that is not kept leads here too
    if (navigator.onLine) this.waiting = window.setTimeout(this.again, AGAIN); // the server alone did not answer
    void this.load();
  }

  override disconnectedCallback(): void {
    window.clearTimeout(this.waiting);
    window.removeEventListener("online", this.again);
    window.removeEventListener("hashchange", this.refresh);
    super.disconnectedCallback();
  }

  /** The page that was asked for; home where that is none of this site. */
  private get wanted(): string {
    const start = root();
    try {
      const { href } = new URL(decodeURIComponent(location.hash.slice(1)), start);
      return href.startsWith(start) ? href : start;
    } catch {
      return start;
    }
  }

  private readonly refresh = (): void => this.requestUpdate();
  /** A network that is there again may not lead to the server yet. */
  private readonly again = async (): Promise<void> => {
    window.clearTimeout(this.waiting);
    const reached = await fetch(this.wanted, { method: "HEAD", cache: "no-store" }).catch(() => undefined);
    if (reached) location.replace(this.wanted);
    if (navigator.onLine && this.isConnected) this.waiting = window.setTimeout(this.again, AGAIN);
  };

  private async load(): Promise<void> {
    if (!/^https?:$/.test(location.protocol)) return; // whoever opened it from a disk has all of the site
    const found = await Promise.all(lists().map((path) => pagesOf(addressOf(path, root()))));
    // What goes with one's own post first.
    this.pages = [...new Map([...found.slice(1), ...found.slice(0, 1)].flat())];
  }

  protected override render(): TemplateResult {
    return html`<p><a class="md-button rb-button" href=${this.wanted}>${say("again")}</a></p>
      <ul class="rb-cards">
        ${this.pages.map(([path, title]) => html`<li><a href=${addressOf(path, root())}><span class="rb-card__title">${title}</span></a></li>`)}
      </ul>`;
  }
}

/** The pages of a list; none where it is not kept. */
async function pagesOf(address: string): Promise<readonly (readonly [string, string])[]> {
  try {
    const list: unknown = await (await fetch(address)).json();
    return isList(list) ? list.pages : [];
  } catch {
    return [];
  }
}
