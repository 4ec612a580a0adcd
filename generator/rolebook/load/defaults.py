"""What holds for all records, docs/handbook.yml."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from rolebook.errors import Message, Place, Problem
from rolebook.load.files import contents
from rolebook.load.node import Node
from rolebook.load.schema_messages import schema_messages
from rolebook.load.syntax import lines_of, problem, read
from rolebook.model.base import FieldPath
from rolebook.model.defaults import Defaults

_ANYTHING = Defaults(owner="…", department="…")
"""Stands for a file that is faulty itself, so that no record misses what it may say."""


class Shared(NamedTuple):
    """What was read: the defaults, where each is written, and all problems found."""

    defaults: Defaults
    name: str
    root: Node | None
    problems: list[Problem]

    def place(self, path: FieldPath) -> Place | None:
        """Return where a default is written; None where it is not."""
        node = self.root.find(path) if self.root else None
        return Place(self.name, node.line + 1, node.column + 1) if node and node is not self.root else None


def shared(path: Path, name: str) -> Shared:
    """Read the file at `path`, called `name` in messages; a handbook without one, or an empty one, sets nothing."""
    if not path.is_file():
        return Shared(Defaults(), name, None, [])
    data, problems = contents(path, name)
    if problems:
        return Shared(_ANYTHING, name, None, problems)
    root, text, problems = read(name, data, frozenset(Defaults.model_fields))
    if root is None:
        return Shared(_ANYTHING if problems else Defaults(), name, None, problems)
    lines = lines_of(text)
    if not isinstance(root.value, dict):
        return Shared(_ANYTHING, name, None, [*problems, problem(name, lines, root.placed(Message("no-keys")))])
    try:
        return Shared(Defaults.model_validate(root.plain()), name, root, problems)
    except ValidationError as error:
        found = [problem(name, lines, placed) for placed in schema_messages(error, Defaults, root)]
        return Shared(_ANYTHING, name, None, problems + found)
