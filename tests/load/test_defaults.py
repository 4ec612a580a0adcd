"""What docs/handbook.yml sets for all records, and what is wrong with one."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolebook.errors import HandbookError, Message, Place
from rolebook.kinds.checklists.model import Checklist
from rolebook.kinds.roles.model import Role
from rolebook.load import load
from rolebook.load.files import MAX_BYTES
from rolebook.model.defaults import Defaults
from rolebook.model.handbook import Handbook

REVISION = "revision:\n  number: 1\n  effective: 2026-01-02\n"
RECORDS = {
    "roles/bar": f"title: 吧台\n{REVISION}",
    "roles/hall": f"title: 前厅\ndepartment: 前厅部\n{REVISION}  owner: 行政部\n",
    "checklists/daily": f"title: 班前\n{REVISION}when: 班前\nby: [bar]\nsections:\n  - title: 灯\n    items: [开灯]\n",
    "forms/log": f"title: 登记表\n{REVISION}",
}


def loaded(folder: Path, text: str | bytes | None, **records: str) -> Handbook:
    """Load a handbook with this docs/handbook.yml."""
    for name, record in (RECORDS | records).items():
        path = folder / "docs" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(record, "utf-8")
    if text is not None:
        (folder / "docs" / "handbook.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(folder / "docs")


def faults(folder: Path, text: str | bytes | None) -> list[tuple[str, int, Message]]:
    """Return what is wrong, as (file, line, message)."""
    with pytest.raises(HandbookError) as caught:
        loaded(folder, text)
    return [(problem.file, problem.line, problem.message) for problem in caught.value.problems]


def test_what_a_record_leaves_out_is_filled_in(tmp_path: Path) -> None:
    """And what it says stays; a kind without a department gets none."""
    handbook = loaded(tmp_path, "owner: 人事部\ndepartment: 客服部\npaper: a5\ncompany: 某某酒店\n")
    assert [(role.department, role.revision.owner) for role in handbook.of(Role)] == [
        ("客服部", "人事部"),
        ("前厅部", "行政部"),
    ]
    assert [(one.department, one.paper, one.revision.owner) for one in handbook.of(Checklist)] == [
        ("客服部", "a5", "人事部")
    ]
    assert handbook.defaults == Defaults(owner="人事部", department="客服部", paper="a5", company="某某酒店")


def test_the_pass_mark_is_eighty_of_a_hundred_or_what_the_house_says(tmp_path: Path) -> None:
    """Exams are told it."""
    shared = "owner: 人事部\ndepartment: 客服部\n"
    assert loaded(tmp_path, shared).defaults.pass_mark == 80
    assert loaded(tmp_path, f"{shared}pass_mark: 65\n").defaults.pass_mark == 65


def test_a_default_is_found_where_it_was_written(tmp_path: Path) -> None:
    """A company that the file does not name is the name of the site, which mkdocs.yml has."""
    handbook = loaded(tmp_path, "owner: 人事部\ndepartment: 客服部\n\ncompany: 某某酒店\n")
    assert handbook.place(Defaults.address, ("company",)) == Place("docs/handbook.yml", 4, 10)
    (tmp_path / "docs" / "handbook.yml").write_text("owner: 人事部\ndepartment: 客服部\n", "utf-8")
    assert load(tmp_path / "docs").place(Defaults.address, ("company",)) == Place("mkdocs.yml", 0, 0)


@pytest.mark.parametrize("text", [None, "", "# nothing yet\n", "company:\n"])
def test_without_it_every_record_says_so_itself(tmp_path: Path, text: str | None) -> None:
    """What is missing may be written in either place, and the message says so."""
    owner, department = (Message("missing-key-of-all", key=key) for key in ("owner", "department"))
    assert faults(tmp_path, text) == [
        ("docs/checklists/daily.yml", 3, owner),
        ("docs/forms/log.yml", 3, owner),
        ("docs/roles/bar.yml", 1, department),
        ("docs/roles/bar.yml", 3, owner),
    ]


KNOWN = ("owner", "department", "paper", "caller", "company", "pass_mark")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("ownr: 人事部\n", 1, Message("unknown-key", key="ownr", known=KNOWN, nearest="owner")),
        ("company: 甲\nnumber: 2\n", 2, Message("unknown-key", key="number", known=KNOWN, nearest="owner")),
        ("paper: a7\n", 1, Message("no-such-choice", key="paper", value="a7", choices=("a3", "a4", "a5", "letter"))),
        (
            "pass_mark: 101\n",
            1,
            Message("number-out-of-range", value="101", key="pass_mark", rule="le", bound=100),
        ),
        ("owner: [人事部]\n", 1, Message("text-expected", key="owner", found="list")),
        ("- owner\n", 1, Message("no-keys")),
        ("owner：人事部\n", 1, Message("full-width-colon", key="owner")),
        (b"owner: \xc8\xcb", 1, Message("not-utf-8")),
    ],
)
def test_what_is_wrong_is_told_once(tmp_path: Path, text: str | bytes, line: int, message: Message) -> None:
    """With its place and the nearest key; no record then misses what the file may have meant to say."""
    assert faults(tmp_path, text) == [("docs/handbook.yml", line, message)]


def test_a_file_that_is_too_large_is_told_once(tmp_path: Path) -> None:
    """And no record misses what it may say; so it is with the table of synonyms."""
    message = Message("file-too-large", bytes=MAX_BYTES + 1, most=MAX_BYTES)
    large = b"#" * (MAX_BYTES + 1)
    assert faults(tmp_path, large) == [("docs/handbook.yml", 0, message)]
    (tmp_path / "docs" / "synonyms.yml").write_bytes(large)
    assert faults(tmp_path, b"owner: \xe7\x94\xb2\ndepartment: \xe4\xb9\x99\n") == [("docs/synonyms.yml", 0, message)]
