"""The question about one measure, for the tests of measures and of the numbers beside them."""

from __future__ import annotations

from rolebook.bank import lint
from rolebook.bank.bank import make
from rolebook.bank.question import Question
from rolebook.errors import Place
from rolebook.language.strings import Strings
from rolebook.model.handbook import Handbook
from tests.records import role

ZH = Strings("zh")


def asked(text: str, **measure: str) -> Question:
    """Return the question about a measure, in which nothing is to be found."""
    post = role("bar", {"text": text, "measures": [{"of": "数目", **measure}]}, title="吧台岗")
    handbook = Handbook([post], lambda address, path: Place("docs/roles/bar.yml", 1))
    bank = make(handbook, ZH)
    assert lint.lint(bank, handbook, ZH) == []
    return next(question for question in bank.questions if question.kind == "measure")
