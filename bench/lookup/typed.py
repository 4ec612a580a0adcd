"""How soon the line that is meant comes first while a query is typed, over any handbook.

    python bench/lookup/typed.py [--docs docs] [--queries /path/to/queries.json …] [--missed]

Each query has `want` (addresses of lines that answer it) or `expect` (pieces of such lines). Prints

- the share of queries whose first line (first five lines) is meant once all is typed,
- the share where it is first with some beginning of half of the characters, as they are typed (of an odd number,
  rounded up; then rounded down),
- for those beginnings, two bounds: how many of them have a line that is meant among all they find, so that some order
  could put it first, and how many would have it first if chance chose among the lines that fit in the same way,
- how often what is said of the result (lines fit, are alike, have a part of it, or nothing) turns back while one types:
  said, taken back, said again.

With `--missed` it tells the queries that miss the first and the second.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from run import HERE, ROOT, node, nodes

from rolebook.language.export import browser_tables
from rolebook.language.strings import Strings
from rolebook.load import load
from rolebook.site import Site
from rolebook.views import lookup

Answers = list[list[dict[str, Any]]]


def main() -> None:
    """Look up and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--docs", type=Path, default=ROOT / "docs")
    parser.add_argument("--queries", type=Path, nargs="+", default=[HERE / "queries.json"])
    parser.add_argument("--missed", action="store_true", help="tell which queries miss")
    options = parser.parse_args()
    for path in options.queries:
        queries = json.loads(path.read_text("utf-8"))
        answers = looked_up(options.docs, queries)
        print(f"{path.name}: {len(queries)} queries")
        report(answers)
        if options.missed:
            tell_missed(queries, answers)


def looked_up(docs: Path, queries: Sequence[dict[str, Any]]) -> Answers:
    """Return what each beginning of each query finds in the handbook under `docs`."""
    handbook = load(docs)
    site = Site(strings=Strings(handbook.language.code))
    ((_, script),) = lookup.index(handbook, site, ())
    wire = json.loads(script.decode().partition("=")[2].rstrip().removesuffix(";"))
    request = {"queries": queries, "wire": wire, "language": browser_tables(site.strings.language)}
    with tempfile.TemporaryDirectory() as name:
        bundled, asked = Path(name) / "typed.cjs", Path(name) / "request.json"
        asked.write_text(json.dumps(request), "utf-8")
        nodes()
        node("bundle.js", str(bundled), "typed.ts")
        found: Answers = json.loads(node(str(bundled), str(asked), output=subprocess.PIPE))
    return found


def half(answers: list[dict[str, Any]], up: int = 1) -> list[dict[str, Any]]:
    """Return the answers to the beginnings of half of the characters, of an odd number rounded up, or with 0 down."""
    return answers[: (len(answers) + up) // 2]


def report(found: Answers) -> None:
    """Print the figures."""
    first, five = ([0 < answers[-1]["rank"] <= top for answers in found] for top in (1, 5))
    soon, sooner = ([any(one["rank"] == 1 for one in half(answers, up)) for answers in found] for up in (1, 0))
    among = [any(one["rank"] for one in half(answers)) for answers in found]
    chance = [max((one["share"] for one in half(answers)), default=0) for answers in found]
    turns = [turned(answers) for answers in found]
    print(f"  success@1 {statistics.mean(first):.3f}  @5 {statistics.mean(five):.3f}")
    print(f"  first by half of the characters {statistics.mean(soon):.3f}, rounded down {statistics.mean(sooner):.3f}")
    print(f"    found at all by then {statistics.mean(among):.3f}, first by chance {statistics.mean(chance):.3f}")
    print(f"  turns of what is said: {sum(turns)} in {sum(turn > 0 for turn in turns)} queries", flush=True)


def turned(answers: Sequence[dict[str, Any]]) -> int:
    """Return how often something is said again that was taken back."""
    said: list[str] = []
    for one in answers:
        if not said or one["group"] != said[-1]:
            said.append(one["group"])
    return len(said) - len(set(said))


def tell_missed(queries: Sequence[dict[str, Any]], found: Answers) -> None:
    """Print the queries whose line is not first, with what is, and those where it is not by half."""
    for query, answers in zip(queries, found, strict=True):
        last = answers[-1]
        if last["rank"] != 1:
            print(f"  whole  {query['q']}  rank {last['rank']} {last['group']}: {' '.join(last['first'][:3])}")
            print(f"         wants {' '.join(query.get('want') or query['expect'])}")
        elif not any(one["rank"] == 1 for one in half(answers)):
            steps = " ".join(f"{one['rank']}{one['group'][0]}" for one in answers)
            print(f"  half   {query['q']}  {steps}")


if __name__ == "__main__":
    main()
