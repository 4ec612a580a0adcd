"""The layers: which module may import what, read from the imports themselves; and how long a module may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

MODULES = sorted((ROOT / "generator").rglob("*.py"))
CORE = sorted(path for path in (ROOT / "frontend" / "src" / "core").rglob("*.ts") if not path.name.endswith(".test.ts"))
FRONTEND = sorted(path for path in (ROOT / "frontend" / "src").rglob("*.ts"))
WRITTEN = sorted([*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py"), *FRONTEND])
LONGEST = 250

OWNERS = {
    "yaml": "generator.load",
    "jinja2": "generator.render",
    "markdown": "generator.render",
    "nh3": "generator.render",
    "typst": "generator.typeset",
    "click": ("generator.cli", "generator.commands"),
    "rich": ("generator.cli", "generator.commands"),
    "mkdocs": ("generator.plugin", "generator.theme"),
}
"""Libraries, and the only part of the generator that may use them."""


def name_of(path: Path) -> str:
    """Return a module's dotted name."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of everything a module imports, anywhere in it."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name comes from"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str, *places: str) -> bool:
    """Tell whether a dotted name is one of `places` or below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def ours(path: Path) -> list[str]:
    """Return what a module imports of the generator."""
    return [name for name in imports(path) if inside(name, "generator") and name != "generator"]


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    """Each module of the generator."""
    assert isinstance(request.param, Path)
    return request.param


def test_model_imports_only_model_and_errors(module: Path) -> None:
    """The handbook as data knows nothing of files, pages or sites."""
    if inside(name_of(module), "generator.model"):
        assert [name for name in ours(module) if not inside(name, "generator.model", "generator.errors")] == []


def test_errors_imports_nothing_of_ours(module: Path) -> None:
    """So that every layer may use it."""
    if name_of(module) == "generator.errors":
        assert ours(module) == []


def test_views_know_no_yaml_no_mkdocs_and_no_sibling_but_paths(module: Path) -> None:
    """A view is a pure function of the handbook."""
    name = name_of(module)
    if not inside(name, "generator.views"):
        return
    forbidden = ("generator.build", "generator.load", "generator.plugin", "generator.cli", "yaml", "mkdocs")
    assert [found for found in imports(module) if inside(found, *forbidden)] == []
    view = ".".join(name.split(".")[:3])
    siblings = [found for found in ours(module) if found.startswith("generator.views.")]
    assert [found for found in siblings if not inside(found, view, "generator.views.paths")] == []


def test_nothing_imports_the_edges(module: Path) -> None:
    """Plugin and command line are the outermost rooms; only a command imports commands."""
    if name_of(module) not in ("generator.plugin", "generator.cli"):
        assert [name for name in ours(module) if inside(name, "generator.plugin", "generator.cli")] == []
    if not inside(name_of(module), "generator.cli", "generator.commands"):
        assert [name for name in ours(module) if inside(name, "generator.commands")] == []


def test_each_library_has_one_user(module: Path) -> None:
    """So that it can be replaced in one place. A library's types may be named where its objects are handed on."""
    name, typed = name_of(module), {"jinja2.Environment", "markdown.extensions.toc.slugify_unicode"}
    for found in set(imports(module)):
        library = found.partition(".")[0]
        owners = OWNERS.get(library, name)
        allowed = inside(name, *([owners] if isinstance(owners, str) else owners))
        handed_on = inside(name, "generator.plugin", "generator.theme") and any(
            inside(handed, found) or found == handed for handed in typed
        )
        assert allowed or handed_on, f"{name} imports {found}"


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_front_ends_core_is_pure(path: Path) -> None:
    """No DOM, no storage, no elements: it imports nothing outside itself but libraries without a face."""
    text = _code(path)
    core = ROOT / "frontend" / "src" / "core"
    for target in re.findall(r"""(?:from|import)\s*\(?\s*["']([^"']+)["']""", text):
        if target.startswith("."):
            assert (path.parent / target).resolve().is_relative_to(core), target
        else:
            assert not re.match(r"lit\b|@lit|lit-", target), target
    used = r"\b(document|window|localStorage|sessionStorage|indexedDB|navigator|HTMLElement|customElements)\b[.(\[]"
    assert re.findall(used, text) == []


@pytest.mark.parametrize("path", FRONTEND, ids=lambda path: path.name)
def test_one_module_uses_browser_storage(path: Path) -> None:
    """It alone knows what to do when storage is blocked."""
    if not path.name.startswith("storage."):
        assert re.findall(r"\b(localStorage|sessionStorage|indexedDB)\b", _code(path)) == []


def _code(path: Path) -> str:
    """Return a TypeScript module without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.S)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_short_or_says_why_not(path: Path) -> None:
    """Over 250 lines its docstring, or its head comment, gives the reason."""
    text = path.read_text("utf-8")
    if len(text.splitlines()) <= LONGEST:
        return
    head = ast.get_docstring(ast.parse(text)) if path.suffix == ".py" else "\n".join(text.splitlines()[:15])
    assert re.search(r"\b(because|reason)\b", head or ""), f"{len(text.splitlines())} lines and no reason"


@pytest.mark.parametrize("path", [*MODULES, *FRONTEND], ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_are_named_for_what_they_are(path: Path) -> None:
    """A drawer for odds and ends grows without end."""
    assert path.stem not in ("utils", "util", "helpers", "helper", "misc", "common", "manager")
