// Where what stands: all places of a text in the order of what stands there, so that a search touches few of them.

/** Places by a value from 0 up to `values`. Those of one value keep their order. */
export class Places {
  private readonly order: Int32Array;
  private readonly heads: Int32Array;

  /** A counting sort. `at` says for each place the value there. */
  constructor(at: ArrayLike<number>, values: number) {
    const heads = new Int32Array(values + 2);
    for (let place = 0; place < at.length; place++) heads[at[place]! + 2]!++;
    for (let value = 2; value < heads.length; value++) heads[value]! += heads[value - 1]!;
    this.order = new Int32Array(at.length);
    // As yet every head is where the value before begins; filling moves it to where its own does.
    for (let place = 0; place < at.length; place++) this.order[heads[at[place]! + 1]!++] = place;
    this.heads = heads;
  }

  /** How many places a value has. */
  count(value: number): number {
    return this.heads[value + 1]! - this.heads[value]!;
  }

  /** Call `found` with every place of a value, or of all values from it up to but without `end`. */
  each(value: number, found: (place: number) => void, end = value + 1): void {
    const { order, heads } = this;
    const last = heads[end]!;
    for (let n = heads[value]!; n < last; n++) found(order[n]!);
  }
}
