// The index unpacked: lines, where they start, what they belong to, how they fold and sound.
import { Fold, decoded } from "./fold.js";
import { ASCII, Sounds } from "./sounds.js";
import { Pairs } from "./walk.js";
import type { Wire } from "./wire.js";

export const TITLE = 0;
export const HEADING = 1;
export const LINE = 2;
export const NEVER = 3;
export const ALIAS = 4;
const SORTS = "thin";
const READABLE = 10;

export interface Page {
  address: string;
  kind: number;
  /** its first line, the title, and the line after its last */
  first: number;
  end: number;
  posts: number[];
  aliases: string[];
}

export class Corpus {
  readonly kinds: string[];
  /** what people call each kind, folded */
  readonly kindWords: string[][];
  readonly pages: Page[] = [];
  /** every line and then every alias, a line each, so that a scan meets both */
  readonly text: string;
  /** how many lines there are, aliases left out */
  readonly count: number;
  readonly folded: string;
  readonly units: Uint16Array;
  /** where each line starts in `text`; one more entry than lines */
  readonly starts: Int32Array;
  readonly sorts: Uint8Array;
  readonly pageOf: Int32Array;
  /** the heading each line stands under, -1 for none */
  readonly headingOf: Int32Array;
  readonly measures = new Map<number, string>();
  readonly fold: Fold;
  readonly sounds: Sounds;
  readonly codes: Uint16Array;
  /** one byte a character: the first letter of its syllable, or itself where it is ASCII */
  readonly initials: string;
  readonly synonyms: string[];
  private readonly anchors: string[];
  private byAddress: Map<string, number> | undefined;
  private allPairs: Pairs | undefined;
  private spokenLetters: { letters: string; places: Int32Array } | undefined;
  private otherReadings: Int32Array | undefined;

  constructor(wire: Wire) {
    this.kinds = wire.kinds;
    this.count = wire.lines;
    const aliases = wire.pages.flatMap((page) => page[4]);
    this.text = `${[wire.text, ...aliases].join("\n")}\n`;
    this.synonyms = wire.synonyms;
    this.fold = new Fold(wire.folds);
    this.kindWords = wire.kindWords.map((called) => this.fold.text(called).split(" ").filter(Boolean));
    this.units = this.fold.units(this.text);
    this.folded = decoded(this.units);
    this.starts = lineStarts(this.text, wire.lines + aliases.length);
    this.sorts = unrolled(wire.sorts, wire.lines + aliases.length);
    this.anchors = wire.anchors.split(",");
    this.pageOf = new Int32Array(this.sorts.length);
    this.headingOf = new Int32Array(wire.lines).fill(-1);
    this.unpackPages(wire);
    let line = 0;
    for (const [gap, words] of wire.measures) this.measures.set((line += gap), words);
    this.sounds = new Sounds(wire.common, wire.rare, wire.alternates);
    this.codes = this.sounds.read(this.units);
    let at = 0;
    for (const [, gap, name = ""] of wire.readings.matchAll(/(\d+)([a-z]+)/g)) {
      this.codes[(at += Number(gap))] = this.sounds.code(name);
    }
    this.initials = this.firstLetters();
  }

  /** How many lines a scan meets, aliases among them. */
  get size(): number {
    return this.pageOf.length;
  }

  line(line: number): string {
    return this.text.slice(this.starts[line], this.starts[line + 1]! - 1);
  }

  /** The address of a line, as in roles/bar-attendant#greet; of a title, its page's. */
  address(line: number): string {
    const page = this.pages[this.pageOf[line]!]!.address;
    const anchor = this.anchor(line);
    return anchor ? `${page}#${anchor}` : page;
  }

  anchor(line: number): string {
    const written = this.anchors[line] ?? "";
    if (!written || written.startsWith("=")) return written.slice(1);
    const words = this.line(line).replace(/[^0-9A-Za-z\u4e00-\u9fff]+/g, "").toLowerCase();
    return `${words.slice(0, READABLE)}-${written}`;
  }

  /** The line at an address; undefined where there is none. */
  find(address: string): number | undefined {
    const [page = "", anchor] = address.split("#", 2);
    this.byAddress ??= new Map(this.pages.map((entry, n) => [entry.address, n]));
    const found = this.pages[this.byAddress.get(page) ?? -1];
    if (!found || !anchor) return found?.first;
    for (let line = found.first + 1; line < found.end; line++) if (this.anchor(line) === anchor) return line;
    return undefined;
  }

  /** The places of the text by syllables, made when first asked for. */
  get pairs(): Pairs {
    return (this.allPairs ??= new Pairs(this.codes));
  }

  /** Pairs: a position and the other syllable its character can be read as; made when first asked for. */
  get others(): Int32Array {
    return (this.otherReadings ??= this.sounds.readOtherwise(this.units, this.codes));
  }

  /** The first letters without what is not spoken (、，“”), and where each stands; made when first asked for. */
  get spoken(): { letters: string; places: Int32Array } {
    return (this.spokenLetters ??= this.withoutMarks());
  }

  private withoutMarks(): { letters: string; places: Int32Array } {
    const places: number[] = [];
    for (let at = 0; at < this.initials.length; at++) if (/[a-z0-9\n]/.test(this.initials[at]!)) places.push(at);
    return { letters: places.map((at) => this.initials[at]).join(""), places: Int32Array.from(places) };
  }

  private unpackPages(wire: Wire): void {
    let line = 0;
    let alias = this.count;
    for (const [address, kind, count, posts, aliases] of wire.pages) {
      const page = this.pages.length;
      this.pages.push({ address, kind, first: line, end: line + count, posts, aliases });
      this.pageOf.fill(page, alias, (alias += aliases.length));
      let heading = -1;
      for (const end = line + count; line < end; line++) {
        this.pageOf[line] = page;
        if (this.sorts[line] === HEADING) heading = line;
        else this.headingOf[line] = heading;
      }
    }
  }

  private firstLetters(): string {
    const letters = new Uint8Array(this.codes.length);
    const first = Uint8Array.from(this.sounds.names, (name) => name.charCodeAt(0) || 1);
    for (let n = 0; n < letters.length; n++) {
      const code = this.codes[n]!;
      letters[n] = code >= ASCII ? code - ASCII : code ? first[code]! : this.units[n] === 10 ? 10 : 1;
    }
    return new TextDecoder("latin1").decode(letters);
  }
}

function lineStarts(text: string, lines: number): Int32Array {
  const starts = new Int32Array(lines + 1);
  let at = 0;
  for (let line = 1; line < lines; line++) {
    at = text.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  starts[lines] = text.length;
  return starts;
}

function unrolled(sorts: string, lines: number): Uint8Array {
  const found = new Uint8Array(lines).fill(ALIAS);
  let line = 0;
  for (const [, sort = "", run] of sorts.matchAll(/([a-z])(\d*)/g)) {
    const end = line + Number(run || 1);
    found.fill(SORTS.indexOf(sort), line, end);
    line = end;
  }
  return found;
}
