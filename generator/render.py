"""Templates, inline Markdown and sanitising: the only user of jinja2, markdown and nh3.

Everything that meets HTML goes through here: templates escape by themselves, and a line's Markdown is cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
import markdown
import nh3
from jinja2 import Environment
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup, escape

CJK = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef“”‘’…—"
_CJK_BREAK = re.compile(rf"(?<=[{CJK}])[ \t]*\n[ \t]*(?=[{CJK}])")
_MARKDOWN = re.compile(r"[*_`\[<\\&]")
BLOCKS = ("indent", "code", "hashheader", "setextheader", "hr", "olist", "ulist", "quote", "reference")
_TAGS = {"strong", "em", "code", "a"}
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_FIRST = 0xE000
_AMPERSAND = "\uf8ff"
_SIGNS = re.compile(r"[*_`\\\s]")

Stretch = tuple[int, int, Markup, Markup]
"""Part of a text from start to end, with the HTML before and after it."""


def environment(templates: Path, **globals: Any) -> Environment:
    """Return a template environment over a folder: escaping, strict about unknown names."""
    env = Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals |= globals
    return env


def inline(text: str, stretches: Sequence[Stretch] = ()) -> Markup:
    """Return a line as HTML: inline Markdown, cleaned; `stretches`, in order and not overlapping, wrapped as they say.

    Positions count in the text as given. Block syntax (a leading `1.` or `#`) and HTML stay text.
    """
    text = _PRIVATE.sub("\ufffd", text)  # one character for one, so that positions hold
    if not stretches:
        return _inline(text)
    pieces: list[str] = []
    around: list[Markup] = []
    last = 0
    for start, end, before, after in stretches:
        pieces += [text[last:start], chr(_FIRST + len(around)), text[start:end], chr(_FIRST + len(around) + 1)]
        around += [before, after]
        last = end
    html = str(_inline("".join([*pieces, text[last:]])))
    return Markup(
        _PRIVATE.sub(lambda m: str(around[ord(m[0]) - _FIRST]) if ord(m[0]) - _FIRST < len(around) else "", html)
    )


def plain(text: str) -> str:
    """Return a line's words without its Markdown."""
    return _inline(text).striptags() if _MARKDOWN.search(text) else text


@lru_cache(maxsize=4096)
def _inline(text: str) -> Markup:
    if not _MARKDOWN.search(text):
        return escape(text)
    # Markdown would take `&lt;` for a character reference; here it is the text that was written.
    html = _inline_markdown().reset().convert(text.replace("&", _AMPERSAND))
    html = nh3.clean(html.removeprefix("<p>").removesuffix("</p>"), tags=_TAGS, attributes={"a": {"href"}})
    made = Markup(html.replace(_AMPERSAND, "&amp;"))
    return escape(text) if _loses(made, text) else made


def _loses(html: Markup, text: str) -> bool:
    """Tell whether words were lost: Python-Markdown 3.10 drops the 丙 of `*甲**乙*丙`. Links are not judged."""
    return "<a " not in html and _SIGNS.sub("", html.striptags()) != _SIGNS.sub("", text)


@lru_cache(maxsize=1)
def _inline_markdown() -> markdown.Markdown:
    md = markdown.Markdown()
    for name in BLOCKS:
        md.parser.blockprocessors.deregister(name)
    md.preprocessors.deregister("html_block")
    for name in ("html", "entity", "image_link", "image_reference", "reference", "short_reference", "short_image_ref"):
        md.inlinePatterns.deregister(name)
    return md


def minified(html: str) -> str:
    """Return HTML without the indentation of its template."""
    return re.sub(r"\n\s*", "\n", html).strip()


class CjkLines(Extension):
    """Markdown extension: a line end between two Chinese characters is no space, as in Chinese typesetting."""

    def extendMarkdown(self, md: markdown.Markdown) -> None:
        """Register the step that joins lines, after inline patterns are done."""
        md.treeprocessors.register(_JoinLines(md), "cjk_lines", 5)


class _JoinLines(Treeprocessor):
    """Goes through the texts of a page in reading order; beside bold words two of them meet at a line end."""

    def run(self, root: Any) -> None:
        block: list[_Slot] = []
        for slot in self._slots(root):
            if slot is None:
                _join(block)
                block = []
            else:
                block.append(slot)
        _join(block)

    def _slots(self, element: Any) -> Iterator[_Slot | None]:
        """Yield each text of a page, and None where a block begins or ends."""
        apart = self.md.is_block_level(element.tag) or element.tag == "br"
        if apart:
            yield None
        yield _Slot(element, "text", kept=element.tag in ("pre", "code"))
        for child in element:
            yield from self._slots(child)
            yield _Slot(child, "tail")
        if apart:
            yield None


@dataclass
class _Slot:
    """A text of the page: of an element, or behind it; `kept` as it is in listings."""

    element: Any
    name: str
    kept: bool = False

    @property
    def text(self) -> str:
        return getattr(self.element, self.name) or ""


def _join(block: list[_Slot]) -> None:
    """Remove the line ends between Chinese characters from the texts of one block."""
    slots = [slot for slot in block if slot.text]
    texts = [slot.text for slot in slots]
    for n, slot in enumerate(slots):
        if not slot.kept and "\n" in slot.text:
            before, after = texts[n - 1][-1:] if n else "", texts[n + 1][:1] if n + 1 < len(texts) else ""
            joined = _CJK_BREAK.sub("", before + slot.text + after)
            setattr(slot.element, slot.name, joined[len(before) : len(joined) - len(after)])
