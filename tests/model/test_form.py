"""A form: choices belong to a choice, and labels differ."""

from __future__ import annotations

from generator.model.base import Fault
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
        Fault("forms/f", ("fields", 0), "a choice needs at least two choices", "add 'choices: [是, 否]'"),
        Fault("forms/f", ("fields", 1, "choices"), "only a field of type choice has choices", "add 'type: choice'"),
        Fault("forms/f", ("fields", 2, "label"), "two fields are called '丙'", "give each its own name"),
        Fault("forms/f", ("fields", 3, "label"), "two fields are called '丙'", "give each its own name"),
    ]
