"""What all sheets have, as data: head, lines and their sub-items, the code, where each text was written."""

from __future__ import annotations

from typing import Any

import pytest

from rolebook.language import language
from rolebook.language.strings import Strings
from rolebook.model.address import Address
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook
from rolebook.model.inline import plain
from rolebook.render import inline
from rolebook.sheet import Origin
from rolebook.site import Site
from rolebook.views.posters.runs import runs
from rolebook.views.posters.writer import SheetWriter, sheet_url, shown, smallest_type
from tests.records import record, role

FORM = record("forms/log", title="登记表")
BAR = role("bar", title="吧台", revision={"number": 3, "effective": "2026-02-03", "owner": "人事部"})
HALL = role("hall", title="前厅", aliases=["大厅"])
SITE = Site("手册", Strings("zh"), "https://handbook.example.com/a/")


def writer(site: Site = SITE, **defaults: Any) -> SheetWriter:
    """Return what writes the sheet of a post."""
    book = Handbook([BAR, HALL, FORM], language=language("zh"), defaults=Defaults(**defaults))
    return SheetWriter(book, site, BAR)


def test_what_stands_on_every_sheet() -> None:
    """Where its template is, who prints it, what it is, document control, how large its type may be."""
    facts, blocks = [("甲", "乙"), ("丙", ""), ("丁", "戊")], [Origin(BAR.address, ("a",))]
    sheet = writer(Site("手册", Strings("zh"))).sheet(facts, blocks, {"x": 1}, allowed=2)
    expected: Any = {
        "template": "kinds/roles/sheet.typ",
        "company": "手册",
        "kind": "岗位卡",
        "title": "吧台",
        "facts": [["甲", "乙"], ["丁", "戊"]],
        "control": [["文件编号", "roles/bar"], ["版本", "第 3 版"], ["生效日期", "2026-02-03"], ["负责人", "人事部"]],
        "qr": None,
        "paper": "a4",
        "orientation": "portrait",
        "min": 12,
        "max": 30,
        "words": {
            "page": "第 {n} 页 共 {of} 页",
            "uncontrolled": "打印件不受控",
            "by": "谁做",
            "fills": "填写",
            "required": "必填",
        },
        "tokens": [],
    }
    assert sheet.head == expected
    assert (sheet.record, sheet.body, sheet.blocks, sheet.allowed) == (BAR, {"x": 1}, tuple(blocks), 2)
    assert sheet.texts == (
        ("吧台", Origin(BAR.address, ("title",))),
        ("人事部", Origin(BAR.address, ("revision", "owner"))),
        ("手册", Origin(Defaults.address, ("company",))),
    )


def test_what_a_sheet_may_have_of_its_own() -> None:
    """Company and paper of the handbook, a paper of its own before that; type by the distance it is read from."""
    made = writer(company="绿洲", paper="a5").sheet([], [], {})
    assert (made.head["company"], made.head["paper"]) == ("绿洲", "a5")
    assert dict(made.texts)["绿洲"] == Origin(Defaults.address, ("company",))
    own = writer(paper="a5").sheet([], [], {}, paper="a3", orientation="landscape", distance=2, largest=1.5)
    assert (own.head["paper"], own.head["orientation"]) == ("a3", "landscape")
    assert (own.head["min"], own.head["max"]) == (34, 51)


def test_words_that_no_line_end_may_part_are_named() -> None:
    """Those of all texts that were written, each once."""
    made = writer()
    made.text("see handbook-2026 (handbook-2026)", ("x",))
    made.text("短", ("y",))
    assert made.sheet([], [], {}).head["tokens"] == ["handbook-2026", "(handbook-2026)"]


def test_the_code_leads_to_the_page_with_its_revision() -> None:
    """26 mm wide without its quiet zone, as SVG; none where nobody knows where the site will be."""
    code = writer().sheet([], [], {}).head["qr"]
    assert code is not None
    assert code["alt"] == "https://handbook.example.com/a/roles/bar.html?rev=3" == sheet_url(SITE.root, BAR)
    assert code["caption"] == "扫码看是否现行"
    assert code["svg"].startswith("<svg ") and code["svg"].rstrip().endswith("</svg>")
    assert code["width"] == round(26 * 72 / 25.4 * (33 + 8) / 33, 2)  # 33 modules, and 4 on each side
    assert writer(Site("手册", Strings("zh"))).sheet([], [], {}).head["qr"] is None


