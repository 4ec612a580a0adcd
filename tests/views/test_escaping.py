"""Whatever an author writes, no text of a record ever becomes markup."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup

from rolebook.kinds import KINDS
from rolebook.model.handbook import Handbook
from tests.records import record, role
from tests.views.conftest import made

HOSTILE = "<img src=x onerror=alert(1)></title><script>alert(1)</script>\"'&"


def hostile() -> Handbook:
    """A record of each kind with an attack in every text an author may write."""
    bad = HOSTILE
    control = {"source": {"document": bad, "section": bad}, "tags": [bad], "aliases": [f"{bad}{bad}"]}
    revision = {"number": 1, "effective": "2026-01-02", "owner": bad, "approved_by": bad, "changes": bad}
    every: dict[str, Any] = {"title": bad, "revision": revision, **control}
    line = {"text": f"{bad}30度", "measures": [{"of": bad, "value": "30", "unit": "度", "when": bad}]}
    never = {"text": f"绝不{bad}", "never": True, "items": [f"子{bad}"]}
    posts: dict[str, Any] = {field: [bad] for field in ("reports_to", "subordinates", "works_with", "relieved_by")}
    section = {"title": f"节{bad}", "id": "duties", "items": [line, never]}
    steps = [{"title": f"{n}{bad}", "items": [f"{n}{bad}"], "by": [bad], "fills": ["f"]} for n in (1, 2)]
    nodes = [
        {"id": "a", "title": bad, "says": [f"{bad}{{名}}"], "hint": bad, "replies": [{"answer": bad, "to": "b"}]},
        {"id": "b", "title": bad, "says": [f"再见{bad}"], "outcome": bad, "records": [bad]},
    ]
    blank = {"名": {"label": bad, "blank": bad}}
    ticks = [{"title": bad, "items": [f"勾{bad}", {"from": "roles/r#duties"}]}]
    fields = [{"label": bad, "type": "choice", "choices": [bad, "否"]}]
    question = {"id": "q", "stem": bad, "kind": "single", "options": [bad, "乙"], "answer": [bad], "explain": bad}
    sign = {"by": "shift", "shifts": [bad]}
    return Handbook(
        [
            role("r", **every, **posts, department=bad, summary=bad, qualifications=[bad], sections=[section]),
            record("procedures/p", **every, department=bad, steps=steps),
            record("scripts/s", **every, nodes=nodes, placeholders=blank, rules=[f"规{bad}"], form="f", caller=bad),
            record("standards/t", **every, sections=[section]),
            record("checklists/c", **every, when=bad, by=[bad], sections=ticks, sign_off=sign),
            record("forms/f", **every, purpose=bad, fields=fields),
            record("quizzes/q", **every, questions=[question]),
        ]
    )


def test_text_never_becomes_markup() -> None:
    """Whatever an author writes, in every field of every kind, no element and no handler comes of it."""
    every = made(hostile())
    assert {page.path.partition("/")[0] for page in every} >= set(KINDS)
    for page in every:
        soup = BeautifulSoup(page.body, "html.parser")
        assert soup.find_all(["script", "img", "iframe", "title", "style"]) == [], page.path
        for tag in soup.find_all(True):
            assert [name for name in tag.attrs if name.lower().startswith("on")] == [], page.path


def test_hostile_text_is_shown_as_written() -> None:
    """The reader sees what the author wrote."""
    soups = {page.path: BeautifulSoup(page.body, "html.parser") for page in made(hostile())}
    for kind in ["roles/r", "procedures/p", "scripts/s", "standards/t", "checklists/c", "forms/f", "quizzes/q"]:
        soup = soups[f"{kind}.html"]
        assert soup.h1 is not None
        assert soup.h1.get_text() == HOSTILE, kind
        assert soup.get_text().count(HOSTILE) > 5, kind
