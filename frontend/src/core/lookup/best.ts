// The best few of many lines, by one number each.

/** How many lines can be told apart in a sorting key. */
export const MOST_LINES = 1 << 20;

/** The best few of many. */
export class Best {
  readonly lines: number[] = [];
  private readonly keys: number[] = [];

  constructor(private readonly limit: number) {}

  /** Whether a line of this key, or a lesser one, is among the best so far. */
  takes(key: number): boolean {
    return this.lines.length < this.limit || key < this.keys[this.limit - 1]!;
  }

  offer(line: number, key: number): void {
    const { lines, keys, limit } = this;
    if (!this.takes(key)) return;
    let at = lines.length;
    while (at > 0 && keys[at - 1]! > key) at--;
    lines.splice(at, 0, line);
    keys.splice(at, 0, key);
    lines.splice(limit);
    keys.splice(limit);
  }
}
