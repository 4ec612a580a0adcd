"""A post as other records know it: by an id, an address, a title or an alias."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import StringConstraints

from rolebook.model.measure import Text
from rolebook.model.record import Record


class Post(Record):
    """What records name when they say who does something; a name without a record is a post too."""

    folder: ClassVar[str] = "roles"

    department: Text
    is_department: bool = False
    """true: this describes a whole department, not one post"""
    badge: Annotated[str, StringConstraints(max_length=1)] = ""
    """the character that stands for the post where there is room for no more; left out, the first one of its title"""

    @property
    def mark(self) -> str:
        """The character that stands for the post."""
        return self.badge or self.title[0]
