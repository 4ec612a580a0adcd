"""Drives a Chromium of any age: by its own protocol, over two pipes, as what drives newer ones knows no old ones."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
from pathlib import Path
from typing import Any

from tests.browsers.driving import Browser

ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-zygote", "--no-first-run", "--remote-debugging-pipe")
ENTER = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13, "text": "\r"}
MIDDLE = """
const element = document.querySelector(%s);
element.scrollIntoView({block: "center"});
const box = element.getBoundingClientRect();
return {x: box.left + box.width / 2, y: box.top + box.height / 2};
"""


class Chromium(Browser):
    """A Chromium at `path`; `profile` is an empty folder."""

    def __init__(self, path: Path, profile: Path) -> None:
        super().__init__()
        (theirs_in, ours_out), (ours_in, theirs_out) = os.pipe(), os.pipe()
        high = [fcntl.fcntl(end, fcntl.F_DUPFD, 10) for end in (theirs_in, theirs_out)]

        def join() -> None:  # it reads from 3 and writes to 4
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self._process = subprocess.Popen(
            [path, *ARGUMENTS, f"--user-data-dir={profile}", "--window-size=1280,900"],
            stderr=subprocess.DEVNULL,
            pass_fds=(3, 4),
            preexec_fn=join,
        )
        for end in (theirs_in, theirs_out, *high):
            os.close(end)
        self._out, self._in = os.fdopen(ours_out, "wb", 0), os.fdopen(ours_in, "rb")
        self._asked, self._heard, self._session = 0, b"", ""
        target = self._call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self._call("Page.enable")
        self._call("Runtime.enable")

    def _call(self, method: str, **parameters: Any) -> Any:
        """Ask, and return the answer; an error that is told meanwhile is noted."""
        self._asked += 1
        session = {"sessionId": self._session} if self._session else {}
        asked = {"id": self._asked, "method": method, "params": parameters, **session}
        self._out.write(json.dumps(asked).encode() + b"\0")
        while (told := self._next()).get("id") != self._asked:
            if told.get("method") == "Runtime.exceptionThrown":
                details = told["params"]["exceptionDetails"]
                self.errors.append(details.get("exception", {}).get("description") or details["text"])
        if "error" in told:
            raise RuntimeError(f"{method}: {told['error']}")
        return told["result"]

    def _next(self) -> Any:
        while b"\0" not in self._heard:
            self._heard += self._in.read1(1 << 16) or self._gone()
        told, _, self._heard = self._heard.partition(b"\0")
        return json.loads(told)

    def _gone(self) -> bytes:
        raise RuntimeError(f"the browser ended, {self._process.poll()}")

    def open(self, url: str) -> None:
        self._call("Page.navigate", url=url)
        self.until("true")

    def run(self, script: str) -> Any:
        found = self._call("Runtime.evaluate", expression=f"(function () {{{script}}})()", returnByValue=True)
        if "exceptionDetails" in found:
            raise RuntimeError(f"{script}: {found['result'].get('description')}")
        return found["result"].get("value")

    def click(self, selector: str) -> None:
        place = self.run(MIDDLE % json.dumps(selector))
        for kind in ("mousePressed", "mouseReleased"):
            self._call("Input.dispatchMouseEvent", type=kind, button="left", clickCount=1, **place)

    def type(self, selector: str, text: str) -> None:
        self.run(f"document.querySelector({json.dumps(selector)}).focus()")
        for n, line in enumerate(text.split("\n")):
            if n:
                self._call("Input.dispatchKeyEvent", type="keyDown", **ENTER)
                self._call("Input.dispatchKeyEvent", type="keyUp", **ENTER)
            if line:
                self._call("Input.insertText", text=line)

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        self._out.close()
        self._in.close()
