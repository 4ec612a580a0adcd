"""`rolebook serve`: the handbook in a browser while it is written, a saved line at once and faults where they are."""

from __future__ import annotations

import time
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from rolebook.commands import DOCS
from rolebook.commands.spoken import Command
from rolebook.errors import Message, Say
from rolebook.language import language
from rolebook.load.settings import CONFIG, settings
from rolebook.preview.fault import Fault, faults
from rolebook.preview.page import Pages
from rolebook.preview.server import HOST, State, serve
from rolebook.preview.watch import Watch
from rolebook.preview.whole import Whole


@click.command("serve", cls=Command)
@DOCS
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True)
@click.option("--browser", is_flag=True)
def serve_command(docs: Path, port: int, browser: bool) -> None:
    """Show the handbook at 127.0.0.1 and keep what is shown up to date with what is saved, until Ctrl+C."""
    docs = docs.resolve()
    say = language(settings(docs).language).say
    with TemporaryDirectory(prefix="rolebook-") as folder:
        site = Path(folder, "site")
        state = State(site, say)
        try:
            server = serve(state, port)
        except OSError as error:
            raise click.UsageError(say("port-taken", port=port, reason=str(error.strerror)).text) from None
        url = f"http://{HOST}:{server.server_port}/"
        click.echo(say("preview-at", url=url).text)
        if browser:
            webbrowser.open(url)
        whole = Whole(docs, site, url)
        try:
            _Preview(docs, state, whole, say).run()
        except KeyboardInterrupt:
            click.echo()
        finally:
            whole.end()
            server.shutdown()


class _Preview:
    """Goes the short way with what was saved, and the long one after it."""

    def __init__(self, docs: Path, state: State, whole: Whole, say: Say) -> None:
        self._state, self._whole, self._say = state, whole, say
        self._watch = Watch([docs, docs.parent / CONFIG])
        self._pages = Pages(docs, state.folder)
        self._faulty: frozenset[Path] = frozenset()
        """what was saved with faults and not yet mended"""

    def run(self) -> None:
        """Show what is saved, for ever."""
        self._begin()
        while True:
            if saved := self._watch.changed():
                self._saved(saved)
            if (found := self._whole.done()) is not None:
                self._made(found)

    def _begin(self) -> None:
        self._start = time.monotonic()
        self._whole.begin()

    def _saved(self, saved: frozenset[Path]) -> None:
        start = time.monotonic()
        self._whole.end()
        saved |= self._faulty
        if shown := self._pages.show(saved):
            pages, problems = shown
            self._faulty = saved if problems else frozenset()
            self._tell(faults(problems, self._say))
            for page in pages:
                self._echo(Message("preview-page", page=page, seconds=f"{time.monotonic() - start:.2f}"))
            if problems:
                return  # the whole would find the same, and more of it
        else:
            self._faulty = frozenset()
            self._pages.forget()
        self._begin()

    def _made(self, found: Sequence[Fault]) -> None:
        """Tell that the site was made, or why not."""
        self._tell(found)
        if not found:
            self._echo(Message("preview-site", seconds=f"{time.monotonic() - self._start:.1f}"))
            self._pages.read()

    def _tell(self, found: Sequence[Fault]) -> None:
        self._state.change(found)
        for fault in found:
            click.echo(fault.printed, err=True)

    def _echo(self, message: Message) -> None:
        click.echo(f"{time.strftime('%H:%M:%S')} {message.worded(self._say).text}")
