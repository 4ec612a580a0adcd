"""A listing in parts: every entry once and findable, no part too long, addresses that stay when others come and go."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from hypothesis import given
from hypothesis import strategies as st

from rolebook import listing
from rolebook.language.filing import filed
from rolebook.language.strings import Strings
from rolebook.listing import Entry, Part, Shelf, Sized

ZH = Strings()
LIMIT = 6_000


def sized(name: str, size: int, shelf: str = "前厅", title: str = "", folder: str = "roles/all") -> Sized:
    """Return an entry of a listing."""
    return Sized(Entry(name, title or name, Shelf(f"{shelf}-1", shelf), folder, lambda here: "x" * size), size)


NAMES = st.text("aAb-", min_size=1, max_size=3)
LISTINGS = st.lists(
    st.builds(sized, NAMES, st.integers(1, 9_000), st.sampled_from("前客餐后"), st.text("门童2 总机10", max_size=4)),
    unique_by=lambda one: one.entry.name,
    max_size=40,
)


def names(found: Sequence[Part]) -> list[str]:
    """Return the names of all entries in their order."""
    return [entry.name for part in found for entry in part.entries]


@given(listed=LISTINGS)
def test_all_parts_together_hold_each_entry_once(listed: list[Sized]) -> None:
    """Shelf by shelf by name; within a shelf that is cut by title, within one that is not as they came."""
    found = listing.parts(listed, LIMIT)
    assert sorted(names(found)) == sorted(one.entry.name for one in listed)
    order = sorted({one.entry.shelf for one in listed}, key=lambda shelf: filed(shelf.title))
    entries = [entry for part in found for entry in part.entries]
    assert [shelf for shelf, _ in groupby(entries, key=lambda entry: entry.shelf)] == order
    for shelf in order:
        cut = {part.cut for part in found for entry in part.entries if entry.shelf == shelf}
        assert len(cut) == 1
        there = [entry for entry in entries if entry.shelf == shelf]
        came = [one.entry for one in listed if one.entry.shelf == shelf]
        assert there == (sorted(came, key=lambda entry: filed(entry.title)) if cut == {True} else came)


@given(listed=LISTINGS)
def test_no_part_is_longer_than_it_may_be_unless_one_entry_is(listed: list[Sized]) -> None:
    """With its headings; and none is so short that there are more than twice as many as need be."""
    size = {one.entry.name: one for one in listed}
    found = listing.parts(listed, LIMIT)
    sizes = [listing.size(size[entry.name] for entry in part.entries) for part in found]
    assert all(total <= LIMIT or len(part.entries) == 1 for part, total in zip(found, sizes, strict=True))
    shelves = len({one.entry.shelf for one in listed})
    assert len(found) <= 4 * (sum(one.size for one in listed) // LIMIT + 1) + 2 * shelves


@given(listed=LISTINGS)
def test_every_part_has_an_address_of_its_own(listed: list[Sized]) -> None:
    """Also where file systems do not tell capitals apart; made of its first and its last entry."""
    found = listing.parts(listed, LIMIT)
    assert len({part.path.casefold() for part in found}) == len(found)
    for part in found:
        assert part.path.startswith(f"roles/all/{part.entries[0].name}")


def test_an_address_is_made_of_the_first_and_the_last_entry() -> None:
    """Of one entry it has one name; a page below a folder is no folder, and a long name is cut between characters."""
    path = [part.path for part in listing.parts([sized("a", 9), sized("b/c", 9)], LIMIT)]
    assert path == ["roles/all/a--b-c.html"]
    assert [part.path for part in listing.parts([sized("a", 9)], LIMIT)] == ["roles/all/a.html"]
    (long,) = listing.parts([sized("岗" * 90, 9), sized("位" * 90, 9)], LIMIT)
    assert long.path == f"roles/all/{'岗' * 33}--{'位' * 33}.html"


def test_what_comes_or_goes_moves_the_cuts_beside_it_alone() -> None:
    """So that an address that was kept leads on: of a hundred parts all but a few stay."""
    listed = [sized(f"role-{n:04}", 400, title=f"岗位 {n}") for n in range(1_000)]
    before = {part.path for part in listing.parts(listed, LIMIT)}
    for gone in (0, 500, 999):
        after = {part.path for part in listing.parts([*listed[:gone], *listed[gone + 1 :]], LIMIT)}
        assert len(before - after) <= len(before) // 10, gone


def test_a_shelf_that_fits_is_not_torn_apart() -> None:
    """Small ones share a page; one that does not fit stands on pages of its own."""
    small = [sized(f"{shelf}{n}", 400, shelf) for shelf in ("10 店", "2 店", "1 店") for n in range(3)]
    large = [sized(f"d{n}", 400, "丁", title=f"岗 {n}") for n in range(30)]
    found = listing.parts([*small, *large], LIMIT)
    assert [part.label(ZH) for part in found if not part.cut] == ["1 店 – 10 店"]
    cut = [part for part in found if part.cut]
    assert len(cut) > 1
    assert cut[0].label(ZH).startswith("丁：岗 0 – ") and cut[-1].label(ZH).endswith(" – 岗 29")


def test_folders_do_not_share_a_page() -> None:
    """A page of posts holds no forms, however few they are."""
    found = listing.parts([sized("a", 9, "岗位", folder="x"), sized("b", 9, "表单", folder="y")], LIMIT)
    assert [part.path for part in found] == ["x/a.html", "y/b.html"]


def test_an_overview_says_of_each_shelf_where_it_is_and_how_much_there_is() -> None:
    """A shelf on one page by its name, one that is cut by its stretches."""
    listed = [*(sized(f"b{n}", 400, "乙", title=f"岗 {n}") for n in range(30)), sized("a", 400, "甲")]
    found = listing.parts(listed, LIMIT)
    first, second = listing.overview(found, ZH)
    assert first == ("甲", "甲-1", 1, (("甲", "roles/all/a.html", "甲-1"),))
    assert (second.title, second.anchor, second.amount) == ("乙", "乙-1", 30)
    assert [path for _, path, _ in second.places] == [part.path for part in found[1:]]
    assert second.places[0][0].startswith("岗 0 – ")


def test_of_very_many_shelves_an_overview_names_the_pages() -> None:
    """It would be too long itself, and nobody reads through hundreds of names."""
    listed = [sized(f"a{n}", 400, f"店 {n}") for n in range(listing.MOST_SHELVES + 1)]
    found = listing.parts(listed, LIMIT)
    rows = listing.overview(found, ZH)
    assert [row.places[0][1] for row in rows] == [part.path for part in found]
    assert rows[0].title.startswith("店 0 – 店 ")
