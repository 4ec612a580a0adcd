"""Templates, inline Markdown and sanitising: the only user of jinja2, markdown and nh3.

Everything that meets HTML goes through here: templates escape by themselves, and a line's Markdown is cleaned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    text = _PRIVATE.sub("", text) if _PRIVATE.search(text) and not stretches else text
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
    html = _inline_markdown().reset().convert(text)
    return Markup(nh3.clean(html.removeprefix("<p>").removesuffix("</p>"), tags=_TAGS, attributes={"a": {"href"}}))


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
    def run(self, root: Any) -> None:
        for element in root.iter():
            if element.tag in ("pre", "code"):
                continue
            element.text = _joined(element.text)
            element.tail = _joined(element.tail)


def _joined(text: str | None) -> str | None:
    return _CJK_BREAK.sub("", text) if text and "\n" in text else text
