// How characters are read: syllables have numbers, and texts are arrays of them, one a character.
import { ends } from "./edges.js";
import { oneEdit } from "./edit.js";

/** Codes from 1 up to this are letters and digits themselves, those after it syllables; 0 is anything else. */
const PLAIN = "abcdefghijklmnopqrstuvwxyz0123456789";
const LETTERS = 26;
/** There are fewer codes than this. */
export const CODES = 512;
/** No syllable has more letters. */
export const LONGEST = 6;
/** What a slip costs, in half edits: a fuzzy sound is half as bad as a wrong letter. */
export const FUZZY = 1;
export const EDIT = 2;
const NO_CODES: readonly number[] = [];
const MOST_REMEMBERED = 4096;

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
  /** by code, a letter, a digit or a syllable; the first is none of them */
  readonly names: string[] = ["", ...PLAIN];
  private readonly blurs: string[] = [];
  private readonly meanings = new Map<string, readonly [code: number, cost: number][]>();
  private alikes: Map<string, number[]> | undefined;
  private firsts: { letters: Uint8Array; codes: Map<string, number[]> } | undefined;
  private readonly codes = new Map<string, number>();
  /** by folded unit, how it is read by itself; 0 where it is not */
  readonly alone = new Uint16Array(65536);
  /** by folded unit, how else it is read in some words; 0 for none */
  readonly otherwise = new Uint16Array(65536);

  constructor(common: string, rare: string, alternates: string) {
    this.names.forEach((name, code) => {
      if (code) this.alone[name.charCodeAt(0)] = code;
    });
    this.readCommon(common);
    for (const [, c = "", name = ""] of rare.matchAll(/([^a-z])([a-z]+)/g))
      this.alone[c.charCodeAt(0)] = this.code(name);
    for (const [, c = "", name = ""] of alternates.matchAll(/([^a-z])([a-z]+)/g))
      this.otherwise[c.charCodeAt(0)] = this.code(name);
  }

  /** Syllables by their initials, and behind the bar how many characters of level 1 are read so: `:a,ai;b:a|2d9`. */
  private readCommon(common: string): void {
    const characters = levelOne();
    const [groups = "", runs = ""] = common.split("|");
    let at = 0;
    let nth = 0;
    for (const group of groups.split(";")) {
      const [initial = "", finals = ""] = group.split(":");
      for (const final of finals.split(",")) {
        const code = this.code(initial + final);
        for (let left = parseInt(runs[nth++] ?? "0", 36); left > 0; left--)
          this.alone[characters.charCodeAt(at++)] = code;
      }
    }
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

  /** Whether a code is a syllable. */
  isSyllable(code: number): boolean {
    return code > PLAIN.length;
  }

  /** Whether a code is a letter that stands for itself. */
  isLetter(code: number | undefined): boolean {
    return code !== undefined && code > 0 && code <= LETTERS;
  }

  /** What a syllable sounds like to those who do not tell zh from z; "" for what is none. */
  blur(code: number): string {
    return (this.blurs[code] ??= this.isSyllable(code) ? blurred(this.names[code]!) : "");
  }

  /** The syllables that sound like one to those who do not tell zh from z, itself among them. */
  alike(code: number): readonly number[] {
    this.alikes ??= grouped(this.names, (_, other) => this.blur(other));
    return (this.isSyllable(code) && this.alikes.get(this.blur(code))) || NO_CODES;
  }

  /** The syllables that may be meant by letters, and what it costs to read them so. */
  meant(letters: string): readonly [code: number, cost: number][] {
    let known = this.meanings.get(letters);
    if (!known) {
      if (this.meanings.size === MOST_REMEMBERED) this.meanings.clear();
      this.meanings.set(letters, (known = this.readAs(letters)));
    }
    return known;
  }

  /** Whether letters can be read as syllables, the last one perhaps unfinished. */
  spells(letters: string): boolean {
    // By place, whether syllables may end there. Each place is left once: nananan… can be cut in very many ways.
    const ends = new Set([0]);
    for (const at of ends) {
      const rest = letters.slice(at);
      for (const code of this.beginning(rest[0] ?? "")) {
        const name = this.names[code]!;
        if (!this.isSyllable(code)) continue;
        if (name.startsWith(rest)) return true;
        if (rest.startsWith(name)) ends.add(at + name.length);
      }
    }
    return false;
  }

  private readAs(letters: string): [code: number, cost: number][] {
    const found: [number, number][] = [];
    const sound = blurred(letters);
    this.names.forEach((name, code) => {
      if (!this.isSyllable(code)) return;
      if (name === letters) found.push([code, 0]);
      else if (this.blur(code) === sound) found.push([code, FUZZY]);
      else if (Math.abs(name.length - letters.length) < 2 && oneEdit(letters, name)) found.push([code, EDIT]);
    });
    return found;
  }

  /** By code, its first letter as a character code; 0 for marks. */
  get letters(): Uint8Array {
    return this.begun().letters;
  }

  /** The codes of what begins with a letter or digit. */
  beginning(letter: string): readonly number[] {
    return this.begun().codes.get(letter) ?? NO_CODES;
  }

  private begun(): { letters: Uint8Array; codes: Map<string, number[]> } {
    return (this.firsts ??= {
      letters: Uint8Array.from({ length: CODES }, (_, code) => this.names[code]?.charCodeAt(0) || 0),
      codes: grouped(this.names, (name) => name.slice(0, 1)),
    });
  }

  /** How folded units are read, each by itself. */
  read(units: Uint16Array): Uint16Array {
    const codes = new Uint16Array(units.length);
    for (let n = 0; n < units.length; n++) codes[n] = this.alone[units[n]!]!;
    return codes;
  }
}

function grouped(names: readonly string[], by: (name: string, code: number) => string): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  names.forEach((name, code) => {
    const group = by(name, code);
    const known = groups.get(group);
    if (known) known.push(code);
    else groups.set(group, [code]);
  });
  return groups;
}

/** What fuzzy speakers and typists do not tell apart: zh z, ch c, sh s, ng n, l n. */
export function blurred(name: string): string {
  return name
    .replace(/^([zcs])h/, "$1")
    .replace(/ng$/, "n")
    .replace(/^l/, "n");
}

/** By place, the code there and the next behind it in its line, as one number; 0 where there is none. */
export function inPairs(codes: Uint16Array, units: Uint16Array): Uint32Array {
  const both = new Uint32Array(codes.length);
  let next = 0;
  for (let at = codes.length - 1; at >= 0; at--) {
    const code = codes[at]!;
    if (code) {
      both[at] = code * CODES + next;
      next = code;
    } else if (ends(units[at]!)) next = 0;
  }
  return both;
}
