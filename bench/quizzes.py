"""How long the question bank of N roles takes to make and to judge, beside loading the same handbook.

    python bench/quizzes.py 250 1000

The roles are the real ones, varied as in bench/build.py. Prints seconds of processor time, the ratios to loading the
YAML, what `rolebook quiz lint` finds and how near guessing comes.
"""

from __future__ import annotations

import argparse
import gc
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from build import write  # bench/build.py

from rolebook.bank import bank, lint
from rolebook.language.strings import Strings
from rolebook.load import load

T = TypeVar("T")
MOST = 20
"""How many findings are printed at most."""


def timed(work: Callable[[], T]) -> tuple[T, float]:
    """Return what `work` returns and the seconds of processor time it took."""
    gc.disable()  # as the build does: all that is made lives to the end
    start = time.process_time()
    return work(), time.process_time() - start


def measure(count: int) -> None:
    """Measure a handbook of so many roles and print."""
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), count)
        handbook, loading = timed(lambda: load(Path(name) / "ours" / "docs"))
    made, making = timed(lambda: bank.make(handbook, Strings()))
    text, writing = timed(lambda: made.json(str))
    found, judging = timed(lambda: lint.lint(made, handbook, Strings()))
    counts = f"{len(handbook.lines)} lines, {len(made.questions)} questions, {len(text) / 1e6:.1f} MB"
    print(f"{count} roles, {counts}")
    for what, seconds in (("load", loading), ("make", making), ("write", writing), ("lint", judging)):
        print(
            f"{what:6} {seconds:7.2f} s  {seconds / loading:5.2f} of loading  {seconds / count * 1000:6.2f} ms a role"
        )
    print(f"{len(found)} findings")
    for problem in found[:MOST]:
        print(" ", problem.printed(handbook.language.say))
    odds = max(
        lint.strategies(made, handbook.language),
        key=lambda odds: (odds.hits - odds.expected) / (odds.bound - odds.expected),
    )
    told = f"finds {odds.hits:.1f} of {odds.questions} {odds.kind} keys; chance {odds.expected:.1f}, bound {odds.bound}"
    print(f"closest to its bound: '{odds.strategy}' {told}")


def main() -> None:
    """Measure each size that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", type=int, nargs="*", default=[1000], help="how many roles; several show how it grows")
    for count in parser.parse_args().counts:
        measure(count)


if __name__ == "__main__":
    main()
