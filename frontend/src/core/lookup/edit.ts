// One slip of the fingers.

/** Whether one letter added, dropped or changed, or two changed places, makes `a` of `b`. */
export function oneEdit(a: string, b: string): boolean {
  let from = 0;
  while (from < a.length && from < b.length && a[from] === b[from]) from++;
  let left = a.length;
  let right = b.length;
  while (left > from && right > from && a[left - 1] === b[right - 1]) {
    left--;
    right--;
  }
  const [x, y] = [left - from, right - from];
  const swapped = x === 2 && y === 2 && a[from] === b[from + 1] && a[from + 1] === b[from];
  return swapped || (x <= 1 && y <= 1 && x + y > 0);
}
