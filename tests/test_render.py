"""Inline Markdown and templates: text stays text, stretches stand where they were put, Chinese lines join."""

from __future__ import annotations

import html
import re
from pathlib import Path

import jinja2
import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from rolebook.model.inline import plain
from rolebook.render import CjkLines, Stretch, environment, inline, minified


def mark(start: int, end: int) -> Stretch:
    """Return a stretch that is marked."""
    return start, end, Markup("<mark>"), Markup("</mark>")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
        ("</title><script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("**<b>x</b>**", "<strong>&lt;b&gt;x&lt;/b&gt;</strong>"),
        ("a & b &amp; c", "a &amp; b &amp;amp; c"),
        ("a < b > c \"d\" 'e'", "a &lt; b &gt; c \"d\" 'e'"),
        ("<!-- a -->", "&lt;!-- a --&gt;"),
        ("![x](x.png)", "![x](x.png)"),
    ],
)
def test_markup_in_a_line_is_text(text: str, expected: str) -> None:
    """What looks like HTML is shown, not run; no picture is loaded."""
    assert html.unescape(inline(text)) == html.unescape(expected)
    assert not re.search(r"<(?!/?(strong|em|code|a)\b)", inline(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**粗**", "<strong>粗</strong>"),
        ("*斜*", "<em>斜</em>"),
        ("`码 **x**`", "<code>码 **x**</code>"),
        ("[看](roles/bar.html)", '<a href="roles/bar.html" rel="noopener noreferrer">看</a>'),
        ("[看](https://example.org/?a=1&b=2)", 'href="https://example.org/?a=1&amp;b=2"'),
        ("吧台**两步**30度", "吧台<strong>两步</strong>30度"),
    ],
)
def test_inline_markdown_is_understood(text: str, expected: str) -> None:
    """Bold, emphasis, code and links."""
    assert expected in inline(text)


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "vbscript:x", "java\nscript:alert(1)"]
)
def test_a_link_cannot_run_anything(target: str) -> None:
    """The words stay, the address goes."""
    made = inline(f"[看]({target})")
    assert "看" in made
    assert not re.search(r"href=.(java|data|vb)", made, re.I)


@pytest.mark.parametrize(
    "text", ["1. 微笑", "# 微笑", "- 微笑", "> 微笑", "    微笑", "===", "---", "[甲]: 乙", "A3*B5*C"]
)
def test_block_syntax_is_text(text: str) -> None:
    """A line is one line, whatever it begins with."""
    assert not re.search(r"<(ol|ul|li|h1|h2|pre|blockquote|hr)\b", inline(text))
    assert "".join(inline(text).striptags().split()) == "".join(text.split())


PLAIN = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Co"), blacklist_characters="*_`[]<>\\&!:#"), max_size=40
)


@given(PLAIN)
def test_text_without_markdown_is_kept(text: str) -> None:
    """Character for character."""
    assert html.unescape(str(inline(text))) == text


TEXT = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Co", "Zs", "Zl", "Zp")), max_size=30)
SIGNS = re.compile(r"[*_`\[\]()\\]")


@given(TEXT)
def test_no_word_is_lost(text: str) -> None:
    """Only Markdown's own signs go; what remains is the text, in order."""
    found = html.unescape(re.sub(r"<[^>]*>", "", str(inline(text))))
    if "](" not in text:
        assert SIGNS.sub("", found) == SIGNS.sub("", text)


@given(TEXT)
def test_only_four_elements_come_out(text: str) -> None:
    """Whatever is written."""
    assert set(re.findall(r"<\s*/?\s*([a-z0-9]+)", str(inline(text)), re.I)) <= {"strong", "em", "code", "a"}


@given(st.text("吧台30度<&>\"'，", max_size=20), st.data())
def test_stretches_stand_where_they_were_put(text: str, data: st.DataObject) -> None:
    """Positions count in the text as given, whatever has to be escaped."""
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    made = str(inline(text, [mark(a, b) for a, b in pairs]))
    assert [html.unescape(found) for found in re.findall("<mark>(.*?)</mark>", made)] == [text[a:b] for a, b in pairs]
    assert html.unescape(re.sub("</?mark>", "", made)) == text


def test_a_stretch_beside_markdown() -> None:
    """Both keep their place."""
    text = "**请**鞠躬30度`<b>`"
    expected = "<strong>请</strong>鞠躬<mark>30度</mark><code>&lt;b&gt;</code>"
    assert inline(text, [mark(text.index("30"), text.index("`"))]) == expected


def test_private_characters_cannot_forge_a_stretch() -> None:
    """They mark places inside the renderer; in a text the loader refuses them, and here they are made harmless."""
    assert inline("甲\ue000乙\ue001") == "甲\ufffd乙\ufffd"
    assert inline("甲\ue000乙\ue001丙", [mark(4, 5)]) == "甲\ufffd乙\ufffd<mark>丙</mark>"


@pytest.mark.parametrize("text", ["*甲**乙*丙", "3*4**5*6", "`&lt;` &lt; &amp;lt; **&amp;**"])
def test_what_the_markdown_library_loses_is_kept(text: str) -> None:
    """Its emphasis drops words in rare cases, and it reads character references; the line is shown as written then."""
    assert SIGNS.sub("", inline(text).striptags()) == SIGNS.sub("", text)


def test_plain_text_has_no_markdown() -> None:
    """For titles of links and for lookup."""
    assert plain("**请**看[这里](x.html)，a<b") == "请看这里，a<b"
    assert plain("鞠躬30度") == "鞠躬30度"


def test_templates_escape(tmp_path: Path) -> None:
    """By themselves, and an unknown name is an error instead of nothing."""
    (tmp_path / "a.html").write_text("<p>{{ title }}</p>", "utf-8")
    (tmp_path / "b.html").write_text("{{ titel }}", "utf-8")
    env = environment(tmp_path)
    assert env.get_template("a.html").render(title="<b>") == "<p>&lt;b&gt;</p>"
    with pytest.raises(jinja2.UndefinedError):
        env.get_template("b.html").render(title="x")


def test_indentation_of_a_template_is_left_out() -> None:
    """Line ends stay: between words they are spaces."""
    assert minified("\n  <p>\n    甲\n\n  </p>\n") == "<p>\n甲\n</p>"


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("做好\n准备", "做好准备"),
        ("做好，\n准备。", "做好，准备。"),
        ("**做好**\n准备", "<strong>做好</strong>准备"),
        ("做好 **这个**\n**准备**", "做好 <strong>这个</strong><strong>准备</strong>"),
        ("two\nwords", "two\nwords"),
        ("按FN\n再按", "按FN\n再按"),
        ("“做好”\n准备", "“做好”准备"),
    ],
)
def test_a_line_end_in_a_chinese_paragraph_is_no_space(text: str, joined: str) -> None:
    """In hand-written Markdown, beside bold words as well; between Latin words it stays."""
    assert markdown.markdown(text, extensions=[CjkLines()]) == f"<p>{joined}</p>"


def test_code_keeps_its_lines() -> None:
    """A listing is shown as written."""
    assert "做好\n准备" in markdown.markdown("    做好\n    准备", extensions=[CjkLines()])
