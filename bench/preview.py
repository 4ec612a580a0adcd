"""How long it takes from saving a line to its page's new text, with N roles, as `rolebook serve` shows it.

    python bench/preview.py 1000

Prints the seconds of several saves, the median first, and how long the whole site takes after them.
"""

from __future__ import annotations

import argparse
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import build

SAVES = 9
PAGE = "roles/role-00003"


def wait(address: str, text: str) -> None:
    """Wait until a page has a text."""
    while True:
        with urllib.request.urlopen(f"{address}{PAGE}.html") as answer:
            if text in answer.read().decode():
                return
        time.sleep(0.005)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, nargs="?", default=1000, help="how many roles")
    with tempfile.TemporaryDirectory() as name:
        build.write(Path(name), parser.parse_args().count)
        folder = Path(name, build.OURS)
        file = folder / "docs" / f"{PAGE}.yml"
        text = file.read_text("utf-8")
        match = build.LINE.search(text)
        assert match
        command = [sys.executable, "-u", "-m", "rolebook.cli", "serve", "--port", "0"]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found
            first = process.stdout.readline()
            time.sleep(5)  # until it has read the handbook
            seconds = []
            for n in range(SAVES):
                mark = f"第{n}次保存"
                start = time.perf_counter()
                file.write_text(text[: match.end()] + mark + text[match.end() :], "utf-8")
                wait(found[0], mark)
                seconds.append(time.perf_counter() - start)
                time.sleep(0.4)
            process.kill()
    print(first.strip())
    print(f"saved to shown: median {statistics.median(seconds):.2f} s;", *(f"{one:.2f}" for one in sorted(seconds)))


if __name__ == "__main__":
    main()
