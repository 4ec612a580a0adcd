"""What a reader of the screen says of a page: what comes to its live regions and what gets the focus, in order.

A live region is heard when what it says changes. One that comes to the page with its words is not, unless it is an
alert; the same words put in its place again are not either. So browsers tell it, whatever reads it out.
"""

from __future__ import annotations

import time

from playwright.sync_api import Page

EAR = """(() => {
  const LIVE = "[role=status], [role=alert], [aria-live]:not([aria-live=off]), output";
  const said = new Map();
  window.heard = [];
  const words = (node) => node.nodeType === Node.TEXT_NODE ? node.data
    : node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true" || node.hidden ? ""
    : [...node.childNodes].map(words).join("");
  let option = "";
  const tell = (element) => window.heard.push(`[${element.computedRole}] ${element.computedName}`.trim());
  const listen = () => {
    for (const region of document.querySelectorAll(LIVE)) {
      const now = words(region);
      const before = said.has(region) ? said.get(region) : region.role === "alert" ? "" : now;
      if (region.checkVisibility()) said.set(region, now); else said.delete(region);
      if (said.has(region) && now.trim() && now !== before) window.heard.push(now.replace(/\\s+/g, " ").trim());
    }
    for (const region of said.keys()) if (!region.isConnected) said.delete(region);
    const active = document.activeElement?.getAttribute("aria-activedescendant") ?? "";
    if (active && active !== option) tell(document.getElementById(active));
    option = active;
  };
  new MutationObserver(listen).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true});
  document.addEventListener("focusin", ({ target }) => tell(target));
})()"""
PATIENCE = 30.0
"""seconds"""


def listening(page: Page) -> Page:
    """Listen to every page that is opened from now on."""
    page.add_init_script(EAR)
    return page


def heard(page: Page, count: int) -> list[str]:
    """Return what was said since the last call: `count` sayings, and what is said beside them, waited for."""
    end = time.monotonic() + PATIENCE
    while len(found := page.evaluate("window.heard")) < count and time.monotonic() < end:
        page.wait_for_timeout(50)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return [str(one) for one in page.evaluate("window.heard.splice(0)")] if found else []
