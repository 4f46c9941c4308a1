"""The command line: parses arguments and prints; each command calls one pipeline function. The only module that prints.

Exit codes: 0 done, 1 a check found something, 2 could not run (the reason stands on standard error in one sentence).
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from counterclaim.errors import CounterclaimError

PATHS = click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to FILE; its suffix says the format.", metavar="FILE"
)
ROSTER = click.option(
    "--roster",
    type=click.Path(path_type=Path),
    help="Who is who: names, aliases and dated offices, from a .toml or .yaml FILE.",
    metavar="FILE",
)


def _format(*names: str) -> Callable[[Any], Any]:
    return click.option("--format", "kind", type=click.Choice(names), help="Override the format that the suffix of FILE says.")


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


@main.command()
@PATHS
@OUTPUT
@_format("json", "table")
@ROSTER
def ledger(paths: tuple[Path, ...], output: Path | None, kind: str | None, roster: Path | None) -> None:
    """Every attributed statement of a story, with its exact place."""
    from counterclaim.export.ledger import encode
    from counterclaim.export.ledger import ledger as as_json

    evidence = _evidence(paths, roster)
    if _chosen(kind, output, {".json": "json"}, default="table") == "json":
        _put(encode(as_json(evidence)), output)
    else:
        from counterclaim.export.tables import statements

        _show(statements(evidence), output)


@main.command()
@PATHS
@OUTPUT
@_format("json", "csv", "html", "table")
@ROSTER
def matrix(paths: tuple[Path, ...], output: Path | None, kind: str | None, roster: Path | None) -> None:
    """Charges against answers: who answered what, and what nobody answered."""
    from counterclaim.export import matrix as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import charges

    evidence = _evidence(paths, roster)
    chosen = _chosen(kind, output, {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".txt": "table"}, default="table")
    if chosen == "table":
        _show(charges(evidence), output)
    elif chosen == "json":
        _put(encode(export.as_json(evidence)), output)
    else:
        _put((export.as_csv(evidence) if chosen == "csv" else export.as_html(evidence)).encode(), output)


@main.command()
@PATHS
@OUTPUT
@_format("md", "html", "json")
@ROSTER
def brief(paths: tuple[Path, ...], output: Path | None, kind: str | None, roster: Path | None) -> None:
    """A neutral brief in which every sentence can be traced."""
    from counterclaim import pipeline
    from counterclaim.brief import render
    from counterclaim.export.brief import brief as as_json
    from counterclaim.export.ledger import encode

    chosen = _chosen(kind, output, {".md": "md", ".html": "html", ".htm": "html", ".json": "json"}, default="md")
    written = pipeline.write_brief(_evidence(paths, roster))
    _put(
        encode(as_json(written)) if chosen == "json" else (render.html(written) if chosen == "html" else render.markdown(written)).encode(),
        output,
    )


@main.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("counterclaim-demo"),
    show_default=True,
    metavar="FOLDER",
)
def demo(output: Path) -> None:
    """The main job on a story that ships with the package: ledger, matrix and brief."""
    from counterclaim import pipeline
    from counterclaim.brief import render
    from counterclaim.export import matrix as export
    from counterclaim.export.brief import brief as brief_json
    from counterclaim.export.ledger import encode
    from counterclaim.export.ledger import ledger as ledger_json
    from counterclaim.export.tables import charges

    with as_file(files("counterclaim") / "data" / "demo") as story:
        evidence = _evidence((story,))
    written = pipeline.write_brief(evidence)
    _put(encode(ledger_json(evidence)), output / "ledger.json")
    _put(export.as_html(evidence).encode(), output / "matrix.html")
    _put(export.as_csv(evidence).encode(), output / "matrix.csv")
    _put(render.markdown(written).encode(), output / "brief.md")
    _put(render.html(written).encode(), output / "brief.html")
    _put(encode(brief_json(written)), output / "brief.json")
    click.echo(f"{written.headline}\n")
    _show(charges(evidence), None)
    click.echo(f"Written to {output}: brief.html, brief.md, brief.json, matrix.html, matrix.csv, ledger.json")


@main.command()
@click.argument("name")
@PATHS
@OUTPUT
@_format("json", "table")
@ROSTER
def who(name: str, paths: tuple[Path, ...], output: Path | None, kind: str | None, roster: Path | None) -> None:
    """What a party said, about whom, and who answered. NAME is a name, a part of one, or a party's id."""
    from counterclaim.export import who as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import party as table
    from counterclaim.parties.lookup import look_up

    chosen = _chosen(kind, output, {".json": "json", ".txt": "table"}, default="table")
    evidence = _evidence(paths, roster)
    party = look_up(name, tuple(evidence.reading.parties.values()))
    if chosen == "json":
        _put(encode(export.as_json(evidence, party)), output)
    else:
        _show(table(export.profile(evidence, party)), output)


def _evidence(paths: tuple[Path, ...], roster: Path | None = None) -> Any:
    """Reads and understands the sources, showing progress on standard error where it is a terminal."""
    from counterclaim import pipeline

    listed = None if roster is None else pipeline.roster(roster)
    with _progress() as tell:
        documents, skipped = pipeline.documents(paths, progress=tell)
        evidence = pipeline.read(documents, roster=listed, progress=tell)
    for path in skipped:
        click.echo(f"counterclaim: skipped {path}: not a source that counterclaim reads", err=True)
    if not evidence.reading.statements:
        click.echo("counterclaim: warning: no attributed statement was found in what was read", err=True)
    return evidence


@contextmanager
def _progress() -> Iterator[Callable[[str], None]]:
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("reading") as status:
        yield status.update


def _chosen(kind: str | None, output: Path | None, suffixes: dict[str, str], *, default: str) -> str:
    """The format: `--format`, else by the suffix of FILE, else the one for people."""
    if kind or output is None:
        return kind or default
    chosen = suffixes.get(output.suffix.lower())
    if chosen is None:
        known = ", ".join(suffixes)
        raise click.UsageError(
            f"{output}: the suffix {output.suffix or '(none)'!r} names no format of this command; use {known} or --format"
        )
    return chosen


def _put(data: bytes, output: Path | None) -> None:
    """Writes whole or not at all: a temporary file beside the target, then a rename."""
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as temporary:
            temporary.write(data)
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary.name, 0o666 & ~umask)
        os.replace(temporary.name, output)
    except OSError as error:
        raise CounterclaimError(f"cannot be written: {error.strerror or error}", source=str(output)) from error


def _show(table: Any, output: Path | None) -> None:
    from rich.console import Console

    if output is None:
        Console(highlight=False).print(table)
        return
    console = Console(width=120, file=io.StringIO(), highlight=False)
    with console.capture() as captured:
        console.print(table)
    _put(captured.get().encode(), output)
