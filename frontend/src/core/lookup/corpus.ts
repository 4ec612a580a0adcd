// The index unpacked: lines, where they start, what they belong to, how they fold and sound.
import { edgesOf } from "./edges.js";
import { derivedId } from "./essence.js";
import { Fold, foldAll, textOf, unitsOf } from "./fold.js";
import { MarkedPlaces, Places } from "./places.js";
import { CODES, inPairs, Sounds } from "./sounds.js";
import { lineStarts, numbered, shownLengths, unrolled } from "./unpack.js";
import type { Wire } from "./wire.js";

export const TITLE = 0;
export const HEADING = 1;
export const LINE = 2;
export const NEVER = 3;
export const LABEL = 4;
/** What is said in a call. */
export const SPOKEN = 5;
export const ALIAS = 6;

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
  /** the folded text as UTF-16 units */
  readonly units: Uint16Array;
  /** where each unit stands */
  readonly places: MarkedPlaces;
  /** where each line starts in `text`; one more entry than lines */
  readonly starts: Int32Array;
  /** how long each line is, without what else it is found by */
  readonly lengths: Int32Array;
  /** by place, its line */
  readonly lineAt: Int32Array;
  /** by place, how good it is as the start of a match */
  readonly edges: Uint8Array;
  /** what each line is: TITLE, HEADING, LINE, NEVER, LABEL or ALIAS */
  readonly types: Uint8Array;
  readonly pageOf: Int32Array;
  /** the heading each line stands under, -1 for none */
  readonly headingOf: Int32Array;
  /** the numbers a line states, in words */
  readonly measures: ReadonlyMap<number, readonly string[]>;
  /** lines the author wants to stand before their equals */
  readonly pins: ReadonlySet<number>;
  readonly fold: Fold;
  readonly synonyms: string[];
  /** synonyms of the language, reduced to words of this handbook */
  readonly general: string[];
  /** what pages are called now, by the addresses they had before */
  private readonly renamed: ReadonlyMap<string, string>;
  /** by line, its anchor; "" where that is made from its words, and for titles */
  private readonly anchors: readonly string[];
  /** places where a word makes a character sound otherwise than alone */
  private readonly deviating: number[] = [];
  private readonly readings: Pick<Wire, "common" | "rare" | "alternates" | "readings">;
  private syllabary: Sounds | undefined;
  private read: Uint16Array | undefined;
  private byAddress: Map<string, number> | undefined;
  private syllablePairs: Places | undefined;
  private namedLines: number[] | undefined;
  private spelled: boolean | undefined;
  private foldedText: string | undefined;
  private latinWords: ReadonlySet<string> | undefined;
  private bySyllable: MarkedPlaces | undefined;
  private lineBeginnings: Places | undefined;
  private otherReadings: { at: readonly number[]; byCode: Places } | undefined;

  constructor(wire: Wire) {
    this.kinds = wire.kinds;
    this.count = wire.lines;
    const aliases = wire.pages.flatMap((page) => page[4]);
    this.text = `${[wire.text, ...aliases].join("\n")}\n`;
    this.synonyms = wire.synonyms;
    this.general = wire.general;
    this.renamed = new Map(wire.renamed);
    const written = unitsOf(this.text);
    this.fold = new Fold(wire.folds, written.subarray(0, wire.text.length));
    this.kindWords = foldAll(wire.kindWords, (text) => this.fold.text(text)).map((called) =>
      called.split(" ").filter(Boolean),
    );
    this.units = this.fold.units(written);
    this.starts = lineStarts(this.text, wire.lines + aliases.length);
    this.lengths = shownLengths(this.text, this.starts);
    this.lineAt = new Int32Array(this.units.length);
    for (let line = 0; line + 1 < this.starts.length; line++)
      this.lineAt.fill(line, this.starts[line], this.starts[line + 1]);
    this.edges = edgesOf(this.units, this.starts);
    this.places = new MarkedPlaces(this.units, 65536, this.lineAt, this.edges);
    this.types = unrolled(wire.types, wire.lines + aliases.length, ALIAS);
    const anchors = wire.anchors.split(",").values();
    this.anchors = Array.from({ length: wire.lines }, (_, line) =>
      this.types[line] === TITLE ? "" : (anchors.next().value ?? ""),
    );
    this.pageOf = new Int32Array(this.types.length);
    this.headingOf = new Int32Array(wire.lines).fill(-1);
    this.unpackPages(wire);
    this.measures = new Map(numbered(wire.measures.map(([gap, ...words]) => [gap, words])));
    this.pins = new Set(numbered(wire.pins.map((gap): [number, true] => [gap, true])).map(([line]) => line));
    const { common, rare, alternates, readings } = wire;
    this.readings = { common, rare, alternates, readings };
  }

  /** How characters are read; made when first asked for, as is what follows: who types characters needs none of it. */
  get sounds(): Sounds {
    const { common, rare, alternates } = this.readings;
    return (this.syllabary ??= new Sounds(common, rare, alternates));
  }

  /** How each place of the text is read. */
  get codes(): Uint16Array {
    return (this.read ??= this.readText());
  }

  private readText(): Uint16Array {
    const codes = this.sounds.read(this.units);
    let at = 0;
    for (const [, gap, name = ""] of this.readings.readings.matchAll(/(\d+)([a-z]+)/g)) {
      codes[(at += Number(gap))] = this.sounds.code(name);
      this.deviating.push(at);
    }
    return codes;
  }

  /** How many lines a scan meets, aliases among them. */
  get size(): number {
    return this.pageOf.length;
  }

  line(line: number): string {
    return this.text.substr(this.starts[line]!, this.lengths[line]);
  }

  /** The address of a line, as in roles/bar-attendant#greet; of a title, its page's. */
  address(line: number): string {
    const page = this.pages[this.pageOf[line]!]!.address;
    const anchor = this.anchor(line);
    return anchor ? `${page}#${anchor}` : page;
  }

  anchor(line: number): string {
    return this.anchors[line] || (this.types[line] === TITLE ? "" : derivedId(this.line(line)));
  }

  /** The line at an address, or at one it had before; undefined where there is none. */
  find(address: string): number | undefined {
    const [page = "", anchor] = address.split("#", 2);
    this.byAddress ??= new Map(this.pages.map((entry, n) => [entry.address, n]));
    const found = this.pages[this.byAddress.get(this.renamed.get(page) ?? page) ?? -1];
    if (!found || !anchor) return found?.first;
    for (let line = found.first + 1; line < found.end; line++) if (this.anchor(line) === anchor) return line;
    return undefined;
  }

  /**
   * The places of the text by the syllable there and the next one in the line, `first * CODES + second`; marks between
   * the two are passed over. Made when first asked for.
   */
  get pairs(): Places {
    return (this.syllablePairs ??= new Places(inPairs(this.codes, this.units), CODES * CODES));
  }

  /** The places of the text by the syllable there; made when first asked for. */
  get syllables(): MarkedPlaces {
    return (this.bySyllable ??= new MarkedPlaces(this.codes, CODES, this.lineAt, this.edges));
  }

  /** The lines by the first syllable in them; made when first asked for. */
  get beginnings(): Places {
    return (this.lineBeginnings ??= new Places(
      Uint16Array.from({ length: this.size }, (_, line) => this.codes[this.starts[line]!]!),
      CODES,
    ));
  }

  /** Where a character can be read otherwise than here, by that reading; made when first asked for. */
  get others(): { at: readonly number[]; byCode: Places } {
    return (this.otherReadings ??= this.readOtherwise());
  }

  private readOtherwise(): { at: readonly number[]; byCode: Places } {
    const { codes } = this; // reads the text, and notes what deviates
    const { alone, otherwise } = this.sounds;
    const at = [...this.deviating];
    const by = at.map((place) => alone[this.units[place]!]!);
    otherwise.forEach((code, unit) => {
      if (!code) return;
      for (const place of this.places.of(unit)) {
        if (codes[place] === code) continue;
        at.push(place);
        by.push(code);
      }
    });
    return { at, byCode: new Places(by, CODES) };
  }

  /** The titles, headings and aliases, which people shorten more freely than they would a sentence. */
  get named(): readonly number[] {
    return (this.namedLines ??= [...this.types.keys()].filter(
      (line) => ![LINE, NEVER, SPOKEN].includes(this.types[line]!),
    ));
  }

  /** The words of letters in the text, each once; made when first asked for. */
  get vocabulary(): ReadonlySet<string> {
    return (this.latinWords ??= new Set(this.folded.match(/[a-z]{4,}/g)));
  }

  /** Whether any of the text is written in characters that are spelled otherwise than they are written. */
  get isSpelled(): boolean {
    return (this.spelled ??= this.codes.some((code) => this.sounds.isSyllable(code)));
  }

  /** The text folded; made when first asked for. */
  get folded(): string {
    return (this.foldedText ??= textOf(this.units));
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
        if (this.types[line] === HEADING) heading = line;
        else this.headingOf[line] = heading;
      }
    }
  }
}
