"""The page of a form: its fields, and the lines that name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from rolebook.kinds.forms.model import Form
from rolebook.model.address import Address
from rolebook.model.handbook import PlacedItem

if TYPE_CHECKING:
    from rolebook.views.pages.context import PageContext


def page(form: Form, context: PageContext) -> Mapping[str, Any]:
    """Return the headings, the lines that name the form by record, and whether any field must be filled."""
    named: dict[Address, list[PlacedItem]] = {}
    for line in context.handbook.named_by.get(form.address, ()):
        named.setdefault(line.record.address, []).append(line)
    headings = [] if form.document else [("fields", context.t("form.fields"))]
    headings += [("named-by", context.t("form.named_by"))] if named else []
    return {"headings": headings, "named": named, "required": any(field.required for field in form.fields)}


def extent(form: Form, context: PageContext) -> str:
    """Return how many fields there are, or that it is a document."""
    if form.document:
        return context.t("index.document")
    return context.t("index.count", n=len(form.fields)) if form.fields else ""
