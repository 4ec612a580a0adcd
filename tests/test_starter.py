"""Starter files: the manual of every kind, kept true by the models themselves, and a handbook that builds at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from mkdocs.config import load_config

from rolebook import starter
from rolebook.errors import cells
from rolebook.kinds import KINDS
from rolebook.kinds.schema import json_schema
from rolebook.language.derived import derived
from rolebook.language.starters import starters
from rolebook.language.strings import LANGUAGES
from rolebook.load import load
from rolebook.load.files import DEFAULTS
from rolebook.load.node import Node
from rolebook.load.settings import settings
from rolebook.load.syntax import read
from rolebook.model.defaults import Defaults, Paper
from rolebook.site import site_id_of
from rolebook.theme.options import RolebookConfig
from tests.conftest import mkdocs_build

FILES_OF_DOCS = (*KINDS, DEFAULTS)
EACH = [pytest.param(code, kind, id=f"{code}-{kind}") for code in LANGUAGES for kind in KINDS]
_OFF = re.compile(r"( *)#(?=\S)")
_OFF_LINES = re.compile(r"^( *)#(?=\S|  )", re.M)
"""A line that is switched off has no space after its #; what belongs to it has two or more."""

WIDE = 104
"""The most cells of a line; a Chinese character takes two."""

Key = tuple[str, str]
"""A model and one of its keys: ("Measure", "unit")."""


def switched_on(text: str) -> Iterator[tuple[str, str]]:
    """Yield every line that is switched off, and the file with that line, and what belongs to it, switched on."""
    lines = text.splitlines()
    for start, line in enumerate(lines):
        if match := _OFF.match(line):
            blank, end = match[1], start + 1
            while end < len(lines) and lines[end].startswith(f"{blank}#  "):
                end += 1
            on = [blank + belongs[len(blank) + 1 :] for belongs in lines[start:end]]
            yield line.strip(), "\n".join((*lines[:start], *on, *lines[end:])) + "\n"


def models(kind: str) -> dict[str, dict[str, Any]]:
    """Return the schema of a kind and of every model inside it, by name."""
    schema = json_schema(KINDS[kind].model)
    return {str(schema["title"]): schema, **schema.get("$defs", {})}


def keys(known: dict[str, dict[str, Any]], schema: dict[str, Any], node: Node) -> Iterator[tuple[Key, int]]:
    """Yield every key of a part of a record, with the line (from 0) it stands in."""
    if "$ref" in schema:
        schema = known[schema["$ref"].rpartition("/")[2]]
    for choice in schema.get("anyOf", ()):
        yield from keys(known, choice, node)
    if isinstance(node.value, list):
        for child in node.value:
            yield from keys(known, schema.get("items", {}), child)
    elif isinstance(node.value, dict):
        for name, child in node.value.items():
            inside = schema.get("properties", {}).get(name)
            if inside is not None:
                yield (str(schema["title"]), name), node.keys[name][0]
            yield from keys(known, inside or schema.get("additionalProperties") or {}, child)


@pytest.mark.parametrize(("code", "kind"), EACH)
def test_every_key_is_explained(code: str, kind: str) -> None:
    """By a comment in the line above it, or, where another stands in its place, by name: "at least 3 is at_least: 3".

    So a key that the models gain is missing here until every language explains it.
    """
    text = _OFF_LINES.sub(r"\1", starters(code)[f"{kind}.yml"])
    lines, known = text.splitlines(), models(kind)
    root, _, problems = read(f"{kind}.yml", text.encode(), frozenset())
    assert root is not None and problems == []
    explained = {
        key
        for key, line in keys(known, json_schema(KINDS[kind].model), root)
        if re.match(r"\s*# ", lines[line - 1]) and line > 1  # the first line is for editors
    }
    named = set(re.findall(r"\b([a-z_]+): ", "\n".join(line for line in lines if re.match(r"\s*# ", line))))
    wanted = {(name, key) for name, model in known.items() for key in model.get("properties", {})}
    assert {key for key in wanted - explained if key[1] not in named} == set()


@pytest.mark.parametrize(("code", "kind"), EACH)
def test_every_choice_is_named(code: str, kind: str) -> None:
    """Where a key takes one of a few words, the starter has them all."""
    text = starters(code)[f"{kind}.yml"]
    words = {
        word
        for model in models(kind).values()
        for field in model.get("properties", {}).values()
        for word in field.get("enum", ())
    }
    assert {word for word in words if not re.search(rf"(?<![a-z_]){word}(?![a-z_])", text)} == set()


@pytest.mark.parametrize(("code", "kind"), EACH)
def test_what_is_switched_off_can_be_switched_on(code: str, kind: str, tmp_path: Path) -> None:
    """One thing at a time, by deleting its # and nothing else: the handbook stays without a fault.

    What the examples refer to is in the small handbook of that language. The record is in its second issue, as
    `history` says it has to be.
    """
    starter.init(tmp_path / "book", "甲", code)
    docs = tmp_path / "book" / "docs"
    path = starter.new(docs, kind, "first", code)
    text = path.read_text("utf-8").replace("  number: 1\n", "  number: 2\n", 1)
    assert load(docs).records
    tried = 0
    for tried, (line, changed) in enumerate(switched_on(text), 1):  # noqa: B007  # counted
        path.write_text(changed, "utf-8")
        assert load(docs).records, line
    assert tried > 5


