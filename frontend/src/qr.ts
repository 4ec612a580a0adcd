// Codes drawn and read: a script of its own, run only when someone asks for a code or a camera.

import encodeQR from "qr";
import decodeQR from "qr/decode.js";

declare global {
  interface Window {
    rolebookQr?: Codes;
  }
}

export interface Codes {
  /** the code of a text: rows of squares, dark ones true, with the quiet border a reader needs */
  draw(text: string): boolean[][];
  /** the text of a code in a picture; undefined where there is none */
  find(picture: ImageData): string | undefined;
}

window.rolebookQr = {
  draw: (text) => encodeQR(text, "raw", { ecc: "low", border: 4 }),
  find(picture) {
    try {
      return decodeQR(picture);
    } catch {
      return undefined;
    }
  },
};
