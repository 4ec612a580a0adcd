/**
 * The way to this page in another script. It stands in the header of every page as a link, and works without this; here
 * it learns the place on the page, what a scanned code asks (?rev=2), and which page is open where they are swapped.
 */
class Variant extends HTMLElement {
  private here = "";
  private there = "";

  connectedCallback(): void {
    // Resolved once: instant navigation leaves the header as it is and moves the page's address from under it.
    this.here ||= new URL(this.dataset["here"] ?? "", document.baseURI).href;
    this.there ||= new URL(this.dataset["there"] ?? "", document.baseURI).href;
    for (const event of ["pointerover", "focusin", "click"]) this.addEventListener(event, this.aim);
  }

  private aim = (): void => {
    const link = this.querySelector("a");
    if (link && location.href.startsWith(this.here)) link.href = this.there + location.href.slice(this.here.length);
  };
}

customElements.define("rb-variant", Variant);
