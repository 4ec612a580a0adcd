"""How many sheets a second are typeset, beside WeasyPrint on the same content in the same run.

    python bench/posters.py 200

The sheets are those of the real handbook's checklists, varied so that no two lines are alike and no work of one helps
another. Ours searches for the largest type that fits and is timed cold after start-up, then warm with one sheet
changed. WeasyPrint sets the same text once, at the size ours chose, with the same font, and does not look whether it
fits. Prints sheets a second for each, the ratio, and the bytes of a sheet.
"""

from __future__ import annotations

import argparse
import copy
import datetime
import html
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import manimgx_fonts_cjk

from rolebook import typeset
from rolebook.kinds.checklists.model import Checklist
from rolebook.load import load
from rolebook.sheet import Document
from rolebook.site import Site
from rolebook.views.posters import sheets

ROOT = Path(__file__).parents[1]
DAY = datetime.date(2026, 1, 2)
FONT = Path(manimgx_fonts_cjk.__file__).parent / "NotoSansCJK-VF.otf.ttc"


def varied(documents: list[Document], count: int) -> list[Document]:
    """Return `count` documents with lines of their own."""
    found = []
    for n in range(count):
        document = copy.deepcopy(documents[n % len(documents)])
        for section in document["sheets"][0]["sections"]:
            for line in section["lines"]:
                line["runs"].append([f"（{n}号）", 0])
        found.append(document)
    return found


def as_html(document: Document, size: float) -> str:
    """Return a checklist as a web page for print."""
    sheet = document["sheets"][0]
    body = [f"<h1>{html.escape(sheet['title'])}</h1>"]
    body += [f"<p>{html.escape(label)} <b>{html.escape(value)}</b></p>" for label, value in sheet["facts"]]
    for section in sheet["sections"]:
        lines = (
            "".join(f"<b>{html.escape(t)}</b>" if out else html.escape(t) for t, out in line["runs"])
            for line in section["lines"]
        )
        items = "".join(f"<li>{line}</li>" for line in lines)
        body.append(f"<section><h2>{html.escape(section['title'])}</h2><ul>{items}</ul></section>")
    control = " ".join(html.escape(f"{label} {value}") for label, value in sheet["control"])
    style = (
        f"@page{{size:A4;margin:12mm 12mm 12mm 22mm}}"
        f"body{{font:{size}pt/1.36 N,'Noto Sans CJK SC'}}section{{break-inside:avoid}}footer{{font-size:12pt}}"
    )
    return (
        f"<!doctype html><html lang=zh><title>x</title><style>{style}</style>{''.join(body)}<footer>{control}</footer>"
    )


def timed(work: Callable[[], list[bytes]]) -> tuple[float, list[bytes]]:
    """Return the wall seconds `work` takes, and what it made."""
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made


def press(documents: list[Document], folder: Path) -> tuple[float, list[typeset.Typeset], int]:
    """Typeset with what `folder` has; returns wall seconds, the sheets and how many were made anew."""
    one = typeset.Press("zh", folder)
    start = time.perf_counter()
    made = [result for result in one.pdfs((d, DAY) for d in documents) if isinstance(result, typeset.Typeset)]
    return time.perf_counter() - start, made, one.made


def main() -> None:
    """Run both and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=200)
    parser.add_argument("--peer", type=int, default=4, help="how many of them WeasyPrint sets")
    given = parser.parse_args()
    real = list(sheets(load(ROOT / "docs"), Site("", url="https://handbook.example.com/")))
    documents = varied([s.document for s in real if isinstance(s.record, Checklist)], given.count)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        typeset.pdf(documents[0])
        print(f"ours, first sheet with start-up: {time.perf_counter() - start:.2f} s")
        before = time.process_time()
        cold, made, _ = press(documents, Path(folder))
        busy = (time.process_time() - before) / len(made)
        ours = len(made) / cold
        print(
            f"ours, cold: {len(made)} sheets in {cold:.2f} s = {ours:.0f} a second, {_kilobytes([m.pdf for m in made])}"
        )
        print(f"ours, processor time: {busy * 1000:.0f} ms a sheet; two free cores would make {2 / busy:.0f} a second")
        sheet = documents[0]["sheets"][0]
        documents[0]["sheets"] = [{**sheet, "title": sheet["title"] + "改"}]
        warm, _, anew = press(documents, Path(folder))
        print(f"ours, warm with one sheet changed: {anew} made, {warm:.2f} s for all {len(documents)}")
    sizes = [one.fits[0].size for one in made]
    try:
        from weasyprint import CSS, HTML, __version__
        from weasyprint.text.fonts import FontConfiguration
    except (ImportError, OSError) as error:
        fix = "pip install --no-deps --require-hashes -r bench/requirements.lock"
        raise SystemExit(f"no peer: {error}\n{fix}") from None
    fonts = FontConfiguration()  # shared by all sheets, so that the font is read once
    face = CSS(string=f"@font-face {{ font-family: N; src: url('{FONT.as_uri()}') }}", font_config=fonts)
    pages = [as_html(document, size) for document, size in zip(documents[: given.peer], sizes, strict=False)]

    def peers(some: list[str]) -> list[bytes]:
        return [HTML(string=page).write_pdf(stylesheets=[face], font_config=fonts) for page in some]

    peers(pages[:1])  # its start-up, too, is not timed
    spent, set_ = timed(lambda: peers(pages))
    peer = len(set_) / spent
    made_by = f"WeasyPrint {__version__}: {len(set_)} sheets in {spent:.2f} s"
    print(f"{made_by} = {peer:.1f} a second, {_kilobytes(set_)}")
    print(f"ratio: {ours / peer:.0f} times as many sheets a second")


def _kilobytes(made: list[bytes]) -> str:
    return f"{sum(map(len, made)) / len(made) / 1000:.0f} kB a sheet"


if __name__ == "__main__":
    main()
