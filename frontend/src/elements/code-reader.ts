import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";

import { codes } from "./code-sequence.js";
import { say } from "./keep-words.js";
import { LightElement } from "./light-element.js";

/** Milliseconds between two looks, and how wide a picture is looked at. */
const PAUSE = 100;
const WIDTH = 800;

/** Reads codes by camera as long as it is on the page: fires `code` with each text, or `blind` where there is no camera. */
@customElement("rb-code-reader")
export class CodeReader extends LightElement {
  private stream: MediaStream | undefined;
  private timer = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.begin().catch(() => this.dispatchEvent(new Event("blind")));
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    super.disconnectedCallback();
  }

  protected override render(): TemplateResult {
    return html`<p>${say("scan_help")}</p>
      <video class="rb-code" .muted=${true} playsinline aria-label=${say("scan")}></video>`;
  }

  private async begin(): Promise<void> {
    const reader = await codes();
    this.stream = await navigator.mediaDevices.getUserMedia({
      video: { facingMode: "environment", width: { ideal: 1280 } },
    });
    await this.updateComplete;
    const video = this.querySelector("video");
    const picture = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    if (!reader || !video || !picture) throw new Error("no reader");
    if (!this.isConnected) return this.disconnectedCallback();
    video.srcObject = this.stream;
    await video.play();
    const look = (): void => {
      if (!this.isConnected) return;
      const scale = Math.min(1, WIDTH / (video.videoWidth || WIDTH));
      const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)];
      if (width && height) {
        picture.canvas.width = width;
        picture.canvas.height = height;
        picture.drawImage(video, 0, 0, width, height);
        const text = reader.find(picture.getImageData(0, 0, width, height));
        if (text) this.dispatchEvent(new CustomEvent("code", { detail: text }));
      }
      this.timer = window.setTimeout(look, PAUSE);
    };
    look();
  }
}
