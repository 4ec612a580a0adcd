// Scripts that a page runs where it has the elements they make, so that none carries what it does not use.
import { run } from "./elements/script.js";
import { SCRIPT } from "./storage.js";

/** By the script's name, which elements it makes. */
const PARTS = {
  quiz: "rb-home, rb-profile, rb-quiz, rb-review, rb-exam, rb-team",
  tick: "rb-checklist",
};

const begun = new Set<string>();

function look(): void {
  for (const [name, elements] of Object.entries(PARTS)) {
    if (begun.has(name) || !document.querySelector(elements)) continue;
    begun.add(name);
    void run(new URL(`${name}.js`, SCRIPT ?? location.href).href);
  }
}

look();
// Where Material swaps pages in, another may need another.
window.document$?.subscribe(look);
