"""The typesetter: equal bytes, tagged and titled PDFs, missing glyphs found, work kept and not done again."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rolebook import typeset
from rolebook.sheet import Document
from tests import pdf

WORDS = {name: name for name in ("never", "page", "uncontrolled", "by", "fills", "required")}
DAY = datetime.date(2026, 1, 2)


def line(text: str) -> dict[str, Any]:
    """Return a line with this text."""
    return {"runs": [[text, 0]], "never": False, "subs": [], "n": 1}


def sheet(*texts: str, **changes: Any) -> dict[str, Any]:
    """Return a checklist sheet with one section of these lines."""
    return {
        "template": "kinds/checklists/sheet.typ",
        "company": "",
        "kind": "检查表",
        "title": "班前",
        "facts": [["谁做", "吧台"]],
        "control": [["文件编号", "checklists/x"]],
        "qr": None,
        "paper": "a4",
        "orientation": "portrait",
        "min": 12,
        "max": 30,
        "words": WORDS,
        "tokens": [],
        "sections": [{"title": "设备", "note": "", "lines": [line(text) for text in texts]}],
        "sign": None,
    } | changes


def document(*sheets: dict[str, Any]) -> Document:
    """Return a document of these sheets."""
    return {"title": "班前", "author": "客服部", "sheets": list(sheets)}


def test_equal_input_makes_equal_bytes() -> None:
    """Also after other work has gone through the same compiler."""
    first = typeset.pdf(document(sheet("开灯")), "zh", DAY).pdf
    typeset.pdf(document(sheet("关灯")), "zh", DAY)
    assert first == typeset.pdf(document(sheet("开灯")), "zh", DAY).pdf


@pytest.mark.parametrize(("language", "code"), [("zh", "zh-CN"), ("zh-Hant", "zh-TW"), ("en", "en")])
def test_a_pdf_is_tagged_titled_and_in_a_language(language: str, code: str) -> None:
    """As PDF/UA-1 asks."""
    made = typeset.pdf(document(sheet("开灯")), language, DAY).pdf
    assert (pdf.tagged(made), pdf.title(made), pdf.language(made)) == (True, "班前", code)
    assert pdf.fonts_embedded(made)


def test_all_missing_glyphs_are_found_in_one_go() -> None:
    """And not only the first."""
    with pytest.raises(typeset.MissingGlyphs) as caught:
        typeset.pdf(document(sheet("开灯😀", "关灯\u0915")))
    assert "".join(caught.value.texts) == "😀\u0915"


@pytest.mark.parametrize(
    "text", ["#set page(fill: red)", "$x$", "*a* _b_ `c`", '#read("main.typ")', "<label> @ref \\ ]"]
)
def test_text_is_never_read_as_markup(text: str) -> None:
    """It stands on the sheet as it was written."""
    made = typeset.pdf(document(sheet(text)))
    assert pdf.squeezed(text) in pdf.words(made.pdf)


@given(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), min_size=1, max_size=40))
@settings(max_examples=40)
def test_any_ascii_text_is_set_as_it_is(text: str) -> None:
    """Whatever it would mean in Typst."""
    made = typeset.pdf(document(sheet(f"始{text}终", max=12)))  # on one line
    assert "始" + pdf.squeezed(text) + "终" in pdf.words(made.pdf)


def test_the_largest_type_that_fits_one_page() -> None:
    """Half a point more would need a second page."""
    texts = ["确保接待区域沙发、桌椅摆放整齐，桌上物品摆放统一并且摆放在一条线上。"] * 9
    sections = [{"title": f"第{n}段", "note": "", "lines": [line(text) for text in texts]} for n in range(2)]
    fit = typeset.pdf(document(sheet(sections=sections))).fits[0]
    assert fit.pages == 1
    assert 12 < fit.size < 30
    larger = typeset.pdf(document(sheet(sections=sections, min=fit.size + 0.5))).fits[0]
    assert larger.pages == 2


def test_what_does_not_fit_becomes_sheets_split_between_sections() -> None:
    """Numbered in the title, no section on two of them, none smaller than the minimum."""
    texts = ["确保接待区域沙发、桌椅摆放整齐，桌上物品摆放统一并且摆放在一条线上，鲜花无枯叶枯枝。"] * 9
    sections = [{"title": f"第{n}段", "note": "", "lines": [line(text) for text in texts]} for n in range(5)]
    made = typeset.pdf(document(sheet(sections=sections)))
    assert made.fits[0].pages == pdf.pages(made.pdf) > 1
    text = pdf.words(made.pdf)
    of = made.fits[0].pages
    assert all(f"班前{n}/{of}" in text for n in range(1, of + 1))
    assert min(size for _, size in pdf.characters(made.pdf)) >= 12


def test_a_block_higher_than_a_page_is_reported() -> None:
    """And not torn."""
    fit = typeset.pdf(document(sheet(*["很长的一行，" * 60] * 9))).fits[0]
    assert (fit.pages, fit.tall) == (0, (0,))


def test_a_word_wider_than_its_column_is_reported() -> None:
    """And not clipped."""
    word = "x" * 200
    fit = typeset.pdf(document(sheet(word, tokens=[word]))).fits[0]
    assert (fit.pages, fit.wide) == (0, (word,))


@pytest.mark.parametrize(
    ("paper", "orientation", "size"),
    [
        ("a3", "portrait", (842, 1191)),
        ("a4", "portrait", (595, 842)),
        ("a4", "landscape", (842, 595)),
        ("a5", "portrait", (420, 595)),
        ("letter", "landscape", (792, 612)),
    ],
)
def test_paper(paper: str, orientation: str, size: tuple[int, int]) -> None:
    """Everything stands inside the margins, with room to punch on the left."""
    made = typeset.pdf(document(sheet("开灯", "关窗", paper=paper, orientation=orientation)))
    assert pdf.page_sizes(made.pdf) == [size]
    assert pdf.inside_margins(made.pdf, left=20 * 72 / 25.4, edge=10 * 72 / 25.4)


def test_what_is_kept_is_not_made_again(tmp_path: Path) -> None:
    """Only what changed is typeset; what nobody asks for any more goes."""
    jobs = [(document(sheet(text)), DAY) for text in ("开灯", "关窗")]
    cold = typeset.Press("zh", tmp_path)
    first = list(cold.pdfs(jobs))
    warm = typeset.Press("zh", tmp_path)
    again = list(warm.pdfs([jobs[0], (document(sheet("锁门")), DAY)]))
    warm.cache.prune()
    assert (cold.made, warm.made, len(list(tmp_path.iterdir()))) == (2, 1, 2)
    assert first[0] == again[0]


def test_what_is_kept_depends_on_all_that_decides_the_bytes(tmp_path: Path) -> None:
    """Text, language and day; the templates and versions are in the name too."""
    press = typeset.Press("zh", tmp_path)
    list(press.pdfs([(document(sheet("开灯")), DAY), (document(sheet("开灯")), DAY + datetime.timedelta(1))]))
    list(typeset.Press("en", tmp_path).pdfs([(document(sheet("开灯")), DAY)]))
    assert len(list(tmp_path.iterdir())) == 3


def test_many_at_once_come_back_in_order() -> None:
    """Although they are made on all processors; one that fails takes no other with it."""
    texts = [f"第{n}行" for n in range(12)] + ["😀"]
    made = list(typeset.Press().pdfs((document(sheet(text)), DAY) for text in texts))
    assert isinstance(made[-1], typeset.MissingGlyphs)
    shown = [pdf.words(one.pdf) for one in made if isinstance(one, typeset.Typeset)]
    assert [text in words for text, words in zip(texts[:-1], shown, strict=True)] == [True] * 12


def test_only_a_few_are_held_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many there are: the next are asked for when the first are handed out."""
    asked: list[int] = []

    def jobs() -> Iterator[tuple[Document, datetime.date]]:
        for n in range(1000):
            asked.append(n)
            yield document(sheet("开灯")), DAY

    monkeypatch.setattr("os.cpu_count", lambda: 2)
    made = typeset.Press().pdfs(jobs())
    next(made)
    assert len(asked) == 5
    next(made)
    assert len(asked) == 6


def test_data_travels_as_json() -> None:
    """Nothing but JSON reaches the templates."""
    assert json.loads(typeset._data(document(sheet("开灯")), "zh"))["sheets"][0]["title"] == "班前"
