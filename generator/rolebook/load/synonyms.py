"""The author's table of synonyms, docs/synonyms.yml: a list of groups, `- 顾客 = 客户 = 客人`."""

from __future__ import annotations

from pathlib import Path

from pydantic_core import PydanticCustomError

from rolebook.errors import Message, Problem
from rolebook.load.files import contents
from rolebook.load.syntax import lines_of, problem, read
from rolebook.model.base import objection
from rolebook.model.synonyms import Synonyms


def synonyms(path: Path, name: str) -> tuple[tuple[Synonyms, ...], list[Problem]]:
    """Read the table at `path`, called `name` in messages; a handbook without one has no synonyms.

    Returns the groups and all problems found.
    """
    if not path.is_file():
        return (), []
    data, problems = contents(path, name)
    if problems:
        return (), problems
    root, text, problems = read(name, data, frozenset())
    if root is None:
        return (), problems
    lines = lines_of(text)
    if not isinstance(root.value, list):
        return (), [*problems, problem(name, lines, root.placed(Message("synonyms-not-a-list")))]
    groups = []
    for node in root.value:
        try:
            if not isinstance(node.value, str):
                raise objection("synonyms-not-words")
            groups.append(Synonyms.parse(node.value))
        except PydanticCustomError as error:
            problems.append(problem(name, lines, node.placed(Message(error.type, **(error.context or {})))))
    return tuple(groups), problems
