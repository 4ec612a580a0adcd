"""The bank of the real handbook: how much it covers, that it cannot be guessed, that it stays the same."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache, partial

import pytest

from rolebook import listing
from rolebook.bank import lint
from rolebook.bank.bank import Bank, make
from rolebook.bank.measure import is_once
from rolebook.bank.question import KINDS, Question
from rolebook.kinds.roles.model import Role
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.model.item import Item
from rolebook.model.measure import Measure
from rolebook.site import Site
from rolebook.views import paths, quizzes
from rolebook.views.page import Page
from rolebook.views.quizzes import ids as ids_view
from rolebook.views.quizzes import report

ZH = Strings("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """The bank of the real handbook."""
    return make(handbook, ZH)


def test_size(bank: Bank) -> None:
    """The real handbook gives 215 questions or more, for 420 answers, of nearly every kind; half can be picked."""
    assert len(bank.questions) >= 215
    assert sum(map(_answers, bank.questions)) >= 420
    assert set(KINDS) - {question.kind for question in bank.questions} <= {"contrast", "cloze"}
    assert sum(q.is_picked or q.answering == "several" for q in bank.questions) >= len(bank.questions) / 2


def test_nothing_to_find(bank: Bank, handbook: Handbook) -> None:
    """The bank passes its own judgement: one true option each, all covered, no guessing pays."""
    assert lint.lint(bank, handbook, ZH) == []


def test_every_measure_step_branch_and_post(bank: Bank, handbook: Handbook) -> None:
    """Every measure, step, branch and post with lines has a question; but for 每日, which anybody says."""
    assert [row for row in report.covered(bank, handbook, ZH) if row[1] != row[2]] == []
    words = (
        " ".join(measure.words(line.item.text, handbook.language).values())
        for line in handbook.lines.values()
        for measure in line.item.measures
    )
    measures = sum(not is_once(each, handbook.language) for each in words)
    assert sum(_answers(question) for question in bank.questions if question.kind == "measure") >= measures > 20


def _answers(question: Question) -> int:
    """Return how many answers a question has: all that is said, each number that is typed."""
    apart = ZH("text.semicolon") if question.kind == "measure" else "\0"
    return sum(len(answer.text.split(apart)) for answer in question.keyed)


def test_deterministic(bank: Bank, handbook: Handbook) -> None:
    """The same handbook makes the same bytes."""
    assert make(handbook, ZH).json(str) == bank.json(str)


def test_ids_are_unique(bank: Bank) -> None:
    """No two questions share an id: progress is kept under it."""
    assert [id for id, count in Counter(question.id for question in bank.questions).items() if count > 1] == []


def test_json_has_the_agreed_fields(bank: Bank) -> None:
    """bank.json is what the contract says."""
    data = json.loads(bank.json(str))
    assert data["version"] == 1
    for item in data["items"]:
        fields = {"id", "revision", "answer", "kind", "stem", "options", "key", "explain", "source", "facts", "quizzes"}
        assert fields <= item.keys()
        assert set(item["key"]) <= {option["id"] for option in item["options"]}
        assert item["source"].keys() == {"item", "file", "line", "href"}
        assert item["source"]["line"] > 0


def test_json_reads_back(bank: Bank) -> None:
    """A bank read from its file is judged as the one it was written from."""
    assert Bank.read(bank.json(str)).json(str) == bank.json(str)


def test_explanations_quote_their_line(bank: Bank, handbook: Handbook) -> None:
    """What is shown after answering is the line itself, for all that is made from one line."""
    for question in bank.questions:
        line = handbook.lines.get(question.source.item or Address("", ""))
        if line and question.kind not in ("written", "branch", "order", "never"):
            assert line.item.text in question.explain, question.id


def test_one_post_is_meant(bank: Bank, handbook: Handbook) -> None:
    """No post offered as a wrong answer is named by the line that is asked about."""
    asked = [question for question in bank.questions if question.kind == "handoff"]
    assert len(asked) > 10
    for question in asked:
        line = handbook.lines.get(question.source.item or Address("", ""))
        assert not line or not any(lure.text in line.item.text for lure in question.lures), question.id


def _replaced(handbook: Handbook, old: Item, new: Item) -> Handbook:
    """Return the handbook with one line of a role changed."""
    records = []
    for record in handbook.records.values():
        if isinstance(record, Role):
            sections = tuple(
                section.model_copy(update={"items": tuple(new if item is old else item for item in section.items)})
                for section in record.sections
            )
            record = record.model_copy(update={"sections": sections}).named(record.id)
        records.append(record)
    return Handbook(records, handbook.place)


def test_a_changed_line_is_due_again(handbook: Handbook) -> None:
    """Changing a line with an id keeps the question's id and changes its revision; others keep both."""
    old = handbook.lines[Address("roles", "bar-attendant", "supplies")].item
    changed = old.text.replace("两天", "三天")
    measure = Measure(of=old.measures[0].of, value="3", unit="天")
    new = old.model_copy(update={"text": changed, "measures": (measure,)})
    before = {q.id: q for q in make(handbook, ZH).questions}
    after = {q.id: q for q in make(_replaced(handbook, old, new), ZH).questions}
    mine = next(q for q in before.values() if q.kind == "measure" and str(q.source.item).endswith("#supplies"))
    assert after[mine.id].revision != mine.revision
    assert [o.text for o in after[mine.id].keyed] == ["三天"]
    other = next(q for q in before.values() if q.kind == "measure" and str(q.source.item).endswith("#hot-drinks"))
    assert after[other.id].revision == other.revision


