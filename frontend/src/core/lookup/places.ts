// Where what stands: all places of a text in the order of what stands there, so that a search touches few of them.

/** Places by a value. Those of one value are `order[first(value)]` up to `order[last(value)]`, in the text's order. */
export class Places {
  readonly order: Int32Array;
  /** by value, its number among those there are, from 1 on in the order they are met; 0 where it is nowhere */
  private readonly numbers: Uint16Array | Uint32Array;
  private readonly heads: Int32Array;

  /**
   * A counting sort: `at` says for each place the value there, from 0 up to but without `values`. Of those few are
   * anywhere, so that they are not gone through.
   */
  constructor(at: ArrayLike<number>, values: number) {
    const numbers = new (at.length < 65536 ? Uint16Array : Uint32Array)(values);
    const heads = new Int32Array(Math.min(values, at.length) + 3);
    let count = 0;
    for (let place = 0; place < at.length; place++) {
      const value = at[place]!;
      heads[(numbers[value] ||= ++count) + 2]!++;
    }
    for (let n = 2; n < count + 3; n++) heads[n]! += heads[n - 1]!;
    const order = new Int32Array(at.length);
    // As yet every head is where the number before begins; filling moves it to where its own does.
    for (let place = 0; place < at.length; place++) order[heads[numbers[at[place]!]! + 1]!++] = place;
    this.order = order;
    this.numbers = numbers;
    this.heads = heads;
  }

  /** Where in `order` the places of a value begin. */
  first(value: number): number {
    return this.heads[this.numbers[value]!]!;
  }

  /** Where in `order` they end; where they begin for a value that is nowhere. */
  last(value: number): number {
    return this.heads[this.numbers[value]! + 1]!;
  }

  /** How many places a value has. */
  count(value: number): number {
    return this.last(value) - this.first(value);
  }

  /** The places of a value. */
  of(value: number): Int32Array {
    return this.order.subarray(this.first(value), this.last(value));
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
    const lines = new Int32Array(order.length);
    const marks = new Uint8Array(order.length);
    for (let n = 0; n < order.length; n++) {
      lines[n] = lineAt[order[n]!]!;
      marks[n] = edges[order[n]!]!;
    }
    [this.lines, this.edges] = [lines, marks];
  }
}
