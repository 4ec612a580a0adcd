"""A call script: a graph of what the agent says and where each answer of the other side leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, ClassVar, NamedTuple

from pydantic import Field

from rolebook.errors import Message
from rolebook.model.base import Fault, FieldPath, Id, Model
from rolebook.model.item import Lines
from rolebook.model.likely import nearest_id
from rolebook.model.measure import Text
from rolebook.model.record import Part, Record

if TYPE_CHECKING:
    from rolebook.model.handbook import Handbook

PLACEHOLDER = re.compile(r"\{([^{}]*)\}")


class Placeholder(Model):
    """Something the agent fills in: free text shown as `blank`, or one of `choices`."""

    label: Text
    blank: str = "××"
    choices: tuple[Text, ...] = ()

    @property
    def shown(self) -> str:
        """What stands in the line until it is filled."""
        return "/".join(self.choices) or self.blank


class Blank(NamedTuple):
    """A stretch of a line that is filled in."""

    start: int
    end: int
    placeholder: Placeholder


class Reply(Model):
    """An answer the other side may give, and the node it leads to."""

    answer: Text
    to: Text


class Node(Model):
    """One turn of the call: what is said, then where it goes. A node without replies and next ends the call."""

    id: Id
    title: Text
    says: Annotated[Lines, Field(min_length=1)]
    hint: str = ""
    """a short note for the agent, not spoken"""
    replies: tuple[Reply, ...] = ()
    next: Text | None = None
    """the node that follows whatever is answered"""
    records: tuple[Text, ...] = ()
    """fields of the script's form that are filled here"""
    outcome: str = ""
    """how the call ended, where this node ends it"""

    @property
    def targets(self) -> tuple[tuple[FieldPath, str], ...]:
        """The nodes this one leads to, with their place inside the node."""
        replies = tuple((("replies", n, "to"), reply.to) for n, reply in enumerate(self.replies))
        return (*replies, (("next",), self.next)) if self.next else replies


class Script(Record):
    """Nodes, the first of which opens the call."""

    folder: ClassVar[str] = "scripts"

    department: str = ""
    caller: str = ""
    """what whoever is spoken to is called; without it that of docs/handbook.yml, else the language has a word"""
    form: Text | None = None
    """the form filled during the call, by id"""
    rules: Lines
    """what holds for the whole call"""
    placeholders: dict[Text, Placeholder] = Field(default_factory=dict)
    """written in a line as {name}"""
    nodes: Annotated[tuple[Node, ...], Field(min_length=1)]

    @cached_property
    def node(self) -> dict[str, Node]:
        """Nodes by id."""
        return {node.id: node for node in self.nodes}

    def parts(self) -> tuple[Part, ...]:
        """Return the rules, then each node."""
        rules = (Part("rules", "", "rule", self.rules, ("rules",)),) if self.rules else ()
        nodes = (
            Part(node.id, node.title, "node", node.says, ("nodes", n, "says")) for n, node in enumerate(self.nodes)
        )
        return (*rules, *nodes)

    def mentions(self) -> Iterator[tuple[FieldPath, str, str]]:
        """Yield the form that is filled."""
        yield from super().mentions()
        if self.form:
            yield ("form",), "forms", self.form

    def filled(self, text: str, fill: Callable[[Placeholder], str]) -> tuple[str, list[Blank]]:
        """Return a line with every placeholder as `fill` shows it, and where these stand in it."""
        made, blanks, last = "", [], 0
        for match in PLACEHOLDER.finditer(text):
            if placeholder := self.placeholders.get(match[1]):
                made += text[last : match.start()]
                shown = fill(placeholder)
                blanks.append(Blank(len(made), len(made) + len(shown), placeholder))
                made, last = made + shown, match.end()
        return made + text[last:], blanks

    def spoken(self, text: str) -> str:
        """Return a line with its placeholders as they stand until filled: 您好我是××."""
        return self.filled(text, lambda placeholder: placeholder.shown)[0]

    def filled_at(self, node: Node, handbook: Handbook) -> list[str]:
        """Return the labels of the form fields a node fills, or their ids where the form has no such field."""
        form = handbook.form(self.form) if self.form else None
        labels = {item.anchor: item.text for part in form.parts() for item in part.items} if form else {}
        return [labels.get(name, name) for name in node.records]

    def check(self, handbook: Handbook) -> Iterator[Fault]:
        """Every target exists, every node is reached and reaches an end, every placeholder and field is defined."""
        me = str(self.address)
        form = handbook.form(self.form) if self.form else None
        known = {item.anchor: item.text for part in form.parts() for item in part.items} if form else {}
        where = {node.id: ("nodes", n) for n, node in enumerate(self.nodes)}
        for n, node in enumerate(self.nodes):
            if where[node.id] != ("nodes", n):
                yield Fault(me, ("nodes", n, "id"), Message("node-id-twice", id=node.id))
            for path, target in node.targets:
                if target not in self.node:
                    yield Fault(me, ("nodes", n, *path), Message("unknown-node", id=target, known=tuple(self.node)))
            for k, name in enumerate(node.records if form else ()):
                if name not in known:
                    near, ids = nearest_id(name, known), tuple(known)
                    message = Message("unknown-field", name=name, form=self.form or "", known=ids, nearest=near)
                    yield Fault(me, ("nodes", n, "records", k), message)
            if node.outcome and node.targets:
                yield Fault(me, ("nodes", n, "outcome"), Message("outcome-before-the-end"))
        forward = {node.id: [target for _, target in node.targets if target in self.node] for node in self.nodes}
        reached = _closure([self.nodes[0].id], forward)
        backward: dict[str, list[str]] = {}
        for start, ends in forward.items():
            for end in ends:
                backward.setdefault(end, []).append(start)
        ending = _closure([node.id for node in self.nodes if not node.targets], backward)
        for node_id, place in where.items():
            if node_id not in reached:
                yield Fault(me, (*place, "id"), Message("unreached-node", id=node_id))
            if node_id not in ending:
                yield Fault(me, (*place, "id"), Message("endless-call", id=node_id))
        for part in self.parts():
            for path, item in part.walk():
                for name in PLACEHOLDER.findall(item.text):
                    if name not in self.placeholders:
                        yield Fault(me, (*path, "text"), Message("undefined-placeholder", name=name))


def heard(script: Script) -> dict[str, list[str]]:
    """Return by node what may be answered before it is said: whoever hears that looks for what to say to it."""
    found: dict[str, list[str]] = {}
    for node in script.nodes:
        for reply in node.replies:
            if reply.answer not in found.setdefault(reply.to, []):
                found[reply.to].append(reply.answer)
    return found


def _closure(starts: list[str], edges: dict[str, list[str]]) -> set[str]:
    """Return every node that can be reached from `starts`."""
    seen, todo = set(starts), list(starts)
    while todo:
        for target in edges.get(todo.pop(), ()):
            if target not in seen:
                seen.add(target)
                todo.append(target)
    return seen
