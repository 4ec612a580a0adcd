// How good a place of the text is as the start of a match.

/** How good a place is: all of a line, its start, the start of a clause in it, or inside. */
export const WHOLE = 0;
export const START = 1;
export const CLAUSE = 2;
export const INSIDE = 3;
const LINE_END = 10;
const SHOWN_END = 9;
const MARK = /[\p{P}\s]/u;
const LETTER = /[a-z]/;
const LOOKED_AT = 2;
const breaks = new Uint8Array(65536); // 0: not looked at yet

/** Whether a unit is a mark or a blank: behind it a clause begins. */
export function isBreak(unit: number): boolean {
  if (unit >= 0x4e00 && unit < 0xa000) return false; // nearly all of a Chinese text, and dear to ask of one by one
  return (breaks[unit] ||= MARK.test(String.fromCharCode(unit)) ? 1 : LOOKED_AT) === 1;
}

/** Whether a unit of the text ends a line, or what is shown of it: no match goes on behind. */
export function ends(unit: number): boolean {
  return unit === LINE_END || unit === SHOWN_END;
}

/** By place, how good it is as the start of a match. */
export function edgesOf(units: Uint16Array, starts: Int32Array): Uint8Array {
  const edges = new Uint8Array(units.length);
  for (let at = 1; at < units.length; at++) edges[at] = isBreak(units[at - 1]!) ? CLAUSE : INSIDE;
  for (const start of starts) if (start < edges.length) edges[start] = START;
  return edges;
}

/** Whether a unit is a letter of those that make words of several. */
export function isLetter(unit: number | undefined): boolean {
  return unit !== undefined && LETTER.test(String.fromCharCode(unit));
}

/** Whether a unit is a digit. */
export function isDigit(unit: number | undefined): boolean {
  return unit !== undefined && unit >= 48 && unit <= 57;
}
