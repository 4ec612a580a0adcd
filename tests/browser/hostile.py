"""A handbook in which every text an author can write is an attack as well, and its site in two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from rolebook import starter
from rolebook.errors import HandbookError
from rolebook.kinds import KINDS
from rolebook.load import load
from tests.conftest import mkdocs_build

RUN = "hit=1,alert(1)"
ATTACKS = (
    f"<script>{RUN}</script>",
    f"<img src=x onerror={RUN}>",
    f'"><svg onload={RUN}>',
    f"'><iframe src=javascript:{RUN}>",
    f"</script><script>{RUN}</script>",
    f"</title></textarea></style><img src=x onerror={RUN}>",
    f"<a href=javascript:{RUN} autofocus onfocus={RUN}>x</a>",
    f"&lt;img src=x onerror={RUN}&gt;",
    f"\\x3cimg src=x onerror={RUN}\\x3e",
    "<link rel=stylesheet href=//evil.example/a.css><base href=//evil.example/>",
    f"<math><mtext><mglyph><style></math><img src=x onerror={RUN}>",
    "<!-- <meta http-equiv=refresh content=0;url=//evil.example>",
)
LINKED = (f"[x](javascript:{RUN})", f"**<img src=x onerror={RUN}>**", f"`<img src=x onerror={RUN}>`")
FILLED = (f"{{{{ x }}}}${{{RUN}}}{{% raw %}}",)
"""What a template of some engine would fill in; in a script's words { } are placeholders."""
TRIED = (" ".join((*ATTACKS, *LINKED, *FILLED)), " ".join((*ATTACKS, *LINKED)), " ".join(ATTACKS), ATTACKS[1])
"""Each text gets the first of these that it may have behind its own."""
PAGE = """---
title: 'a {attack}'
description: '{attack}'
author: '{attack}'
subtitle: '{attack}'
tags: ['{attack}']
---

# {text}

Text {text}

| {text} | b |
|--------|--:|
| {text} | 1 |
"""
SETTINGS = """site_name: '{attack}'
site_description: '{attack}'
site_author: '{attack}'
site_url: https://example.org/book/
repo_url: https://example.org/repository
repo_name: '{attack}'
edit_uri: edit/docs/
copyright: 某公司
theme: {{name: material}}
plugins:
  - rolebook: {{posters: false, quiz_lint: ignore, site_id: hostile, variants: [zh-Hant]}}
"""
_OFF = re.compile(r"^( *)#(?=\S|  )", re.M)


def made(folder: Path) -> tuple[Path, dict[str, int]]:
    """Write the handbook into `folder` and build it; return the site, and how many texts hold attacks by file."""
    starter.init(folder, "某公司", "zh")
    docs = folder / "docs"
    for kind in KINDS:
        path = starter.new(docs, kind, "first", "zh")
        text = path.read_text("utf-8").replace("  number: 1\n", "  number: 2\n", 1)
        path.write_text(_OFF.sub(r"\1", text), "utf-8")
    (docs / "synonyms.yml").write_text("- 顾客 = 客人\n", "utf-8")
    written = [*sorted(docs.rglob("first.yml")), docs / "handbook.yml", docs / "synonyms.yml"]
    counted = {path.relative_to(docs).as_posix(): attacked(docs, path) for path in written}
    attack = " ".join(ATTACKS).replace("'", "''")
    text = "".join(f"\\{c}" if c in "<>&[]()*_`#\\|" else c for c in " ".join((*ATTACKS, *FILLED)))
    for name in ("own", f"<img src=x onerror={RUN}>", "sub/'\"><svg onload=hit=1>"):
        (docs / f"{name}.md").parent.mkdir(exist_ok=True)
        (docs / f"{name}.md").write_text(PAGE.format(attack=attack, text=text) if name == "own" else "x\n", "utf-8")
    (folder / "mkdocs.yml").write_text(SETTINGS.format(attack=attack), "utf-8")
    site = folder / "built" / "book"  # as its address says
    done = mkdocs_build(folder, site)
    assert done.returncode == 0, done.stderr[:4000]
    return site, counted


def attacked(docs: Path, path: Path) -> int:
    """Put an attack behind each text of a file that may have one; return how many may."""
    tree = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    count = 0
    for holder, key in list(texts(tree)):
        own = holder[key]
        holder[key] = f"{own} {TRIED[-1]}"  # what may not have this may have none
        if not valid(docs, path, tree):
            holder[key] = own
            continue
        count += 1
        for attack in TRIED:
            holder[key] = f"{own} {attack}"
            if valid(docs, path, tree):
                break
    write(path, tree)
    return count


def texts(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Yield where each text of a tree stands: what holds it, and its key there."""
    for key in tree if isinstance(tree, dict) else range(len(tree)):
        if isinstance(tree[key], str):
            yield tree, key
        else:
            yield from texts(tree[key])


def valid(docs: Path, path: Path, tree: Any) -> bool:
    """Write a file; tell whether the handbook may have it."""
    write(path, tree)
    try:
        load(docs, language="zh")
    except HandbookError:
        return False
    return True


def write(path: Path, tree: Any) -> None:
    """Write a file, each text in one line."""
    text = yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10**6, sort_keys=False)
    path.write_text(text, "utf-8")
