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
from rolebook.theme.frame import MARK, Frames, Slots, UnknownFrameError
from tests.conftest import mkdocs_build

PAGE_SOURCE = """<!doctype html>
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
"""
PAGE = Environment().from_string(PAGE_SOURCE)


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
    """Once a folder, and once more where a page has no table of contents or no edit link; the first page beside it."""
    rendered: list[Slots] = []

    def counted(slots: Slots) -> str:
        rendered.append(slots)
        return render(slots)

    frames, page = Frames(), Slots("甲", "<h1>甲</h1>", edit="e", headings=[("a", "一")])
    for n in range(5):
        frames.fill("roles", replace(page, title=f"甲{n}"), counted)
    assert len(rendered) == 2
    frames.fill("roles", replace(page, headings=()), counted)
    frames.fill("roles", replace(page, edit=""), counted)
    frames.fill("forms", page, counted)
    assert len(rendered) == 2 * 4


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
    monkeypatch.setattr(Frames, "fill", lambda self, key, slots, render, rewrite: render(slots))
    build.build(load_config(config, site_dir=str(tmp_path / "rendered"), repo_url="https://example.org/r"))
    pages = [path.relative_to(tmp_path / "filled") for path in (tmp_path / "filled").rglob("*.html")]
    assert len(pages) > 10
    for page in pages:
        filled, rendered = ((tmp_path / name / page).read_text("utf-8") for name in ("filled", "rendered"))
        assert re.sub(r"\s+<li", "\n<li", filled) == re.sub(r"\s+<li", "\n<li", rendered), page


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("{{ s.body }}", "{{ s.body | replace('甲', '') }}"), "<article><h1></h1></article><footer>甲甲</footer>"),
        (("{{ s.title }} - 手册", "{{ s.title | length }} - 手册"), "<title>2 - 手册</title>"),
        (('{% if "<h1" not in s.body %}', '{% if "甲" in s.body %}'), "<h1>甲甲</h1>"),
        (
            ('<li class="md-nav__item">', '<dt class="md-nav__item">'),
            '<a href="#a" class="md-nav__link"><span class="md-ellipsis">一</span></a>',
        ),
    ],
)
def test_a_frame_that_is_not_as_expected_is_told(change: tuple[str, str], line: str) -> None:
    """A filter or a condition on a text of the page, other rows: what would be wrong on all is seen on the first."""
    source = PAGE_SOURCE.replace(*change)
    assert source != PAGE_SOURCE
    template = Environment().from_string(source)
    slots = Slots("甲甲", "<h1>甲甲</h1>", headings=[("a", "一"), ("b", "二")])
    with pytest.raises(UnknownFrameError) as told:
        Frames().fill("roles", slots, lambda slots: template.render(s=slots))
    assert told.value.line == line


@pytest.mark.whole
def test_a_theme_changed_beyond_what_is_known_stops_the_build(tmp_path: Path) -> None:
    """With the line that would be wrong, in the language of the handbook; nothing is published."""
    starter.init(tmp_path, "甲", "en")
    (tmp_path / "own" / "partials").mkdir(parents=True)
    (tmp_path / "own" / "partials" / "content.html").write_text("{{ page.content | length }}", "utf-8")
    settings = (
        (tmp_path / "mkdocs.yml").read_text("utf-8").replace("name: material", "name: material\n  custom_dir: own")
    )
    (tmp_path / "mkdocs.yml").write_text(settings, "utf-8")
    done = mkdocs_build(tmp_path, tmp_path / "site")
    assert done.returncode == 1
    assert "makes pages otherwise than expected; this line would be wrong: " in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
