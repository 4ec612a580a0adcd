"""The command line: `rolebook build | check | serve | new | init | schema | posters | quiz`."""

from __future__ import annotations

import click

from rolebook.commands.spoken import Group
from rolebook.terminal import say_what_can_be_said


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook", prog_name="rolebook")
def main() -> None:
    """Rolebook: job descriptions, scripts, standards and checklists as one site."""
    say_what_can_be_said()


main.late = {
    "build": "rolebook.commands.build:build_command",
    "check": "rolebook.commands.check:check_command",
    "init": "rolebook.commands.starter:init_command",
    "new": "rolebook.commands.starter:new_command",
    "posters": "rolebook.commands.posters:posters_command",
    "quiz": "rolebook.commands.quiz:quiz_group",
    "schema": "rolebook.commands.starter:schema_command",
    "serve": "rolebook.commands.serve:serve_command",
}
"""Each is loaded when it is typed: a site that did not change is told of sooner than all of them are read."""

if __name__ == "__main__":
    main()
