"""The map of a call: its nodes as links, what is answered between them, spoken names."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from hypothesis import given

from rolebook.kinds.scripts.map import LARGE, MOST, Map, call_map
from rolebook.kinds.scripts.model import Script
from rolebook.language.strings import Strings
from tests.kinds.test_script_turns import graphs, script
from tests.records import record

T = Strings()


def drawn(made: Script) -> tuple[Map, BeautifulSoup]:
    """Return the map of a script that has one, and its drawing."""
    found = call_map(made, T)
    assert found
    return found, BeautifulSoup(found.drawing, "html.parser")


def call(**changes: Any) -> Script:
    """Return a call that asks, may ask again, and ends."""
    nodes = [
        {
            "id": "ask",
            "title": "问",
            "says": ["?"],
            "replies": [{"answer": "好", "to": "end"}, {"answer": "啊", "to": "x"}],
        },
        {"id": "x", "title": "再说", "says": ["?"], "next": "ask"},
        {"id": "end", "title": "再见", "says": ["!"], "outcome": "约好"},
    ]
    made = record("scripts/call", **({"nodes": nodes} | changes))
    assert isinstance(made, Script)
    return made


@given(graphs())
def test_every_node_is_a_link_to_its_place_and_every_answer_is_told(made: Script) -> None:
    """Once each; and the same call is drawn the same."""
    if call_map(made, T) is None:
        return
    found, soup = drawn(made)
    assert [link["xlink:href"] for link in soup.find_all("a")] == [f"#{node.id}" for node in made.nodes]
    assert len(soup.select(".rb-map__answer")) == sum(len(node.replies) for node in made.nodes)
    assert found == call_map(made, T)


def test_a_node_says_where_its_answers_lead() -> None:
    """In its name, as lines are seen and not heard."""
    _, soup = drawn(call())
    names = [link["aria-label"] for link in soup.find_all("a")]
    assert names == ["问；开头；好 → 再见；啊 → 再说", "再说；接着 → 问", "再见；通话结束；约好"]
    assert soup.svg
    assert soup.svg["aria-label"] == "路线图：call"


def test_beginning_ends_and_ways_back_look_otherwise() -> None:
    """One way leads back, one node is first, one ends."""
    _, soup = drawn(call())
    for style in (".rb-map__back", ".rb-map__node--first", ".rb-map__node--end"):
        assert len(soup.select(style)) == 1, style


def test_what_is_seen_at_a_glance_has_no_map() -> None:
    """A call of two nodes."""
    assert call_map(script([["1"], []]), T) is None


def test_a_large_call_is_a_list_on_a_phone_and_a_huge_one_everywhere() -> None:
    """A drawing that cannot be read is none."""
    for count, large in ((LARGE, False), (LARGE + 1, True)):
        found, soup = drawn(script([[str(n + 1)] for n in range(count - 1)] + [[]]))
        assert (found.large, bool(soup.svg)) == (large, True)
    found, soup = drawn(script([[str(n + 1)] for n in range(MOST)] + [[]]))
    assert (found.large, bool(soup.svg)) == (True, False)


def test_a_hostile_title_stays_text() -> None:
    """Also in names that are read aloud."""
    bad = "<img src=x>\"'"
    nodes = [{"id": str(n), "title": bad, "says": ["?"], "next": str(n + 1)} for n in range(3)]
    last = {"id": "3", "title": bad, "says": ["?"], "outcome": bad}
    _, soup = drawn(call(title=bad, nodes=[*nodes, last]))
    assert soup.find_all("img") == []
    assert soup.a
    assert bad in str(soup.a["aria-label"])
