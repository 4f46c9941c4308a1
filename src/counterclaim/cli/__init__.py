"""The command line: parses arguments and prints; each command calls one pipeline function. The only module that prints.

Exit codes: 0 done, 1 a check found something, 2 could not run (the reason stands on standard error in one sentence).
"""

from __future__ import annotations

import io
import os
import sys
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
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):  # a terminal without curly quotes shows their codes
                stream.reconfigure(errors="backslashreplace")
        try:
            try:
                return super().invoke(ctx)
            finally:
                if sys.stdout:
                    sys.stdout.flush()  # here, where a full disk can still be told
        except CounterclaimError as error:
            click.echo(f"counterclaim: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:  # the reader of a pipe has seen enough
            _leave_output()
            ctx.exit(0)
        except KeyboardInterrupt:
            click.echo("counterclaim: stopped", err=True)
            ctx.exit(130)
        except OSError as error:
            _leave_output()
            click.echo(f"counterclaim: {error.filename or 'standard output'}: {error.strerror or error}", err=True)
            ctx.exit(2)


def _leave_output() -> None:
    """What is still to be printed goes nowhere: the interpreter would try once more when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="counterclaim", message="%(prog)s %(version)s")
def main() -> None:
    """Who said what about whom, who answered, and what nobody answered.

    PATH is a file or a folder: an article, a release, posts. All inputs of one command are one story.
    """


for command in COMMANDS:
    main.add_command(command)
