"""How texts are read: cases with what exactly comes out, and what holds for any words of the tables."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook.language import language
from rolebook.language.grammar import Grammar
from rolebook.language.tables import table
from tests.conftest import ROOT

CASES: dict[str, dict[str, list[Any]]] = tomllib.loads(
    (ROOT / "tests" / "cases" / "language" / "grammar.toml").read_text("utf-8")
)
ACTS = {
    "zh": ("在大堂吸烟", "私自配钥匙", "大声报房号", "翻动客人行李"),
    "en": ("eat at the desk", "lift a pallet alone"),
}


def cases(what: str) -> pytest.MarkDecorator:
    """Return the cases of one kind in every language, as (language, text, expected)."""
    found = [(code, *case) for code, kinds in CASES.items() for case in kinds[what]]
    return pytest.mark.parametrize(("code", "text", "expected"), found, ids=[str(case[1]) for case in found])


def grammar(code: str) -> Grammar:
    """Return how a language is read."""
    return language(code).grammar


@cases("sentences")
def test_sentences(code: str, text: str, expected: list[str]) -> None:
    """A mark between digits, in a quotation or behind an abbreviation ends none."""
    assert grammar(code).sentences(text) == expected


@cases("clauses")
def test_clauses(code: str, text: str, expected: list[str]) -> None:
    """Pieces stay together where one leans on the other."""
    assert grammar(code).clauses(text) == expected


@cases("quotable")
def test_quotable(code: str, text: str, expected: list[str]) -> None:
    """What says nothing alone is not quoted."""
    assert grammar(code).quotable(text) == expected


@cases("things")
def test_things(code: str, text: str, expected: list[str]) -> None:
    """Each with its condition, its reason and its aside; what is too short goes with its neighbour."""
    assert grammar(code).things(text) == expected


@cases("heads")
def test_head(code: str, text: str, expected: str) -> None:
    """All that can be said aloud, without the reasons where they are too long."""
    assert grammar(code).head(text) == expected


@cases("conditions")
def test_condition(code: str, text: str, expected: str) -> None:
    """By the words that open or close one, where they are no part of other words."""
    assert grammar(code).condition(text) == expected


@cases("prohibited")
def test_prohibited(code: str, text: str, expected: list[str]) -> None:
    """Each act whole, with the condition it is forbidden under."""
    assert grammar(code).prohibited(text) == expected


@cases("never")
def test_a_line_that_is_marked(code: str, text: str, expected: list[str]) -> None:
    """A mere denial forbids in it, and what denies nothing is the act."""
    assert grammar(code).prohibited(text, marked=True) == expected


def _said(code: str, *words: str) -> str:
    return (" " if grammar(code).spaced else "").join(word for word in words if word)


def _listed(code: str, name: str) -> list[str]:
    found: list[str] = table(code, "grammar")["prohibition"][name]
    return found


@st.composite
def prohibitions(draw: st.DrawFn) -> tuple[str, str, str]:
    """Draw (language, a prohibition put together from the words of its table, an act)."""
    code = draw(st.sampled_from(sorted(ACTS)))

    def one(name: str, *others: str) -> str:
        return draw(st.sampled_from([*others, *(word for word in _listed(code, name) if word[0].isalpha())]))

    core: tuple[str, ...]
    if draw(st.booleans()):
        core = (one("before", ""), one("forbids"), one("behind", ""))
    elif auxiliary := one("auxiliaries", ""):
        core = (one("before", ""), auxiliary, one("negations"), one("modals", ""), one("behind", ""))
    else:
        core = (one("before", ""), one("negations"), one("modals"), one("modals", ""), one("behind", ""))
    return code, _said(code, *core), draw(st.sampled_from(ACTS[code]))


@settings(max_examples=500, deadline=None)
@given(prohibitions())
def test_no_act_keeps_half_of_a_prohibition(drawn: tuple[str, str, str]) -> None:
    """However it is put together: with adverbs and auxiliaries before it, modals behind it, or several of each."""
    code, core, act = drawn
    words = table(code, "grammar")["prohibition"]
    others = [word for name, found in words.items() if name.endswith("_but") for word in found]
    if any(word in core for word in others):
        return  # by chance it says something else: 许可 in 不允许可
    assert grammar(code).prohibited(_said(code, core, act)) == [act[0].upper() + act[1:]]


@settings(deadline=None)
@given(
    st.sampled_from(sorted(ACTS)),
    st.text(alphabet="不得要可无从严禁，。、；（）“”时如在大堂吸烟 neverdonot,.", max_size=40),
)
def test_an_act_denies_nothing(code: str, text: str) -> None:
    """What is offered as forbidden is never a prohibition itself, whatever the text."""
    for marked in (False, True):
        for act in grammar(code).prohibited(text, marked=marked):
            assert not grammar(code).denies(act)


@settings(deadline=None)
@given(st.sampled_from(sorted(ACTS)), st.text(max_size=60))
def test_clauses_are_what_was_written(code: str, text: str) -> None:
    """Cutting changes no character: asides left out, every clause stands in the text as it is."""
    bare = grammar(code).marks.bare(text)
    position = 0
    for clause in grammar(code).clauses(text):
        position = bare.index(clause, position) + len(clause)


@pytest.mark.parametrize("name", ["grammar", "nouns"])
def test_languages_have_the_same_tables(name: str) -> None:
    """With the same lists; what stands beside a list as NAME_but may be missing."""
    found = [_names(table(code, name)) for code in CASES]
    assert found[0] == found[1]


def _names(value: Any, path: str = "") -> set[str]:
    if not isinstance(value, dict) or path == "classes":
        return {path}
    optional = ("_but", "_though", "_read", "vowels", "titles")
    kept = (name for name in value if not name.endswith(optional))
    return {deep for name in kept for deep in _names(value[name], name)}


def test_never_is_not_said_twice() -> None:
    """A line that forbids in its own words is not marked with one more such word; 红线 is none."""
    assert grammar("en").never_mark("Never", "Never eat at the desk.") == ""
    assert grammar("en").never_mark("Never", "Do not discuss one patient in front of another.") == ""
    assert grammar("en").never_mark("Never", "No knives in the sink.") == ""
    assert grammar("en").never_mark("Never", "Argue with a patient.") == "Never"
    assert grammar("zh").never_mark("红线", "不得大声报房号。") == "红线"


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("zh", "对", True),
        ("zh", "错", False),
        ("zh", "也许", None),
        ("en", "True", True),
        ("en", "no", False),
        ("en", "maybe", None),
    ],
)
def test_the_answer_to_a_true_or_false_question(code: str, text: str, expected: bool | None) -> None:
    """In the words of the language; None for anything else."""
    assert grammar(code).truth(text) is expected


@pytest.mark.parametrize(
    ("code", "text"), [("zh", "以上都对"), ("zh", "都不是"), ("en", "All of the above"), ("en", "none of these")]
)
def test_an_option_about_the_other_options(code: str, text: str) -> None:
    """It is found by how it begins; 都市 is no such option."""
    assert grammar(code).points_at_others(text)
    assert not grammar("zh").points_at_others("都市风格")


def test_names_of_documents() -> None:
    """Marked in Chinese, as they are in English; a Chinese form's marks are understood there too."""
    zh, en = grammar("zh").names, grammar("en").names
    assert (zh.titled("值班表"), en.titled("duty log")) == ("《值班表》", "duty log")
    assert zh.titles("填《值班表》和《交接本》") == ["值班表", "交接本"]
    assert en.titles("fill in 《值班表》") == ["值班表"]
    assert (zh.is_titled("《值班表》"), zh.is_titled("填《值班表》"), en.is_titled("duty log")) == (True, False, False)


@pytest.mark.parametrize(
    ("code", "name", "standing"),
    [
        ("zh", "客服部", "department"),
        ("zh", "前厅岗", ""),
        ("zh", "客服主管（公司客服部）", "leader"),
        ("zh", "各相关部门负责人", "leader"),
        ("zh", "店长", "leader"),
        ("en", "Sales team", "department"),
        ("en", "Front desk", ""),
        ("en", "Practice manager (north branch)", "leader"),
    ],
)
def test_what_a_name_says_of_who_is_called_so(code: str, name: str, standing: str) -> None:
    """By how it ends, what is in brackets left out."""
    assert grammar(code).names.standing(name) == standing
