"""Drives Firefox and WebKitGTK by what the W3C calls WebDriver: one set of commands, told to each in its own way."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from abc import abstractmethod
from pathlib import Path
from typing import Any

from tests.browsers.driving import PATIENCE, Browser

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the protocol hands out an element."""
ENTER = "\ue007"


class WebDriver(Browser):
    """What is the same in both."""

    @abstractmethod
    def _call(self, command: str, **parameters: Any) -> Any:
        """Give a command of the protocol and return the value that comes back."""

    def open(self, url: str) -> None:
        self._call("Navigate", url=url)

    def run(self, script: str) -> Any:
        return self._call("ExecuteScript", script=script, args=[])

    def _element(self, selector: str) -> str:
        return str(self._call("FindElement", using="css selector", value=selector)[ELEMENT])

    def click(self, selector: str) -> None:
        self.run(f"document.querySelector({json.dumps(selector)}).scrollIntoView({{block: 'center'}})")
        self._call("ElementClick", id=self._element(selector))

    def type(self, selector: str, text: str) -> None:
        self._call("ElementSendKeys", id=self._element(selector), text=text.replace("\n", ENTER))


def _waited(path: Path) -> str:
    """Wait until a file says something, and return that."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if path.is_file() and (text := path.read_text()):
            return text
        time.sleep(0.05)
    raise TimeoutError(path)


class Firefox(WebDriver):
    """Firefox, which takes the commands itself, over a socket (Marionette)."""

    def __init__(self, path: Path, profile: Path) -> None:
        super().__init__()
        (profile / "user.js").write_text('user_pref("marionette.port", 0);\n')
        command = [str(path), "--marionette", "--headless", "--no-remote", "--profile", str(profile)]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(command, env=os.environ | {"HOME": str(profile)}, stdout=quiet, stderr=quiet)
        port = int(_waited(profile / "MarionetteActivePort"))
        self._socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        self._in = self._socket.makefile("rb")
        self._asked = 0
        self._next()  # it says what it is
        self._call("NewSession")

    def _next(self) -> Any:
        length = b""
        while (byte := self._in.read(1)) != b":":
            length += byte
        return json.loads(self._in.read(int(length)))

    def _call(self, command: str, **parameters: Any) -> Any:
        self._asked += 1
        asked = json.dumps([0, self._asked, f"WebDriver:{command}", parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(asked), asked))
        _, _, fault, found = self._next()
        if fault:
            raise RuntimeError(f"{command} {parameters}: {fault['error']}: {fault['message']}")
        return found["value"] if isinstance(found, dict) and "value" in found else found

    def close(self) -> None:
        self._in.close()
        self._socket.close()
        self._process.kill()
        self._process.wait()


ROUTES = {
    "Navigate": "url",
    "ExecuteScript": "execute/sync",
    "FindElement": "element",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
}


class WebKit(WebDriver):
    """The small browser of WebKitGTK behind its driver, which takes the commands over HTTP; it wants a display."""

    def __init__(self, path: Path, profile: Path) -> None:
        super().__init__()
        quiet = subprocess.DEVNULL
        ours, theirs = os.pipe()
        self._display = subprocess.Popen(
            ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1280x900x24"], pass_fds=[theirs], stderr=quiet
        )
        os.close(theirs)
        with os.fdopen(ours) as told:
            display = told.readline().strip()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        homes = ("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME")
        own = {
            "DISPLAY": f":{display}",
            "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1",
            **dict.fromkeys(homes, str(profile)),
        }
        self._process = subprocess.Popen(
            ["WebKitWebDriver", f"--port={port}"],
            env=os.environ | own,
            stdout=quiet,
            stderr=quiet,
            start_new_session=True,
        )
        self._base = f"http://127.0.0.1:{port}/session"
        options = {"binary": str(path), "args": ["--automation"]}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._base += f"/{self._begun(wanted)['sessionId']}"

    def _begun(self, wanted: dict[str, Any]) -> Any:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                return self._asked("POST", "", wanted)
            except urllib.error.URLError:
                if isinstance(self._process.poll(), int) or time.monotonic() > end:
                    raise
                time.sleep(0.1)

    def _asked(self, method: str, route: str, body: dict[str, Any] | None) -> Any:
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._base + route, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as fault:
            raise RuntimeError(f"{route} {body}: {fault.read().decode()}") from None

    def _call(self, command: str, **parameters: Any) -> Any:
        return self._asked("POST", "/" + ROUTES[command].format(**parameters), parameters)

    def close(self) -> None:
        self._asked("DELETE", "", None)
        self._process.terminate()
        self._process.wait()
        self._display.terminate()
        self._display.wait()
