"""The whole handbook: what stands at an address, who refers to whom, and who belongs to whom."""

from __future__ import annotations

from typing import Any

from rolebook.errors import Place
from rolebook.language import language
from rolebook.model.address import Address
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.model.item import Item
from tests.records import record, role


def line(name: str, text: str = "", **more: Any) -> dict[str, Any]:
    """Return a line called by its id."""
    return {"text": text or f"做{name}", "id": name, **more}


LOG = record("forms/log", title="登记表", aliases=["登记本"])
QUIET = record("standards/quiet", title="安静标准", sections=[{"title": "声音", "id": "loud", "items": [line("low")]}])
BAR = role(
    "bar",
    line("a", "填写登记表和登记本", items=[line("b", "按《安静标准》做")]),
    line("c", "交给前台", forms=["log"]),
    title="吧台",
    aliases=["水吧"],
    reports_to=["hall", "店长"],
    works_with=["前厅"],
    standards=["quiet"],
    related=["forms/log", "forms/gone"],
)
HALL = role("hall", line("d"), title="前厅", related=["roles/bar#a"], renamed_from=["lobby", "foyer"])
GUEST = record(
    "procedures/guest",
    steps=[{"title": "一", "by": ["水吧"], "items": [line("e", "填登记表")]}, {"title": "二", "by": ["roles/hall"]}],
)
BOOK = Handbook([BAR, HALL, GUEST, QUIET, LOG], language=language("zh"))


def shown(addresses: Any) -> list[str]:
    """Return addresses as they are written."""
    return [str(address) for address in addresses]


def test_every_line_has_an_address_and_a_part() -> None:
    """In reading order, sub-items after their line."""
    assert shown(BOOK.lines)[:4] == ["roles/bar#a", "roles/bar#b", "roles/bar#c", "roles/hall#d"]
    found = BOOK.lines[Address("roles", "bar", "b")]
    assert (found.record, found.part.anchor, found.path) == (BAR, "duties", ("sections", 0, "items", 0, "items", 0))
    assert found.address == Address("roles", "bar", "b") and found.item.text == "按《安静标准》做"
    assert shown(BOOK.parts)[:2] == ["roles/bar#duties", "roles/hall#duties"]
    assert BOOK.parts[Address("standards", "quiet", "loud")].title == "声音"


def test_of_two_lines_with_one_id_the_first_has_the_address() -> None:
    """The other is told as a fault."""
    book = Handbook([role("bar", line("a", "一"), line("a", "二"))])
    assert [one.item.text for one in book.lines.values()] == ["一"]


def test_what_there_is_at_an_address() -> None:
    """Records, lines and parts; anything in a file that could not be read."""
    book = Handbook([BAR], unread=frozenset({Address("roles", "faulty")}))
    there = ("roles/bar", "roles/bar#a", "roles/bar#b", "roles/bar#duties", "roles/faulty", "roles/faulty#x")
    for text in (*there, "roles/bar#x", "roles/hall", "roles/hall#a", "forms/bar"):
        address = Address.parse(text)
        assert address is not None
        assert book.has(address) == (text in there), text


def test_who_refers_to_whom() -> None:
    """What is named outright, in a line or as a post, each once and never itself; and the other way round."""
    links = {str(address): shown(targets) for address, targets in BOOK.links.items()}
    assert links == {
        "roles/bar": ["forms/log", "standards/quiet", "roles/hall"],
        "roles/hall": ["roles/bar"],
        "procedures/guest": ["forms/log", "roles/bar", "roles/hall"],
        "standards/quiet": [],
        "forms/log": [],
    }
    backlinks = {str(address): shown(sources) for address, sources in BOOK.backlinks.items()}
    assert backlinks == {
        "roles/bar": ["roles/hall", "procedures/guest"],
        "roles/hall": ["roles/bar", "procedures/guest"],
        "procedures/guest": [],
        "standards/quiet": ["roles/bar"],
        "forms/log": ["roles/bar", "procedures/guest"],
    }


def test_nothing_refers_to_itself() -> None:
    """Neither a form that names itself nor a post that is named among its own."""
    form = record("forms/own", title="自检表", fields=[{"label": "自检表页数"}])
    post = role("bar", "按《吧台》做", title="吧台", works_with=["吧台"])
    book = Handbook([form, post])
    assert [*book.links.values()] == [(), ()]
    assert book.named_by == {}


def test_the_lines_that_name_a_form() -> None:
    """By its title, an alias or outright; a line that does it twice is one."""
    assert {str(form): [one.item.id for one in lines] for form, lines in BOOK.named_by.items()} == {
        "forms/log": ["a", "c", "e"]
    }


