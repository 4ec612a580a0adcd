"""Scripts: what is said on a call, and where each answer leads."""

from __future__ import annotations

from rolebook.kinds.kind import Kind
from rolebook.kinds.scripts.model import Script, heard
from rolebook.kinds.scripts.page import page
from rolebook.kinds.scripts.sheet import flat, unrolled

SCRIPTS = Kind(
    Script, page=page, untitled={"rules": "script.rules"}, sheet=unrolled, looser=flat, asked=True, also=heard
)
