// What a phone folds away lies open beside the text where a screen is wide enough for two columns, and on paper.

const NARROW = matchMedia("screen and (max-width: 76.2499em)");

function open(): void {
  for (const fold of document.querySelectorAll<HTMLDetailsElement>("details[data-wide]")) fold.open = !NARROW.matches;
}

NARROW.addListener(open); // Safari 14 knows the newer way from its second release on
open();
