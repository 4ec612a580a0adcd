// A number of a line with what the words around it make of it.
import type { Value } from "./reading.js";
import type { Unit } from "./units.js";

export type Span = readonly [number, number];

export interface Quantity {
  readonly start: number;
  readonly end: number;
  /** one, or the two ends of a range: numbers, or times of day as HH:MM */
  readonly values: readonly Value[];
  readonly unit: Unit;
  /** value, range, at_most, at_least, below, above, before or after */
  readonly bound: string;
  /** the words under which it holds; "" where none are found */
  readonly condition: string;
  /** whether its times may be twelve hours later too: half past six */
  readonly either: boolean;
}

export interface Bounded extends Quantity {
  /** the words that make the bound, and where they stand together with the number */
  readonly words: string;
  readonly around: Span;
}
