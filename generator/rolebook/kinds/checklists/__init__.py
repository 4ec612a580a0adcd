"""Checklists: lines to tick."""

from __future__ import annotations

from rolebook.kinds.checklists.model import Checklist
from rolebook.kinds.checklists.page import extent, page
from rolebook.kinds.checklists.sheet import checklist
from rolebook.kinds.kind import Kind

CHECKLISTS = Kind(Checklist, page=page, extent=extent, sheet=checklist)
