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
