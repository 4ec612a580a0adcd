"""All records under a folder, with all that is wrong with them: nothing hides what comes after it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.errors import HandbookError, Message, Place, Problem
from rolebook.kinds import KINDS
from rolebook.load import gather, load, record_in, schema_keys
from rolebook.model.address import Address
from rolebook.model.defaults import Defaults

ROLE = "title: 甲\ndepartment: 乙\nrevision:\n  number: 1\n  effective: 2026-01-02\n  owner: 丙\n"
FORM = ROLE.replace("department: 乙\n", "")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """An empty folder of records."""
    (tmp_path / "docs").mkdir()
    return tmp_path / "docs"


def write(docs: Path, **files: str) -> Path:
    """Write files, `folder__name` for docs/folder/name.yml."""
    for name, text in files.items():
        path = docs / f"{name.replace('__', '/')}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return docs


def found(problems: list[Problem]) -> list[tuple[str, int, int, str]]:
    """Return file, line, column and code of problems."""
    return [(one.file, one.line, one.column, one.message.code) for one in problems]


def test_every_file_is_looked_at_whatever_is_wrong_with_those_before(docs: Path) -> None:
    """A folder of no kind, an id used twice, a name that cannot be one, an empty and a broken file."""
    write(docs, aa__x=FORM, aa__y=FORM, forms__a=FORM, forms__b__a=FORM, forms__c__a=FORM)
    write(docs, **{"forms__d.e": FORM}, forms__f="", forms__g="a\n", forms__h="title: a: b\n", forms__z=FORM)
    handbook, problems = gather(docs)
    assert [str(address) for address in handbook.records] == ["forms/a", "forms/z"]
    assert found(problems) == [
        ("docs/aa/x.yml", 0, 0, "unknown-kind"),
        ("docs/aa/y.yml", 0, 0, "unknown-kind"),
        ("docs/forms/b/a.yml", 0, 0, "file-twice"),
        ("docs/forms/c/a.yml", 0, 0, "file-twice"),
        ("docs/forms/d.e.yml", 0, 0, "bad-file-name"),
        ("docs/forms/f.yml", 0, 0, "empty-file"),
        ("docs/forms/g.yml", 1, 1, "no-keys"),
        ("docs/forms/h.yml", 1, 9, "second-colon"),
        ("docs/forms/h.yml", 1, 1, "missing-key"),
    ]
    messages = {one.file: one.message for one in problems}
    assert messages["docs/aa/x.yml"] == Message("unknown-kind", folder="aa", known=tuple(KINDS), nearest="")
    assert messages["docs/forms/c/a.yml"] == Message("file-twice", other="docs/forms/a.yml")
    assert messages["docs/forms/d.e.yml"] == Message("bad-file-name", name="d.e")
    assert messages["docs/forms/f.yml"] == Message("empty-file", kind="forms", id="f")


def test_what_is_faulty_is_missed_by_nobody_but_not_there(docs: Path) -> None:
    """A file that could not be read may hold whatever is referred to; where it stands is known."""
    handbook, problems = gather(write(docs, forms__a="titel: 甲\n", forms__b=FORM + "related: [forms/a]\n"))
    assert [one.file for one in problems] == ["docs/forms/a.yml"] * len(problems)
    assert handbook.unread == {Address("forms", "a")}
    assert handbook.source(Address("forms", "a")) == "forms/a.yml"


def test_no_keys_at_all(docs: Path) -> None:
    """A full-width colon anywhere is the probable cause; a list or a text is told where it begins."""
    _, problems = gather(write(docs, forms__a="\n名称：甲\n", forms__b="\n- 甲\n"))
    assert [(one.line, one.column, one.message) for one in problems] == [
        (2, 1, Message("no-keys-full-width-colon")),
        (2, 1, Message("no-keys")),
    ]


def test_what_is_left_of_a_line_is_not_told_of_as_well(docs: Path) -> None:
    """The line that is cut at a # is one fault, though what is left of it is empty; other lines' faults are told."""
    _, problems = gather(write(docs, forms__a=FORM + "tags:\n  - # 甲\naliases:\n  - ''\n"))
    assert found(problems) == [
        ("docs/forms/a.yml", 7, 5, "lost-behind-hash"),
        ("docs/forms/a.yml", 9, 5, "empty-value"),
    ]


