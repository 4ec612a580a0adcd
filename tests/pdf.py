"""What tests ask of a PDF: its words, type sizes, fonts, codes and marks of accessibility."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
import zxingcpp
from PIL import Image


def pages(content: bytes) -> int:
    """Return the number of pages."""
    return len(pypdfium2.PdfDocument(content))


def page_sizes(content: bytes) -> list[tuple[int, int]]:
    """Return the size of each page in whole points, as (width, height)."""
    return [(round(page.get_width()), round(page.get_height())) for page in pypdfium2.PdfDocument(content)]


def words(content: bytes) -> str:
    """Return all text in reading order, without white space."""
    found = "".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))
    return squeezed(re.sub("[\x02\ufffe]", "-", found))  # how PDFium reports a hyphen at the end of a line


def squeezed(text: str) -> str:
    """Return text without white space, as lines end anywhere on paper."""
    return re.sub(r"\s+", "", text)


def characters(content: bytes) -> Iterator[tuple[str, float]]:
    """Yield every visible character with its size in pt."""
    for page in pypdfium2.PdfDocument(content):
        text = page.get_textpage()
        for n in range(text.count_chars()):
            character = chr(pdfium.FPDFText_GetUnicode(text, n))
            if not character.isspace() and character != "\ufffe":
                matrix = pdfium.FS_MATRIX()
                pdfium.FPDFText_GetMatrix(text, n, ctypes.byref(matrix))
                yield character, round(pdfium.FPDFText_GetFontSize(text, n) * abs(matrix.d), 2)


def inside_margins(content: bytes, left: float, edge: float) -> bool:
    """Tell whether all text of all pages stands `left` pt from the left edge and `edge` from the others."""
    for page in pypdfium2.PdfDocument(content):
        width, height = page.get_size()
        text = page.get_textpage()
        for n in range(text.count_chars()):
            if not chr(pdfium.FPDFText_GetUnicode(text, n)).isspace():
                x0, y0, x1, y1 = text.get_charbox(n)
                if x1 > x0 and not (
                    left - 1 <= x0 and x1 <= width - edge + 1 and edge - 1 <= y0 and y1 <= height - edge + 1
                ):
                    return False
    return True


def fonts_embedded(content: bytes) -> bool:
    """Tell whether every font of every text is in the file."""
    found = []
    for page in pypdfium2.PdfDocument(content):
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            found.append(pdfium.FPDFFont_GetIsEmbedded(pdfium.FPDFTextObj_GetFont(item)))
    return bool(found) and all(flag == 1 for flag in found)


def codes(content: bytes) -> list[str]:
    """Return what the QR codes say, page by page, read from a picture at 150 dpi."""
    pictures = (page.render(scale=150 / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(content))
    return [code.text for picture in pictures for code in zxingcpp.read_barcodes(picture)]


def code_sizes(content: bytes) -> Iterator[tuple[float, float]]:
    """Yield of each QR code its width in mm, and how many of its modules around it are white, at least."""
    dots = 8  # a point
    for page in pypdfium2.PdfDocument(content):
        picture = page.render(scale=dots).to_pil().convert("L")
        for code in zxingcpp.read_barcodes(picture):
            corner, opposite = code.position.top_left, code.position.bottom_right
            box = (corner.x, corner.y, opposite.x, opposite.y)
            row = [picture.getpixel((x, corner.y + dots // 2)) < 128 for x in range(corner.x + dots // 2, opposite.x)]
            module = row.index(False) / 6.9  # the corner of a code is a ring, seven modules wide
            yield (box[2] - box[0]) / dots * 25.4 / 72, _white(picture, box) / module


def _white(picture: Image.Image, box: tuple[int, int, int, int]) -> int:
    """Return how far what is around a box is white."""

    def ink(by: int) -> int:
        left, top, right, bottom = box
        return sum(picture.crop((left - by, top - by, right + by, bottom + by)).histogram()[:128])

    return next(by for by in range(2, picture.width) if ink(by + 1) > ink(2))


def title(content: bytes) -> str:
    """Return the title in the document's metadata."""
    return str(pypdfium2.PdfDocument(content).get_metadata_value("Title"))


def tagged(content: bytes) -> bool:
    """Tell whether the document has a structure tree."""
    return bool(pypdfium2.PdfDocument(content).is_tagged())


def language(content: bytes) -> str:
    """Return the document's language: zh-CN."""
    document = pypdfium2.PdfDocument(content)
    size = pdfium.FPDFCatalog_GetLanguage(document, None, 0)
    buffer = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFCatalog_GetLanguage(document, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
