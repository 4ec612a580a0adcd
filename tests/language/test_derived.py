"""A language made of another: nothing of the other script is left, what is written in both is not taken for it."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.language.derived import Rewrite, derived, rewriting, scripts, sparing
from rolebook.language.strings import LANGUAGES, WRITTEN, words
from rolebook.language.tables import table

CASES = Path(__file__).parents[1] / "cases" / "language"
SIMPLIFIED, TRADITIONAL = (re.compile(f"[{characters}]") for characters in scripts())


def found(source: str, target: str) -> Rewrite:
    """Return the rewriting that there must be."""
    rewrite = rewriting(source, target)
    assert rewrite is not None
    return rewrite


THERE, BACK = found("zh", "zh-Hant"), found("zh-Hant", "zh")
HANT = words("zh-Hant")


def pairs(path: Path) -> list[tuple[str, str]]:
    """Return the lines of a table: a text, a tab, what it becomes."""
    lines = path.read_text("utf-8").splitlines()
    return [(row[0], row[1]) for line in lines if not line.startswith("#") and len(row := line.split("\t")) == 2]


def test_languages_by_their_folders() -> None:
    """Those written by hand come first, and the default is one of them."""
    assert (*WRITTEN, "zh-Hant") == LANGUAGES
    assert WRITTEN[0] == "zh"


@pytest.mark.parametrize("name", sorted(HANT))
def test_the_traditional_interface_is_traditional(name: str) -> None:
    """No Simplified character and no Simplified quotation mark is left, and a text around it may be rewritten again."""
    assert not SIMPLIFIED.search(HANT[name])
    assert not re.search("[“”‘’]", HANT[name])
    assert THERE(HANT[name]) == HANT[name]


@pytest.mark.parametrize(("simplified", "traditional"), pairs(CASES / "traditional.txt"))
def test_rewriting(simplified: str, traditional: str) -> None:
    """As the table of cases has it; what is Traditional already stays, and the way back leads to the beginning."""
    assert THERE(simplified) == traditional
    assert THERE(traditional) == traditional
    assert BACK(traditional) == simplified


@pytest.mark.parametrize(
    "text",
    [
        "Guests’ rooms: “quiet” after ‘ten’",
        "don’t",
        "{n} · {title}",
        "鄰里三公里",
        "皇后與王后",
        "roles/bar-attendant",
    ],
)
def test_what_stays(text: str) -> None:
    """Latin texts with their marks, placeholders, and what is Traditional already though it holds 里 or 后."""
    assert THERE(text) == text


def test_quotation_marks_of_chinese() -> None:
    """Single ones in pairs only: alone, the second of them is an apostrophe."""
    assert THERE("说“好”，再说‘不好’，don’t") == "說「好」，再說『不好』，don’t"
    assert BACK("說「好」，再說『不好』，don’t") == "说“好”，再说‘不好’，don’t"


@settings(deadline=None)
@given(st.text(st.sampled_from("签准系里台后干发面只冲“”‘’岗位{}abc 1。鄰檯" + scripts()[0][:300]), max_size=30))
def test_nothing_simplified_is_left(text: str) -> None:
    """Whatever stands beside it; a text keeps its length, so that it can be cut where it was cut before."""
    rewritten = THERE(text)
    assert not SIMPLIFIED.search(rewritten)
    assert len(rewritten) == len(text)


@settings(deadline=None)
@given(st.text(st.sampled_from("国门车书岗“”a1。" + scripts()[1][:300]), max_size=30))
def test_nothing_traditional_is_left_on_the_way_back(text: str) -> None:
    """The same the other way."""
    assert not TRADITIONAL.search(BACK(text))


@settings(deadline=None)
@given(st.lists(st.from_regex(r"\{[a-z_]{1,8}\}|[岗签里台 ]{1,4}|条“", fullmatch=True), max_size=8))
def test_placeholders_stay(pieces: list[str]) -> None:
    """Whatever words stand around them."""
    made = derived("zh-Hant")
    assert made is not None
    text = "".join(pieces)
    names = [name for _, name, _, _ in string.Formatter().parse(text)]
    assert [name for _, name, _, _ in string.Formatter().parse(made.interface(text))] == names


def test_names_an_author_gives() -> None:
    """They stand as he says; the longest that fits is taken, and what is around them is rewritten."""
    rewrite = sparing(THERE, {"于建国": "于建國", "范": "范", "范本": "範本"})
    assert rewrite("找于建国签字，范在里面，范本在台上") == "找于建國簽字，范在裡面，範本在臺上"


def test_a_language_has_the_tables_of_its_source() -> None:
    """Those that are read by are the same, and its own come first."""
    assert table("zh-Hant", "tags")["hreflang"] == "zh-Hant"
    with pytest.raises(FileNotFoundError):
        table("zh-Hant", "no-such-table")


def test_what_is_told_is_rewritten() -> None:
    """All texts of a table, at any depth; its keys and numbers are not."""
    made = derived("zh-Hant")
    assert made is not None
    told = made.table({"标题": {"message": "请打印“{n}”", "list": ["签字", 3, True]}})
    assert told == {"标题": {"message": "請列印「{n}」", "list": ["簽字", 3, True]}}


def test_no_way_between_other_languages() -> None:
    """Only a language made of another has the same texts in other characters."""
    assert rewriting("zh", "en") is None
    assert rewriting("en", "zh-Hant") is None
    assert rewriting("zh", "zh") is None
