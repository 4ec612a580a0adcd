"""What a manager reads of a bank: how much is covered, and every question with why each wrong answer is wrong."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator

from generator.model.address import Address
from generator.model.handbook import Handbook
from generator.strings import Strings
from generator.views.quizzes.bank import Bank
from generator.views.quizzes.coverage import coverage
from generator.views.quizzes.question import KINDS, Question
from generator.views.quizzes.survey import Survey, surveyed


def table(bank: Bank, handbook: Handbook, t: Strings) -> list[list[str]]:
    """Return questions by record and kind, a row a record with a total, the first row the headings."""
    kinds = [kind for kind in KINDS if any(question.kind == kind for question in bank.questions)]
    rows = [["", *(t(f"quiz.made_{kind}") for kind in kinds), t("quiz.total"), t("quiz.difficulty")]]
    survey = surveyed(handbook, t.language)
    hard = {question.id: difficulty(survey, question) for question in bank.questions}
    for record, questions in bank.by_record.items():
        counts = Counter(question.kind for question in questions)
        mean = sum(hard[question.id] for question in questions) / len(questions)
        title = handbook.records[Address(*record.split("/", 1))].title
        rows.append([title, *(str(counts[kind] or "") for kind in kinds), str(len(questions)), f"{mean:.2f}"])
    every = Counter(question.kind for question in bank.questions)
    mean = sum(hard.values()) / max(1, len(hard))
    rows.append([t("quiz.total"), *(str(every[kind]) for kind in kinds), str(len(bank.questions)), f"{mean:.2f}"])
    return rows


def covered(bank: Bank, handbook: Handbook, t: Strings) -> Iterator[tuple[str, int, int]]:
    """Yield (measure, step, branch or post; how many have a question; how many there are)."""
    have: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for what, _, done in coverage(bank, handbook, t):
        sort = what.partition(" ")[0]
        total[sort] += 1
        have[sort] += done
    yield from ((sort, have[sort], total[sort]) for sort in total)


def difficulty(survey: Survey, question: Question) -> float:
    """Return how alike the wrong answers are to the key, 0 (nothing in common) to 1: near ones are harder.

    An estimate before anyone has answered: the pairs of characters an option shares with the line the key stands in,
    or how near a number is.
    """
    if question.answering != "single" or not question.lures:
        return 1.0
    said = survey.pairs(line_of(survey.handbook, question.facts[0]) + question.keyed[0].text)
    near = []
    for lure in question.lures:
        line = line_of(survey.handbook, lure.origin) or lure.text
        own = survey.pairs(line)
        near.append(len(own & said) / (len(own) or 1) if question.kind != "measure" else 0.7)
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


def line_of(handbook: Handbook, fact: str) -> str:
    """Return the words at an address, or "" where no line stands there."""
    address = Address.parse(fact)
    line = handbook.lines.get(address) if address else None
    return line.item.text if line else ""


def why(handbook: Handbook, t: Strings, origin: str) -> str:
    """Return why a wrong answer is wrong: what it is instead."""
    address = Address.parse(origin)
    if address is None:
        return t("quiz.why_made_up")
    line = handbook.lines.get(address)
    record = handbook.records.get(address.page)
    if line is None or record is None:
        return t("quiz.why_other", where=record.title if record else origin)
    return t("quiz.why_line", where=f"{record.title} · {line.part.title}".rstrip(" ·"), line=line.item.text)


def _safe(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text
