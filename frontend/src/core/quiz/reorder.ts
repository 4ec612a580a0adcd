// Moving an item of a list, as dragging and arrow keys do.

/** The list with the item at `from` moved to `to`, both within the list. */
export function moved<T>(items: readonly T[], from: number, to: number): T[] {
  const rest = [...items];
  const [item] = rest.splice(from, 1);
  if (item === undefined) return rest;
  rest.splice(Math.max(0, Math.min(to, rest.length)), 0, item);
  return rest;
}

/** Where in a list of boxes a point falls, by their middles; `tops` and `heights` in the order shown. */
export function placeAt(y: number, tops: readonly number[], heights: readonly number[]): number {
  const passed = tops.filter((top, n) => y > top + (heights[n] ?? 0) / 2).length;
  return Math.min(passed, tops.length - 1);
}
