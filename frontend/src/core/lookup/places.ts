// Where what stands: all places of a text in the order of what stands there, so that a search touches few of them.

/** Places by a value. Those of one value are `order[heads[value]]` up to `order[heads[value + 1]]`, in the text's order. */
export class Places {
  readonly order: Int32Array;
  readonly heads: Int32Array;

  /** A counting sort: `at` says for each place the value there, from 0 up to but without `values`. */
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

  /** The places of a value. */
  of(value: number): Int32Array {
    return this.order.subarray(this.heads[value], this.heads[value + 1]);
  }
}

/**
 * Places with what is asked of each: its line and how good a place it is. They stand in the order they are read in, which
 * spares a frequent value thousands of reads from all over the text.
 */
export class MarkedPlaces extends Places {
  readonly lines: Int32Array;
  readonly edges: Uint8Array;

  /** `lineAt` and `edges` say for each place of the text its line, and how good it is as the start of a match. */
  constructor(at: ArrayLike<number>, values: number, lineAt: Int32Array, edges: Uint8Array) {
    super(at, values);
    const { order } = this;
    this.lines = new Int32Array(order.length);
    this.edges = new Uint8Array(order.length);
    for (let n = 0; n < order.length; n++) {
      this.lines[n] = lineAt[order[n]!]!;
      this.edges[n] = edges[order[n]!]!;
    }
  }
}
