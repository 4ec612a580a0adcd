"""The layers: which module may import what, read from the imports themselves; and how long a module may be."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

GENERATOR = ROOT / "generator"
MODULES = sorted(GENERATOR.rglob("*.py"))
CORE = sorted(path for path in (ROOT / "frontend" / "src" / "core").rglob("*.ts") if not path.name.endswith(".test.ts"))
FRONTEND = sorted(path for path in (ROOT / "frontend" / "src").rglob("*.ts"))
WRITTEN = sorted([*MODULES, *(ROOT / "tests").rglob("*.py"), *(ROOT / "bench").rglob("*.py"), *FRONTEND])
LONGEST = 250
IMPORTED = r"""(?:from|import)\s*\(?\s*["']([^"']+)["']"""
"""What a TypeScript module imports."""

OWNERS = {
    "yaml": "rolebook.load",
    "jinja2": "rolebook.render",
    "markdown": "rolebook.render",
    "nh3": "rolebook.render",
    "typst": "rolebook.typeset",
    "click": ("rolebook.cli", "rolebook.commands"),
    "rich": ("rolebook.cli", "rolebook.commands"),
    "mkdocs": ("rolebook.plugin", "rolebook.theme"),
    "rjieba": "rolebook.language",
}
"""Libraries, and the only part of the generator that may use them."""


def name_of(path: Path) -> str:
    """Return a module's dotted name."""
    top = GENERATOR if path.is_relative_to(GENERATOR) else ROOT
    return ".".join(path.relative_to(top).with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path, typed: bool = True) -> Iterator[str]:
    """Yield the dotted name of everything a module imports, anywhere in it; `typed`: for the sake of types too."""
    tree = ast.parse(path.read_text("utf-8"))
    if not typed:
        tree.body = [part for part in tree.body if not ast.unparse(part).startswith("if TYPE_CHECKING:")]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name comes from"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def inside(name: str, *places: str) -> bool:
    """Tell whether a dotted name is one of `places` or below one."""
    return any(name == place or name.startswith(f"{place}.") for place in places)


def ours(path: Path, typed: bool = True) -> list[str]:
    """Return what a module imports of ours."""
    return [name for name in imports(path, typed) if inside(name, "rolebook") and name != "rolebook"]


@pytest.fixture(params=MODULES, ids=name_of)
def module(request: pytest.FixtureRequest) -> Path:
    """Each module of the generator."""
    assert isinstance(request.param, Path)
    return request.param


def test_model_imports_only_model_language_and_errors(module: Path) -> None:
    """The handbook as data knows nothing of files, pages or sites."""
    if inside(name_of(module), "rolebook.model"):
        allowed = ("rolebook.model", "rolebook.errors", "rolebook.language")
        assert [name for name in ours(module) if not inside(name, *allowed)] == []


@pytest.mark.parametrize("room", ["rolebook.errors", "rolebook.language", "rolebook.drawing"])
def test_the_innermost_rooms_import_nothing_of_ours(module: Path, room: str) -> None:
    """So that every layer may use them."""
    if inside(name_of(module), room):
        assert [name for name in ours(module) if not inside(name, room)] == []


def test_kinds_know_views_by_name_alone(module: Path) -> None:
    """A kind's model is model; pages and sheets ask for what it gives them, so that it imports their types alone."""
    name = name_of(module)
    if not inside(name, "rolebook.kinds"):
        return
    allowed: tuple[str, ...] = ("rolebook.model", "rolebook.errors", "rolebook.language", "rolebook.kinds")
    if not name.endswith(".model"):
        allowed += ("rolebook.render", "rolebook.sheet", "rolebook.measure_label", "rolebook.drawing")
    assert [found for found in ours(module, typed=False) if not inside(found, *allowed)] == []
    contexts = ("rolebook.views.pages.context", "rolebook.views.posters.writer")
    assert [found for found in ours(module) if not inside(found, *allowed, *contexts)] == []
    if (own := name.split(".")[2:3]) and own[0] not in ("kind", "schema"):
        others = [found for found in ours(module) if inside(found, "rolebook.kinds")]
        mine = ("rolebook.kinds.kind", f"rolebook.kinds.{own[0]}")
        assert [found for found in others if not inside(found, *mine)] == [], "a kind imports no other"


def test_questions_know_nothing_of_files_and_pages(module: Path) -> None:
    """Where a line was written the handbook tells, and where it is read the view that shows the question."""
    if inside(name_of(module), "rolebook.bank"):
        inner = ("bank", "model", "kinds", "language", "errors", "measure_label")
        found = [name for name in ours(module) if not inside(name, *(f"rolebook.{room}" for room in inner))]
        assert [name for name in found if name not in ("rolebook.render", "rolebook.render.plain")] == []


def test_views_know_no_yaml_no_mkdocs_and_no_sibling(module: Path) -> None:
    """A view is a pure function of the handbook; all know what a page is and where it is found."""
    name = name_of(module)
    if not inside(name, "rolebook.views"):
        return
    forbidden = ("rolebook.build", "rolebook.load", "rolebook.plugin", "rolebook.cli", "yaml", "mkdocs")
    assert [found for found in imports(module) if inside(found, *forbidden)] == []
    view = ".".join(name.split(".")[:3])
    siblings = [found for found in ours(module) if found.startswith("rolebook.views.")]
    assert [found for found in siblings if not inside(found, view, "rolebook.views.paths", "rolebook.views.page")] == []


def test_nothing_imports_the_edges(module: Path) -> None:
    """Plugin and command line are the outermost rooms; only a command imports commands."""
    if name_of(module) not in ("rolebook.plugin", "rolebook.cli"):
        assert [name for name in ours(module) if inside(name, "rolebook.plugin", "rolebook.cli")] == []
    if not inside(name_of(module), "rolebook.cli", "rolebook.commands"):
        assert [name for name in ours(module) if inside(name, "rolebook.commands")] == []


def test_each_library_has_one_user(module: Path) -> None:
    """So that it can be replaced in one place. A library's types may be named where its objects are handed on."""
    name, typed = name_of(module), {"jinja2.Environment", "markdown.extensions.toc.slugify_unicode"}
    for found in set(imports(module)):
        library = found.partition(".")[0]
        owners = OWNERS.get(library, name)
        allowed = inside(name, *([owners] if isinstance(owners, str) else owners))
        handed_on = inside(name, "rolebook.plugin", "rolebook.theme") and any(
            inside(handed, found) or found == handed for handed in typed
        )
        assert allowed or handed_on, f"{name} imports {found}"


@pytest.mark.parametrize("path", CORE, ids=lambda path: path.name)
def test_the_front_ends_core_is_pure(path: Path) -> None:
    """No DOM, no storage, no elements: it imports nothing outside itself but libraries without a face."""
    text = _code(path)
    core = ROOT / "frontend" / "src" / "core"
    for target in re.findall(IMPORTED, text):
        if target.startswith("."):
            assert (path.parent / target).resolve().is_relative_to(core), target
        else:
            assert not re.match(r"lit\b|@lit|lit-", target), target
    used = r"\b(document|window|localStorage|sessionStorage|indexedDB|navigator|HTMLElement|customElements)\b[.(\[]"
    assert re.findall(used, text) == []


def test_no_module_of_the_front_end_imports_itself() -> None:
    """Neither at once nor by way of others, types included: of two modules in a circle neither can be read first."""
    following = {path: list(_imported(path)) for path in FRONTEND if ".test." not in path.name}
    while leaves := [path for path, targets in following.items() if not any(target in following for target in targets)]:
        for path in leaves:
            del following[path]
    assert {path.name: [target.name for target in targets] for path, targets in following.items()} == {}


def _imported(path: Path) -> Iterator[Path]:
    """Yield the modules of ours that a TypeScript module imports."""
    for target in re.findall(IMPORTED, _code(path)):
        if target.startswith("."):
            yield (path.parent / target).resolve().with_suffix(".ts")


@pytest.mark.parametrize("path", FRONTEND, ids=lambda path: path.name)
def test_one_module_uses_browser_storage(path: Path) -> None:
    """It alone knows what to do when storage is blocked; what belongs to it is named for it."""
    if not re.match(r"storage\b", path.name):
        assert re.findall(r"\b(localStorage|sessionStorage|indexedDB|navigator\??\.storage)\b", _code(path)) == []


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
