"""The handbook as data: records, their lines and numbers, and what must hold between them."""

from __future__ import annotations

from generator.model.checklist import Checklist
from generator.model.form import Form
from generator.model.procedure import Procedure
from generator.model.quiz import Quiz
from generator.model.record import Record
from generator.model.role import Role
from generator.model.script import Script
from generator.model.standard import Standard

KINDS: dict[str, type[Record]] = {
    kind.folder: kind for kind in (Role, Procedure, Script, Standard, Checklist, Form, Quiz)
}
"""Every kind by its folder, in the order a reader meets them. A new kind is one entry more."""
