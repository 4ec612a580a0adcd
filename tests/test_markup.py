"""HTML in other characters: what is read changes, what leads somewhere does not."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import escape

from rolebook.markup import SAID, rewritten


def upper(text: str) -> str:
    """Stand in for a rewriting: 甲 becomes 乙."""
    return text.replace("甲", "乙")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("甲", "乙"),
        ("<p>甲<b>甲</b>甲</p>", "<p>乙<b>乙</b>乙</p>"),
        (
            '<a id="甲" href="甲.html#甲" data-item="a/甲">甲</a>',
            '<a id="甲" href="甲.html#甲" data-item="a/甲">乙</a>',
        ),
        ('<img alt="甲" src="甲.png" title=\'甲\'>', '<img alt="乙" src="甲.png" title=\'乙\'>'),
        ('<input ALT = "甲" value="甲">', '<input ALT = "乙" value="甲">'),
        ('<li data-words="甲" data-title="甲" data-quiz="甲">', '<li data-words="乙" data-title="乙" data-quiz="甲">'),
        ('<i x=\'a alt="甲"\' alt="甲">', '<i x=\'a alt="甲"\' alt="乙">'),
        ("<p>a <code>甲</code> 甲<pre><b>甲</b></pre>甲", "<p>a <code>甲</code> 乙<pre><b>甲</b></pre>乙"),
        ('<i translate="no" title="甲">甲<i>甲</i>甲</i>甲', '<i translate="no" title="甲">甲<i>甲</i>甲</i>乙'),
        ("<dd translate='no'><br>甲<hr></dd><dd>甲</dd>", "<dd translate='no'><br>甲<hr></dd><dd>乙</dd>"),
        ("<dd translate=no><i>甲</dd>甲", "<dd translate=no><i>甲</dd>乙"),
        ('<script>if (a<b && "甲") x("</p>")</script>甲', '<script>if (a<b && "甲") x("</p>")</script>乙'),
        ("<style>p { content: '甲' }</style><!-- <p>甲 -->甲", "<style>p { content: '甲' }</style><!-- <p>甲 -->乙"),
        ('<svg aria-label="甲"><title>甲</title></svg>甲', '<svg aria-label="乙"><title>乙</title></svg>乙'),
        ('<p title="a > 甲">1 > 甲</p>', '<p title="a > 乙">1 > 乙</p>'),
        ("甲 < 甲 &lt;甲&gt;", "乙 < 乙 &lt;乙&gt;"),
        ('<meta name="description" content="甲">', '<meta name="description" content="乙">'),
    ],
)
def test_rewriting(html: str, expected: str) -> None:
    """Texts and attributes that are read or heard; not code, not what is marked, nothing that is an address."""
    assert rewritten(html, upper) == expected


def element(made: tuple[str, dict[str, str], list[str]]) -> str:
    """Return an element of (name, attributes, what is in it)."""
    name, attributes, inner = made
    return f"<{name}{''.join(f' {key}={chr(34)}{escape(value)}{chr(34)}' for key, value in attributes.items())}>" + (
        f"{''.join(inner)}</{name}>"
    )


WORDS = st.text(st.sampled_from("甲a <>&\"'"), max_size=8)
TREES = st.recursive(
    WORDS.map(lambda text: str(escape(text))),
    lambda inner: st.tuples(
        st.sampled_from(["p", "b", "code", "li"]),
        st.dictionaries(st.sampled_from(["id", "href", "title", "alt", "data-item", "data-label"]), WORDS),
        st.lists(inner, max_size=3),
    ).map(element),
    max_leaves=8,
)


@settings(deadline=None)
@given(TREES)
def test_elements_stay_what_they_are(html: str) -> None:
    """Whatever the texts and attributes hold: the same elements, the same attributes, other words."""
    before, after = (BeautifulSoup(text, "html.parser") for text in (html, rewritten(html, upper)))
    assert [tag.name for tag in before.find_all(True)] == [tag.name for tag in after.find_all(True)]
    for old, new in zip(before.find_all(True), after.find_all(True), strict=True):
        inside = any(tag.name == "code" for tag in (old, *old.parents))
        expected = {k: upper(str(v)) if k in SAID and not inside else v for k, v in old.attrs.items()}
        assert new.attrs == expected
    for text in after.find_all(string=True):
        assert "甲" not in text or text.find_parent("code")
