"""Handbooks with a fault, each in one file of tests/cases/faults: what stands where, and what `rolebook check` says.

`--- PATH` begins a file of the handbook, `--- zh` and `--- en` what is told in each language; `<revision>` stands for
four lines that every record has, LANG for the language that is told. `python -m tests.faults` writes what is told now
into the cases, to be read over.
"""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner

from rolebook.cli import main
from rolebook.language.strings import WRITTEN
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases" / "faults"
REVISION = "revision:\n  number: 1\n  effective: 2026-01-02\n  owner: 人事部"
_PART = re.compile(r"^--- (.+)\n", re.M)


def cases(kind: str) -> list[Path]:
    """Return the cases of one kind of fault."""
    return sorted((CASES / kind).glob("*.txt"))


def parts(case: Path) -> dict[str, str]:
    """Return the parts of a case by name."""
    _, *found = _PART.split(case.read_text("utf-8"))
    return dict(zip(found[::2], found[1::2], strict=True))


def told(case: Path, language: str, folder: Path) -> str:
    """Return what a check of the handbook of a case says, in one language."""
    for name, text in parts(case).items():
        if name not in WRITTEN:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("<revision>", REVISION).replace("LANG", language), "utf-8")
    config = folder / "mkdocs.yml"
    if not config.exists():
        config.write_text(
            f"site_name: H\ntheme: {{name: material}}\nplugins:\n  - rolebook: {{language: {language}}}\n", "utf-8"
        )
    result = CliRunner().invoke(main, ["check", "--docs", str(folder / "docs")])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
    return result.output


def rewrite() -> None:
    """Write what is told now into every case."""
    import tempfile

    for case in sorted(CASES.glob("*/*.txt")):
        written = {name: text for name, text in parts(case).items() if name not in WRITTEN}
        for language in WRITTEN:
            with tempfile.TemporaryDirectory() as folder:
                written[language] = told(case, language, Path(folder))
        case.write_text("".join(f"--- {name}\n{text}" for name, text in written.items()), "utf-8")


if __name__ == "__main__":
    rewrite()
