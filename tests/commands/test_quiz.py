"""`rolebook quiz lint`: what it prints, where it points, and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolebook import starter
from rolebook.bank.bank import make
from rolebook.cli import main
from rolebook.language.derived import rewriting
from rolebook.language.strings import Strings
from rolebook.load import load
from tests import pdf
from tests.conftest import ROOT

SHEET = "   改法：删掉这一行，或者从审题表里找正确的编号：rolebook quiz report --sheet review.csv\n"


def lint(docs: Path, *arguments: str) -> Result:
    """Run `rolebook quiz lint`."""
    return CliRunner().invoke(main, ["quiz", "lint", "--docs", str(docs), *arguments])


def a_measure(docs: Path) -> str:
    """Return the id of a question that is made from a line."""
    return next(q.id for q in make(load(docs), Strings()).questions if q.kind == "measure")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """The docs of a small handbook."""
    starter.init(tmp_path / "book", "某公司")
    return tmp_path / "book" / "docs"


def test_the_real_handbook() -> None:
    """Nothing to find; how many questions there are, and how near guessing comes."""
    done = lint(ROOT / "docs")
    assert done.exit_code == 0
    assert done.stderr == ""
    assert done.stdout.startswith("没有问题：")


def test_a_small_handbook(docs: Path) -> None:
    """What `rolebook init` writes is fair as it stands."""
    assert lint(docs).exit_code == 0


def test_retired_in_vain(docs: Path) -> None:
    """A question that no line makes is told with file, line and column, and what to do; exit status 1."""
    quiz = docs / "quizzes" / "first-day.yml"
    quiz.write_text(quiz.read_text("utf-8") + "retires:\n  - owner-0000000000\n", "utf-8")
    done = lint(docs)
    line = len(quiz.read_text("utf-8").splitlines())
    assert done.exit_code == 1
    place = f"docs/quizzes/first-day.yml:{line}:5"
    assert done.stderr == f"{place}: 错误：没有编号是“owner-0000000000”的题\n{SHEET}共 1 个问题\n"


def test_replaced_in_vain(docs: Path) -> None:
    """One that is mistyped is told what was meant."""
    known = a_measure(docs)
    wrong = known[:-1] + ("0" if known[-1] != "0" else "1")
    quiz = docs / "quizzes" / "first-day.yml"
    quiz.write_text(
        quiz.read_text("utf-8").replace("    kind: single\n", f"    kind: single\n    replaces: {wrong}\n", 1), "utf-8"
    )
    done = lint(docs)
    assert done.exit_code == 1
    place = "docs/quizzes/first-day.yml:9:15"
    assert done.stderr == (f"{place}: 错误：没有编号是“{wrong}”的题\n   改法：是不是“{known}”？\n共 1 个问题\n")


def test_what_is_retired_rightly_is_no_finding(docs: Path) -> None:
    """The question is gone; both numbers that it asked for want another one."""
    known = a_measure(docs)
    quiz = docs / "quizzes" / "first-day.yml"
    quiz.write_text(quiz.read_text("utf-8") + f"retires:\n  - {known}\n", "utf-8")
    done = lint(docs)
    assert done.exit_code == 1
    assert "没有编号是" not in done.stderr
    assert " 没有题\n" in done.stderr
    assert done.stderr.endswith("   改法：在 docs/quizzes/ 里写一道\n共 2 个问题\n")


def test_a_bank_from_its_file(docs: Path, tmp_path: Path) -> None:
    """What is retired in vain is found beside the faults of the bank that is given."""
    given = tmp_path / "bank.json"
    given.write_text(make(load(docs), Strings()).json(str), "utf-8")
    assert lint(docs, "--bank", str(given)).exit_code == 0
    quiz = docs / "quizzes" / "first-day.yml"
    quiz.write_text(quiz.read_text("utf-8") + "retires:\n  - owner-0000000000\n", "utf-8")
    assert "没有编号是“owner-0000000000”的题" in lint(docs, "--bank", str(given)).stderr


def test_an_exam_in_another_script(docs: Path, tmp_path: Path) -> None:
    """The same questions of the same bank, in its characters."""
    found = {}
    for code in ("zh", "zh-Hant"):
        command = ["quiz", "exam", "--docs", str(docs), "--language", code, "--seed", "x", "--form", "A"]
        done = CliRunner().invoke(main, [*command, "-o", str(tmp_path / code)])
        assert not done.exception, done.exception
        found[code] = pdf.words((tmp_path / code / "exam-x-A-key.pdf").read_bytes())
    rewrite = rewriting("zh", "zh-Hant")
    assert rewrite is not None
    assert found["zh-Hant"] == rewrite(found["zh"])
