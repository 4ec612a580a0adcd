"""Standards: lines that belong to no single post. Page and index are those every kind has by itself."""

from __future__ import annotations

from rolebook.kinds.kind import Kind
from rolebook.kinds.standards.model import Standard

STANDARDS = Kind(Standard, asked=True)
