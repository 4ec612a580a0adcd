"""Loading: every broken input gets the exact message its case says; what is written stays as it was written."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from rolebook.errors import HandbookError, Message, Problem, cells
from rolebook.kinds.roles.model import Role
from rolebook.language import language
from rolebook.language.strings import LANGUAGES, WRITTEN
from rolebook.load import load
from rolebook.load.files import MAX_BYTES
from rolebook.load.syntax import read
from rolebook.load.tree import UNSEEN
from rolebook.model.address import Address
from rolebook.model.handbook import Handbook
from tests.conftest import ROOT

CASES = Path(__file__).parents[1] / "cases" / "load"
HEAD = "title: 吧台岗\ndepartment: 客服部\nrevision:\n  number: 1\n  effective: 2026-01-02\n  owner: 人事部\n"


def loaded(folder: Path, name: str = "", /, **files: str | bytes) -> Handbook:
    """Load a handbook of role files given by id."""
    roles = folder / "docs" / "roles"
    roles.mkdir(parents=True)
    for record, content in files.items():
        (roles / f"{record}.yml").write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(folder / "docs", language=name)


@pytest.mark.parametrize("name", WRITTEN)
@pytest.mark.parametrize("case", sorted(CASES.glob("*.yml")), ids=lambda path: path.stem)
def test_each_broken_input_gets_its_message(case: Path, name: str, tmp_path: Path) -> None:
    """File, line, column, the line itself, a caret and a fix, as written beside the case in each language."""
    with pytest.raises(HandbookError) as caught:
        loaded(tmp_path, name, bar=case.read_bytes())
    assert str(caught.value) == case.with_suffix(f".{name}.txt").read_text("utf-8").rstrip("\n")


def codes(error: HandbookError) -> list[str]:
    """Return the codes of all problems."""
    return [problem.message.code for problem in error.problems]


def test_all_problems_of_all_files_come_in_one_run(tmp_path: Path) -> None:
    """Two broken files and two faults in one of them make three problems, in file order."""
    with pytest.raises(HandbookError) as caught:
        loaded(tmp_path, b="title: 甲\n", a="title: a\ntitle: b\n")
    places = [(problem.file[-4:], problem.line) for problem in caught.value.problems]
    expected = [("a.yml", 1), ("a.yml", 1), ("a.yml", 2), ("b.yml", 1), ("b.yml", 1)]
    assert places == [(file[-4:], line) for file, line in expected]


def test_a_file_over_a_mebibyte_is_refused(tmp_path: Path) -> None:
    """Such a file is never parsed; it is told as a whole."""
    with pytest.raises(HandbookError) as told:
        loaded(tmp_path, bar=b"#" * (MAX_BYTES + 1))
    message = Message("file-too-large", bytes=MAX_BYTES + 1, most=MAX_BYTES)
    assert told.value.problems == [Problem("docs/roles/bar.yml", 0, 0, message)]


@pytest.mark.parametrize("name", ["有 空格", "-bar", "a.b"])
def test_a_file_name_that_cannot_be_an_id_is_refused(name: str, tmp_path: Path) -> None:
    """Ids stand in addresses and URLs."""
    with pytest.raises(HandbookError, match=r"文件名“.+”不能用"):
        loaded(tmp_path, **{name: HEAD})


def test_an_unknown_folder_names_the_nearest_kind(tmp_path: Path) -> None:
    """A misspelt folder would otherwise lose its records without a word."""
    (tmp_path / "docs" / "rolse").mkdir(parents=True)
    (tmp_path / "docs" / "rolse" / "a.yml").write_text(HEAD, "utf-8")
    (tmp_path / "docs" / "standards").mkdir()
    (tmp_path / "docs" / "standards" / "b.yml").write_text("title: 甲\n", "utf-8")
    with pytest.raises(HandbookError) as told:
        load(tmp_path / "docs")
    first, *others = told.value.problems
    assert str(first.printed(told.value.say)) == (
        "docs/rolse/a.yml: 错误：文件夹“rolse”不属于任何一种资料\n   改法：是不是“roles”？"
    )
    assert (first.line, first.column) == (0, 0)
    assert {problem.file for problem in others} == {"docs/standards/b.yml"}


@pytest.mark.parametrize(
    "written", ["08:28", "12:30", "0755", "1.10", "NO", "on", "2024-01-02", "~", "null", "1_000", "0x1F", ".inf", "="]
)
def test_types_come_from_the_schema(written: str, tmp_path: Path) -> None:
    """What YAML 1.1 would take for numbers, booleans or dates stays the text that was written."""
    handbook = loaded(tmp_path, bar=HEAD + f"sections:\n  - title: {written}\n")
    assert [role.sections[0].title for role in handbook.of(Role)] == [written]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ('"做好班前\n      准备工作"', "做好班前准备工作"),
        (">\n      做好班前\n      准备工作", "做好班前准备工作"),
        ("|\n      做好班前\n      准备工作", "做好班前准备工作"),
        ("'按FN\n      再按F3'", "按FN 再按F3"),
        ('"two\n      words"', "two words"),
    ],
)
def test_a_line_end_between_chinese_characters_is_no_space(written: str, read_as: str, tmp_path: Path) -> None:
    """Between Latin words it still is. Without quotes such a text is refused: a dash may have been forgotten."""
    handbook = loaded(tmp_path, bar=HEAD + f"sections:\n  - title: {written}\n")
    assert [role.sections[0].title for role in handbook.of(Role)] == [read_as]


def test_an_empty_key_is_as_if_not_written(tmp_path: Path) -> None:
    """Starter files leave keys open; an author need not delete them."""
    handbook = loaded(tmp_path, bar=HEAD + "subordinates:\nsummary:\n")
    assert [(role.subordinates, role.summary) for role in handbook.of(Role)] == [((), None)]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    """Windows editors write one."""
    handbook = loaded(tmp_path, bar=b"\xef\xbb\xbf" + HEAD.encode())
    assert len(handbook.records) == 1


def test_two_files_of_one_id_are_refused(tmp_path: Path) -> None:
    """bar.yml and bar.yaml would share an address."""
    roles = tmp_path / "docs" / "roles"
    roles.mkdir(parents=True)
    (roles / "bar.yml").write_text(HEAD, "utf-8")
    (roles / "bar.yaml").write_text(HEAD, "utf-8")
    with pytest.raises(HandbookError, match=r"bar\.yml: 错误：和 docs/roles/bar\.yaml 重名"):
        load(tmp_path / "docs")


def test_folders_below_a_kind_mean_nothing(tmp_path: Path) -> None:
    """A record is found by its kind and its file's name, and told to have been written where it was."""
    porter = tmp_path / "docs" / "roles" / "hotel-a" / "night" / "porter.yml"
    porter.parent.mkdir(parents=True)
    porter.write_text(HEAD, "utf-8")
    handbook = load(tmp_path / "docs")
    address = Address("roles", "porter")
    assert [*handbook.records] == [address]
    assert handbook.source(address) == "roles/hotel-a/night/porter.yml"
    assert handbook.place(address, ("title",)).file == "docs/roles/hotel-a/night/porter.yml"


