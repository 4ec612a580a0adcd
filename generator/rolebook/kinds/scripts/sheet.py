"""The script card: the call as a tree of turns, or one turn after the other where that is too broad or too high."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from rolebook.kinds.scripts.model import Node, Placeholder, Script
from rolebook.kinds.scripts.script_turns import Turn, turns, walk
from rolebook.model.base import FieldPath
from rolebook.model.item import Item
from rolebook.sheet import Line, Sheet, unbreakable

if TYPE_CHECKING:
    from rolebook.views.posters.writer import SheetWriter

PORTRAIT_BREADTH = 2
"""How many answers stand side by side on a sheet in portrait; more of them turn it."""


class Answer(TypedDict):
    """An answer, the turns that follow it, or where it leads."""

    answer: str
    goto: str
    turns: list[SetTurn]


class SetTurn(TypedDict):
    """A turn: what is said, what is noted beneath ([label, words]), the answers; `at` is the node's number."""

    at: int
    title: str
    says: list[Line]
    notes: list[list[str]]
    replies: list[Answer]
    tokens: list[str]


class Rules(TypedDict):
    """What holds for the whole call."""

    title: str
    lines: list[Line]


class Call(TypedDict):
    """What sheet.typ reads."""

    rules: Rules | None
    turns: list[SetTurn]


def unrolled(script: Script, writer: SheetWriter) -> Sheet:
    """Return the card with what follows an answer under it."""
    return _card(script, writer, turns(script))


def flat(script: Script, writer: SheetWriter) -> Sheet:
    """Return the card with one turn after the other, each answer naming the turn it leads to."""
    alone = [
        Turn(node, [(r.answer, [], script.node[r.to]) for r in node.replies], script.node.get(node.next or ""))
        for node in script.nodes
    ]
    return _card(script, writer, alone)


def _card(script: Script, writer: SheetWriter, found: list[Turn]) -> Sheet:
    t = writer.t
    lines = [writer.line(item, ("rules", k)) for k, item in enumerate(script.rules)]
    rules: Rules | None = {"title": t("script.rules"), "lines": lines} if lines else None
    setter = _Setter(script, writer, found)
    made = [setter.turn(turn) for turn in found]
    blocks = [writer.origin("rules")] if rules else []
    blocks += [writer.origin("nodes", turn["at"]) for turn in made]
    facts = [
        (t("role.department"), writer.text(script.department, ("department",))),
        (t("script.form"), writer.form(script.form) if script.form else ""),
    ]
    wide = max(map(_breadth, made)) > PORTRAIT_BREADTH
    orientation = "landscape" if wide else "portrait"
    return writer.sheet(facts, blocks, Call(rules=rules, turns=made), orientation=orientation)


def _breadth(turn: SetTurn) -> int:
    """Return how many columns a turn and what follows it need."""
    return max(1, sum(max([1, *map(_breadth, reply["turns"])]) for reply in turn["replies"]))


class _Setter:
    """Sets turns, numbered where any of them sends the agent to another."""

    def __init__(self, script: Script, writer: SheetWriter, found: list[Turn]) -> None:
        self.script, self.writer = script, writer
        self.caller = writer.text(script.caller, ("caller",)) or writer.t("script.caller")
        self.place = {node.id: n for n, node in enumerate(script.nodes)}
        order = list(walk(found))
        sends = any(turn.goto or any(known for _, _, known in turn.replies) for turn in order)
        self.number = {turn.node.id: f"{n + 1}. " for n, turn in enumerate(order)} if sends else {}

    def turn(self, turn: Turn) -> SetTurn:
        """Return a turn as data; where its answers only lead elsewhere they stand in words, else as columns."""
        writer, t, node, n = self.writer, self.writer.t, turn.node, self.place[turn.node.id]
        notes = [[t("script.hint"), writer.text(node.hint, ("nodes", n, "hint"))]] if node.hint else []
        if node.records:
            notes.append([t("script.records"), t("text.comma").join(self.script.filled_at(node, writer.handbook))])
        replies = [
            (t("script.answered", caller=self.caller, answer=answer), then, self._goto(known))
            for answer, then, known in turn.replies
        ]
        in_words = not any(then for _, then, _ in replies)
        notes += [[answer, goto] for answer, _, goto in replies if in_words]
        if turn.goto:
            notes.append([t("script.then"), self._goto(turn.goto)])
        if not node.targets:
            notes.append([t("script.end"), node.outcome])
        says = [_spoken(writer, self.script, item, ("nodes", n, "says", k)) for k, item in enumerate(node.says)]
        writer.text(node.title, ("nodes", n, "title"))
        title = self._titled(node)
        columns: list[Answer] = [
            {"answer": answer, "goto": goto, "turns": [self.turn(following) for following in then]}
            for answer, then, goto in replies
            if not in_words
        ]
        tokens = unbreakable([title, *(item.text for item in node.says), *(words for _, words in notes)])
        return {"at": n, "title": title, "says": says, "notes": notes, "replies": columns, "tokens": tokens}

    def _titled(self, node: Node) -> str:
        """Return a node's title with its number on the sheet."""
        return self.number.get(node.id, "") + node.title

    def _goto(self, node: Node | None) -> str:
        return self.writer.t("script.goto", title=self._titled(node)) if node else ""


def _spoken(writer: SheetWriter, script: Script, item: Item, path: FieldPath) -> Line:
    """Return a line; what the agent fills in stands out by its label, in brackets."""

    def shown(placeholder: Placeholder) -> str:
        return writer.grammar.filled_in(placeholder.shown if placeholder.choices else placeholder.label)

    text, blanks = script.filled(item.text, shown)
    return writer.set(item, text, [(blank.start, blank.end) for blank in blanks], path)
