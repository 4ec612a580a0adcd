"""The command line: `rolebook check | new | init | schema | posters | quiz`."""

from __future__ import annotations

import click

from rolebook.commands.check import check_command
from rolebook.commands.posters import posters_command
from rolebook.commands.quiz import quiz_group
from rolebook.commands.spoken import Group
from rolebook.commands.starter import init_command, new_command, schema_command
from rolebook.terminal import say_what_can_be_said


@click.group(cls=Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="rolebook", prog_name="rolebook")
def main() -> None:
    """Rolebook: job descriptions, scripts, standards and checklists as one site."""
    say_what_can_be_said()


main.add_command(check_command)
main.add_command(new_command)
main.add_command(init_command)
main.add_command(schema_command)
main.add_command(posters_command)
main.add_command(quiz_group)

if __name__ == "__main__":
    main()
