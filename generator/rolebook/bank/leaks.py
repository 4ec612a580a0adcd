"""What a question gives away of another of the same quiz."""

from __future__ import annotations

import re

from rolebook.bank import guess
from rolebook.bank.question import PICKED, Draft, Question
from rolebook.language import Language
from rolebook.language.wordlist import is_whole
from rolebook.model.address import Address

TELLING = 0.5
"""A stem that has so much of another's in it speaks of the same thing."""


class Rivals:
    """What is kept so far, by quiz; what gives it away, or is given away by it, is not admitted."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._by_quiz: dict[Address, list[Draft]] = {}
        self._chosen: set[tuple[str, str, Address]] = set()

    def admit(self, draft: Draft) -> bool:
        """Take a draft in, unless it leaks; of drafts with one choice the first is taken."""
        choices = {(draft.kind, draft.choice, quiz) for quiz in draft.quizzes if draft.choice}
        rivals = [other for quiz in draft.quizzes for other in self._by_quiz.get(quiz, ())]
        stem, key = draft.stem, draft.key[0].text
        if not choices.isdisjoint(self._chosen) or any(
            (other.key[0].text in stem and leaks(stem, other.key[0].text, draft, other, self._language))
            or (key in other.stem and leaks(other.stem, key, other, draft, self._language))
            for other in rivals
        ):
            return False
        self._chosen |= choices
        for quiz in draft.quizzes:
            self._by_quiz.setdefault(quiz, []).append(draft)
        return True


def leaks(stem: str, key: str, asked: Draft | Question, other: Draft | Question, language: Language) -> bool:
    """Tell whether a stem that holds the key of another question states it, as whole words and numbers.

    15分钟 does not state 5分钟, nor does a stem that speaks of something else. Questions about one line are never asked
    on one day, and what is shown after the first is the whole line in any case. A post's name is no key to be hidden.
    """
    if other.answering not in PICKED or other.kind in ("order", "handoff") or len(key) < 2:
        return False
    if not set(asked.facts).isdisjoint(other.facts) or not _states(stem, key, language):
        return False
    mine, its = _said(stem, language), _said(other.stem, language)
    return len(key) > language.grammar.size["clause"][0] or len(mine & its) >= TELLING * len(its)


def _said(stem: str, language: Language) -> frozenset[str]:
    """Return what a stem quotes, or where it quotes nothing all of it, in words or in pairs of characters."""
    text = stem.partition("\n")[2] or stem
    return frozenset(text.lower().split()) if language.grammar.spaced else guess.twos(text)


def _states(stem: str, key: str, language: Language) -> bool:
    """Tell whether words stand in a stem, otherwise than inside of a longer word or number."""
    if not language.numbers_of(stem).holds(stem, key):
        return False
    places = (found.start() for found in re.finditer(re.escape(key), stem))
    return any(is_whole(stem, at, at + len(key)) for at in places)
