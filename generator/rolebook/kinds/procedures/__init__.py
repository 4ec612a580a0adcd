"""Procedures: steps in an order that matters."""

from __future__ import annotations

from rolebook.kinds.kind import Kind
from rolebook.kinds.procedures.model import Procedure
from rolebook.kinds.procedures.sheet import strip

PROCEDURES = Kind(Procedure, sheet=strip, asked=True)
