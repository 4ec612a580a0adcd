"""A form: choices belong to a choice, and labels differ."""

from __future__ import annotations

from rolebook.errors import Message
from rolebook.model.base import Fault
from tests.records import faults, record


def test_a_form_is_checked() -> None:
    """Choices belong to a choice, and labels differ."""
    fields = [
        {"label": "甲", "type": "choice", "choices": ["是"]},
        {"label": "乙", "choices": ["是", "否"]},
        {"label": "丙"},
        {"label": "丙", "id": "c"},
    ]
    assert faults(record("forms/f", fields=fields)) == [
        Fault("forms/f", ("fields", 0), Message("too-few-choices")),
        Fault("forms/f", ("fields", 1, "choices"), Message("choices-without-choice")),
        Fault("forms/f", ("fields", 2, "label"), Message("field-twice", label="丙")),
        Fault("forms/f", ("fields", 3, "label"), Message("field-twice", label="丙")),
    ]


def test_the_fields_of_a_form() -> None:
    """A choice has two choices at least; of two fields called the same both are told."""
    fields = [
        {"label": "甲", "type": "choice"},
        {"label": "乙", "type": "choice", "choices": ["是", "否"]},
        {"label": "丙", "type": "date", "choices": ["是", "否"]},
        {"label": "甲", "id": "other", "type": "choice", "choices": ["是"]},
    ]
    assert [(one.path, one.message) for one in faults(record("forms/visit", fields=fields))] == [
        (("fields", 0), Message("too-few-choices")),
        (("fields", 0, "label"), Message("field-twice", label="甲")),
        (("fields", 2, "choices"), Message("choices-without-choice")),
        (("fields", 3), Message("too-few-choices")),
        (("fields", 3, "label"), Message("field-twice", label="甲")),
    ]
