"""What the tests of lookup share: where things are, and typing into it."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

HOME = "index.html"
BAR = "roles/bar-attendant.html"
BOX = "header input[role=combobox]"
OPTION = "[role=listbox] [role=option]"
HOT = "热饮温度控制在70℃"


def status(page: Page) -> Locator:
    """Return the live region of lookup."""
    return page.locator("rb-lookup [role=status]")


def look_up(page: Page, typed: str) -> Locator:
    """Type into lookup, wait for what it says, and return the results."""
    page.locator(BOX).fill(typed)
    expect(status(page)).to_have_text(re.compile("找到|没有"))
    return page.locator(OPTION)
