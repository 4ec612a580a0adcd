// Folding: what looks or means the same is made the same, one UTF-16 unit to one, so that positions hold.

/** Folds case, width and Traditional characters. */
export class Fold {
  private readonly table = new Uint16Array(65536); // 0: not looked at yet

  /** `pairs` holds characters in pairs: from, to. */
  constructor(pairs: string) {
    for (let n = 0; n + 1 < pairs.length; n += 2) this.table[pairs.charCodeAt(n)] = pairs.charCodeAt(n + 1);
  }

  /** Fold a text into an array of UTF-16 units. */
  units(text: string): Uint16Array {
    const units = new Uint16Array(text.length);
    for (let n = 0; n < text.length; n++) {
      const unit = text.charCodeAt(n);
      units[n] = this.table[unit] || this.look(unit);
    }
    return units;
  }

  /** Fold a text. */
  text(text: string): string {
    return decoded(this.units(text));
  }

  private look(unit: number): number {
    const plain = String.fromCharCode(unit).normalize("NFKC").toLowerCase();
    const folded = plain.length === 1 ? plain.charCodeAt(0) : unit;
    return (this.table[unit] = this.table[folded] || folded);
  }
}

/** UTF-16 units as a string. */
export function decoded(units: Uint16Array): string {
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}
