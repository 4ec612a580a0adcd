"""Cutting a line into clauses that can be quoted alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

SHORTEST, LONGEST = 8, 46
"""Characters of a clause that is quoted: shorter ones say too little, longer ones are not read on a phone."""
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
_SENTENCE = re.compile(r"[。；;！!？?：\n]|(?<!\d):|:(?!\d)")
_CONTINUES = re.compile(r"^(?:并|且|以便|再|也|则|或|及|无|不宜|方可|可|直到|待|频道|音量|其)")
_CONDITION = re.compile(r"^(?:如|若|当|接到|待)|(?:时|后|期间|过程中|情况下|前提下)$")
_LEAN = re.compile(r"^(?:并且|并|且|随后|也|再(?!次)|则|但|而|以便|首先，|首先)")
# What is left hanging by itself: a condition without its act, an act without its condition, half of a comparison,
# someone of whom nothing is said.
_DANGLES = re.compile(
    "|".join(
        (
            r"(?:时|后|情况|过程|过程中|工作中|期间|原则|之间距离|的)$",
            r"^(?:即可以|直到|使得|这是|这就|还可以|不但|通过|需|须|应|即可|方可|女士|附《)",
            r"，(?:如|若)[^，]*$",
            r"^(?:如|若|当|接到|待|如属|依据)[^，]*$",
            r"^在[^，]*下$",
            r"^[^，]{2,10}的(?:客户|顾客|业主|人员)$",
        )
    )
)


def clauses(text: str) -> list[str]:
    """Return a line cut at stops and commas, pieces joined where one leans on the other, asides left out."""
    found: list[str] = []
    for sentence in _SENTENCE.split(_ASIDE.sub("", text)):
        parts: list[str] = []
        for part in filter(None, (piece.strip(" 　") for piece in re.split("[，,]", sentence))):
            leans = _CONTINUES.search(part) or (len(part) < 5 and not _CONDITION.search(part))
            joins = parts and (len(parts[-1]) < SHORTEST or leans or _CONDITION.search(parts[-1].rpartition("，")[2]))
            if joins and len(parts[-1]) + len(part) < LONGEST:
                parts[-1] += f"，{part}"
            else:
                parts.append(part)
        found += parts
    return found


def quotable(text: str) -> Iterator[str]:
    """Yield the clauses of a line that make sense alone and are neither too short nor too long."""
    for piece in clauses(text):
        clause = _LEAN.sub("", piece).rstrip("、")
        if SHORTEST <= len(clause) <= LONGEST and not _DANGLES.search(clause):
            yield clause
