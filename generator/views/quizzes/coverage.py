"""What of a handbook needs a question, and whether it has one: measures, steps, ways through a script, posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.model.handbook import Handbook, Place
from generator.model.procedure import Procedure
from generator.model.role import Role
from generator.model.script import Script
from generator.strings import Strings
from generator.views.quizzes import branch
from generator.views.quizzes.bank import Bank


class Covered(NamedTuple):
    """Something that needs a question, where it was written, and whether it has one."""

    what: str
    place: Place
    done: bool


def coverage(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[Covered]:
    """Yield all that needs a question; one written by hand about a line does for whatever is in it."""
    written = {fact for question in bank.questions if question.kind == "written" for fact in question.facts}
    yield from _measures(bank, handbook, written)
    ordered = {fact for question in bank.questions if question.kind == "order" for fact in question.facts}
    for procedure in handbook.of(Procedure):
        for n, step in enumerate(procedure.steps):
            address = str(procedure.address._replace(item=step.anchor))
            place = handbook.place(procedure.address, ("steps", n))
            yield Covered(f"step {address}", place, address in ordered or address in written)
    asked = {(question.stem, fact) for question in bank.questions for fact in question.facts}
    for script in handbook.of(Script):
        for edge in branch.edges(script, t):
            lines = {str(script.address._replace(item=item.anchor)) for item in edge.target.says}
            done = any((edge.stem, line) in asked or line in written for line in lines)
            place = handbook.place(script.address, edge.path)
            yield Covered(f"branch {script.address}#{edge.facet.replace('|', ' ').strip()}", place, done)
    for role in handbook.of(Role):
        if any(part.items for part in role.parts()):
            place = handbook.place(role.address, ())
            yield Covered(f"post {role.address}", place, str(role.address) in bank.by_record)


def _measures(bank: Bank, handbook: Handbook, written: set[str]) -> Iterator[Covered]:
    counts = Counter(fact for question in bank.questions if question.kind == "measure" for fact in question.facts)
    for line in handbook.lines.values():
        address = str(line.address)
        have = counts[address] + (address in written)
        for n, number in enumerate(line.item.measures):
            place = handbook.place(line.record.address, (*line.path, "measures", n))
            yield Covered(f"measure {address} {number.of}", place, n < have)
