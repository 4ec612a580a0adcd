"""The frame: a page filled from one rendered before is the page as it would have been rendered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands import build
from mkdocs.config import load_config

from rolebook import starter
from rolebook.theme.frame import MARK, Frames, Slots

PAGE = Environment().from_string("""<!doctype html>
<title>{{ s.title }} - 手册</title>
{% if s.description %}<meta name="description" content="{{ s.description }}">{% endif %}
{% if s.canonical %}<link rel="canonical" href="{{ s.canonical }}">{% endif %}
<h1 class="ellipsis">{{ s.title }}</h1>
{% if s.headings %}<nav><ul>
{% for anchor, title in s.headings %}<li class="md-nav__item">
  <a href="#{{ anchor }}" class="md-nav__link"><span class="md-ellipsis">{{ title }}</span></a>
</li>{% if not loop.last %}
{% endif %}{% endfor %}
</ul></nav>{% endif %}
{% if s.edit %}<a href="{{ s.edit }}">edit</a>{% endif %}
{% if "<h1" not in s.body %}<h1>{{ s.title }}</h1>{% endif %}
<article>{{ s.body }}</article><footer>{{ s.title }}</footer>
""")


def render(slots: Slots) -> str:
    """Render a page the way Material does: all of it, for these texts."""
    return PAGE.render(s=slots)


HOSTILE = st.text(st.sampled_from("甲乙<>&\"'\\$%{}{1}\\1 \n"), min_size=1, max_size=12).map(
    lambda text: str(escape(text))
)
HEADINGS = st.lists(st.tuples(HOSTILE, HOSTILE), max_size=3)
SLOTS = st.builds(
    Slots,
    title=HOSTILE,
    body=HOSTILE.map(lambda text: f"<h1>{text}</h1><p>{text}</p>"),
    description=st.just("") | HOSTILE,
    edit=st.just("") | HOSTILE,
    canonical=st.just("") | HOSTILE,
    headings=HEADINGS,
)


@given(st.lists(SLOTS, min_size=1, max_size=6))
def test_a_filled_page_is_the_page_rendered(pages: list[Slots]) -> None:
    """Whatever the texts hold, and whichever page came first."""
    frames = Frames()
    assert [frames.fill("roles", slots, render) for slots in pages] == [render(slots) for slots in pages]


def test_the_frame_is_rendered_once_for_pages_alike() -> None:
    """Once a folder, and once more where a page has no table of contents or no edit link."""
    rendered: list[Slots] = []

    def counted(slots: Slots) -> str:
        rendered.append(slots)
        return render(slots)

    frames, page = Frames(), Slots("甲", "<h1>甲</h1>", edit="e", headings=[("a", "一")])
    for n in range(5):
        frames.fill("roles", replace(page, title=f"甲{n}"), counted)
    assert len(rendered) == 1
    frames.fill("roles", replace(page, headings=()), counted)
    frames.fill("roles", replace(page, edit=""), counted)
    frames.fill("forms", page, counted)
    assert len(rendered) == 4


@pytest.mark.parametrize("count", [1, 2, 40])
def test_every_heading_has_its_row(count: int) -> None:
    """The table of contents of the page, in order."""
    headings: Sequence[tuple[str, str]] = [(f"a{n}", f"标题{n}") for n in range(count)]
    slots = Slots("甲", "<h1>甲</h1>", headings=headings)
    assert Frames().fill("roles", slots, render) == render(slots)


def test_no_mark_is_left() -> None:
    """Readers never see the characters the frame is cut at."""
    made = Frames().fill("roles", Slots("甲", "<h1>乙</h1>", "丙", "丁", "戊", [("a", "己")]), render)
    assert not set(made) & set(MARK.values())


def test_material_pages_are_those_material_would_render(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page of a small handbook, filled in or rendered one by one, but for blanks before a list entry."""
    starter.init(tmp_path, "甲 & <b>乙</b>")
    config = str(tmp_path / "mkdocs.yml")
    build.build(load_config(config, site_dir=str(tmp_path / "filled"), repo_url="https://example.org/r"))
    monkeypatch.setattr(Frames, "fill", lambda self, key, slots, render: render(slots))
    build.build(load_config(config, site_dir=str(tmp_path / "rendered"), repo_url="https://example.org/r"))
    pages = [path.relative_to(tmp_path / "filled") for path in (tmp_path / "filled").rglob("*.html")]
    assert len(pages) > 10
    for page in pages:
        filled, rendered = ((tmp_path / name / page).read_text("utf-8") for name in ("filled", "rendered"))
        assert re.sub(r"\s+<li", "\n<li", filled) == re.sub(r"\s+<li", "\n<li", rendered), page
