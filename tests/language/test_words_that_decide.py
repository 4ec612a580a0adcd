"""Words that decide anything stand in the tables of the languages: in no other source is a literal of their words.

`pytest -s` on this file prints what was looked at.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from rolebook.language.tables import table
from tests.language.literals import PACKAGE, Literal, literals, sources

CJK = re.compile("[\u2e80-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uffef]")
TABLES = [name for name in ("grammar", "nouns", "numbers") if (PACKAGE / "language" / "en" / f"{name}.toml").exists()]

EXCEPTIONS = {
    ("load/syntax.py", "："): "what an input method types for YAML's colon",
    ("load/__init__.py", "："): "as above",
    ("load/blame.py", "："): "as above",
    ("load/mend.py", "："): "as above",
    ("load/mend.py", "，"): "what an input method types for a comma",
    ("load/mend.py", "。！？"): "marks of a sentence, in any script, which no name has",
    ("load/mend.py", "“‘「"): "for quotes",
    ("load/mend.py", "”’」"): "for quotes that close",
    ("load/mend.py", "【［"): "for brackets",
    ("load/mend.py", "】］"): "for brackets that close",
    ("load/mend.py", "、．"): "how word processors number the entries of a list",
    ("model/inline.py", "tel:"): "how an address begins",
    ("model/inline.py", '"So"'): "what Unicode calls a category of characters",
    ("load/front_matter.py", "："): "as above",
    ("theme/links.py", "（"): "what an input method types for the brackets of a link",
    ("theme/links.py", '"tel"'): "how an address begins that is a number to call",
    ("theme/links.py", '"on"'): "how attributes of HTML begin that run something",
    ("model/essence.py", "、。"): "punctuation of any script, by which an id does not change",
    ("model/essence.py", "Pc"): "what Unicode calls a category of characters",
    ("lookup/essence.ts", "、。"): "the same in the browser",
    ("model/synonyms.py", "＝"): "what an input method types for the sign between synonyms",
    ("load/schema_messages.py", '"date"'): "how pydantic names what is wrong with a date",
    ("load/schema_messages.py", '"float"'): "with a number",
    ("rolebook/markup.py", "translate"): "an attribute of HTML",
    ("rolebook/revisions.py", '"log"'): "a command of git",
    ("rolebook/renamed.py", '"log"'): "as above",
    ("starter.py", "SITE_ID|COMPANY"): "what stands in a starter where the company is to stand",
    ("typeset.py", "could not be displayed"): "what Typst says of a sign its font has not",
}
"""Literals outside the tables: the file, what the literal has in it, and why it may stand there."""

NAMES = {
    "fields of records and kinds in YAML": """
        address all answer before below by caller date day department document float folder form from key kind
        label letter list max min name never next note number of order owner post question reason record report right
        room rule shift step time to true when which wrong""",
    "fields of the tables of numbers": "above am minutes night no noon one over percent pm unit",
    "parts of a page, of the browser, of the command line and of the data of a sheet": """
        about after again alert area at body call change company copy down error file first foot help here hr keys
        light message more paper part people person sheet there up way why""",
}
"""Words of the English tables that are names in the sources as well. As a name is compared with other names: none
of them is looked for in a text."""
_NAMED = {word: reason for reason, words in NAMES.items() for word in words.split()}


def leaves(value: Any) -> Iterator[str]:
    """Yield every text of a table."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list):
        for one in value:
            yield from leaves(one)


ENGLISH = frozenset(
    word.lower() for name in TABLES for word in leaves(table("en", name)) if re.fullmatch("[A-Za-z][A-Za-z' -]+", word)
)
LITERALS = {path: list(literals(path)) for path in sources()}


def chinese(found: Literal) -> bool:
    """Tell whether a literal is written in Chinese, or with its marks."""
    return bool(CJK.search(found.written))


