"""Every fault of tests/cases/faults is told as its case says: in the right place, with the right cause and a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.language.strings import WRITTEN
from tests.faults import CASES, parts, told


@pytest.mark.parametrize("language", WRITTEN)
@pytest.mark.parametrize("case", sorted(CASES.glob("*/*.txt")), ids=lambda case: f"{case.parent.name}-{case.stem}")
def test_a_fault_is_told_where_it_is(case: Path, language: str, tmp_path: Path) -> None:
    """Byte for byte."""
    assert told(case, language, tmp_path) == parts(case)[language]
