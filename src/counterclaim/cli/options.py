"""Owns the options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import click

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")


OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to FILE; its suffix says the format.", metavar="FILE"
)


PROFILE = click.option(
    "--profile",
    type=click.Choice(["accurate", "standard", "fast", "rules"]),
    help="How statements are found; the most careful model that is installed, if not named.",
)


ROSTER = click.option(
    "--roster",
    type=click.Path(path_type=Path),
    help="Who is who: names, aliases and dated offices, from a .toml or .yaml FILE.",
    metavar="FILE",
)


def date(name: str, text: str, *, whole_day: bool) -> Callable[[Any], Any]:
    """An option for a date, or a date and a time, aware UTC. `whole_day`: a date alone means the end of that day."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
        from counterclaim.text.times import moment

        at = moment(value) if value else None
        if value and at is None:
            raise click.BadParameter(f"{value!r} is no single date; write it like 2031-03-09 or 2031-03-09T17:00Z")
        return at + timedelta(days=1, microseconds=-1) if at and value and whole_day and ":" not in value else at

    return click.option(name, callback=read, metavar="DATE", help=text)


AS_OF = date("--as-of", "Read only what was published up to DATE.", whole_day=True)


class _Sure(click.FloatRange):
    """0 to 1; "nan" compares with nothing, so no range refuses it."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        return self.fail(f"{value} is no number from 0 to 1", param, ctx) if number != number else number


SURE = _Sure(0, 1)


def format_of(*names: str) -> Callable[[Any], Any]:
    return click.option("--format", "kind", type=click.Choice(names), help="Override the format that the suffix of FILE says.")


SOURCES = click.option(
    "--sources",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A source or a folder of them; else the profile says where each brief's lie.",
)


READER = click.option(
    "--reader",
    type=click.Choice(["accurate", "standard", "fast", "rules"]),
    help="How statements are found in the sources; the most careful model that is installed, if not named.",
)


CACHE = click.option("--no-cache", "cached", flag_value=False, default=True, type=bool, help="Read the sources anew; keep nothing.")


def file(option: str, name: str, told: str) -> Callable[[Any], Any]:
    return click.option(option, name, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help=told)
