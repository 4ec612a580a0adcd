import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";

import { create, current, type Profile, profiles, remove, rename, signedBy } from "../profiles.js";
import { chooseProfile, forgetUnreadable, lasting, persist, persisted, unreadable } from "../storage.js";
import { download } from "./download.js";
import { say } from "./keep-words.js";
import { LightElement } from "./light-element.js";
import { saveProgress } from "./progress-file.js";
import { noted, unexported } from "./quiz-store.js";

/** Answers that are worth a reminder to export them; fewer where the browser may clear what it keeps. */
const WORTH = { promised: 100, unpromised: 30 };

/**
 * Who the page keeps things for, at the top of pages that do: chosen, made, renamed and removed here. Says what could
 * not be read, and reminds of exporting. Silent where nothing can be kept: the page says so itself.
 */
@customElement("rb-profile")
export class ProfileChooser extends LightElement {
  @state() private removing = false;
  @state() private refused = "";
  @state() private promised = true;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("exported", this.refresh);
    void persisted().then((promised) => (this.promised = promised));
  }

  override disconnectedCallback(): void {
    document.removeEventListener("exported", this.refresh);
    super.disconnectedCallback();
  }

  private readonly refresh = (): void => this.requestUpdate();

  protected override render(): TemplateResult | typeof nothing {
    if (!lasting()) return nothing;
    const { id } = current();
    return html`<details class="rb-profile">
        <summary>${say("who")} <strong>${this.called(current())}</strong></summary>
        ${profiles()
          .filter((other) => other.id !== id)
          .map(
            (other) =>
              html`<p><button type="button" class="rb-plain" @click=${() => this.choose(other.id)}>${say("change_to", { name: this.called(other) })}</button></p>`,
          )}
        ${current().name ? nothing : this.form("rename", say("name_label"), say("name"), signedBy(), this.rename)}
        ${this.form("add", say("new_name"), say("add"), "", this.create)}
        ${current().name ? this.form("rename", say("rename_label", { name: current().name }), say("rename"), current().name, this.rename) : nothing}
        ${this.removing ? this.sure() : html`<p><button type="button" class="rb-plain rb-profile__remove" @click=${() => (this.removing = true)}>${say("remove", { name: this.called(current()) })}</button></p>`}
      </details>
      ${this.told()}`;
  }

  private called({ id, name }: Profile): string {
    return name || (id === current().id && signedBy()) || say("unnamed");
  }

  private form(
    name: string,
    label: string,
    button: string,
    value: string,
    done: (name: string) => boolean,
  ): TemplateResult {
    const submit = (event: Event): void => {
      event.preventDefault();
      const ok = done(String(new FormData(event.target as HTMLFormElement).get("name") ?? ""));
      this.refused = ok ? "" : name;
    };
    const id = `rb-profile-${name}`;
    return html`<form class="rb-profile__form" @submit=${submit}>
      <label for=${id}>${label}</label>
      <input id=${id} name="name" maxlength="40" autocomplete="off" .value=${value} aria-describedby="${id}-refused" ?aria-invalid=${this.refused === name} />
      <button class="rb-plain">${button}</button>
      <span id="${id}-refused" class="rb-profile__refused" role="alert">${this.refused === name ? say("taken") : nothing}</span>
    </form>`;
  }

  private sure(): TemplateResult {
    return html`<div class="rb-profile__sure" role="alert">
      <p>${say("remove_sure", { name: this.called(current()) })}</p>
      <p class="rb-actions">
        <button type="button" class="rb-plain" @click=${saveProgress}>${say("save_first")}</button>
        <button type="button" class="rb-plain rb-profile__remove" @click=${this.removeAll}>${say("remove_yes")}</button>
        <button type="button" class="rb-plain" @click=${() => (this.removing = false)}>${say("cancel")}</button>
      </p>
    </div>`;
  }

  /** What of the device is worth a word. */
  private told(): TemplateResult {
    const lost = unreadable();
    const count = unexported();
    const remind = count >= (this.promised ? WORTH.promised : WORTH.unpromised);
    return html`${
      lost.size
        ? html`<div class="rb-kept-note" role="note">
            <p>${say("aside", { n: lost.size })}</p>
            <p class="rb-actions">
              <button type="button" class="rb-plain" @click=${() => this.saveUnreadable(lost)}>${say("aside_save")}</button>
              <button type="button" class="rb-plain" @click=${this.forget}>${say("aside_forget")}</button>
            </p>
          </div>`
        : nothing
    }
    ${
      remind
        ? html`<div class="rb-kept-note" role="note">
            <p>${say("remind", { n: count })} ${this.promised ? nothing : say("remind_week")}</p>
            <p class="rb-actions">
              <button type="button" class="rb-plain" @click=${saveProgress}>${say("save_now")}</button>
              <button type="button" class="rb-plain" @click=${this.later}>${say("later")}</button>
            </p>
          </div>`
        : nothing
    }`;
  }

  /** The page begins anew, so that nothing of the one stays in sight of the other. */
  private choose(id: string): void {
    if (chooseProfile(id)) location.reload();
  }

  private readonly create = (name: string): boolean => {
    const done = create(name);
    if (done) {
      persist();
      location.reload();
    }
    return done;
  };

  private readonly rename = (name: string): boolean => {
    const done = rename(name);
    this.requestUpdate();
    return done;
  };

  private removeAll(): void {
    remove();
    location.reload();
  }

  private saveUnreadable(found: ReadonlyMap<string, string>): void {
    download(JSON.stringify(Object.fromEntries(found), null, 1), "rolebook-unreadable.json", "application/json");
  }

  private forget(): void {
    forgetUnreadable();
    this.requestUpdate();
  }

  private later(): void {
    noted("later");
    this.requestUpdate();
  }
}
