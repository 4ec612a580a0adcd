// A text cut into pieces that travel by hand: as one line to copy, or as a sequence of codes that a camera reads.
//
// A piece is RB1:<n>/<of>:<text's id>:<payload>. with the payload in base 32: codes pack such letters tightly, programs to
// chat in leave them alone, and blanks and line ends that come between do not matter. The text is compressed by gzip,
// which knows a damaged one from its check sum; that sum is its id, so that pieces of two texts are not put together.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const PIECE = /RB1:(\d{1,4})\/(\d{1,4}):([A-Z2-7]{7}):([A-Z2-7]+)\./g;
/** gzip ends with the check sum and the length, four bytes each. */
const SUM = [-8, -4] as const;

/** Whether this browser can compress; those that cannot move progress by file and as plain text. */
export function canPack(): boolean {
  return typeof CompressionStream === "function" && typeof DecompressionStream === "function";
}

/** The text in pieces with up to `size` letters of payload each; in one where that is left out. */
export async function pack(text: string, size = Number.MAX_SAFE_INTEGER): Promise<string[]> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream("gzip"), Infinity);
  const id = written(bytes.slice(...SUM));
  const letters = written(bytes);
  const cuts = Array.from({ length: Math.ceil(letters.length / size) }, (_, n) => n * size);
  return cuts.map((at, n) => `RB1:${n + 1}/${cuts.length}:${id}:${letters.slice(at, at + size)}.`);
}

/** Pieces that came so far, in any order, each perhaps more than once. */
export class Gathered {
  private readonly pieces = new Map<number, string>();
  private id = "";
  of = 0;

  /** Take the pieces that stand in a text; those of another text begin anew. False where there are none. */
  take(text: string): boolean {
    const found = [...text.toUpperCase().replace(/\s/g, "").matchAll(PIECE)];
    for (const [, n, of, id = "", payload = ""] of found) {
      if (id !== this.id || Number(of) !== this.of) this.pieces.clear();
      this.id = id;
      this.of = Number(of);
      if (Number(n) >= 1 && Number(n) <= this.of) this.pieces.set(Number(n), payload);
    }
    return found.length > 0;
  }

  /** How many came. */
  get count(): number {
    return this.pieces.size;
  }

  get complete(): boolean {
    return this.of > 0 && this.count === this.of;
  }

  /** The text of all pieces; undefined where it is damaged or longer than `largest` characters. */
  async text(largest: number): Promise<string | undefined> {
    const letters = [...this.pieces].sort(([a], [b]) => a - b).map(([, payload]) => payload);
    try {
      const bytes = await through(read(letters.join("")), new DecompressionStream("gzip"), largest);
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      return undefined;
    }
  }
}

/** What comes out of a stream; it is broken off beyond `largest` bytes, as a few may stand for millions. */
async function through(
  bytes: Uint8Array<ArrayBuffer>,
  stream: CompressionStream | DecompressionStream,
  largest: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length > largest) {
      await reader.cancel();
      throw new RangeError("too long");
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

function written(bytes: Uint8Array): string {
  let letters = "";
  let [value, bits] = [0, 0];
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) letters += LETTERS.charAt((value >>> (bits - 5)) & 31);
    value &= 31;
  }
  return bits ? letters + LETTERS.charAt((value << (5 - bits)) & 31) : letters;
}

function read(letters: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((letters.length * 5) / 8));
  let [value, bits, at] = [0, 0, 0];
  for (const letter of letters) {
    value = ((value << 5) | LETTERS.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes[at++] = (value >>> (bits -= 8)) & 255;
  }
  return bytes;
}
