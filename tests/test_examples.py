"""The example handbooks: whole, sound, built as anyone would build them, and nothing of them lost on the way."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from bs4 import BeautifulSoup, Tag
from click.testing import CliRunner

from rolebook import starter
from rolebook.cli import main
from rolebook.kinds import KINDS
from rolebook.kinds.checklists.model import Checklist
from rolebook.kinds.forms.model import FieldType, Form
from rolebook.kinds.quizzes.model import QuestionKind, Quiz
from rolebook.kinds.scripts.model import PLACEHOLDER
from rolebook.load import load
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from rolebook.model.record import SectionKind
from rolebook.views import paths
from tests.conftest import ROOT, mkdocs_build

EXAMPLES = sorted(folder.name for folder in (ROOT / "examples").iterdir() if folder.is_dir())
LEAST = 60
"""How many lines an example has, fields of forms and questions not counted."""


@dataclass(frozen=True)
class Example:
    """An example as `rolebook init --example` wrote it."""

    folder: Path
    handbook: Handbook


@pytest.fixture(scope="session", params=EXAMPLES)
def example(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Example:
    """Each example in a folder of its own."""
    folder = tmp_path_factory.mktemp("example") / request.param
    starter.init(folder, example=request.param)
    return Example(folder, load(folder / "docs"))


@pytest.fixture(scope="session")
def built(example: Example) -> Path:
    """Its site, built once by plain mkdocs."""
    done = mkdocs_build(example.folder, example.folder / "site")
    assert done.returncode == 0, done.stderr + done.stdout
    return example.folder / "site"


def bare(text: str) -> str:
    """Return a text without white space, which pages may set otherwise."""
    return "".join(text.split())


def test_every_folder_is_offered() -> None:
    """What stands under examples/ is what `rolebook init --example` knows."""
    assert sorted(starter.examples()) == EXAMPLES
    assert len(EXAMPLES) >= 2


def test_an_example_is_sound(example: Example) -> None:
    """`rolebook check` has nothing to say but its open queries."""
    done = CliRunner().invoke(main, ["check", "--docs", str(example.folder / "docs")])
    assert (done.exit_code, done.stderr) == (0, "")


def test_an_example_is_a_whole_handbook(example: Example) -> None:
    """Every kind of record, and lines enough for what is wrong with them to show."""
    assert {address.folder for address in example.handbook.records} == set(KINDS)
    said = [address for address in example.handbook.lines if address.folder not in (Form.folder, Quiz.folder)]
    assert len(said) >= LEAST
    assert example.handbook.synonyms
    assert [*(example.folder / "docs").glob("*.md")]


def test_an_example_shows_what_can_be_written(example: Example) -> None:
    """Every sort of section, field and question, sub-items, a form that is a document, both ways to sign."""
    handbook = example.handbook
    forms, quizzes = handbook.of(Form), handbook.of(Quiz)
    assert {line.part.kind for line in handbook.lines.values()} >= set(get_args(SectionKind))
    assert {field.type for form in forms for field in form.fields} == set(get_args(FieldType))
    assert {question.kind for quiz in quizzes for question in quiz.questions} == set(get_args(QuestionKind))
    assert any(line.item.items for line in handbook.lines.values())
    assert any(form.document for form in forms)
    assert {sheet.sign_off.by for sheet in handbook.of(Checklist) if sheet.sign_off} == {"day", "shift"}


@pytest.mark.whole
def test_every_line_is_on_its_page(example: Example, built: Path) -> None:
    """Word for word, whatever stands in it; of a script's line all but what is filled in."""
    pages: dict[str, str] = {}
    for line in example.handbook.lines.values():
        path = paths.page_path(line.record.address)
        if path not in pages:
            article = BeautifulSoup((built / path).read_text("utf-8"), "html.parser").article
            assert isinstance(article, Tag), path
            pages[path] = bare(article.get_text())
        for piece in PLACEHOLDER.split(plain(line.item.text))[::2]:
            assert bare(piece) in pages[path], line.address
