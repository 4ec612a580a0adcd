"""What a text forbids, put as an act: 不得大声报房号 → 大声报房号, Never eat at the desk → Eat at the desk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from rolebook.language.conditions import Conditions
from rolebook.language.marks import Marks
from rolebook.language.wordlist import Section, pattern


class Prohibitions:
    """How one language forbids.

    A prohibition is taken out whole, with every modal, adverb and auxiliary that belongs to it (绝对不得, must never):
    no act keeps half of one.
    """

    def __init__(self, sections: Mapping[str, Section], marks: Marks, conditions: Conditions) -> None:
        self._marks, self._conditions = marks, conditions
        words = sections["prohibition"]
        before, behind, modals = words.pattern("before"), words.pattern("behind"), words.pattern("modals")
        auxiliaries = words.pattern("auxiliaries")
        self._forbids = re.compile(
            rf"(?:(?:(?P<auxiliary>{auxiliaries})|{before})\s*)*"
            rf"(?:(?P<strong>{words.pattern('forbids')})|{words.pattern('negations')})\s*"
            rf"(?:(?:(?P<modal>{modals})|{behind})\s*)*",
            re.I,
        )
        self._any = re.compile(f"{words.pattern('forbids')}|{words.pattern('negations')}", re.I)
        self._joins, self._joined = sections["joins"].starts(), sections["joins"].ends()
        self._denies, self._excepts = words.anywhere("denies"), words.anywhere("excepts")
        spared = pattern(words.values["denies"], words.values.get("negations_but", ()))
        self._opens = re.compile(rf"\s*{spared}", re.I)
        self._refuses = words.starts("refuses")
        self._describes = re.compile(
            rf"{words.pattern('describes')}\s*(?:(?:{auxiliaries}|{before})\s*)*{words.pattern('negations')}", re.I
        )
        self._points, self._takes_up = sections["points"].starts(), words.starts("takes_up")
        self._turned: dict[str, str] = dict(words.values["turned"])
        self._until = re.compile(pattern(self._turned), re.I)
        self._piece: int = sections["size"].values["piece"]

    def acts(self, text: str, *, marked: bool = False) -> list[str]:
        """Return what a text forbids, each act with the condition under which it is forbidden.

        In a line that is `marked` as never to be done a mere denial forbids, and a sentence that denies nothing is the
        act itself.
        """
        if not marked and not self._any.search(text):
            return []
        bare = self._marks.bare(text)
        sentences = [bare[slice(*found)] for found in self._marks.sentences(bare)]
        acts = [act for sentence in sentences for act in self._forbidden(sentence, marked)]
        if marked and not acts:
            acts = [self._capital(sentence) for sentence in sentences if self._whole(sentence)]
        return list(dict.fromkeys(acts))

    def refuses(self, text: str) -> bool:
        """Tell whether a text begins with a denial of what it names: No knives in the sink."""
        return bool(self._refuses.match(text))

    def opens(self, text: str) -> bool:
        """Tell whether a text begins with words that forbid or deny, so that it tells no one what to do."""
        return bool(self._forbids.match(text) or self._opens.match(text)) or self.refuses(text)

    def begins(self, text: str) -> bool:
        """Tell whether a text says at once that something is forbidden: Never …, 严禁…."""
        found = self._forbids.match(text)
        return bool(found and self._is_strong(found))

    def inside(self, text: str) -> bool:
        """Tell whether a text forbids anything."""
        return any(map(self._is_strong, self._forbids.finditer(self._marks.masked(text))))

    def denies(self, text: str) -> bool:
        """Tell whether a text denies or forbids anything outside its quotations."""
        return bool(self._denies.search(self._marks.masked(text)))

    def _forbidden(self, sentence: str, marked: bool) -> Iterator[str]:
        """Yield the acts of a sentence; a condition holds for all that follows it."""
        condition, before = "", ""
        if self._excepts.search(self._marks.masked(sentence)):
            return
        for part, mark in self._parts(sentence):
            lead = 0 if self.begins(part) else self._conditions.lead(part)
            if lead == len(part):
                condition = part + mark
                continue
            condition = part[:lead] or condition
            found = self._forbids.search(self._without_descriptions(self._marks.masked(part)), lead)
            if found and (marked or self._is_strong(found)) and (act := self._act(part, found, before)):
                yield self._capital(act if lead else condition + act)
            before = part

    def _parts(self, sentence: str) -> Iterator[tuple[str, str]]:
        """Yield the pieces of a sentence, each with the mark behind it.

        A piece is cut at its list marks too where they stand between clauses and not between the things that are
        forbidden: where a prohibition follows one.
        """
        pieces = [*self._marks.pieces(sentence)]
        ends = [*(piece.start for piece in pieces), len(sentence)][1:]
        for piece, end in zip(pieces, ends, strict=True):
            text, mark = sentence[slice(*piece)], sentence[piece.end : end]
            members = self._marks.members(text)
            later = any(self._forbids.search(member) for member in members[1:])
            apart = later and all(len(member) >= self._piece for member in members)
            yield from ((member, mark) for member in (members if apart else [text]))

    def _is_strong(self, found: re.Match[str]) -> bool:
        """Tell whether what was found forbids by itself: no mere denial."""
        return any(found[name] for name in ("strong", "auxiliary", "modal"))

    def _act(self, part: str, found: re.Match[str], before: str) -> str:
        """Return a part without its prohibition; "" where no act is left, or a second denial turns it round."""
        subject, rest = part[: found.start()], part[found.end() :].strip(self._marks.trimmed)
        if joined := self._joins.match(subject):
            subject = subject[joined.end() :].lstrip()
        if self._joined.search(subject):  # what stands before "and" is a statement of its own
            subject = ""
        if (
            not rest
            or self.denies(self._without_descriptions(subject + rest))
            or (subject and self._points.match(subject))
        ):
            return ""
        act = self._taken_up(rest, before) if not subject and self._points.match(rest) else subject + rest
        return self._until.sub(lambda m: self._turned[m[0].lower()], act)

    def _taken_up(self, rest: str, before: str) -> str:
        """Return what leans on the words before it with them; "" where they do not tell what is done."""
        leaning = self._takes_up.match(rest)
        head = re.search(rf"\W{re.escape(leaning[0])}\W", before, re.I) if leaning else None
        return before[: head.start() + 1] + rest if head else ""

    def _whole(self, sentence: str) -> bool:
        denied = self.denies(self._without_descriptions(sentence)) or self._excepts.search(sentence)
        return not (denied or self._points.match(sentence) or self._conditions.opened(sentence))

    def _without_descriptions(self, text: str) -> str:
        """Return a text in which no denial stands that only tells which thing is meant, as long as it was."""
        return self._describes.sub(lambda match: " " * len(match[0]), text)

    def _capital(self, act: str) -> str:
        """Return an act as a sentence begins."""
        return act[:1].upper() + act[1:]
