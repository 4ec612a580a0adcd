"""Starter files for authors: one record of a kind, or a whole handbook that builds at once, small or an example."""

from __future__ import annotations

import json
import re
from pathlib import Path

from rolebook.kinds.schema import FILES, json_schema
from rolebook.language import DEFAULT
from rolebook.language.derived import rewriting
from rolebook.language.starters import starters
from rolebook.language.strings import LANGUAGES
from rolebook.language.tables import table
from rolebook.model.address import ID
from rolebook.site import site_id_of

_HANDBOOK = "handbook/"
"""Where the small handbook stands among the starters of a language."""
_BLANK = re.compile(r"- rolebook:\n|SITE_ID|COMPANY|SCRIPTS")
"""What is filled in there."""


def new(docs: Path, kind: str, record_id: str, language: str = DEFAULT, *, force: bool = False) -> Path:
    """Write docs/KIND/ID.yml with every key explained in `language`, and return its path.

    Raises ValueError where the id cannot be a file name or an address, FileExistsError where the file is there, in
    whatever folder of its kind; with `force` it is written anew where it is.
    """
    if not re.fullmatch(ID, record_id):
        raise ValueError(f"'{record_id}' cannot be an id: use letters, digits and hyphens")
    path = docs / kind / f"{record_id}.yml"
    path = next(iter(sorted((docs / kind).glob(f"**/{path.name}"))), path)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists() and not force:
        raise FileExistsError(17, "exists", str(path))
    path.write_text(starters(language)[f"{kind}.yml"], "utf-8")
    return path


def examples() -> dict[str, Path]:
    """Return the folders of the example handbooks by name: in an installed package beside this module, else on top."""
    here = Path(__file__).parent
    for top in (here, here.parents[1]):
        if found := sorted((top / "examples").glob("*/mkdocs.yml")):
            return {config.parent.name: config.parent for config in found}
    return {}


def init(folder: Path, company: str = "", language: str = DEFAULT, example: str = "") -> list[Path]:
    """Write a handbook into `folder`, which must be new or empty; return what was written.

    It is an example of that name as it stands, or one record of each kind in `language`, for `company` (default: the
    one the language has for that).
    Raises FileExistsError where the folder is not empty, KeyError where there is no such example.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(17, "not empty", str(folder))
    written = []
    for name, content in (_example(examples()[example]) if example else _small(company, language)).items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
        written.append(target)
    return written + write_schemas(folder)


def _example(top: Path) -> dict[str, bytes]:
    """Return the files of an example by name; one that was built where it stands has a site beside them."""
    found = (top / "mkdocs.yml", *sorted((top / "docs").rglob("*")))
    return {path.relative_to(top).as_posix(): path.read_bytes() for path in found if path.is_file()}


def _small(company: str, language: str) -> dict[str, bytes]:
    """Return the files of the small handbook of a language by name."""
    name = company or table(language, "starter")["company"]
    filled = {
        "- rolebook:\n": "- rolebook:\n" if language == DEFAULT else f"- rolebook:\n      language: {language}\n",
        "SITE_ID": site_id_of(name),
        "COMPANY": json.dumps(name, ensure_ascii=False),
        "SCRIPTS": ", ".join(other for other in LANGUAGES if rewriting(language, other)),
    }
    return {
        path.removeprefix(_HANDBOOK): _BLANK.sub(lambda blank: filled[blank[0]], text).encode()
        for path, text in starters(language).items()
        if path.startswith(_HANDBOOK)
    }


def write_schemas(folder: Path) -> list[Path]:
    """Write the JSON Schema of each sort of file to FOLDER/.rolebook/SORT.json and return the paths."""
    target = folder / ".rolebook"
    target.mkdir(exist_ok=True)
    paths = []
    for sort, model in FILES.items():
        path = target / f"{sort}.json"
        path.write_text(json.dumps(json_schema(model), ensure_ascii=False, indent=1) + "\n", "utf-8")
        paths.append(path)
    return paths
