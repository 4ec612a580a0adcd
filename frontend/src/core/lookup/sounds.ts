// How characters are read: syllables have numbers, and texts are arrays of them, one a character.

/** Codes at and above this are ASCII letters and digits themselves; below, syllables; 0 is anything else. */
export const ASCII = 512;
/** How many codes there can be. */
export const CODES = ASCII + 128;

/** The characters of GB 2312 level 1, which stand in the order of their readings. */
function levelOne(): string {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) {
    const last = row === 0xd7 ? 0xf9 : 0xfe;
    for (let cell = 0xa1; cell <= last; cell++) bytes.push(row, cell);
  }
  return new TextDecoder("gbk").decode(new Uint8Array(bytes));
}

export class Sounds {
  /** syllables by code; the first is no syllable */
  readonly names: string[] = [""];
  private blurs: string[] = [];
  private firsts: Uint8Array | undefined;
  private readonly codes = new Map<string, number>();
  private readonly table = new Uint16Array(65536);
  private readonly others = new Uint16Array(65536);

  constructor(common: string, rare: string, alternates: string) {
    for (const c of "abcdefghijklmnopqrstuvwxyz0123456789") this.table[c.charCodeAt(0)] = ASCII + c.charCodeAt(0);
    const characters = levelOne();
    let at = 0;
    for (const [, name = "", run = ""] of common.matchAll(/([a-z]+)(\d+)/g)) {
      const code = this.code(name);
      for (let left = Number(run); left > 0; left--) this.table[characters.charCodeAt(at++)] = code;
    }
    for (const [, c = "", name = ""] of rare.matchAll(/([^a-z])([a-z]+)/g)) this.table[c.charCodeAt(0)] = this.code(name);
    for (const [, c = "", name = ""] of alternates.matchAll(/([^a-z])([a-z]+)/g)) this.others[c.charCodeAt(0)] = this.code(name);
  }

  /** The code of a syllable, new ones included. */
  code(name: string): number {
    let code = this.codes.get(name);
    if (code === undefined) {
      code = this.names.length;
      this.names.push(name);
      this.codes.set(name, code);
    }
    return code;
  }

  /** How one folded unit is read by itself; 0 where it is not. */
  of(unit: number): number {
    return this.table[unit] ?? 0;
  }

  /** What a syllable sounds like to those who do not tell zh from z; made for all when first asked for. */
  blur(code: number): string {
    if (this.blurs.length !== this.names.length) this.blurs = this.names.map(blurred);
    return this.blurs[code] ?? "";
  }

  /** By code, the first letter of its syllable or the letter or digit it is, as a character code; 0 for marks. */
  get letters(): Uint8Array {
    const first = (code: number): number => (code >= ASCII ? code - ASCII : this.names[code]?.charCodeAt(0) || 0);
    return (this.firsts ??= Uint8Array.from({ length: CODES }, (_, code) => first(code)));
  }

  /** How folded units are read, each by itself. */
  read(units: Uint16Array): Uint16Array {
    return units.map((unit) => this.table[unit] ?? 0);
  }

  /** Pairs: a position and another way its unit can be read than its word has it (`codes`). */
  readOtherwise(units: Uint16Array, codes: Uint16Array): Int32Array {
    const found: number[] = [];
    for (let at = 0; at < units.length; at++) {
      const other = this.others[units[at]!]!;
      const alone = this.table[units[at]!]!;
      if (other && other !== codes[at]) found.push(at, other);
      if (alone && alone !== codes[at]) found.push(at, alone);
    }
    return Int32Array.from(found);
  }
}

/** What fuzzy speakers and typists do not tell apart: zh z, ch c, sh s, ng n, l n. */
export function blurred(name: string): string {
  return name.replace(/^([zcs])h/, "$1").replace(/ng$/, "n").replace(/^l/, "n");
}