@pytest.mark.parametrize("code", LANGUAGES)
def test_all_can_be_switched_on_at_once(code: str, tmp_path: Path) -> None:
    """In every kind at the same time: no two examples are in each other's way."""
    starter.init(tmp_path / "book", "甲", code)
    docs = tmp_path / "book" / "docs"
    for kind in KINDS:
        path = starter.new(docs, kind, "first", code)
        text = path.read_text("utf-8").replace("  number: 1\n", "  number: 2\n", 1)
        path.write_text(_OFF_LINES.sub(r"\1", text), "utf-8")
    assert load(docs).records


@pytest.mark.parametrize(("code", "kind"), EACH)
def test_a_comment_has_a_line_of_its_own(code: str, kind: str) -> None:
    """And is told from what is switched off by the space after its #, so that one rule says which # to delete.

    It does not begin as a key does: who deletes the # of "# paper: a4" is left with a line one space out of place. And
    a plain text editor shows it whole.
    """
    for line in starters(code)[f"{kind}.yml"].splitlines():
        explains = re.match(r" *(#  +)?# (?![a-z_]+: )\S", line)
        assert cells(line) <= WIDE, line
        assert explains or not re.search(r"\S\s+#", line), line
        assert explains or not re.match(r" *#", line) or re.match(r" *#(  +)?[a-z\w-]", line), line


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_is_complete(code: str) -> None:
    """A starter for every kind; in its handbook a record of each and what holds for all; found as a package's files."""
    names = set(starters(code))
    assert {f"{kind}.yml" for kind in KINDS} | {"handbook/mkdocs.yml"} <= names
    assert sorted(name.split("/")[2] for name in names if name.startswith("handbook/docs/")) == sorted(FILES_OF_DOCS)
    folder = resources.files("rolebook.language") / (made.source if (made := derived(code)) else code) / "starter"
    assert all((folder / name).is_file() for name in names)


def test_english_starters_are_english() -> None:
    """No Chinese character or mark is left in them."""
    assert [name for name, text in starters("en").items() if re.search(r"[\u3000-\u9fff\uff00-\uffef]", text)] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_init_writes_language_and_site_id(code: str, tmp_path: Path) -> None:
    """Into mkdocs.yml, where commands and the build read it; the name of a company makes one id and no other."""
    found = set()
    for n, company in enumerate(("甲", "甲", "Hotel SITE_ID COMPANY")):
        starter.init(tmp_path / str(n), company, code)
        written = settings(tmp_path / str(n) / "docs")
        assert (written.site_name, written.language) == (company, code)
        found.add(written.site_id)
    assert found == {site_id_of("甲"), site_id_of("Hotel SITE_ID COMPANY")}


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_holds_for_all_is_explained(code: str, tmp_path: Path) -> None:
    """Every key of docs/handbook.yml, with all its choices; all of them can be switched on."""
    text = starters(code)[f"handbook/docs/{DEFAULTS}"]
    assert {name for name in Defaults.model_fields if not re.search(rf"# .*\n#?{name}: ", text)} == set()
    assert [paper for paper in get_args(Paper) if not re.search(rf"\b{paper}\b", text)] == []
    starter.init(tmp_path / "book", "甲", code)
    path = tmp_path / "book" / "docs" / DEFAULTS
    path.write_text(_OFF_LINES.sub(r"\1", path.read_text("utf-8")), "utf-8")
    handbook = load(tmp_path / "book" / "docs")
    assert handbook.defaults.company == "甲"
    assert {record.revision.owner for record in handbook.records.values()} == {handbook.defaults.owner}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_option_is_explained(code: str) -> None:
    """What mkdocs.yml may say of the plugin."""
    text = starters(code)["handbook/mkdocs.yml"]
    options = {name for name, _ in RolebookConfig._schema} - {"language"}
    assert {name for name in options if not re.search(rf"# .*\n *#? *{name}: ", text)} == set()


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_options_can_be_switched_on(code: str, tmp_path: Path) -> None:
    """All at once, by deleting their #."""
    starter.init(tmp_path / "book", "甲", code)
    path = tmp_path / "book" / "mkdocs.yml"
    path.write_text(_OFF_LINES.sub(r"\1", path.read_text("utf-8")), "utf-8")
    config = load_config(str(path))
    options = cast(RolebookConfig, config.plugins["rolebook"].config)
    assert (options.language, options.quizzes, options.posters, options.quiz_lint) == (code, False, False, "warning")
    assert config.site_url


@pytest.mark.whole
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_small_handbook_builds(code: str, tmp_path: Path) -> None:
    """With plain mkdocs, in its language, a starter of each kind beside it untouched, and its questions are fair."""
    starter.init(tmp_path / "book", "甲 & 乙", code)
    for kind in KINDS:
        starter.new(tmp_path / "book" / "docs", kind, "first", code)
    done = mkdocs_build(tmp_path / "book", tmp_path / "site")
    assert (done.returncode, done.stderr) == (0, "")
    assert f'<html lang="{code}"' in (tmp_path / "site" / "index.html").read_text("utf-8")