def test_an_id_is_used_once_in_its_kind(tmp_path: Path) -> None:
    """Whatever folders the two files stand in, and even where one of them is faulty itself; both are named."""
    for folder, text in (("hotel-a", HEAD.replace("title", "titel")), ("hotel-b", HEAD)):
        path = tmp_path / "docs" / "roles" / folder / "porter.yml"
        path.parent.mkdir(parents=True)
        path.write_text(text, "utf-8")
    with pytest.raises(HandbookError) as caught:
        load(tmp_path / "docs")
    other = "docs/roles/hotel-a/porter.yml"
    assert [(problem.file, problem.message.code) for problem in caught.value.problems] == [
        (other, "unknown-key"),
        ("docs/roles/hotel-b/porter.yml", "file-twice"),
    ]
    assert caught.value.problems[1].message == Message("file-twice", other=other)


def test_records_stand_in_the_order_of_their_first_ids(tmp_path: Path) -> None:
    """So that neither a new name nor another folder moves one among the others."""
    handbook = loaded(tmp_path, a=HEAD, b=HEAD, z=HEAD + "renamed_from: [aa]\n")
    assert [address.record for address in handbook.records] == ["a", "z", "b"]


def test_the_authors_order_counts_before_that(tmp_path: Path) -> None:
    """As numbers, not as texts; who has no place comes after those who have."""
    handbook = loaded(tmp_path, a=HEAD, b=HEAD + "order: 10\n", c=HEAD + "order: 9\n", d=HEAD + "order: 9\n")
    assert [address.record for address in handbook.records] == ["c", "d", "b", "a"]