def test_ids_do_not_depend_on_position(handbook: Handbook) -> None:
    """Turning the records round moves no id of a number, a step or an answer in a script."""
    turned = Handbook(reversed([*handbook.records.values()]), handbook.place)
    kinds = ("measure", "order", "branch")
    ids = {q.id for q in make(handbook, ZH).questions if q.kind in kinds}
    assert {q.id for q in make(turned, ZH).questions if q.kind in kinds} == ids


@cache
def _files() -> dict[str, bytes]:
    from rolebook.load import load
    from tests.conftest import ROOT

    return dict(quizzes.files(load(ROOT / "docs"), Site()))


def test_files(bank: Bank) -> None:
    """The bank stands as JSON for programs, and for pages each quiz as a script of its own: none loads all of it."""
    files = _files()
    whole = bank.json(partial(paths.line_href, ""))
    assert files[paths.BANK].decode() == whole
    scripts = {path for path in files if path.endswith(".js")}
    assert scripts == {paths.QUESTIONS, *(paths.quiz_script(record) for record in bank.by_record)}
    assert all(len(files[path]) < len(whole.encode()) / 3 for path in scripts)
    ids = files[paths.QUESTIONS].decode().removeprefix("window.rolebookQuestions=").removesuffix(";\n")
    assert json.loads(ids) == [question.id for question in bank.questions]
    script = files["assets/rolebook/quizzes/roles/bar-attendant.js"].decode()
    assert script.startswith(
        '(window.rolebookQuizzes=window.rolebookQuizzes||{})["roles/bar-attendant"]={"title":"吧台岗客服员"'
    )


def _pages(handbook: Handbook) -> Iterator[Page]:
    yield from quizzes.pages(handbook, Site())


def test_pages(handbook: Handbook) -> None:
    """Every post, procedure and script has a quiz page; its questions and answers stand in the HTML."""
    pages = {page.path: page.body for page in _pages(handbook)}
    for folder in ("roles", "procedures", "scripts"):
        for record in handbook.records.values():
            if record.folder == folder and any(part.items for part in record.parts()):
                assert f"quizzes/{folder}/{record.id}.html" in pages
    body = pages["quizzes/roles/bar-attendant.html"]
    assert body.count("<details>") == len(make(handbook, ZH).by_record[Address("roles", "bar-attendant")])
    assert "“有客户到访时吧台客服员立即迎上两步" in body


def test_exam_and_team_know_what_there_is(handbook: Handbook) -> None:
    """Both list every quiz with its script; the exam says from which mark it is passed."""
    strict = Handbook(handbook.records.values(), handbook.place, defaults=Defaults(pass_mark=65))
    pages = {page.path: page.body for page in _pages(strict)}
    assert '<rb-exam data-root="../" data-pass="65">' in pages[paths.EXAM]
    assert '<rb-team data-root="../">' in pages[paths.TEAM]
    quizzes_listed = [pages[path].count("data-script=") for path in (paths.REVIEW, paths.EXAM, paths.TEAM)]
    assert quizzes_listed == [len(make(handbook, ZH).by_record)] * 3
    for path in (paths.REVIEW, paths.EXAM):
        assert 'href="../quizzes/team.html"' in pages[path]


def test_text_is_escaped(handbook: Handbook) -> None:
    """Markup in a line stays text, in pages and in scripts."""
    old = handbook.lines[Address("roles", "legal-specialist", handbook_line(handbook))].item
    evil = Item(text="处理公司所涉及的</script><img src=x onerror=alert(1)>纠纷或诉讼案件。")
    hurt = _replaced(handbook, old, evil)
    for page in _pages(hurt):
        assert "<img src=x" not in page.body
    for path, content in quizzes.files(hurt, Site()):
        if path.endswith(".js"):
            assert b"</script>" not in content, path


def handbook_line(handbook: Handbook) -> str:
    """Return the id of a line of the legal specialist."""
    return next(line.address.item for line in handbook.lines.values() if line.address.record == "legal-specialist")


def test_ids_of_very_many_questions_stand_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """By their last character, as the browser looks for them: each digit has a part of its own."""
    monkeypatch.setattr(listing, "LIMIT", 100)
    ids = [f"measure-{n:x}" for n in range(200)] + ["自编𠮷", "a"]
    head, *parts = ids_view.files(ids)
    assert head == (paths.QUESTIONS, f"window.rolebookQuestions={len(parts)};\n".encode())
    found = [json.loads(text.decode().partition("=")[2].rstrip(";\n")) for _, text in parts]
    assert sorted(id for part in found for id in part) == sorted(ids)
    assert all(len({id[-1] for id in part if id.startswith("measure")}) <= 1 for part in found)
    assert "自编𠮷" in found[0xDFB7 % len(parts)]  # its last unit in UTF-16
    assert [path for path, _ in parts] == [paths.question_ids(n) for n in range(len(parts))]
