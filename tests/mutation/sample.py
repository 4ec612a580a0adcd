"""A sample of the faults mutmut can put into the program, and how many of them the tests notice: `make mutate`.

mutmut makes the faults; which tests are asked is told here, by where they stand. mutmut would ask those that came
through the function once, and so would miss all that found their answer in a cache or a shared fixture.

A fault is drawn by a hash of its name: what is changed in one function leaves the sample of all others as it is.
Methods below a decorator are left alone by mutmut, as what decorates them has already read them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

ROOT = Path(__file__).parents[2]
WORK = ROOT / ".mutation"
NEEDED = ("docs", "examples", "tests", "mkdocs.yml", "pyproject.toml")
ROOMS = {
    "model": ["model/test_*.py", "test_faults.py", "views/test_as_written.py"],
    "kinds": ["kinds/test_*.py", "model/test_*.py", "test_faults.py", "views/test_p*.py"],
    "load": ["load/test_*.py", "test_faults.py"],
    "bank.lint": ["bank/test_lint*.py"],
    "views.posters": ["views/test_posters*.py"],
    "publish": ["publish/test_*.py"],
}
"""Rooms of the generator and the tests that mirror them; [tool.mutmut] in pyproject.toml lists the same rooms."""
SEED = "rolebook"
SIZE = int(os.environ.get("FAULTS", "300"))
FLOOR = 85
"""Of a hundred, how many are to be noticed."""
PATIENCE = 10
"""A fault that makes the tests take so many times as long is noticed: they would not end."""


def laid_out() -> None:
    """Copy what the tests need to where mutmut looks for it: the program under src/."""
    shutil.rmtree(WORK, ignore_errors=True)
    shutil.copytree(ROOT / "generator", WORK / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, WORK / name)


def drawn(names: list[str]) -> list[str]:
    """Return the sample, the same for the same names."""
    return sorted(names, key=lambda name: hashlib.sha256(f"{SEED} {name}".encode()).digest())[:SIZE]


def room_of(fault: str) -> str:
    """Return the room a fault lies in, by its name: rolebook.model.address.x_f__mutmut_1."""
    return next(room for room in ROOMS if fault.startswith(f"rolebook.{room}."))


def asked(room: str, *names: str) -> list[str]:
    """Return the files of a room's tests, those that bear one of these names of modules first."""
    files = sorted(file for pattern in ROOMS[room] for file in (WORK / "tests").glob(pattern))
    return [str(file) for file in sorted(files, key=lambda file: not any(name in file.stem for name in names))]


@contextmanager
def with_fault(fault: str) -> Iterator[Path]:
    """Yield a folder with the program, the one module that has the fault as mutmut wrote it: it is slow to run so."""
    module = Path(*fault.split(".")[:-1])
    file = module.with_suffix(".py") if (WORK / "src" / module).with_suffix(".py").exists() else module / "__init__.py"
    with TemporaryDirectory(dir=WORK) as folder:
        shutil.copytree(WORK / "src", folder, copy_function=os.link, dirs_exist_ok=True)
        (Path(folder) / file).unlink()
        shutil.copy2(WORK / "mutants" / "src" / file, Path(folder) / file)
        yield Path(folder)


def passes(program: Path, files: list[str], fault: str = "", patience: float | None = None) -> bool:
    """Tell whether tests of a program pass, with a fault in it ("" for none)."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-m", "not whole", "-p", "no:cacheprovider", *files]
    env = os.environ | {"MUTANT_UNDER_TEST": fault, "PYTHONPATH": os.pathsep.join([str(program), str(WORK)])}
    try:
        done = subprocess.run(command, cwd=WORK, env=env, capture_output=True, timeout=patience, check=False)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def overlooked(faults: list[str]) -> list[str]:
    """Return the faults that all tests of their room pass by."""
    patience = {}
    for room in ROOMS:
        start = monotonic()
        if not passes(WORK / "src", asked(room)):
            sys.exit(f"tests of {room} fail without a fault")
        patience[room] = PATIENCE * (monotonic() - start)

    def survives(fault: str) -> bool:
        room = room_of(fault)
        with with_fault(fault) as program:
            alive = passes(program, asked(room, *fault.split(".")[2:-1]), fault, patience[room])
        print("?" if alive else ".", end="", flush=True)
        return alive

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return [fault for fault, alive in zip(faults, pool.map(survives, faults), strict=True) if alive]


def main() -> None:
    """Put the faults in, run the tests, and show what they overlooked; exit with 1 where that is too much."""
    laid_out()
    os.chdir(WORK)  # mutmut reads its settings when it is first asked for them
    from mutmut.__main__ import collect_source_file_mutation_data, create_mutants
    from mutmut.mutation.diff_apply import get_diff_for_mutant
    from mutmut.utils.file_utils import copy_src_dir

    copy_src_dir()
    with redirect_stdout(None):  # it names every file
        create_mutants(os.cpu_count() or 1)
    path = {name: file.path for file, name, _ in collect_source_file_mutation_data(mutant_names=())[0]}
    faults = drawn([*path])
    alive = overlooked(faults)
    for name in sorted(alive):
        print(f"\noverlooked: {name}\n{get_diff_for_mutant(name, path=path[name])}")
    share = 100 - 100 * len(alive) / len(faults)
    for room in ROOMS:
        there, missed = (sum(room_of(name) == room for name in names) for names in (faults, alive))
        print(f"{room}: {there - missed} of {there}")
    print(f"{len(faults) - len(alive)} of {len(faults)} faults noticed: {share:.1f} %, wanted: {FLOOR} %")
    sys.exit(share < FLOOR)


if __name__ == "__main__":
    main()
