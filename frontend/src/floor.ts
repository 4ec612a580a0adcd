// Where the browser is too old for rolebook.js, or that did not come whole, the page says so; it can be read all the
// same. This has to run in any browser: ES5, and no word of it is lowered.

declare global {
  interface Window {
    /** set when the last line of rolebook.js was reached */
    rolebookRuns?: boolean;
  }
}

// biome-ignore lint/complexity/useArrowFunction: browsers below the floor know none
addEventListener("load", function () {
  var note = document.querySelector<HTMLElement>(".rb-floor");
  if (note && !window.rolebookRuns) note.hidden = false;
});

export {};
