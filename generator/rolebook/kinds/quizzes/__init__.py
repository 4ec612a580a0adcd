"""Quizzes: questions written by hand."""

from __future__ import annotations

from rolebook.kinds.kind import Kind
from rolebook.kinds.quizzes.model import Quiz
from rolebook.kinds.quizzes.page import page

QUIZZES = Kind(Quiz, page=page, looked_up=False)  # a question would stand before the line whose words it repeats
