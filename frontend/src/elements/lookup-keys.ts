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
