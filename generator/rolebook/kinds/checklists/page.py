"""The page of a checklist: every line to tick, those pulled from elsewhere in their places."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rolebook.kinds.checklists.model import Checklist, sections_of

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


def page(checklist: Checklist, context: PageContext) -> Mapping[str, Any]:
    """Return the sections with their lines."""
    return {"sections": sections_of(context.handbook, checklist)}


def extent(checklist: Checklist, context: PageContext) -> str:
    """Return how many lines there are to tick."""
    count = sum(len(lines) for _, lines in sections_of(context.handbook, checklist))
    return context.t("index.lines", n=count) if count else ""