def test_the_posts_a_record_belongs_to() -> None:
    """Itself; those it names, then those that refer to it; a mere name is none."""
    assert BOOK.posts_of(BAR) == (BAR,)
    assert BOOK.posts_of(GUEST) == (BAR, HALL)
    assert BOOK.posts_of(QUIET) == (BAR,)
    assert BOOK.posts_of(LOG) == (BAR,)


def test_a_post_is_meant_by_any_of_its_names() -> None:
    """Id, address, title and alias; of two posts that are called alike the first."""
    for name in ("bar", "roles/bar", "吧台", "水吧"):
        assert BOOK.role(name) is BAR
    assert BOOK.role("店长") is None and BOOK.role("forms/log") is None
    other = role("tea", title="水吧", aliases=["hall"])
    assert Handbook([BAR, other]).role("水吧") is BAR
    assert Handbook([other, BAR]).role("水吧") is other


def test_a_title_means_one_record() -> None:
    """Forms before others, of several the first; capitals count for nothing."""
    one, two = record("standards/a", title="Log", sections=[]), record("standards/b", title="log", sections=[])
    form = record("forms/c", title="LOG")
    assert Handbook([one, two]).titled("LOG") is one
    assert Handbook([one, two, form]).titled("log") is form
    assert Handbook([one]).titled("logs") is None
    assert BOOK.titled("水吧") is BAR


def test_what_a_text_names() -> None:
    """Forms wherever their names stand, other records in the marks of a title."""
    text = "安静标准见《安静标准》，填《登记本》"
    assert [(text[start:end], one.id) for start, end, one in BOOK.named_records(text)] == [
        ("登记本", "log"),
        ("安静标准", "quiet"),
    ]


def test_what_stands_out_in_a_line() -> None:
    """Numbers and names in their order; of two that meet the one that begins first, then the longer."""
    form = record("forms/two", title="2步单")
    book = Handbook([form, QUIET], language=language("zh"))
    measures = [{"of": "甲", "value": value, "unit": "步"} for value in ("3", "2")]
    item = Item.model_validate({"text": "按《安静标准》填2步单，走3步", "measures": measures})
    marks = book.marks(item)
    assert [(item.text[mark.start : mark.end], mark.named) for mark in marks] == [
        ("安静标准", QUIET),
        ("2步单", form),
        ("3步", None),
    ]


def test_a_form_is_meant_by_its_id_or_its_address() -> None:
    """Or by that of one of its lines; a record of another kind is none."""
    for reference in ("log", "forms/log", "forms/log#a"):
        assert BOOK.form(reference) is LOG
    for reference in ("bar", "roles/bar", "登记表", ""):
        assert BOOK.form(reference) is None


def test_what_a_record_is_known_by_on_devices() -> None:
    """The first id it had; a line's address changes with that of its record."""
    assert BOOK.first(Address("roles", "hall")) == Address("roles", "lobby")
    assert BOOK.first(Address("roles", "hall", "d")) == Address("roles", "lobby", "d")
    assert BOOK.first(Address("roles", "bar", "a")) == Address("roles", "bar", "a")
    assert BOOK.first(Address("roles", "gone", "a")) == Address("roles", "gone", "a")
    assert {str(earlier): one.id for earlier, one in BOOK.renamed.items()} == {
        "roles/lobby": "hall",
        "roles/foyer": "hall",
    }


def test_where_a_record_was_written() -> None:
    """In the file it was read from, else in that of its id; a line's place is asked of who read it."""
    sources = {Address("roles", "bar"): "roles/hotel-a/bar.yml"}
    book = Handbook([BAR, HALL], lambda address, path: Place(f"{address}", len(path), 3), sources=sources)
    assert book.source(Address("roles", "bar")) == book.source(Address("roles", "bar", "a")) == "roles/hotel-a/bar.yml"
    assert book.source(Address("roles", "hall", "d")) == "roles/hall.yml"
    assert book.written(book.lines[Address("roles", "bar", "b")]) == Place("roles/bar", 6, 3)
    assert BOOK.place(Address("roles", "bar"), ()) == Place("", 0)


def test_a_handbook_of_records_alone() -> None:
    """Speaks the default language and sets nothing for all."""
    book = Handbook([])
    assert (book.language, book.defaults, book.files, book.notices) == (language(), Defaults(), frozenset(), ())
    assert (book.synonyms, book.unread, book.sources) == ((), frozenset(), {})
    assert Handbook([], files=frozenset({"a.md"}), defaults=Defaults(owner="甲")).files == {"a.md"}


def test_records_of_one_kind() -> None:
    """In the order they came."""
    assert BOOK.of(type(BAR)) == (BAR, HALL)
    assert BOOK.of(type(LOG)) == (LOG,)
