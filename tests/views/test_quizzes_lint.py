"""What the judgement of a bank finds: each fault put into a sound bank, and the exact words for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model.handbook import Handbook
from generator.strings import Strings
from generator.views.quizzes import lint
from generator.views.quizzes.bank import Bank, make
from generator.views.quizzes.question import Answer, Question

ZH = Strings("zh")


@pytest.fixture(scope="module")
def bank(handbook: Handbook) -> Bank:
    """A sound bank."""
    return make(handbook, ZH)


def _broken(bank: Bank, handbook: Handbook, question: Question, broken: Question) -> list[str]:
    """Return what is found where one question is another."""
    changed = Bank(tuple(broken if q is question else q for q in bank.questions))
    return [finding.message for finding in lint.lint(changed, handbook, ZH) if finding.question == broken.id]


def _of(bank: Bank, kind: str, item: str) -> Question:
    return next(q for q in bank.questions if q.kind == kind and q.source.item.endswith(item))


def _with(question: Question, text: str) -> Question:
    """Return a question whose first wrong answer is `text`."""
    lure = question.lures[0]
    return replace(question, options=tuple(Answer(text) if o is lure else o for o in question.options))


def test_same_number_in_another_notation(bank: Bank, handbook: Handbook) -> None:
    """二步 is what 两步 is."""
    question = next(q for q in bank.questions if q.kind == "measure" and [o.text for o in q.keyed] == ["两步"])
    assert "'2步' is true as well" in _broken(bank, handbook, question, _with(question, "2步"))


def test_another_unit(bank: Bank, handbook: Handbook) -> None:
    """Options of unlike unit give the key away."""
    question = _of(bank, "measure", "#hot-drinks")
    found = _broken(bank, handbook, question, _with(question, "7米"))
    assert "the option '7米' is of another form than the others" in found


def test_a_number_in_a_name_is_no_unit(bank: Bank, handbook: Handbook) -> None:
    """保安二岗 and 保洁一岗 are posts alike; only where numbers are asked for does a unit tell."""
    assert lint.unlike(["保安1岗", "保洁2岗", "前台3岗"], counted=False) == ""
    assert lint.unlike(["1步", "2步", "3米"], counted=True) == "3米"


def test_a_post_that_does_it_too(bank: Bank, handbook: Handbook) -> None:
    """A post whose lines say the duty is no wrong answer."""
    question = next(q for q in bank.questions if q.kind == "owner" and "客户姓氏" in q.stem)
    assert _broken(bank, handbook, question, question) == []
    other = next(q for q in bank.questions if q.kind == "owner" and "#relieve" in q.source.item)
    assert _broken(bank, handbook, other, other) == []


def test_all_of_the_above(bank: Bank, handbook: Handbook) -> None:
    """以上都对 is no answer."""
    question = _of(bank, "cloze", "#lights")
    found = _broken(bank, handbook, question, _with(question, "以上都对"))
    assert "the option '以上都对' points at other options" in found


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (lambda q: replace(q, explain=""), "there is no explanation"),
        (lambda q: replace(q, stem=" "), "the stem is empty"),
        (lambda q: replace(q, source=replace(q.source, file="")), "there is no source"),
        (lambda q: replace(q, key=("nowhere",)), "the key is not among the options"),
        (lambda q: _with(q, ""), "an option is empty"),
        (lambda q: _with(q, q.lures[1].text), "two options have one id"),
    ],
)
def test_form(bank: Bank, handbook: Handbook, fault: object, message: str) -> None:
    """A question that lacks something is found."""
    question = _of(bank, "measure", "#ashtray")
    assert message in _broken(bank, handbook, question, fault(question))  # type: ignore[operator]


def test_a_stem_with_anothers_key(bank: Bank, handbook: Handbook) -> None:
    """A stem that states the key of another question of its quiz is found."""
    question = _of(bank, "measure", "#hot-drinks")
    broken = replace(question, stem=f"{question.stem}（不是七分满）")
    assert "the stem states '七分满', the key of another question" in _broken(bank, handbook, question, broken)


def test_nothing_left_out(bank: Bank, handbook: Handbook) -> None:
    """A measure, step, branch or post without a question is found, with its place."""
    kept = Bank(tuple(q for q in bank.questions if q.kind not in ("measure", "order", "branch", "written")))
    found = {finding.message for finding in lint.lint(kept, handbook, ZH)}
    assert "measure roles/meeting-attendant#hot-drinks 热饮温度 has no question" in found
    assert "step procedures/return-visit#archive has no question" in found
    assert "branch scripts/return-visit-call#question 满意 has no question" in found


def test_guessing_the_first(bank: Bank, handbook: Handbook) -> None:
    """A bank whose key always stands first is found out, over the whole bank and over each kind."""
    shown = tuple(replace(q, options=(*q.keyed, *q.lures)) if q.answering == "single" else q for q in bank.questions)
    found = [finding.message for finding in lint.lint(Bank(shown), handbook, ZH)]
    assert any(message.startswith("'first' finds") and " all keys" in message for message in found)
    assert any(message.startswith("'first' finds") and " owner keys" in message for message in found)


def test_guessing_the_longest(bank: Bank, handbook: Handbook) -> None:
    """A bank whose key is always the longest is found out."""
    padded = tuple(
        replace(q, options=tuple(replace_text(o) if o.id not in q.key else o for o in q.options))
        if q.answering == "single"
        else q
        for q in bank.questions
    )
    found = [finding.message for finding in lint.lint(Bank(padded), handbook, ZH)]
    assert any(message.startswith("'longest' finds") for message in found)


def replace_text(option: Answer) -> Answer:
    """Return an option cut to its first character."""
    return Answer(option.text[:1] + option.text[1:][:0], option.origin)
