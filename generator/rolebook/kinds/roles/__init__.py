"""Roles: posts, and departments as a whole."""

from __future__ import annotations

from rolebook.kinds.kind import Kind
from rolebook.kinds.roles.model import Role
from rolebook.kinds.roles.page import page
from rolebook.kinds.roles.sheet import card, loose_card

ROLES = Kind(
    Role,
    page=page,
    untitled={"qualifications": "role.qualifications"},
    sheet=card,
    looser=loose_card,
    asked=True,
)
