"""A browser below the floor: the page says so, and is read all the same."""

from __future__ import annotations

import pytest

from rolebook.language.strings import Strings
from tests.browsers.driving import Browser

NOTE = Strings("zh")("theme.floor")


@pytest.mark.parametrize("driven", ["chromium-79"], indirect=True)
def test_the_page_says_so_and_can_be_read(driven: Browser, base: str) -> None:
    """The note is seen, and with it the lines, and the way to all lines that stands in for lookup."""
    driven.open(f"{base}roles/meeting-attendant.html")
    assert driven.text(".rb-floor") == NOTE
    assert "热饮温度控制在70℃" in driven.text("#hot-drinks")
    driven.click(".rb-lookup__plain")
    driven.until("/lines.html$/.test(location.href)")
    assert "热饮温度控制在70℃" in driven.text("main")
