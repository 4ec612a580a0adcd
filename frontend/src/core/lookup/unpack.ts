// Unpacks what the index packs: line starts, values by distance, run lengths.

/** The letters of the types of lines, in the order of their numbers. */
const TYPES = "thinls";

/** Where each line of a text starts, and where it ends. */
export function lineStarts(text: string, lines: number): Int32Array {
  const starts = new Int32Array(lines + 1);
  let at = 0;
  for (let line = 1; line < lines; line++) {
    at = text.indexOf("\n", at) + 1;
    starts[line] = at;
  }
  starts[lines] = text.length;
  return starts;
}

/** How long each line is up to its end or to the tab in it. */
export function shownLengths(text: string, starts: Int32Array): Int32Array {
  const lengths = new Int32Array(starts.length - 1);
  for (let line = 0; line < lengths.length; line++) lengths[line] = starts[line + 1]! - 1 - starts[line]!;
  for (let at = text.indexOf("\t"), line = 0; at >= 0; at = text.indexOf("\t", at + 1)) {
    while (starts[line + 1]! <= at) line++;
    lengths[line] = Math.min(lengths[line]!, at - starts[line]!);
  }
  return lengths;
}

/** Values with their lines, from values with the lines since the one before. */
export function numbered<T>(gaps: readonly (readonly [gap: number, value: T])[]): [number, T][] {
  let line = 0;
  return gaps.map(([gap, value]) => [(line += gap), value]);
}

/** The types of lines, from letters with run lengths; those behind the last are `rest`. */
export function unrolled(types: string, lines: number, rest: number): Uint8Array {
  const found = new Uint8Array(lines).fill(rest);
  let line = 0;
  for (const [, type = "", run] of types.matchAll(/([a-z])(\d*)/g)) {
    const end = line + Number(run || 1);
    found.fill(TYPES.indexOf(type), line, end);
    line = end;
  }
  return found;
}
