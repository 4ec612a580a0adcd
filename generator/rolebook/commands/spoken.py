"""Help in the reader's language: that of the handbook here, else that of the computer, else all there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from rolebook.language.locales import computers
from rolebook.language.strings import WRITTEN
from rolebook.language.tables import table


def spoken() -> tuple[str, ...]:
    """Return the languages to help in: of the handbook in this folder, of the computer, or all that are written."""
    from rolebook.load.settings import settings  # slow to load, and for help alone

    here = settings(Path("docs"))
    one = here.language if here.handbook else computers()
    return (one,) if one else WRITTEN


class Formatter(click.HelpFormatter):
    """Writes help with the headings of one language."""

    words: Mapping[str, Any] = {}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        super().write_usage(prog, args, self.words["usage"] if prefix is None else prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading, with the colon of its language."""
        self.write(f"{'':>{self.current_indent}}{self.words['headings'][heading]}\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], *args: Any, **options: Any) -> None:
        """Write options or commands with what they are."""
        told = [(name, text.replace("[default: ", f"[{self.words['default']}")) for name, text in rows]
        super().write_dl(told, *args, **options)


class Command(click.Command):
    """A command whose help stands in the tables of the languages."""

    def get_help(self, ctx: click.Context) -> str:
        """Return the help in each language that is spoken."""
        return "\n\n".join(self._in(code, ctx) for code in spoken())

    def _in(self, code: str, ctx: click.Context) -> str:
        words = table(code, "commands")
        self.speak(words, ctx.command_path.split(" ", 1)[1:], ctx)
        formatter = Formatter(width=ctx.terminal_width, max_width=ctx.max_content_width)
        formatter.words = words
        self.format_help(ctx, formatter)
        return formatter.getvalue().rstrip("\n")

    def speak(self, words: Mapping[str, Any], path: Iterable[str], ctx: click.Context) -> None:
        """Take help from the words of a language; `path` is what is typed behind rolebook."""
        own = words["commands"][" ".join(("rolebook", *path))]
        self.help, self.short_help = own["help"].strip("\n"), own["short"]
        for option in self.get_params(ctx):
            name = max(option.opts, key=len).lstrip("-")
            if isinstance(option, click.Option):
                option.help = own.get("options", {}).get(name) or words["options"][name]


class Group(Command, click.Group):
    """A group of such commands. `late` are imported when they are asked for: module and name, by the command."""

    command_class = Command
    late: Mapping[str, str] = {}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return what there is to choose from."""
        return sorted({*self.commands, *self.late})

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """Return a command, None where there is none of that name."""
        if name not in self.commands and name in self.late:
            module, _, attribute = self.late[name].partition(":")
            self.commands[name] = getattr(import_module(module), attribute)
        return super().get_command(ctx, name)

    def speak(self, words: Mapping[str, Any], path: Iterable[str], ctx: click.Context) -> None:
        """Take help for itself and for the commands it lists."""
        super().speak(words, path, ctx)
        for name in self.list_commands(ctx):
            if isinstance(command := self.get_command(ctx, name), Command):
                Command.speak(command, words, (*path, name), ctx)
