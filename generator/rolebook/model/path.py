"""The order a post is learnt in: which of its sections belong to the first day, the first week, the first month."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from rolebook.model.base import Model
from rolebook.model.measure import Text

Stage = Literal["first_day", "first_week", "first_month"]
STAGES: tuple[Stage, ...] = get_args(Stage)


class LearningPath(Model):
    """Sections by title or id; those that are not named come last, in the order of the record."""

    first_day: tuple[Text, ...] = ()
    """learnt on the first day"""
    first_week: tuple[Text, ...] = ()
    """learnt in the first week"""
    first_month: tuple[Text, ...] = ()
    """learnt in the first month"""

    def named(self) -> Iterator[tuple[Stage, int, str]]:
        """Yield every section that is named: in which stage, at which place of its list, and how."""
        for stage in STAGES:
            for n, name in enumerate(getattr(self, stage)):
                yield stage, n, name
