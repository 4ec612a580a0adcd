"""No content ends in a traceback: whatever is written, a handbook is read, checked and set, or the fault is told.

`make fuzz` tries 2,000 examples of each, others every time; what it finds becomes a case.
"""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from rolebook.build import build
from rolebook.errors import HandbookError
from rolebook.language import language
from rolebook.language.strings import LANGUAGES
from rolebook.load import gather
from rolebook.site import Site
from tests.conftest import ROOT

FILES = {path.relative_to(ROOT / "docs").as_posix(): path.read_text("utf-8") for path in (ROOT / "docs").rglob("*.yml")}
FUZZING = settings().max_examples > 1000
FEW = settings().max_examples if FUZZING else 40
"""How many examples are tried in the quick half of the tests; each reads a whole handbook."""
SIGNS = "：:#-'\"“”[]{}&*!|>%@`\\\t\u3000\u00a0\u202e\ufeff\ue002 \n"
PIECES = (ROOT / "tests" / "cases" / "load" / "odd-pieces.json").read_text("utf-8")
ODD = st.sampled_from([*SIGNS, *json.loads(PIECES), "x" * 300])


@st.composite
def mangled(draw: st.DrawFn) -> tuple[str, str]:
    """Return a record's file and its text with a few things cut out and put in."""
    name = draw(st.sampled_from(sorted(FILES)))
    text = FILES[name]
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 12)))
        text = text[:start] + draw(ODD | st.text(max_size=3)) + text[end:]
    return name, text


def told(docs: Path) -> None:
    """Check a handbook as a build does; tell what is wrong with it in every language."""
    handbook, problems = gather(docs)
    try:
        if not problems:
            build(handbook, Site("H", handbook.language.strings, posters=False))
    except HandbookError as error:
        problems = error.problems
    for problem in (*problems, *handbook.notices):
        assert all(problem.printed(language(code).say) for code in LANGUAGES)
        assert problem.file


@given(mangled())
@settings(max_examples=FEW)
def test_a_mangled_record_is_told_or_taken(change: tuple[str, str]) -> None:
    """One file of a whole handbook, changed here and there."""
    name, text = change
    with tempfile.TemporaryDirectory() as folder:
        docs = Path(folder) / "docs"
        for file, content in {**FILES, name: text}.items():
            (docs / file).parent.mkdir(parents=True, exist_ok=True)
            (docs / file).write_text(content, "utf-8", errors="replace")
        told(docs)


LINE = st.text(st.characters(codec="utf-8"), min_size=1, max_size=30) | st.lists(ODD, max_size=6).map("".join)


@given(
    st.lists(LINE, min_size=1, max_size=4), st.sampled_from(["checklists", "roles", "scripts", "procedures", "forms"])
)
@settings(max_examples=FEW // 2)
@example(["¹"], "forms")  # a digit to Python, none to the schema
def test_whatever_is_written_is_set_or_told(lines: list[str], kind: str) -> None:
    """The sheet of each kind, of any signs at all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "docs" / kind / "a.yml"
        path.parent.mkdir(parents=True)
        path.write_text(_record(kind, lines), "utf-8", errors="replace")
        handbook, problems = gather(path.parents[1])
        try:
            if not problems:
                build(handbook, Site("H", handbook.language.strings))
        except HandbookError as error:
            problems = error.problems
        assert all(problem.printed(handbook.language.say) for problem in problems)


def _record(kind: str, lines: list[str]) -> str:
    """Return a record of a kind with lines, each in quotes."""
    quoted = ["'" + line.replace("'", "''") + "'" for line in lines]
    head = f"title: {quoted[0]}\nrevision: {{number: 1, effective: 2026-01-02, owner: {quoted[-1]}}}\n"
    listed = "".join(f"      - {line}\n" for line in quoted)
    items = f"sections:\n  - title: {quoted[0]}\n    items:\n{listed}"
    return (
        head
        + {
            "checklists": f"when: 班前\nby: [保安]\n{items}",
            "roles": f"department: 甲\n{items}",
            "scripts": f"nodes:\n  - id: a\n    title: {quoted[0]}\n    says:\n{listed}    outcome: {quoted[-1]}\n",
            "procedures": f"steps:\n  - title: {quoted[0]}\n    items:\n{listed}  - title: 乙\n",
            "forms": "fields:\n" + "".join(f"  - label: {line}\n" for line in quoted),
        }[kind]
    )
