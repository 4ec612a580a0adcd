"""What the browser gets of a language: the front end's tests read the same files."""

from __future__ import annotations

import json

import pytest

from rolebook.language.export import browser_tables
from rolebook.language.strings import WRITTEN
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "language"


@pytest.mark.parametrize("code", WRITTEN)
def test_the_front_end_is_tested_with_the_tables_there_are(code: str) -> None:
    """Written anew, where a table changed, by `json.dumps(browser_tables(code), ensure_ascii=False, indent=1)`."""
    assert json.loads((CASES / f"{code}.json").read_text("utf-8")) == browser_tables(code)
