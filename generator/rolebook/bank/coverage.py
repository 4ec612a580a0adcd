"""What of a handbook needs a question, and whether it has one: measures, steps, answers in a script, posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from rolebook.bank import branch, measure
from rolebook.bank.bank import Bank
from rolebook.bank.question import Question
from rolebook.errors import Place
from rolebook.kinds.procedures.model import Procedure
from rolebook.kinds.roles.model import Role
from rolebook.kinds.scripts.model import Script
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook


class Covered(NamedTuple):
    """Something that needs a question, where it was written, and whether it has one."""

    thing: str
    """measure, step, branch or post"""
    what: str
    """its address, and its name where that is not all"""
    place: Place
    done: bool


def coverage(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[Covered]:
    """Yield all that needs a question; one written by hand about a line does for whatever is in it.

    How often something is done needs none where that is once a day, a week, a month.
    """
    handmade = {fact for question in bank.questions if question.kind == "written" for fact in question.facts}
    yield from _measures(bank, handbook, handmade)
    ordered = {fact for question in bank.questions if question.kind == "order" for fact in question.facts}
    for procedure in handbook.of(Procedure):
        for n, step in enumerate(procedure.steps):
            address = procedure.address._replace(item=step.anchor)
            place = handbook.place(procedure.address, ("steps", n))
            yield Covered("step", str(address), place, address in ordered or address in handmade)
    asked: dict[Address, list[Question]] = {}
    for question in bank.questions:
        for fact in question.facts if question.kind == "branch" else ():
            asked.setdefault(fact, []).append(question)
    for script in handbook.of(Script):
        for edge in branch.edges(script, t):
            lines = {script.address._replace(item=item.anchor) for item in edge.target.says}
            done = not lines.isdisjoint(handmade) or any(
                question.stem == branch.put(edge.stem, len(question.key), t)
                for line in lines
                for question in asked.get(line, ())
            )
            place = handbook.place(script.address, edge.path)
            what = f"{script.address}#{edge.facet.replace('|', ' ').strip()}"
            yield Covered("branch", what, place, done)
    for role in handbook.of(Role):
        if any(part.items for part in role.parts()):
            place = handbook.place(role.address, ())
            yield Covered("post", str(role.address), place, role.address in bank.by_record)


def _measures(bank: Bank, handbook: Handbook, handmade: set[Address]) -> Iterator[Covered]:
    counts: Counter[Address] = Counter()
    numbers = handbook.language.numbers.amounts
    for question in bank.questions:
        if question.kind == "measure":
            asked = sum(len(numbers(answer.text)) or 1 for answer in question.keyed)
            counts.update(dict.fromkeys(question.facts, asked))
    for line in handbook.lines.values():
        have = counts[line.address] + (line.address in handmade)
        for n, number in enumerate(line.item.measures):
            place = handbook.place(line.record.address, (*line.path, "measures", n))
            words = number.words(line.item.text, handbook.language).values()
            once = any(measure.is_once(word, handbook.language) for word in words)
            yield Covered("measure", f"{line.address} {number.of}", place, once or n < have)
