// What an address leads to is shown, also where it is folded away: newer browsers do so themselves.

function unfold(): void {
  const target = document.querySelector(":target");
  const fold = target?.closest<HTMLDetailsElement>("details:not([open])");
  if (!target || !fold) return;
  fold.open = true;
  target.scrollIntoView();
}

addEventListener("hashchange", unfold);
unfold();
