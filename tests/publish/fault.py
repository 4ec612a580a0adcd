"""Makes something go wrong in a process, at a point that is named and not timed: at the nth of some audit events.

    python -m tests.publish.fault EVENT PART NTH WHAT TARGET [ARGUMENT…]

EVENT is one of Python's audit events (os.rename, open for what is written, ctypes.dlsym just before an exchange, …; *
for any of those of the file system), PART a text its first argument has to contain. WHAT is a signal, which ends the
process before the event, or an error of the system, which the event raises and so do all that follow it. TARGET is
"mkdocs", with its arguments, or "publish", which puts a site of three files at ARGUMENT. With `--renames` first, the
system is one that cannot exchange two names in one step.
"""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from rolebook.publish import Publication, heed_termination, swap

WATCHED = ("os.rename", "os.link", "os.mkdir", "os.rmdir", "os.remove", "os.chmod", "open", "ctypes.dlsym")


def plant(event: str, part: str, nth: int, act: Callable[[int], None]) -> None:
    """From now on call `act` with the number of each event that fits, from the nth on."""
    seen = 0

    def watch(name: str, arguments: tuple[Any, ...]) -> None:
        nonlocal seen
        if name not in WATCHED or event not in ("*", name):
            return
        if name == "open" and not (isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)):
            return
        subject = arguments[1] if name == "ctypes.dlsym" else arguments[0]
        if part in (os.fsdecode(subject) if isinstance(subject, str | bytes | os.PathLike) else ""):
            seen += 1
            if seen >= nth:
                act(seen)

    sys.addaudithook(watch)


def action(what: str, nth: int) -> Callable[[int], None]:
    """Return what a name means: a signal to this process, or an error."""

    def act(number: int) -> None:
        if not what.startswith("SIG"):
            raise OSError(getattr(errno, what), os.strerror(getattr(errno, what)))
        if number == nth:
            os.kill(os.getpid(), signal.Signals[what])

    return act


def publish(site: str) -> None:
    """Put a new site at `site`, as the plugin does it."""
    place = Publication(site, [], lambda message: print(message.code))
    try:
        (place.files / "made.txt").write_text("made", "utf-8")
        (place.staged / "deep").mkdir()
        for name in ("index.html", "new.html", "deep/page.html"):
            (place.staged / name).write_text("new", "utf-8")
        place.publish()
    finally:
        place.close()


def main(arguments: list[str]) -> None:
    """Do what the command line says."""
    if arguments[0] == "--renames":
        del arguments[0]
        swap.exchanged.__code__ = (lambda one, other: False).__code__
    event, part, nth, what, target, *rest = arguments
    if target == "publish":
        plant(event, part, int(nth), action(what, int(nth)))
        heed_termination()
        publish(rest[0])
    else:
        from mkdocs.__main__ import cli

        plant(event, part, int(nth), action(what, int(nth)))
        cli(rest, prog_name="mkdocs")


if __name__ == "__main__":
    main(sys.argv[1:])
