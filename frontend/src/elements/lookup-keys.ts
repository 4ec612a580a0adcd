/** Whether a key calls for lookup: Ctrl+K anywhere, a slash where nothing is being written. */
export function summons(event: KeyboardEvent): boolean {
  if (event.isComposing || event.altKey) return false;
  const control = event.ctrlKey || event.metaKey;
  if (control) return !event.shiftKey && event.key.toLowerCase() === "k";
  const target = event.target instanceof Element ? event.target : undefined;
  return (
    event.key === "/" && !target?.closest("input, textarea, select, [contenteditable]:not([contenteditable=false])")
  );
}

/** Where an arrow leads in a list of `length` lines, -1 for none of them; past the last only where `more` follow. */
export function moved(active: number, step: 1 | -1, length: number, more: boolean): number {
  if (!length) return active;
  if (active < 0) return step > 0 ? 0 : length - 1;
  return Math.min(length - (more ? 0 : 1), Math.max(0, active + step));
}
