// What a phone folds away lies open beside the text where a screen is wide enough for two columns.

const WIDE = matchMedia("(min-width: 76.25em)");

function open(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[data-wide]")) fold.open = WIDE.matches;
}

WIDE.addListener(open); // Safari 14 knows the newer way from its second release on
open();