def test_a_line_knows_where_it_was_written() -> None:
    """Quizzes quote file and line; the line there holds the text."""
    handbook = load(ROOT / "docs")
    for line in handbook.lines.values():
        file, number, _ = handbook.written(line)
        below = (ROOT / file).read_text("utf-8").splitlines()[number - 1 :]
        assert any(line.item.text in text for text in below[:3]), (file, number, line.item.text)


def told(problem: Problem) -> bool:
    """Tell whether a problem can be told in each language."""
    return all(problem.printed(language(name).say) for name in LANGUAGES)


PRINTABLE = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cf", "Co", "Zl", "Zp")), min_size=1, max_size=30
).filter(lambda text: not UNSEEN.search(text))


@given(PRINTABLE)
def test_text_in_quotes_survives_as_it_is(text: str) -> None:
    """A double-quoted scalar comes back character for character, ends trimmed by the model alone."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    root, _, problems = read("a.yml", f'title: "{quoted}"\n'.encode(), frozenset({"title"}))
    assert not problems
    assert root is not None
    assert root.plain() == {"title": text}


@given(st.text(st.sampled_from(string.printable + "：　标题岗{}[]&*!#'\"-|>%@`"), max_size=60))
def test_no_input_ends_in_a_traceback(text: str) -> None:
    """Whatever is written, the answer is a tree or problems with a place inside the file."""
    root, decoded, problems = read("a.yml", text.encode(), frozenset({"title"}))
    lines = re.split(r"\r\n|\r|\n", decoded)
    assert root is not None or problems or not text.strip() or yaml.safe_load(text) is None
    assert all(0 <= problem.line <= len(lines) + 1 and told(problem) for problem in problems)


@given(st.binary(max_size=40))
def test_no_bytes_end_in_a_traceback(data: bytes) -> None:
    """Not even bytes that are no text."""
    root, _, problems = read("a.yml", data, frozenset())
    assert root is None or not isinstance(root.value, bytes)
    assert all(told(problem) for problem in problems)


def test_the_caret_stands_under_wide_characters() -> None:
    """A Chinese character takes two cells of a terminal."""
    assert (cells("吧台 a"), cells("e\u0301")) == (6, 1)


def test_a_faulty_file_is_not_missed_by_those_that_refer_to_it(tmp_path: Path) -> None:
    """One misspelt key is one problem, however many records refer to that file."""
    refers = HEAD + "related:\n  - roles/a#line\n  - roles/a\n"
    with pytest.raises(HandbookError) as caught:
        loaded(tmp_path, a=HEAD.replace("title", "titel"), b=refers)
    assert codes(caught.value) == ["unknown-key"]


def test_the_language_is_the_handbooks(tmp_path: Path) -> None:
    """As mkdocs.yml beside the records says."""
    (tmp_path / "mkdocs.yml").write_text("plugins:\n  - rolebook: {language: en}\n", "utf-8")
    with pytest.raises(HandbookError, match="error: the file is empty\n   hint: rolebook new roles a"):
        loaded(tmp_path, a="")