def test_a_line_with_what_belongs_to_it() -> None:
    """Measured numbers stand out, marks are set, sub-items stand below; each text is noted with its place."""
    item = (
        role(
            "x",
            {
                "text": "**鞠躬**30度",
                "id": "bow",
                "measures": [{"of": "角度", "value": "30", "unit": "度"}],
                "items": [{"text": "微笑", "id": "smile", "items": [{"text": "争论", "id": "argue", "never": True}]}],
            },
        )
        .parts()[0]
        .items[0]
    )
    made = writer()
    line = made.line(item, ("sections", 0), HALL.address, n=4)
    argue = {"runs": [["争论", 0]], "never": True, "mark": "红线", "subs": [], "n": 0}
    smile = {"runs": [["微笑", 0]], "never": False, "mark": "", "subs": [argue], "n": 0}
    assert line == {"runs": [["鞠躬", 1], ["30度", 1]], "never": False, "mark": "", "subs": [smile], "n": 4}
    path = ("sections", 0)
    assert made.texts == [
        (plain(item.text), Origin(HALL.address, path)),
        ("微笑", Origin(HALL.address, (*path, "items", 0))),
        ("争论", Origin(HALL.address, (*path, "items", 0, "items", 0))),
    ]
    assert made.lines == [
        ("roles/hall#bow", "**鞠躬**30度"),
        ("roles/hall#smile", "微笑"),
        ("roles/hall#argue", "争论"),
    ]
    made = writer()
    made.line(item, path)
    assert {origin.record for _, origin in made.texts} == {BAR.address}
    assert [address for address, _ in made.lines] == ["roles/bar#bow", "roles/bar#smile", "roles/bar#argue"]


def test_posts_and_forms_are_called_by_their_titles() -> None:
    """By what their records say, else as they are written."""
    made = writer()
    assert [made.post(name) for name in ("hall", "大厅", "店长")] == ["前厅", "前厅", "店长"]
    assert made.posts(["hall", "店长", "bar"]) == "前厅、店长、吧台"
    assert made.posts([]) == ""
    assert [made.form(name) for name in ("log", "forms/log", "来客表")] == ["《登记表》", "《登记表》", "来客表"]
    assert made.origin("a", 1) == Origin(BAR.address, ("a", 1))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("甲乙", [["甲乙", 0]]),
        ("甲**乙**丙", [["甲", 0], ["乙", 1], ["丙", 0]]),
        ("甲 *乙* `丙`", [["甲 ", 0], ["乙", 1], [" 丙", 0]]),
        ("**甲 *乙* 丙**丁", [["甲 乙 丙", 1], ["丁", 0]]),
        ("a < b & c", [["a < b & c", 0]]),
        ("[甲](b.html)乙", [["甲乙", 0]]),
    ],
)
def test_a_line_becomes_runs(text: str, made: list[list[Any]]) -> None:
    """Only what stands out is another run; signs are as they were written."""
    joined: list[list[Any]] = []
    for words, strong in runs(inline(text)):
        if joined and joined[-1][1] == strong:
            joined[-1][0] += words
        else:
            joined.append([words, strong])
    assert joined == made


def test_a_sheet_in_the_characters_of_its_readers() -> None:
    """All texts are rewritten, addresses are not; where nothing is, the document is the one that was given."""
    sheet = writer().sheet([("甲", "roles/bar"), ("乙", "roles/hall")], [], {"x": ["吧台", 1, {"y": "前厅"}]})
    document = sheet.document
    assert shown(document, SITE, [sheet]) is document
    other = Site("手册", Strings("zh"), rewrite=lambda text: f"<{text}>")
    (made,) = shown(sheet.document, other, [sheet])["sheets"]
    assert made["title"] == "<吧台>"
    assert made["x"] == ["<吧台>", 1, {"y": "<前厅>"}]
    assert made["facts"] == [["<甲>", "roles/bar"], ["<乙>", "<roles/hall>"]]
    assert made["control"][0] == ["<文件编号>", "roles/bar"]


@pytest.mark.parametrize(
    ("distance", "size"),
    [(0.49, 10), (0.51, 10.5), (0.55, 11), (0.61, 12.5), (0.9, 16), (0.99, 17), (1.01, 17.5), (1.5, 25.5)],
)
def test_type_grows_with_the_distance(distance: float, size: float) -> None:
    """In half points, rounded up, without a leap at 60 cm or a metre."""
    assert smallest_type(distance) == size


def test_a_sheet_is_of_its_record() -> None:
    """Its day, and what it is called as a document."""
    sheet = writer().sheet([], [], {"x": 1})
    assert str(sheet.day) == "2026-02-03"
    assert (sheet.document["title"], sheet.document["author"]) == ("吧台", "人事部")
    assert sheet.data["x"] == 1 and sheet.data["title"] == "吧台"
    assert sheet.record.address == Address("roles", "bar")