def english(found: Literal) -> list[str]:
    """Return the words of the English tables that a literal is, or has in it if it is a pattern."""
    whole = [word for word in [found.said.strip().lower()] if word in ENGLISH]
    if not found.pattern:
        return [word for word in whole if found.sought or word not in _NAMED]
    bare = re.sub(r"\\[pPuUxN]\{?[^}\s]*\}?|\\.|\(\?P?[<=]\w*[>)]?|\{\w*\}", " ", found.said)
    return [*whole, *(word for word in re.findall("[a-z]{2,}", bare.lower()) if word in ENGLISH)]


def excepted(found: Literal) -> tuple[str, str] | None:
    """Return the exception that lets a literal stand; None where there is none."""
    return next((key for key in EXCEPTIONS if found.name.endswith(key[0]) and key[1] in found.written), None)


def faults(path: Path) -> list[str]:
    """Return the literals of a source that stand in no table, with its place."""
    found = [one for one in LITERALS[path] if not excepted(one)]
    told = [f"{one.name}:{one.line}: {one.written}" for one in found if chinese(one)]
    return [*told, *(f"{one.name}:{one.line}: {word} in {one.written}" for one in found for word in english(one))]


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_no_word_decides_outside_the_tables(path: Path) -> None:
    """Neither a Chinese one nor one of the English tables."""
    assert faults(path) == []


def test_every_exception_is_one() -> None:
    """What is excepted and is not there any more is taken out of the list."""
    every = [one for found in LITERALS.values() for one in found]
    used = {excepted(one) for one in every if chinese(one) or english(one)}
    assert [key for key in EXCEPTIONS if key not in used] == []
    said = {one.said.strip().lower() for one in every}
    assert [word for word in _NAMED if word not in said or word not in ENGLISH] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", 'FORBIDS = ("不得", "严禁")'),
        ("a.py", 'x = re.compile(r"^(?:when|unless)\\b")'),
        ("a.py", 'x = f"{name}、{other}"'),
        ("a.py", 'if text.startswith("never"):\n    pass'),
        ("a.py", 'ENDINGS = ["cabinet"]'),
        ("a.ts", "const EMPTY = /怎么|什么/g; // a comment"),
        ("a.ts", "const WORDS = /^(?:unless|refrain)$/;"),
        ("a.html", "<p>{{ t('x') }}（{{ name }}）</p>"),
        ("a.typ", 'names.join("、")'),
        ("a.css", 'a::after { content: "，"; }'),
    ],
)
def test_a_planted_word_is_found(name: str, text: str, tmp_path: Path) -> None:
    """In kind of source."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert [one for one in literals(path) if chinese(one) or english(one)] != []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", '"""严禁 says what."""\nx = 1  # 不得\n'),
        ("a.ts", '/** 怎么 */ const x = "a"; // 什么\nconst y = "http://a//b";'),
        ("a.html", "{# 一 #}<!-- 二 --><p>{{ t('never') }}</p>"),
        ("a.css", "/* 一 */ a { color: red; }"),
    ],
)
def test_comments_are_no_literals(name: str, text: str, tmp_path: Path) -> None:
    """What explains does not decide."""
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert [one for one in literals(path) if chinese(one) or english(one)] == []


def test_what_was_looked_at() -> None:
    """Prints it, and is of use only if it is everything."""
    every = [one for found in LITERALS.values() for one in found]
    kinds = Counter(path.suffix for path in LITERALS)
    print(f"\n{len(LITERALS)} files: {dict(sorted(kinds.items()))}")
    print(f"{len(every)} literals, {sum(one.pattern for one in every)} of them patterns")
    print(f"{len(ENGLISH)} words of the English tables {TABLES}; {len(_NAMED)} of them are names in the sources")
    for (name, begins), reason in EXCEPTIONS.items():
        print(f"excepted: {begins} in {name}: {reason}")
    assert all(kinds[suffix] > 5 for suffix in (".py", ".ts", ".html", ".typ", ".css"))
    assert len(every) > 3000
