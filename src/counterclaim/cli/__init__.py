"""The command line: parses arguments and prints; each command calls one pipeline function. The only module that prints.

Exit codes: 0 done, 1 a check found something, 2 could not run (the reason stands on standard error in one sentence).
"""

from __future__ import annotations

import os
from typing import Any

import click

from counterclaim.cli import checks, story
from counterclaim.errors import CounterclaimError

COMMANDS = (
    story.demo,
    story.ledger,
    story.matrix,
    story.brief,
    story.who,
    story.requests,
    checks.audit,
    checks.explain,
    checks.mutate,
    checks.verify,
)


class _Commands(click.Group):
    """Turns every error of ours into one line on standard error and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except CounterclaimError as error:
            click.echo(f"counterclaim: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # the reader of a pipe has seen enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            ctx.exit(0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim", message="%(prog)s %(version)s")
def main() -> None:
    """Who said what about whom, who answered, and what nobody answered.

    PATH is a file or a folder: an article, a release, posts. All inputs of one command are one story.
    """


for command in COMMANDS:
    main.add_command(command)
