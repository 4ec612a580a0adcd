/** Copy a text; false where the browser does not allow it. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyUnasked(text); // no permission, or a page that is not served securely
  }
}

/** Copying by command lets the page say what is copied, so that the focus stays where it is; some want a selection. */
function copyUnasked(text: string): boolean {
  let put = false;
  const putting = (event: ClipboardEvent): void => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    put = event.clipboardData !== null;
  };
  document.addEventListener("copy", putting, { capture: true });
  const done = document.execCommand("copy");
  document.removeEventListener("copy", putting, { capture: true });
  return (done && put) || copyBySelection(text);
}

function copyBySelection(text: string): boolean {
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.value = text;
  field.className = "rb-sr";
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return done;
}
