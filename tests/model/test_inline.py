"""The marks of a line stand where an author can have meant them; everything else is shown as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolebook.model.inline import plain, spans
from tests.conftest import ROOT

AS_WRITTEN = (ROOT / "tests" / "cases" / "inline" / "as-written.txt").read_text("utf-8").splitlines()


@pytest.mark.parametrize("text", AS_WRITTEN)
def test_signs_of_a_text_are_no_marks(text: str) -> None:
    """Sizes, telephone numbers, paths, formulas and whatever else an author writes with these signs."""
    assert spans(text) == ()
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("**粗**", "粗"),
        ("*斜* 体", "斜 体"),
        ("吧台**两步**30度", "吧台两步30度"),
        ("请说**“您好”**再见", "请说“您好”再见"),
        ("**重要：**请", "重要：请"),
        ("***粗斜***", "粗斜"),
        ("**a *b* c**", "a b c"),
        ("_em_ and __strong__", "em and strong"),
        ("按 `**#**` 键", "按 **#** 键"),
        ("``a`b``", "a`b"),
        ("[看 **这里**](x.html)", "看 这里"),
        ("**[看](../x.md)**", "看"),
        ("[电](tel:110)，[信](mailto:a@b.c)，[网](https://a.b/c?d=e#f)", "电，信，网"),
        ("*[a*b](x.html)*", "a*b"),
        ("30*40 的**大**箱", "30*40 的大箱"),
    ],
)
def test_marks_are_understood(text: str, words: str) -> None:
    """Bold, emphasis, code and links, also one inside the other."""
    assert plain(text) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a **b *c* d** e", ["strong:b *c* d", "em:c"]),
        ("*a* _b_ `c` [d](x.html) ![e](f.png)", ["em:a", "em:b", "code:c", "link:d>x.html", "picture:e>f.png"]),
        ("***a*** __b__", ["strongest:a", "strong:b"]),
        ("****a****", []),
        ("``a`b`` `c`", ["code:a`b", "code:c"]),
        ("`a``b` c`d`", ["code:a``b"]),
        ("a`b` `c`d ` `", []),
        ("` ` `a`", ["code:a"]),
        ("`*a*` *b*", ["code:*a*", "em:b"]),
        ("`a [b](c.html)`", ["code:a [b](c.html)"]),
        ("**甲 `**` 乙", ["code:**"]),
        ("**甲 `a` 乙** `**`", ["strong:甲 `a` 乙", "code:a", "code:**"]),
        ("[a `b](c.html)`", ["code:b](c.html)"]),
        ("[a `b`](c.html)", ["link:a `b`>c.html", "code:b"]),
        ("[**a**](b.html) **[c](d.html)**", ["link:**a**>b.html", "strong:a", "strong:[c](d.html)", "link:c>d.html"]),
        ("*[a*](b.html)", ["link:a*>b.html"]),
        ("[*a](b.html)*", ["link:*a>b.html"]),
        ("*[a](b_c_d.html) e*", ["em:[a](b_c_d.html) e", "link:a>b_c_d.html"]),
        ("*a **b* c**", ["em:a **b"]),
        ("*a* *b*", ["em:a", "em:b"]),
        ("[a [b](c.html)", ["link:b>c.html"]),
        ("[a](b.html)x[c](/d/)", ["link:a>b.html", "link:c>/d/"]),
        ("[a](#b) [c](../d/e.yml#f) [g](h.html?i)", ["link:a>#b", "link:c>../d/e.yml#f", "link:g>h.html?i"]),
        ("[a](HTTPS://b) [c](mailto:d@e) [f](tel:+1)", ["link:a>HTTPS://b", "link:c>mailto:d@e", "link:f>tel:+1"]),
        ("[a](javascript:b.html) [c](//d.html) [e](f) [](g.html)", []),
        ("甲**1**乙 1**2**3 a__b__c", ["strong:1"]),
        ("(*a*) “*b*” *c*, *d*。", ["em:a", "em:b", "em:c", "em:d"]),
        ("* a* 甲*乙*丙", []),
        ("*b *", []),
        ("\\*c*", []),
        ("**“a”**b **c:**d", ["strong:“a”", "strong:c:"]),
        ("**5℃**以下 **￥5**起 *5℃* *￥5*", ["strong:5℃", "strong:￥5", "em:5℃", "em:￥5"]),
    ],
)
def test_each_mark_is_found_with_what_it_marks(text: str, found: list[str]) -> None:
    """In order, the outer before the inner; what is not whole, or begins in one and ends in another, is text."""
    made = spans(text)
    assert [f"{one.kind}:{text[one.open : one.close]}" + (f">{one.href}" if one.href else "") for one in made] == found
    for one in made:
        before, after = text[one.start : one.open], text[one.close : one.end]
        if one.kind in ("link", "picture"):
            assert (before, after) == ({"link": "[", "picture": "!["}[one.kind], f"]({one.href})")
        else:
            assert before == after and set(before) <= set("*_`")


OUTSIDE = [*"（）“”《》。、！？—–", *",.;:!?", *"\"'()[]{}<>", " ", "\u3000", ""]
"""Beside one of them a word is set apart: brackets, quotation marks, stops and dashes of any script, blanks, an end."""


@pytest.mark.parametrize("sign", OUTSIDE)
def test_emphasis_stands_beside_what_sets_it_apart(sign: str) -> None:
    """Before it as behind it, for one * as for one _."""
    for mark in "*_":
        for text in (f"甲{sign}{mark}乙{mark}{sign}丙", f"{sign}{mark}乙{mark}{sign}"):
            kinds = [span.kind for span in spans(text)]
            assert kinds == (["em"] if sign or text[0] == mark else []), text


@pytest.mark.parametrize("sign", [*"甲a1½℃￥＋%&+-/=@#|~$^ー", "\u200d"])
def test_emphasis_stands_beside_nothing_else(sign: str) -> None:
    """Letters, digits and signs that are part of what is said: there a * is one of them."""
    assert spans(f"甲{sign}*乙* 丙") == ()
    assert spans(f"甲 *乙*{sign}丙") == ()


@pytest.mark.parametrize("sign", [*"甲a1（“《℃￥＋→✓", *"([{\"'#$@&+-<"])
def test_what_a_mark_may_open_before(sign: str) -> None:
    """A word or a number, a bracket, a quotation mark, a sign that belongs to what follows."""
    assert [span.kind for span in spans(f"甲 **{sign}乙** *{sign}乙*")] == ["strong", "em"]


@pytest.mark.parametrize("sign", [*"甲a1）”》。！℃￥＋→✓", *")]}>\"'!?.,;:%"])
def test_what_a_mark_may_close_behind(sign: str) -> None:
    """A word or a number, a bracket, a quotation mark, a stop, a sign that belongs to what is before."""
    assert [span.kind for span in spans(f"甲 **乙{sign}** *乙{sign}*")] == ["strong", "em"]


@pytest.mark.parametrize(("before", "after"), [("。", "乙"), ("）", "乙"), ("=", "乙"), ("|", "乙"), ("/", "乙")])
def test_what_a_mark_does_not_open_before(before: str, after: str) -> None:
    """What only ends something, or is neither a word nor a sign of one."""
    assert spans(f"甲 **{before}{after}**") == ()


@pytest.mark.parametrize("sign", [*"（“《=|/@#$&+<([{"])
def test_what_a_mark_does_not_close_behind(sign: str) -> None:
    """What only begins something."""
    assert spans(f"甲 **乙{sign}**") == ()


@pytest.mark.parametrize(("left", "right"), [("a", "b"), ("1", "2"), ("é", "Z"), ("９", "a")])
def test_between_latin_letters_and_digits_nothing_is_a_mark(left: str, right: str) -> None:
    """Stars and underscores there are signs of a formula or a name; with Chinese on one side they may be marks."""
    for mark in ("**", "__", "***"):
        assert spans(f"{left}{mark}{right}{mark}") == ()
        assert [one.start for one in spans(f"甲{mark}{right}{mark}")] == ([1] if "*" in mark else [])
    assert [one.kind for one in spans(f"`{left}`甲 {left}`乙` `乙`{right}")] == ["code"]


SIGNS = st.text("*_`[]()!\\ab中，1 ./:#“”", max_size=40)


@given(SIGNS)
def test_stretches_lie_in_one_another_or_apart(text: str) -> None:
    """So that elements can be made of them; nothing but marks goes."""
    found = spans(text)
    for span in found:
        assert span.start < span.open <= span.close < span.end
        for other in found:
            apart = other.end <= span.start or span.end <= other.start
            inside = span.open <= other.start and other.end <= span.close
            around = other.open <= span.start and span.end <= other.close
            assert span is other or apart or inside or around


@given(SIGNS)
def test_only_marks_go(text: str) -> None:
    """Letters, digits and signs that are no marks stay, in order."""
    gone = "".join(text[s.start : s.open] + text[s.close : s.end] for s in spans(text) if s.kind != "picture")
    assert sorted(plain(text) + gone) == sorted(text)
    lost = "".join(text[s.close : s.end] for s in spans(text) if s.kind == "link")
    assert not [c for c in gone if c not in "*_`[" and c not in lost]
