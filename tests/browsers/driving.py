"""What every browser that is driven can do; a test of the main ways knows no more of it."""

from __future__ import annotations

import json
import time
from abc import ABC, abstractmethod
from typing import Any

PATIENCE = 20.0
"""seconds; what comes at all comes much sooner, and on a busy machine later"""


class Browser(ABC):
    """One page of a browser with a profile of its own."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        """what scripts threw and nobody caught; those of Firefox and WebKitGTK are not heard"""

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to a page."""

    @abstractmethod
    def run(self, script: str) -> Any:
        """Run the body of a function in the page; return what it returns."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Press with the pointer, in the middle of an element."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Give an element the focus and type; a line feed is Enter."""

    @abstractmethod
    def close(self) -> None:
        """End it."""

    def until(self, condition: str) -> Any:
        """Wait until an expression is true in the page, and return it. Raises TimeoutError with what is there."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if found := self.run(f"return document.readyState === 'complete' && ({condition})"):
                return found
            time.sleep(0.05)
        raise TimeoutError(f"{condition}\n{self.errors}\n{self.run('return document.body.innerText')[:2000]}")

    def count(self, selector: str) -> int:
        """Wait until there is such an element, and return how many there are."""
        return int(self.until(f"document.querySelectorAll({json.dumps(selector)}).length"))

    def text(self, selector: str) -> str:
        """Wait for an element that shows something, and return the text."""
        return str(self.until(f"(document.querySelector({json.dumps(selector)}) || {{}}).innerText"))
