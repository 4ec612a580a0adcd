"""How one language is read: where a clause ends, whether it can stand alone, on what condition, what it forbids.

The words that decide are in the language's tables, grammar.toml and nouns.toml.
"""

from __future__ import annotations

from collections.abc import Sequence

from rolebook.language.aloud import Aloud
from rolebook.language.asking import Asking
from rolebook.language.clauses import Clauses
from rolebook.language.conditions import Conditions
from rolebook.language.halves import cut
from rolebook.language.listings import Listing, Listings
from rolebook.language.marks import Marks, Stretch
from rolebook.language.names import Names
from rolebook.language.nouns import Nouns
from rolebook.language.prohibitions import Prohibitions
from rolebook.language.script import fold
from rolebook.language.segment import Segmenter
from rolebook.language.situations import Situation, situations
from rolebook.language.tables import table
from rolebook.language.things import Things
from rolebook.language.wordlist import Section


class Grammar:
    """The grammar of one language."""

    def __init__(self, code: str) -> None:
        """Raise FileNotFoundError where the language has no tables."""
        values = table(code, "grammar")
        sections = {name: Section(found) for name, found in values.items() if isinstance(found, dict)}
        self.spaced: bool = values["spaced"]
        """whether blanks set words apart"""
        self.page, self.size, self.lookup = values["page"], values["size"], values["lookup"]
        self.blank: str = self.page["blank"]
        """what is left to be filled in"""
        self.marks = Marks(values["marks"])
        self.nouns = Nouns(table(code, "nouns"), values)
        self.words = Segmenter(self.spaced, self.nouns, sections["function"])
        self._conditions = Conditions(sections["condition"], self.marks)
        self.names = Names(sections["page"], sections["names"])
        self._clauses = Clauses(sections, self.marks, self._conditions, self.names, self.nouns)
        self._prohibitions = Prohibitions(sections, self.marks, self._conditions)
        self.asking = Asking(sections["ask"], sections["article"], self.blank)
        self.aloud = Aloud(sections["ask"], sections["hanging"], self.marks, self._conditions, self.size["clause"][0])
        self._listings = Listings(sections, self.marks)
        self._things = Things(sections["things"], sections["leans"], self.marks, self._conditions)
        self._joints = sections["halves"]
        self._answers = sections["answers"].values
        self._others = sections["answers"].starts("others")

    def filled_in(self, label: str) -> str:
        """Return what stands on paper for something that is filled in while a script is spoken."""
        before, after = self.page["fill_in"]
        return f"{before}{label}{after}"

    # answers

    def truth(self, text: str) -> bool | None:
        """Return what the answer to a true-or-false question says; None where it says neither."""
        said = fold(text.strip())
        return next((which == "true" for which in ("true", "false") if said in map(fold, self._answers[which])), None)

    def points_at_others(self, text: str) -> bool:
        """Tell whether an option speaks of the other options: all of the above."""
        return bool(self._others.match(text))

    # sentences and clauses

    def sentences(self, text: str) -> list[str]:
        """Return the sentences of a text, without the marks that end them."""
        return [text[slice(*found)] for found in self.marks.sentences(text)]

    def sentence_around(self, text: str, at: int) -> Stretch:
        """Return where the sentence stands that holds a position; the whole text where none does."""
        whole = Stretch(0, len(text))
        return next((found for found in self.marks.sentences(text) if found.start <= at < found.end), whole)

    def clause_around(self, text: str, at: int) -> Stretch:
        """Return where the sentence stands that holds a position, or the clause, with what is said before it.

        Where a blank asks, a short text is quoted whole.
        """
        if not self.asking.ends and len(text) <= self.size["clause"][1]:
            return Stretch(0, len(text))
        return self.marks.whole(text, self._clauses.around(text, at), at)

    def clauses(self, text: str) -> list[str]:
        """Return a text cut at stops and commas, pieces joined where one leans on the other, asides left out."""
        return self._clauses.cut(text)

    def quotable(self, text: str) -> list[str]:
        """Return the clauses of a text that make sense alone and are neither too short nor too long to be quoted."""
        return self._clauses.quotable(text)

    def condition(self, text: str) -> str:
        """Return the first condition of a text, as it stands there; "" where it names none."""
        return self._conditions.find(text)

    def conditions(self, text: str) -> list[str]:
        """Return every condition that a piece of a text begins with or is."""
        said = [text[slice(*found)] for found in self.marks.sentences(text)]
        pieces = [sentence[slice(*piece)] for sentence in said for piece in self.marks.pieces(sentence)]
        return [piece[:lead] for piece in pieces if (lead := self._conditions.lead(piece))]

    def situations(self, text: str) -> list[Situation]:
        """Return what a text wants done under conditions it names."""
        return list(situations(text, self.marks, self._conditions, self._prohibitions))

    def listings(self, text: str) -> list[Listing]:
        """Return what a text counts up."""
        return list(self._listings.of(text))

    def things(self, text: str) -> list[str]:
        """Return what a text wants done or said, one thing after another, in its own words."""
        return [thing for thing in self._things.of(text) if thing]

    def unheaded(self, text: str) -> str:
        """Return a text without the heading it begins with: 注意：轻拿轻放 → 轻拿轻放."""
        return self._things.unheaded(text)

    def head(self, text: str) -> str:
        """Return so much of a text as can be said aloud, without the reasons it gives; "" where that cannot be told."""
        return self._things.head(text, self.size["clause"][0], self.size["said"])

    def halves(self, text: str, whole: Sequence[tuple[int, int]] = ()) -> int:
        """Return where the end of a text begins that its beginning can ask for; 0 where it is one piece.

        `whole` are stretches that are not cut.
        """
        return cut(text, self.marks, self._joints, tuple(self._joints.values["shortest"]), whole)

    # acts

    def prohibited(self, text: str, *, marked: bool = False) -> list[str]:
        """Return what a text forbids, each as an act: 不得大声报房号 → 大声报房号.

        In a line that is `marked` as never to be done a mere denial forbids, and a text that denies nothing is the act.
        """
        return self._prohibitions.acts(text, marked=marked)

    def forbids(self, text: str) -> bool:
        """Tell whether a text begins with words that forbid: Never …, 严禁…."""
        return self._prohibitions.begins(text)

    def denies_at_once(self, text: str) -> bool:
        """Tell whether a text begins with what is not done, or need not be: 不当面争执, 无需敲门, Never …."""
        return self._prohibitions.opens(text)

    def lasts(self, condition: str) -> bool:
        """Tell whether a condition holds for a time in which much is done: 在岗期间, while the pool is open."""
        return self._conditions.lasts(condition)

    def never_mark(self, label: str, text: str) -> str:
        """Return the word before a line that is never to be done; "" where that would say "Never Never eat …"."""
        denied = self.forbids(text) or self._prohibitions.refuses(text)
        return "" if self.forbids(label) and denied else label

    def denies(self, text: str) -> bool:
        """Tell whether a text denies or forbids anything."""
        return self._prohibitions.denies(text)

    # nouns

    def noun_class(self, text: str) -> str:
        """Return the class of what a noun names, by the longest ending that is known; "" for none."""
        return self.nouns.noun_class(text)

    def names_nothing(self, term: str, head: str) -> bool:
        """Tell whether a term, or the noun `head` it ends with, names nothing to remember.

        So does a verb with its object, which a dictionary has as one word: 拉椅, 关机.
        """
        return term in self.nouns.empty or self.words.is_verb_and_object(head)
