"""What the judgement of a bank finds: each fault put into a sound bank, and the code it is told by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rolebook.bank import lint
from rolebook.bank.bank import Bank, make
from rolebook.bank.handmade import Retired
from rolebook.bank.question import Answer, Question
from rolebook.errors import Message, Place
from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from tests.records import role

CHINESE = language("zh")

ZH = Strings("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """A sound bank."""
    return make(handbook, ZH)


def _broken(bank: Bank, handbook: Handbook, question: Question, broken: Question) -> list[tuple[str, object]]:
    """Return what is found where one question is another: code, and the option or key that is meant."""
    changed = Bank(tuple(broken if q is question else q for q in bank.questions))
    found = [(problem.message.code, dict(problem.message.values)) for problem in lint.lint(changed, handbook, ZH)]
    mine = [(code, facts) for code, facts in found if facts.get("question") == broken.id]
    return [(code, facts.get("option", facts.get("key", ""))) for code, facts in mine]


def _guessed(bank: Bank, handbook: Handbook) -> set[tuple[object, object]]:
    """Return (strategy, kind) of each way of guessing that pays."""
    found = [problem.message for problem in lint.lint(bank, handbook, ZH)]
    facts = [dict(message.values) for message in found if message.code == "guessable"]
    return {(told["strategy"], told["kind"]) for told in facts}


def _of(bank: Bank, kind: str, item: str) -> Question:
    return next(q for q in bank.questions if q.kind == kind and str(q.source.item).endswith(item))


def _with(question: Question, text: str) -> Question:
    """Return a question whose first wrong answer is `text`."""
    lure = question.lures[0]
    return replace(question, options=tuple(Answer(text) if o is lure else o for o in question.options))


def test_same_number_in_another_notation(bank: Bank, handbook: Handbook) -> None:
    """2天 is what 两天 is."""
    question = next(q for q in bank.questions if q.kind == "measure" and [o.text for o in q.keyed] == ["两天"])
    assert ("option-true-as-well", "2天") in _broken(bank, handbook, question, _with(question, "2天"))


def test_another_unit(bank: Bank, handbook: Handbook) -> None:
    """Options of unlike unit give the key away."""
    question = _of(bank, "measure", "#hot-drinks")
    found = _broken(bank, handbook, question, _with(question, "7米"))
    assert ("option-unlike", "7米") in found


def test_a_number_in_a_name_is_no_unit(bank: Bank, handbook: Handbook) -> None:
    """保安二岗 and 保洁一岗 are posts alike; only where numbers are asked for does a unit tell."""
    assert lint.unlike(["保安1岗", "保洁2岗", "前台3岗"], counted=False, language=CHINESE) == ""
    assert lint.unlike(["1步", "2步", "3米"], counted=True, language=CHINESE) == "3米"


def test_all_of_the_above(bank: Bank, handbook: Handbook) -> None:
    """以上都对 is no answer."""
    question = next(q for q in bank.questions if q.kind == "handoff" and q.lures)
    found = _broken(bank, handbook, question, _with(question, "以上都对"))
    assert ("option-about-options", "以上都对") in found


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (lambda q: replace(q, explain=""), "explanation-missing"),
        (lambda q: replace(q, stem=" "), "stem-empty"),
        (lambda q: replace(q, source=replace(q.source, file="")), "source-missing"),
        (lambda q: replace(q, key=("nowhere",)), "key-not-among-options"),
        (lambda q: _with(q, ""), "option-empty"),
        (lambda q: _with(q, q.lures[1].text), "option-ids-alike"),
    ],
)
def test_form(bank: Bank, handbook: Handbook, fault: object, code: str) -> None:
    """A question that lacks something is found."""
    question = _of(bank, "measure", "#ashtray")
    assert (code, "") in _broken(bank, handbook, question, fault(question))  # type: ignore[operator]


def test_one_of_several_is_right(bank: Bank, handbook: Handbook) -> None:
    """Where one is to be picked, neither two are right nor one alone is offered."""
    question = next(q for q in bank.questions if q.answering == "single" and q.lures)
    two = replace(question, key=tuple(option.id for option in question.options[:2]))
    assert "keys-and-options" in {code for code, _ in _broken(bank, handbook, question, two)}
    alone = replace(question, options=question.keyed)
    assert "keys-and-options" in {code for code, _ in _broken(bank, handbook, question, alone)}


def test_what_is_retired_in_vain_is_told_where_it_stands(bank: Bank, handbook: Handbook) -> None:
    """With the question that was probably meant; in the file of the quiz that retires it."""
    quiz = next(address for address in handbook.records if address.folder == "quizzes")
    right = next(question.id for question in bank.questions if question.kind == "measure")
    wrong = right[:-1] + ("0" if right[-1] != "0" else "1")
    gone = Retired(quiz, ("title",), wrong)
    told = [
        one
        for one in lint.lint(replace(bank, unmatched=(gone,)), handbook, ZH)
        if one.message.code == "unknown-question"
    ]
    assert [(one.file, one.message) for one in told] == [
        (f"docs/{handbook.source(quiz)}", Message("unknown-question", id=wrong, nearest=right))
    ]


POST = role("bar", "热饮温度控制在70℃。", "饮品添加至七分满。", title="吧台")


def test_a_stem_with_anothers_key() -> None:
    """A stem that states the key of another question of its quiz is found."""
    handbook = Handbook([POST], lambda address, path: Place("docs/roles/bar.yml", 1))
    bank = make(handbook, ZH)
    question = next(q for q in bank.questions if q.kind == "measure" and "热饮" in q.stem)
    assert _broken(bank, handbook, question, question) == []
    broken = replace(question, stem=f"{question.stem}（不是饮品添加至七分满）")
    assert ("key-given-away", "七分满") in _broken(bank, handbook, question, broken)


def test_a_key_given_away_in_two_quizzes_is_told_once() -> None:
    """Both questions may stand in the quizzes of several records; it is one fault."""
    handbook = Handbook([POST, role("hall", "站好。")], lambda address, path: Place("docs/roles/bar.yml", 1))
    quizzes = (Address("roles", "bar"), Address("roles", "hall"))
    asked, other = (q for q in make(handbook, ZH).questions if q.kind == "measure")
    pair = (
        replace(asked, stem=f"{asked.stem}（不是饮品添加至七分满）", quizzes=quizzes),
        replace(other, quizzes=quizzes),
    )
    found = [problem.message for problem in lint.lint(Bank(pair), handbook, ZH)]
    told = Message("key-given-away", question=asked.id, key="七分满", other=other.id)
    assert found.count(told) == 1


def test_a_wrong_key(bank: Bank, handbook: Handbook) -> None:
    """A key that the handbook does not bear out is found, and so is the option that it does."""
    question = next(q for q in bank.questions if q.kind == "handoff" and q.is_picked)
    right, wrong = question.keyed[0], question.lures[0]
    found = _broken(bank, handbook, question, replace(question, key=(wrong.id,)))
    assert ("option-true-as-well", right.text) in found
    assert ("key-untrue", wrong.text) in found


def test_steps_that_stand_in_their_order(bank: Bank, handbook: Handbook) -> None:
    """There would be nothing to arrange."""
    question = next(q for q in bank.questions if q.answering == "order")
    assert _broken(bank, handbook, question, question) == []
    given_away = replace(question, options=question.keyed)
    assert _broken(bank, handbook, question, given_away) == [("order-given-away", "")]


def test_nothing_left_out(bank: Bank, handbook: Handbook) -> None:
    """A measure, step, branch or post without a question is found, with its place."""
    kept = Bank(tuple(q for q in bank.questions if q.kind not in ("measure", "order", "branch", "written")))
    found = {problem.message for problem in lint.lint(kept, handbook, ZH)}
    for thing, what in (
        ("measure", "roles/meeting-attendant#hot-drinks 热饮温度"),
        ("step", "procedures/return-visit#archive"),
        ("branch", "scripts/return-visit-call#question 满意"),
    ):
        assert Message("without-question", thing=thing, what=what) in found


def test_guessing_the_first(bank: Bank, handbook: Handbook) -> None:
    """A bank whose key always stands first is found out, over the whole bank and over each kind."""
    shown = tuple(replace(q, options=(*q.keyed, *q.lures)) if q.is_picked else q for q in bank.questions)
    assert {("first", "all"), ("first", "measure")} <= _guessed(Bank(shown), handbook)


def test_guessing_the_longest(bank: Bank, handbook: Handbook) -> None:
    """A bank whose key is always the longest is found out."""
    padded = tuple(
        replace(q, options=tuple(replace_text(o) if o.id not in q.key else o for o in q.options)) if q.is_picked else q
        for q in bank.questions
    )
    assert ("longest", "all") in _guessed(Bank(padded), handbook)


def replace_text(option: Answer) -> Answer:
    """Return an option cut to its first character."""
    return Answer(option.text[:1] + option.text[1:][:0], option.origin)


def test_a_title_that_answers(bank: Bank, handbook: Handbook) -> None:
    """A question whose key stands over the page it is asked on is found."""
    question = next(q for q in bank.questions if q.kind == "handoff" and q.lures)
    title = handbook.records[question.quizzes[0]].title
    broken = replace(question, options=(Answer(title), *question.lures), key=(Answer(title).id,))
    assert ("key-is-title", title) in _broken(bank, handbook, question, broken)


def test_guessing_by_what_is_never_right(bank: Bank, handbook: Handbook) -> None:
    """A bank whose wrong answers are right nowhere else, while each key is, is found out; so are small kinds."""
    some = [question for question in bank.questions if question.kind == "handoff" and len(question.lures) > 1][:12]
    strange = []
    for n, question in enumerate(some):
        key = Answer(("店长", "领班", "药师")[n % 3])
        lures = tuple(Answer(f"{lure.text}{n}", lure.origin) for lure in question.lures)
        strange.append(replace(question, options=(key, *lures), key=(key.id,)))
    assert {("keyed", "all"), ("keyed", "handoff")} <= _guessed(Bank(tuple(strange)), handbook)
