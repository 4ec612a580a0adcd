"""What is told of a handbook: every code has words in every language, every fact is told, no words stand elsewhere."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from rolebook.language import language
from rolebook.language.strings import LANGUAGES
from rolebook.language.tables import table
from tests.conftest import ROOT

SOURCES = {path: ast.parse(path.read_text("utf-8")) for path in sorted((ROOT / "generator").rglob("*.py"))}
CODES = sorted({code for name in LANGUAGES for code in table(name, "messages")})
TELLING = ("Message", "objection", "say")
"""What takes a code and its facts."""
PASSING_ON = ("errors.py", "schema_messages.py", "synonyms.py")
"""Modules that hand on a code they were given."""
FAULTY = ("Problem", "Fault", "Placed", "Refused", "PluginError", "BadParameter", "ValueError")
"""What carries a message, and what took sentences before."""
_SENTENCE = re.compile(r"\w+ +\w+|[\u4e00-\u9fff]")


def fields(text: str) -> set[str]:
    """Return the names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def facts(entry: Mapping[str, Any]) -> set[str]:
    """Return the facts a message tells."""
    return fields(entry["message"]) | fields(entry.get("hint", ""))


def calls(*names: str) -> Iterator[tuple[Path, ast.Call]]:
    """Yield every call of a function or class, or of a method, of one of these names."""
    for path, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in names:
                    yield path, node


def literals(node: ast.expr) -> list[str]:
    """Return the texts an expression may be, or none where it is made otherwise."""
    if isinstance(node, ast.IfExp):
        return [*literals(node.body), *literals(node.orelse)]
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_words_for_every_code(code: str) -> None:
    """Not empty, and telling the same facts; a code is written as-this."""
    entries = [table(name, "messages").get(code, {}) for name in LANGUAGES]
    assert re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", code)
    assert all(entry.get("message") for entry in entries), code
    assert len({frozenset(facts(entry)) for entry in entries}) == 1
    assert len({bool(entry.get("hint")) for entry in entries}) == 1


@pytest.mark.parametrize("name", LANGUAGES)
def test_a_fact_with_words_of_its_own_is_told(name: str) -> None:
    """A table under a message is named like a fact of it, and its words tell no other."""
    for entry in table(name, "messages").values():
        for fact, words in entry.items():
            if isinstance(words, Mapping):
                assert fact in facts(entry)
                assert all(fields(text) <= {fact} for text in words.values())


def test_the_english_words_are_english() -> None:
    """No Chinese character is left in them."""
    assert not re.search(r"[\u4e00-\u9fff]", str(table("en", "messages")))


def test_every_message_of_the_sources_can_be_told() -> None:
    """Its code has words, and it states just the facts these tell; `nearest` may always be stated beside them."""
    for path, call in calls(*TELLING):
        codes = literals(call.args[0])
        assert codes or path.name in PASSING_ON, f"{path.name}:{call.lineno} makes a code up"
        for code in codes:
            assert code in CODES, f"{path.name}:{call.lineno} tells '{code}'"
            stated = {keyword.arg for keyword in call.keywords} - {"nearest"}
            assert stated == facts(table("en", "messages")[code]), f"{path.name}:{call.lineno}"


def test_every_message_is_told() -> None:
    """One that no source tells is a leftover."""
    told = {
        node.value
        for tree in SOURCES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert [code for code in CODES if code not in told] == []


def test_no_sentence_is_left_in_the_sources() -> None:
    """What carries a message carries no words, in no language; nor do the commands that tell of a handbook."""
    found = []
    printing = [(path, call) for path, call in calls("echo", "print") if path.parent.name == "commands"]
    for path, call in [*calls(*FAULTY), *printing]:
        inside = [node for argument in call.args for node in ast.walk(argument)]
        words = [node.value for node in inside if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        if path.name not in USAGE and any(_SENTENCE.search(text) for text in words):
            found.append((path.name, call.lineno, words))
    assert found == []


USAGE = ("strings.py", "starter.py", "check.py")
"""Modules that word what a programmer or the user of a command line did wrong, in English."""


def test_a_count_agrees_with_its_noun() -> None:
    """In languages that have a plural."""
    say = language("en").say
    assert [say("problems", n=n).text for n in (0, 1, 2)] == ["0 problems", "1 problem", "2 problems"]
    assert language("zh").say("problems", n=1).text == "共 1 个问题"


@pytest.mark.parametrize(("name", "hint"), [("en", "known here: tags, title"), ("zh", "这里可以写：tags、title")])
def test_a_list_is_joined_as_the_language_does(name: str, hint: str) -> None:
    """With its own sign."""
    assert language(name).say("unknown-key", key="x", known=("tags", "title"), nearest="").hint == hint


@pytest.mark.parametrize(("name", "hint"), [("en", "did you mean 'title'?"), ("zh", "是不是“title”？")])
def test_what_is_nearest_is_asked_for(name: str, hint: str) -> None:
    """Rather than told what else there is."""
    assert language(name).say("unknown-key", key="titel", known=("tags", "title"), nearest="title").hint == hint


@pytest.mark.parametrize("written", ["{0}", "{key.__class__}", "{", "}}"])
def test_what_an_author_wrote_is_never_filled_in(written: str) -> None:
    """Braces of his are text, wherever they are told."""
    told = language("en").say("unknown-key", key=written, known=(written,), nearest=written)
    assert told == (f"unknown key '{written}'", f"did you mean '{written}'?")
    assert language("en").say("contradiction", of=written, when=written, other="a").text.count(written) == 2
