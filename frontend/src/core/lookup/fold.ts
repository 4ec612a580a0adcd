// Folding: what looks or means the same is made the same, one UTF-16 unit to one, so that positions hold.
import { isDigit } from "./edges.js";

/** Folds case, width, accents and Traditional characters. */
export class Fold {
  private readonly table = new Uint16Array(65536); // 0: not looked at yet

  /**
   * `pairs` holds characters in pairs, from and to, and then behind a bar those that fold to a character of `text`, which
   * is given by its distance among all characters of the text from the one before; nothing stands for 1.
   */
  constructor(pairs: string, text: Uint16Array) {
    const bar = pairs.indexOf("|");
    for (let n = 0; n + 1 < bar; n += 2) this.table[pairs.charCodeAt(n)] = pairs.charCodeAt(n + 1);
    const targets = unitsIn(text);
    let nth = 0;
    for (let n = bar + 1, gap = 0; n < pairs.length; n++) {
      const unit = pairs.charCodeAt(n);
      if (isDigit(unit)) gap = gap * 10 + unit - 48;
      else {
        nth += gap || (isDigit(pairs.charCodeAt(n - 1)) ? 0 : 1);
        this.table[unit] = targets[nth]!;
        gap = 0;
      }
    }
  }

  /** Fold UTF-16 units, each to one. */
  units(text: Uint16Array): Uint16Array {
    const folded = new Uint16Array(text.length);
    for (let n = 0; n < text.length; n++) folded[n] = this.table[text[n]!] || this.look(text[n]!);
    return folded;
  }

  /** Fold a text. */
  text(text: string): string {
    return textOf(this.units(unitsOf(text)));
  }

  private look(unit: number): number {
    if (unit >= 0x4e00 && unit < 0xa000) return (this.table[unit] = unit);
    const plain = String.fromCharCode(unit).normalize("NFKC").toLowerCase();
    const bare = plain.length === 1 ? plain.normalize("NFD").replace(ACCENTS, "") : "";
    const folded = ACCENTED.test(bare) ? bare.charCodeAt(0) : plain.length === 1 ? plain.charCodeAt(0) : unit;
    return (this.table[unit] = this.table[folded] || folded);
  }
}

/** What stands over or under a letter, which few type: café, jūgōng. */
const ACCENTS = /[\u0300-\u036f]/g;
const ACCENTED = /^[a-z]$/;
const DECODER = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Texts folded, all at once; no line ends in any of them. */
export function foldAll(texts: readonly string[], fold: (text: string) => string): string[] {
  return texts.length ? fold(texts.join("\n")).split("\n") : [];
}

/** A text as an array of its UTF-16 units. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length);
  for (let n = 0; n < text.length; n++) units[n] = text.charCodeAt(n);
  return units;
}

/** The text of UTF-16 units. */
export function textOf(units: Uint16Array): string {
  return DECODER.decode(units);
}

/** The units of a text, each once, in the order of Unicode. */
function unitsIn(text: Uint16Array): Uint16Array {
  const found = new Uint8Array(65536);
  const units: number[] = [];
  for (let n = 0; n < text.length; n++) {
    const unit = text[n]!;
    if (!found[unit]) found[unit] = units.push(unit) && 1;
  }
  return Uint16Array.from(units).sort();
}
