"""Exams on paper: two forms of one seed, each with a key that fits it; and the command that writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from rolebook import typeset
from rolebook.bank.bank import Bank, make
from rolebook.cli import main
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from rolebook.views.quizzes import paper
from tests import pdf
from tests.conftest import ROOT

ZH = Strings("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """The bank of the real handbook."""
    return make(handbook, ZH)


def test_forms_ask_the_same_in_another_order(bank: Bank) -> None:
    """A and B have the same questions; neither they nor their options stand in the same order."""
    questions = paper.drawn(bank, "s", 30)
    a, b = (paper.documents(bank, questions, "s", form, ZH)[0]["sheets"][0]["questions"] for form in "AB")
    assert {q["stem"] for q in a} == {q["stem"] for q in b}
    assert [q["stem"] for q in a] != [q["stem"] for q in b]
    options = {(q["stem"], q["line"]): q["options"] for q in b}
    assert any(q["options"] != options[q["stem"], q["line"]] for q in a)


def test_key_names_the_right_option(bank: Bank) -> None:
    """The letter of a key is that of the right option on its form."""
    questions = paper.drawn(bank, "s", 60)
    for form in "AB":
        asked = {
            (q["stem"], q["line"]): q
            for q in paper.documents(bank, questions, "s", form, ZH)[1]["sheets"][0]["questions"]
        }
        for question in questions:
            found = asked[question.stem, question.explain]
            if question.answering == "single" and question.stem.count("下面") == 0:
                right = found["options"][paper.LETTERS.index(found["answer"])]
                assert right in [option.text for option in question.keyed]


def test_same_seed_same_paper(bank: Bank) -> None:
    """A seed draws the same questions each time, another seed others; a record narrows it."""
    assert paper.drawn(bank, "1", 20) == paper.drawn(bank, "1", 20)
    assert paper.drawn(bank, "1", 20) != paper.drawn(bank, "2", 20)
    post = Address("roles", "patrol-attendant")
    about = paper.drawn(bank, "1", 20, [post])
    assert about and all(post in question.quizzes for question in about)


def test_one_a_line_and_at_most_a_quarter_blanks(bank: Bank) -> None:
    """Two questions of one line tell of each other, and what is written takes longest to mark."""
    for seed, count in (("1", 20), ("2", 7), ("3", 4), ("4", 200)):
        drawn = paper.drawn(bank, seed, count)
        lines = [question.source.item or question.id for question in drawn]
        assert len(set(lines)) == len(lines) <= count
        blanks = sum(question.answering in ("number", "typed") for question in drawn)
        assert 0 < blanks <= len(drawn) / 4, (seed, count)
    assert len(paper.drawn(bank, "1", 20)) == 20


def test_company_points_and_pass_mark_stand_on_it(bank: Bank) -> None:
    """Whole points, as near a hundred as they come; who has so many of them passes. The key says the same."""
    for count, told in (
        (20, "共 20 题，每题 5 分，满分 100 分，75 分及格"),
        (30, "共 30 题，每题 3 分，满分 90 分，68 分及格"),
        (3, "共 3 题，每题 33 分，满分 99 分，75 分及格"),
    ):
        questions = paper.drawn(bank, "s", count)
        made = paper.documents(bank, questions, "s", "A", ZH, paper.Look("某某酒店", "a4", 75))
        for document in made:
            words = pdf.words(typeset.pdf(document).pdf)
            for text in (told, "某某酒店", f"题库版本 {bank.revision}"):
                assert pdf.squeezed(text) in words, (count, text)


def test_fewer_questions_than_asked_for_is_told(tmp_path: Path) -> None:
    """Before anyone prints it."""
    command = ["quiz", "exam", "--docs", str(ROOT / "docs"), "--seed", "1", "--form", "A", "-o", str(tmp_path)]
    few = CliRunner().invoke(main, [*command, "--about", "roles/bar-attendant", "--count", "100"])
    assert few.exit_code == 0
    assert "比要的 100 道少" in few.stderr
    assert CliRunner().invoke(main, command).stderr == ""


def test_exam_command(tmp_path: Path) -> None:
    """The command writes form and key, the same bytes each time."""
    written = []
    for folder in ("one", "two"):
        command = [
            "quiz",
            "exam",
            "--docs",
            str(ROOT / "docs"),
            "--seed",
            "x/1",
            "--form",
            "A",
            "-o",
            str(tmp_path / folder),
        ]
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.output
        written.append({path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()})
    assert written[0].keys() == {"exam-x-1-A.pdf", "exam-x-1-A-key.pdf"}
    assert written[0] == written[1]


def test_exam_about_nothing() -> None:
    """An unknown record is wrong usage, in words."""
    done = CliRunner().invoke(
        main, ["quiz", "exam", "--docs", str(ROOT / "docs"), "--seed", "1", "--about", "roles/nobody"]
    )
    assert done.exit_code == 2
    assert "没有“roles/nobody”这份资料" in done.output


def test_lint_command(tmp_path: Path, bank: Bank) -> None:
    """A sound bank exits 0, one with a fault 1 and its place, what is no bank 2."""
    docs = ["--docs", str(ROOT / "docs")]
    good, bad, none = tmp_path / "good.json", tmp_path / "bad.json", tmp_path / "none.json"
    good.write_text(bank.json(str), "utf-8")
    lure = next(question.lures[0].text for question in bank.questions if question.kind == "measure" and question.lures)
    bad.write_text(bank.json(str).replace(f'"text":"{lure}"', '"text":"以上都对"', 1), "utf-8")
    none.write_text("{}", "utf-8")
    assert CliRunner().invoke(main, ["quiz", "lint", *docs, "--bank", str(good)]).exit_code == 0
    found = CliRunner().invoke(main, ["quiz", "lint", *docs, "--bank", str(bad)])
    assert found.exit_code == 1
    assert "选项“以上都对”说的是别的选项" in found.output
    assert CliRunner().invoke(main, ["quiz", "lint", *docs, "--bank", str(none)]).exit_code == 2


def test_review_sheet(tmp_path: Path) -> None:
    """The sheet to sign has a row a question, with why each other option is wrong."""
    sheet = tmp_path / "review.csv"
    done = CliRunner().invoke(main, ["quiz", "report", "--docs", str(ROOT / "docs"), "--sheet", str(sheet)])
    assert done.exit_code == 0, done.output
    text = sheet.read_text("utf-8-sig")
    assert text.startswith("编号,类型,题目,答案,原文,出处,其他选项为什么不对,审核（签字）")
    assert "数值与原文不同" in text
