import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { living } from "../core/quiz/progress.js";
import { type Found, fromFile, LARGEST } from "../core/quiz/progress-file.js";
import { canPack, Gathered, pack } from "../core/transfer.js";
import "./code-reader.js";
import "./code-sequence.js";
import "./copy.js";
import { words } from "../words.js";
import { say } from "./keep-words.js";
import { LightElement } from "./light-element.js";
import { progressText, saveProgress } from "./progress-file.js";
import { questionIds } from "./quiz-load.js";
import { add } from "./quiz-store.js";

/** Letters of a code: 89 squares wide, which a phone shows large enough for another to read. */
const CODE = 1000;

/**
 * Progress on its way to another device: as a file, as a text to copy, or as codes that the other's camera reads.
 * Fires `imported` with what is to be told as `detail`.
 */
@customElement("rb-transfer")
export class Transfer extends LightElement {
  @state() private open: "" | "codes" | "paste" | "scan" = "";
  @state() private codes: readonly string[] = [];
  @state() private told = "";
  private gathered = new Gathered();

  protected override render(): TemplateResult {
    const camera = canPack() && typeof globalThis.navigator.mediaDevices?.getUserMedia === "function";
    return html`<div class="rb-actions rb-files">
        <button type="button" class="rb-plain" @click=${saveProgress}>${say("save")}</button>
        <rb-copy .text=${this.text} .label=${say("copy")} look="rb-plain"></rb-copy>
        ${canPack() ? this.opener("codes", say("show_codes"), this.show) : nothing}
      </div>
      <div class="rb-actions rb-files">
        <label class="rb-plain">${say("load")}<input class="rb-sr" type="file" accept=".json,.txt,application/json,text/plain" @change=${this.file} /></label>
        ${this.opener("paste", say("paste"))} ${camera ? this.opener("scan", say("scan")) : nothing}
      </div>
      ${this.panel()}
      <p class="rb-note" role="status">${this.told}</p>`;
  }

  private opener(name: "codes" | "paste" | "scan", label: string, before?: () => Promise<void>): TemplateResult {
    const press = async (): Promise<void> => {
      const wanted = this.open === name ? "" : name;
      this.gathered = new Gathered();
      this.told = "";
      if (wanted) await before?.();
      this.open = wanted;
    };
    return html`<button type="button" class="rb-plain" aria-expanded=${this.open === name} @click=${press}>${label}</button>`;
  }

  private panel(): TemplateResult | typeof nothing {
    switch (this.open) {
      case "codes":
        return html`<rb-codes .codes=${this.codes}></rb-codes>`;
      case "scan":
        return html`<rb-code-reader @code=${(event: CustomEvent<string>) => this.take(event.detail)} @blind=${this.blind}></rb-code-reader>`;
      case "paste":
        return html`<form class="rb-paste" @submit=${this.pasted}>
          <label for="rb-paste">${say("paste_label")}</label>
          <textarea id="rb-paste" name="text" rows="4" required></textarea>
          <button class="rb-plain">${say("take")}</button>
        </form>`;
      default:
        return nothing;
    }
  }

  private readonly text = async (): Promise<string> => {
    const text = await progressText();
    return canPack() ? (await pack(text)).join("") : text;
  };

  private readonly show = async (): Promise<void> => {
    this.codes = await pack(await progressText(), CODE);
  };

  private readonly blind = (): void => {
    this.open = "";
    this.told = say("no_camera");
  };

  private async file(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    const small = file !== undefined && file.size <= 4 * LARGEST; // a character has four bytes at most
    await this.take(small ? await file.text() : "");
    input.value = "";
  }

  private pasted(event: Event): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    void this.take(String(new FormData(form).get("text") ?? ""));
    form.reset();
  }

  /** A whole file's text, or pieces: what lacks of them is waited for. */
  private async take(text: string): Promise<void> {
    if (!text.trimStart().startsWith("{") && this.gathered.take(text)) {
      const { count, of, complete } = this.gathered;
      this.told = say("gathered", { n: count, of });
      if (!complete) return;
      const found = canPack() ? await this.gathered.text(LARGEST) : undefined;
      this.gathered = new Gathered();
      await this.keep(found ?? "");
    } else await this.keep(text);
  }

  private async keep(text: string): Promise<void> {
    const found = fromFile(text);
    this.open = "";
    this.told = "";
    const detail = found ? await this.added(found) : say("not_loaded");
    this.dispatchEvent(new CustomEvent("imported", { detail, bubbles: true }));
  }

  private async added(found: Found): Promise<string> {
    const here = window.rolebookSite ?? "";
    if (found.site && here && found.site !== here) return say("other_site");
    const memories = living(found.memories, await questionIds(found.memories.keys()));
    const n = memories.size;
    const kept = add({ ...found, memories });
    const gone = found.memories.size - n;
    const told = [
      kept < n ? say("no_room", { kept, n }) : say("loaded", { n }),
      gone ? say("gone", { n: gone }) : "",
      found.state === "changed" ? say("changed") : "",
    ];
    return told.filter(Boolean).join(words("text")["semicolon"]);
  }
}
