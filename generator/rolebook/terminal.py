"""What is written to a terminal or a file beside it."""

from __future__ import annotations

import io
import sys


def say_what_can_be_said() -> None:
    """Let a character that the encoding of an output lacks be replaced: 𠮷 in GBK is no reason to end a check."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
