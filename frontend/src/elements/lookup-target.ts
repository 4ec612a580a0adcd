// Opens a line: goes to its page, and makes it stand out there.

import type { Corpus } from "../core/lookup/corpus.js";

const FOUND = "rb-found";

declare global {
  interface Window {
    /** Material's stream of documents, which exists where pages are swapped in without loading. */
    document$?: { subscribe(seen: () => void): { unsubscribe(): void } };
  }
}

/** Go to `url`; `anchor` is the id of the line there, "" for the top of the page. */
export function show(url: URL, anchor: string): void {
  document.querySelector(`.${FOUND}`)?.classList.remove(FOUND);
  const link = document.createElement("a");
  link.href = url.href;
  link.hidden = true;
  document.body.append(link);
  const same = url.href.replace(/#.*/, "") === location.href.replace(/[?#].*/, "");
  link.click(); // as a link, so that instant navigation takes it where it is on
  link.remove();
  if (same) highlight(anchor);
  else afterSwap(() => highlight(anchor));
}

/** `:target` follows real navigation only; after a swap the line needs a class of its own. */
function highlight(anchor: string): void {
  const line = anchor ? document.getElementById(anchor) : document.querySelector<HTMLElement>("main h1, article h1");
  if (!line) return;
  if (anchor) line.classList.add(FOUND);
  line.scrollIntoView({ block: "center" });
  line.tabIndex = -1;
  line.focus({ preventScroll: true });
}

function afterSwap(then: () => void): void {
  let seen = 0;
  const watching = window.document$?.subscribe(() => {
    // The stream begins by telling the document that is here already.
    if (seen++ === 0) return;
    watching?.unsubscribe();
    requestAnimationFrame(then);
  });
}

/** Where a line is found on the site at `root`. */
export function urlOf(corpus: Corpus, line: number, root: string): URL {
  const { address } = corpus.pages[corpus.pageOf[line]!]!;
  const url = new URL(`${address.split("/").map(encodeURIComponent).join("/")}.html`, root);
  const anchor = corpus.anchor(line);
  if (anchor) url.hash = encodeURIComponent(anchor);
  return url;
}

/** The address of the page that is open, of the site at `root`. */
export function addressHere(root: string): string {
  const path = location.href.replace(/[?#].*$/, "");
  return path.startsWith(root) ? decodeURIComponent(path.slice(root.length)).replace(/\.html$/, "") : "";
}
