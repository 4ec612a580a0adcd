"""What a manager reads of a bank: how much is covered, and every question with why each wrong answer is wrong."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from rolebook.bank.bank import Bank
from rolebook.bank.context import QuizContext, quiz_context
from rolebook.bank.coverage import coverage
from rolebook.bank.question import KINDS, Question
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook


def table(bank: Bank, handbook: Handbook, t: Strings) -> list[list[str]]:
    """Return questions by record and kind, a row a record with a total, the first row the headings."""
    kinds = [kind for kind in KINDS if any(question.kind == kind for question in bank.questions)]
    rows = [["", *(t(f"quiz.made_{kind}") for kind in kinds), t("quiz.total"), t("quiz.difficulty")]]
    context = quiz_context(handbook, t.language)
    hard = {question.id: difficulty(context, question) for question in bank.questions}
    for record, questions in bank.by_record.items():
        counts = Counter(question.kind for question in questions)
        mean = sum(hard[question.id] for question in questions) / len(questions)
        title = handbook.records[record].title
        rows.append([title, *(str(counts[kind] or "") for kind in kinds), str(len(questions)), f"{mean:.2f}"])
    every = Counter(question.kind for question in bank.questions)
    mean = sum(hard.values()) / max(1, len(hard))
    rows.append([t("quiz.total"), *(str(every[kind]) for kind in kinds), str(len(bank.questions)), f"{mean:.2f}"])
    return rows


def covered(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[tuple[str, int, int]]:
    """Yield (measure, step, branch or post; how many have a question; how many there are)."""
    have: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for needed in coverage(bank, handbook, t):
        total[needed.thing] += 1
        have[needed.thing] += needed.done
    yield from ((thing, have[thing], total[thing]) for thing in total)


def difficulty(context: QuizContext, question: Question) -> float:
    """Return how alike the wrong answers are to the key, 0 (nothing in common) to 1: near ones are harder.

    An estimate before anyone has answered: the pairs of characters an option shares with the line the key stands in,
    or how near a number is.
    """
    if question.answering != "single" or not question.lures:
        return 1.0
    right = context.pairs(line_of(context.handbook, question.facts[0]) + question.keyed[0].text)
    near = []
    for lure in question.lures:
        line = line_of(context.handbook, lure.origin) or lure.text
        own = context.pairs(line)
        near.append(len(own & right) / (len(own) or 1) if question.kind != "measure" else 0.7)
    return sum(near) / len(near)


def sheet(bank: Bank, handbook: Handbook, t: Strings) -> str:
    """Return a review sheet as CSV: question, key, line, why each other option is wrong, and a column to sign."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    names = ("id", "kind", "stem", "key", "line", "source", "wrong", "sign")
    writer.writerow([t(f"quiz.sheet_{name}") for name in names])
    for question in bank.questions:
        source = f"{question.source.file}:{question.source.line}"
        key = " → ".join(option.text for option in question.keyed)
        line = line_of(handbook, question.source.item) or question.explain
        reasons = ((lure.text, why(handbook, t, lure.origin)) for lure in question.lures)
        wrong = "\n".join(f"{text}{t('text.colon')}{reason}" for text, reason in reasons)
        kind = t(f"quiz.made_{question.kind}")
        writer.writerow([_safe(text) for text in (question.id, kind, question.stem, key, line, source, wrong, "")])
    return "\ufeff" + out.getvalue()


def line_of(handbook: Handbook, address: Address | None) -> str:
    """Return the words at an address, or "" where no line stands there."""
    line = handbook.lines.get(address) if address else None
    return line.item.text if line else ""


def why(handbook: Handbook, t: Strings, origin: Address | None) -> str:
    """Return why a wrong answer is wrong: what it is instead."""
    if origin is None:
        return t("quiz.why_made_up")
    line = handbook.lines.get(origin)
    record = handbook.records.get(origin.page)
    if line is None or record is None:
        return t("quiz.why_other", where=record.title if record else str(origin))
    return t("quiz.why_line", where=f"{record.title} · {line.part.title}".rstrip(" ·"), line=line.item.text)


def _safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
