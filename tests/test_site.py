"""What names a site on the devices of those who use it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.site import SITE_ID, site_id_of


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Hôtel du Lac & Spa", "hotel-du-lac-spa-9c3f4fd2"),
        ("示例公司", "handbook-17b2d2e5"),
        ("绿洲 Oasis 酒店", "oasis-34fb4f31"),
    ],
)
def test_an_id_made_from_a_name(name: str, made: str) -> None:
    """Readable where the name is Latin, and told from like names by a digest; the same on every machine."""
    assert site_id_of(name) == made


@given(st.text())
def test_any_name_makes_an_id(name: str) -> None:
    """Whatever the company is called."""
    assert SITE_ID.fullmatch(site_id_of(name))


@given(st.text(), st.text())
def test_another_name_makes_another_id(one: str, other: str) -> None:
    """Two companies share nothing, however alike their names."""
    assert (site_id_of(one) == site_id_of(other)) == (one == other)
