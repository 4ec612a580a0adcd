"""Kills builds at random moments and looks what stands in the site's place: the old site, the new one, or another.

    python bench/kills.py 100 --seed 1

Each round one word of a small handbook changes, one or two builds of it start at once, and a signal ends each at a
moment of its own, drawn from the time a whole build takes. The site must then be, byte for byte, what it was or what
a whole build makes of one of the states it had; at the end a build must succeed and leave nothing beside it. Prints
how often each was found. Exit status: 0 if nothing else was.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from rolebook import starter

SIGNALS = (signal.SIGKILL, signal.SIGTERM, signal.SIGINT)
COMMAND = (sys.executable, "-m", "mkdocs", "build", "-q")
ENV = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


def digest(folder: Path) -> str:
    """Return a digest of all that stands below a folder, and under which names."""
    found = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def start(project: Path) -> subprocess.Popen[bytes]:
    """Start a build."""
    return subprocess.Popen(COMMAND, cwd=project, env=ENV, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def whole(project: Path, site: Path) -> str:
    """Build into a folder that nobody disturbs; return the digest of the site."""
    subprocess.run([*COMMAND, "-d", str(site)], cwd=project, env=ENV, check=True)
    return digest(site)


def main() -> None:
    """Kill and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rounds", type=int, nargs="?", default=100)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    draw = random.Random(given.seed)
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        project = Path(name) / "project"
        starter.init(project, "某公司")
        page = project / "docs" / "own.md"
        expected = []
        for state in ("甲", "乙"):
            page.write_text(f"# {state}\n", "utf-8")
            begun = time.monotonic()
            expected.append(whole(project, Path(name) / "aside"))
            lasts = time.monotonic() - begun
        whole(project, project / "site")
        for n in range(given.rounds):
            before = digest(project / "site")
            now = draw.randrange(2)
            page.write_text(f"# {'甲乙'[now]}\n", "utf-8")
            builds = [start(project) for _ in range(draw.choice((1, 2)))]
            ends = sorted((draw.uniform(0, 1.2 * lasts), build.pid) for build in builds)
            begun = time.monotonic()
            for after, pid in ends:
                time.sleep(max(0.0, begun + after - time.monotonic()))
                build = next(build for build in builds if build.pid == pid)
                build.send_signal(draw.choice(SIGNALS))
                build.wait()
            found = digest(project / "site")
            outcome = "old" if found == before else "new" if found == expected[now] else "NEITHER"
            outcomes[outcome] += 1
            if outcome == "NEITHER":
                print(f"round {n}: neither the old site nor the new one")
        failed = whole(project, project / "site") != expected[now]
        left = [path.name for path in project.iterdir() if ".rolebook-" in path.name]
    print(
        f"{given.rounds} rounds, seed {given.seed}: {dict(outcomes)}; the next build: {'FAILED' if failed else 'whole'}"
    )
    sys.exit(bool(outcomes["NEITHER"] or failed or left))


if __name__ == "__main__":
    main()
