"""The page of a quiz that was written by hand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rolebook.kinds.quizzes.model import Quiz

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


def page(quiz: Quiz, context: PageContext) -> Mapping[str, Any]:
    """Return the headings, and the questions' script and the site's root for the player ("" where none plays)."""
    headings = [(question.id, question.stem) for question in quiz.questions]
    return {"headings": headings, "script": context.quiz_script(quiz) if quiz.questions else "", "root": context.root}
