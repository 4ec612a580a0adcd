// Lookup in the header: type, and the line is there.
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import type { Lookup, Result } from "../core/lookup/lookup.js";
import { words } from "../words.js";
import { LightElement } from "./light-element.js";
import { copied } from "./lookup-copy.js";
import { foot } from "./lookup-foot.js";
import { type Announcement, answer } from "./lookup-groups.js";
import { opened, usedLines } from "./lookup-history.js";
import { indexBeside, inIdleSlices, lookupIndex } from "./lookup-index.js";
import { moved, summons } from "./lookup-keys.js";
import { led, missed } from "./lookup-missed.js";
import { addressHere, show, urlOf } from "./lookup-target.js";
import { filled, LIST, list, news, optionId } from "./lookup-view.js";

const STEP = 20;

@customElement("rb-lookup")
export class LookupBox extends LightElement {
  @state() private lookup!: Lookup | undefined;
  @state() private typed = "";
  @state() private isOpen = false;
  @state() private broken = false;
  /** a word on what of the index is not there yet */
  @state() private lacking = "";
  @state() private kind = "";
  @state() private limit = STEP;
  /** position in `shown` of the line that Enter opens; -1 for none */
  @state() private active = -1;
  /** what became of a line that was copied */
  @state() private copied = "";
  /** the address of the site, with a closing slash */
  private root = "";
  private announcement: Announcement = { groups: [], status: "", heard: "", more: 0 };
  private shown: Result[] = [];
  private composed = false;
  /** whether the list is not at its top; to scroll it each time would make the browser lay out the page for nothing */
  private scrolled = false;
  private prepared = false;
  private used: ReadonlyMap<number, number> = new Map();

