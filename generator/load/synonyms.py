"""The author's table of synonyms, docs/synonyms.yml: a list of groups, `- 顾客 = 客户 = 客人`."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Problem
from generator.load.syntax import read
from generator.load.tree import Node
from generator.model.synonyms import Synonyms

SYNONYMS = "synonyms.yml"
"""Its name under docs/."""


def synonyms(path: Path, name: str) -> tuple[tuple[Synonyms, ...], list[Problem]]:
    """Read the table at `path`, called `name` in messages; a handbook without one has no synonyms.

    Returns the groups and all problems found.
    """
    if not path.exists():
        return (), []
    root, text, problems = read(name, path.read_bytes(), frozenset())
    if root is None:
        return (), problems
    lines = text.splitlines()

    def problem(node: Node, message: str, hint: str) -> Problem:
        return Problem(name, node.line + 1, node.column + 1, message, hint, lines[node.line], max(1, node.width))

    if not isinstance(root.value, list):
        return (), [
            *problems,
            problem(root, "the table is no list", "begin each group with '- ', as in '- 顾客 = 客户'"),
        ]
    groups = []
    for node in root.value:
        if not isinstance(node.value, str):
            problems.append(problem(node, "a group is one line of words", "write '- 顾客 = 客户 = 客人'"))
            continue
        try:
            groups.append(Synonyms.parse(node.value))
        except ValueError as error:
            message, _, hint = str(error).partition("; ")
            problems.append(problem(node, message, hint))
    return tuple(groups), problems
