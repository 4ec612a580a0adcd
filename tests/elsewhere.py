"""Builds a site as another machine would, at another time: python -m tests.elsewhere CONFIG SITE [SECONDS [PROCESSORS]]

SECONDS is the time of day and year that the build is told, PROCESSORS how many it may use.
"""

from __future__ import annotations

import datetime
import os
import sys
import time

from mkdocs.commands import build
from mkdocs.config import load_config


def turned_to(seconds: float) -> None:
    """Let every clock that Python asks say this time, for ever."""

    class Then(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Then:
            return cls.fromtimestamp(seconds, tz)

        @classmethod
        def utcnow(cls) -> Then:
            return cls.fromtimestamp(seconds, datetime.UTC).replace(tzinfo=None)

    class Day(datetime.date):
        @classmethod
        def today(cls) -> Day:
            return cls.fromtimestamp(seconds)

    time.time = lambda: seconds
    time.time_ns = lambda: int(seconds * 10**9)
    datetime.datetime, datetime.date = Then, Day  # type: ignore[misc]


def main(config: str, site: str, seconds: str = "", processors: str = "") -> None:
    """Do what the command line says."""
    if seconds:
        turned_to(float(seconds))
    if processors and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(processors)])
        os.cpu_count = lambda: int(processors)
    build.build(load_config(config, site_dir=site))


if __name__ == "__main__":
    main(*sys.argv[1:])