  override connectedCallback(): void {
    this.querySelector(".rb-lookup__plain")?.remove(); // stood in where scripts do not run
    // Instant navigation leaves the header as it is and moves the page's address from under it.
    this.root ||= new URL(this.dataset["root"] || "./", document.baseURI).href;
    super.connectedCallback();
    document.addEventListener("keydown", this.summoned);
    document.addEventListener("click", this.clicked);
    window.visualViewport?.addEventListener("resize", this.fit);
    indexBeside(this.root, () => void this.load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("keydown", this.summoned);
    document.removeEventListener("click", this.clicked);
    window.visualViewport?.removeEventListener("resize", this.fit);
  }

  /** On a phone the panel fills what the keyboard leaves free, which CSS alone cannot tell. */
  private fit = (): void => this.style.setProperty("--rb-visible", `${window.visualViewport!.height}px`);

  private get input(): HTMLInputElement {
    return this.querySelector("input")!;
  }

  private async load(asked = false): Promise<void> {
    if (this.lookup && !this.lacking) return;
    try {
      await lookupIndex(this.root, asked, this.take);
    } catch {
      this.broken = true;
    }
  }

  private take = (lookup: Lookup, lacking: string): void => {
    this.used = usedLines(lookup.corpus);
    [this.lookup, this.lacking, this.broken, this.prepared] = [lookup, lacking, false, false];
    if (this.isOpen) this.prepare();
  };

  // what is shown

  protected override willUpdate(changed: PropertyValues): void {
    const asked = ["lookup", "typed", "isOpen", "kind", "limit"].some((name) => changed.has(name as keyof this));
    if (!this.isOpen || !this.lookup || !asked) return;
    const { lookup, typed, kind, limit, used } = this;
    this.announcement = answer(lookup, { typed, kind, limit, used }, addressHere(this.root), this.announcement);
    this.shown = this.announcement.groups.flatMap((group) => [...group.results]);
    if (changed.has("typed") || changed.has("kind") || changed.has("lookup"))
      this.active = typed.trim() && this.shown.length ? 0 : -1;
  }

  protected override render(): TemplateResult {
    const t = words("lookup");
    const active = this.shown[this.active]?.line;
    // Read out from outside the panel: what comes to sight with its words is not.
    const [told, heard] = [this.announcement.status, this.announcement.heard].map((said) =>
      this.isOpen ? this.copied || news(this.broken, this.lookup && said, this.lacking) : nothing,
    );
    return html`<div class="rb-lookup${this.isOpen ? " rb-lookup--open" : ""}" role="search" @focusout=${this.left}>
      <div class="rb-lookup__bar">
        <input
          type="text"
          role="combobox"
          enterkeyhint="go" autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="200"
          aria-label=${t["label"] ?? "Lookup"}
          placeholder=${t["placeholder"] ?? ""}
          aria-autocomplete="list" aria-haspopup="listbox" aria-controls=${LIST}
          aria-expanded=${this.isOpen ? "true" : "false"}
          aria-activedescendant=${this.isOpen && active !== undefined ? optionId(active) : nothing}
          @focus=${this.entered} @click=${this.entered}
          @input=${this.changed} @keydown=${this.pressed} @compositionend=${this.settled}
        />
        <kbd aria-hidden="true">/</kbd>
        <button type="button" class="rb-lookup__close" @click=${this.close}>${t["close"]}</button>
      </div>
      <p class="rb-sr" role="status">${heard}</p>
      <div class="rb-lookup__panel" ?hidden=${!this.isOpen} @mousedown=${this.keepFocus}>
        <p class="rb-lookup__status" aria-hidden="true">${told}</p>
        ${this.broken || (this.announcement.failed && !this.shown.length) ? html`<p class="rb-lookup__broken"><a href=${new URL("lines.html", this.root).href}>${t["browse"]}</a></p>` : nothing}
        <div class="rb-lookup__list" role="listbox" id=${LIST} aria-label=${t["results"] ?? "Results"} @scroll=${this.slid}>
          ${this.lookup && this.isOpen ? list(this.lookup.corpus, this.announcement.groups, active, (line) => this.go(line)) : nothing}
        </div>
        ${this.announcement.more ? html`<button type="button" class="rb-lookup__more" @click=${this.showMore}>${filled(t["more"], { n: Math.min(this.announcement.more, STEP) })}</button>` : nothing}
        ${foot(this.isOpen ? this.lookup?.corpus : undefined, this.kind, this.showKind)}
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    document.documentElement.classList.toggle("rb-looking-up", this.isOpen);
    if (changed.has("typed") || changed.has("kind"))
      this.scrolled && this.querySelector(".rb-lookup__list")?.scrollTo(0, 0);
    else if (changed.has("active") && (this.active > 0 || this.scrolled))
      this.querySelector(".rb-hit--active")?.scrollIntoView({ block: "nearest" });
  }

  // what is done

  private entered = (): void => {
    this.isOpen = true;
    void this.load(true);
    this.prepare();
  };

  /** Most pages are read without looking anything up, so what only a search needs is made once the field is entered. */
  private prepare(): void {
    if (this.lookup && !this.prepared) inIdleSlices(this.lookup.prepare());
    this.prepared = this.lookup !== undefined;
  }

  private changed = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    this.isOpen = true;
    this.limit = STEP;
    this.copied = "";
  };

  /** The key that ends a composition is not meant for us; in Safari it comes right after. */
  private settled = (event: Event): void => {
    this.composed = true;
    setTimeout(() => (this.composed = false));
    this.changed(event);
  };

  private pressed = (event: KeyboardEvent): void => {
    if (event.isComposing || event.keyCode === 229 || this.composed) return;
    const line = this.shown[Math.max(0, this.active)]?.line;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") this.move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter" && line !== undefined && (event.ctrlKey || event.metaKey))
      void copied(this.lookup!.corpus.line(line), this.copied).then((said) => (this.copied = said));
    else if (event.key === "Enter" && line !== undefined && (this.active >= 0 || this.typed.trim())) this.go(line);
    else if (event.key === "Escape" && this.typed) this.clear();
    else if (event.key === "Escape") this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private move(step: 1 | -1): void {
    this.isOpen = true;
    const { length } = this.shown;
    if (step > 0 && this.active === length - 1 && this.announcement.more) this.showMore();
    this.active = moved(this.active, step, length, this.announcement.more > 0);
  }

  private showKind = (kind: string): void => void ([this.kind, this.limit] = [kind, STEP]);
  private showMore = (): void => void (this.limit += STEP);
  private slid = ({ target }: Event): void => void (this.scrolled = (target as Element).scrollTop > 0);

  /** Remember what was typed where nothing fits. */
  private note = (): void => void (this.announcement.failed && !this.copied && !this.lacking && missed(this.typed));

  private clear = (): void => {
    this.note();
    this.input.value = this.typed = this.copied = "";
  };

  private shut = (): void => {
    if (this.isOpen && this.lookup) this.note();
    this.isOpen = false;
  };

  private close = (): void => {
    this.shut();
    this.kind = "";
    this.input.blur();
  };

  private go(line: number): void {
    const { corpus } = this.lookup!;
    const { typed } = this;
    opened(corpus.address(line));
    this.used = usedLines(corpus);
    this.clear();
    led(typed);
    this.close();
    show(urlOf(corpus, line, this.root), corpus.anchor(line));
  }

  /** A click inside the panel leaves the focus in the field, for the next key and for the keyboard of a phone. */
  private keepFocus = (event: MouseEvent): void => {
    if (!(event.target as Element).closest("a")) event.preventDefault();
  };

  private left = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && !this.contains(to)) this.shut();
  };

  private clicked = (event: MouseEvent): void => {
    const target = event.target as Element;
    if (target.closest("[data-lookup]")) {
      event.preventDefault();
      this.input.focus();
    } else if (this.isOpen && target.isConnected && !this.contains(target)) this.shut();
  };

  private summoned = (event: KeyboardEvent): void => {
    const target = event.target as Node;
    const back = event.key === "Escape" && this.isOpen && target !== this.input && this.contains(target);
    if (!back && !summons(event)) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  };
}