def test_a_fault_between_records_is_told_in_its_file(docs: Path) -> None:
    """With line, column and the line as it was written."""
    _, problems = gather(write(docs, forms__a=FORM, forms__b=FORM + "related:\n  - forms/a\n  - form/q\n"))
    message = Message("unknown-reference", address="form/q", nearest="forms/b")
    assert problems == [Problem("docs/forms/b.yml", 8, 5, message, "  - form/q", 6)]


def test_one_fault_is_told_once(docs: Path) -> None:
    """Though two checks come upon it."""
    text = FORM + "related: [forms/q]\n"
    _, problems = gather(write(docs, forms__a=text, forms__b=text))
    assert found(problems) == [
        ("docs/forms/a.yml", 6, 11, "unknown-reference"),
        ("docs/forms/b.yml", 6, 11, "unknown-reference"),
    ]


def test_every_place_is_told_by_file_line_and_column(docs: Path) -> None:
    """Counted from 1; a place that is not there by the nearest that is."""
    handbook = load(write(docs, forms__a=FORM + "tags:\n  - b\n  - c\n"))
    for path, place in {
        (): (1, 1),
        ("title",): (1, 8),
        ("tags", 1): (8, 5),
        ("tags", 9): (7, 3),
        ("revision", "owner"): (5, 10),
    }.items():
        assert handbook.place(Address("forms", "a"), path) == Place("docs/forms/a.yml", *place)


def test_files_are_called_by_where_they_stand(docs: Path, tmp_path: Path) -> None:
    """Relative to the folder of docs or to another one; in full where they are not below it."""
    write(docs, forms__a="")
    for base, shown in (
        (None, "docs"),
        (tmp_path, "docs"),
        (tmp_path.parent, f"{tmp_path.name}/docs"),
        (docs, "."),
        (tmp_path / "other", docs.as_posix()),
    ):
        assert [one.file for one in gather(docs, base)[1]] == [f"{shown}/forms/a.yml"]


def test_the_language_that_is_asked_for_comes_before_that_of_the_configuration(docs: Path) -> None:
    """What mkdocs.yml says is looked at all the same, and its faults are told."""
    config = docs.parent / "mkdocs.yml"
    config.write_text("plugins:\n  - rolebook: {language: en, quizes: false}\n", "utf-8")
    for asked, spoken in (("", "en"), ("zh", "zh"), ("en", "en")):
        handbook, problems = gather(docs, language=asked)
        assert handbook.language.code == spoken
        assert found(problems) == [("mkdocs.yml", 2, 30, "unknown-key")]
    with pytest.raises(HandbookError):
        load(docs)


def test_notices_are_told_in_order_and_stop_nothing(docs: Path) -> None:
    """By file and line: two records called alike, an alias that is two."""
    write(docs, forms__a=FORM, forms__b=FORM, forms__c=FORM.replace("甲", "丁") + "aliases: [戊, 己、庚]\n")
    handbook, problems = gather(docs)
    assert problems == []
    assert found([*handbook.notices]) == [
        ("docs/forms/b.yml", 1, 8, "name-borne-twice"),
        ("docs/forms/c.yml", 6, 14, "several-names-in-one"),
    ]


def test_records_come_by_kind_then_by_id(docs: Path) -> None:
    """In the order a reader meets the kinds, not in that of their folders' names."""
    handbook = load(write(docs, forms__b=FORM, forms__a=FORM.replace("甲", "丁"), roles__z=ROLE.replace("甲", "戊")))
    assert [str(address) for address in handbook.records] == ["roles/z", "forms/a", "forms/b"]


def test_a_record_of_a_text_alone() -> None:
    """As git has it of an earlier day; what cannot be read is none, and defaults count."""
    record = record_in(FORM.encode(), "forms", "a", Defaults())
    assert record is not None
    assert (record.address, record.title) == (Address("forms", "a"), "甲")
    short = FORM.replace("  owner: 丙\n", "").encode()
    assert record_in(short, "forms", "a", Defaults()) is None
    filled = record_in(short, "forms", "a", Defaults(owner="丁"))
    assert filled is not None and filled.revision.owner == "丁"
    assert record_in(b"\xff", "forms", "a", Defaults()) is None


def test_keys_of_all_depths_are_known() -> None:
    """Of records and of docs/handbook.yml, and nothing but keys."""
    assert {"title", "measures", "at_least", "company", "replies", "tolerance", "from"} <= schema_keys()
    assert not {"properties", "string", "duty", "$defs", "Item"} & schema_keys()
