"""The command line: parses arguments and prints; each command calls one pipeline function. The only module that prints.

Exit codes: 0 done, 1 a check found something, 2 could not run (the reason stands on standard error in one sentence).
"""

from __future__ import annotations

import io
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from counterclaim.errors import CounterclaimError, MissingSource

_BRIEF_SUFFIXES = {".md": "md", ".html": "html", ".htm": "html", ".json": "json", ".jsonld": "jsonld", ".docx": "docx"}
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


def _date(name: str, text: str, *, whole_day: bool) -> Callable[[Any], Any]:
    """An option for a date, or a date and a time, aware UTC. `whole_day`: a date alone means the end of that day."""

    def read(_: click.Context, __: click.Parameter, value: str | None) -> datetime | None:
        from counterclaim.text.times import moment

        at = moment(value) if value else None
        if value and at is None:
            raise click.BadParameter(f"{value!r} is no single date; write it like 2031-03-09 or 2031-03-09T17:00Z")
        return at + timedelta(days=1, microseconds=-1) if at and value and whole_day and ":" not in value else at

    return click.option(name, callback=read, metavar="DATE", help=text)


AS_OF = _date("--as-of", "Read only what was published up to DATE.", whole_day=True)
SURE = click.FloatRange(0, 1)


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
@PROFILE
@AS_OF
@ROSTER
@_format("json", "table")
def ledger(paths: tuple[Path, ...], output: Path | None, kind: str | None, **reading: Any) -> None:
    """Every attributed statement of a story, with its exact place."""
    from counterclaim.export.ledger import encode
    from counterclaim.export.ledger import ledger as as_json

    evidence = _evidence(paths, **reading)
    if _chosen(kind, output, {".json": "json"}, default="table") == "json":
        _put(encode(as_json(evidence)), output)
    else:
        from counterclaim.export.tables import statements

        _show(statements(evidence), output)


@main.command()
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@_date("--since", "Mark what was not in the sources published up to DATE.", whole_day=True)
@click.option("--log", type=click.Path(path_type=Path), metavar="FILE", help="A reporter's log of whom they asked: CSV or TOML.")
@click.option("--min-confidence", type=SURE, default=0.0, metavar="X", help="Mark charges and answers below X (0 to 1) as unsure.")
@click.option("--hide-below", type=SURE, default=0.0, metavar="X", help="Leave charges and answers below X out; they are counted.")
@_format("json", "csv", "html", "table")
def matrix(
    paths: tuple[Path, ...],
    output: Path | None,
    kind: str | None,
    profile: str | None,
    as_of: datetime | None,
    roster: Path | None,
    **around: Any,
) -> None:
    """Charges against answers: who answered what, and what nobody answered."""
    from counterclaim.export import matrix as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import charges

    chosen = _chosen(kind, output, {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".txt": "table"}, default="table")
    evidence = _evidence(paths, profile=profile, as_of=as_of, roster=roster)
    beside = _beside(evidence, **around)
    if chosen == "table":
        _show(charges(evidence, beside), output)
    elif chosen == "json":
        _put(encode(export.as_json(evidence, beside)), output)
    else:
        _put((export.as_csv(evidence, beside) if chosen == "csv" else export.as_html(evidence, beside)).encode(), output)


@main.command()
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@click.option("--min-confidence", type=SURE, default=0.0, metavar="X", help="Tell no charge and no answer below X (0 to 1).")
@_format("md", "html", "json", "jsonld", "docx")
@click.option("--length", type=click.Choice(["short", "standard", "full"]), default="standard", show_default=True, help="How much to tell.")
@click.option(
    "--resume",
    type=click.Path(path_type=Path),
    metavar="EDITED",
    help="Find receipts for a brief (.md or .json) whose text an editor changed; with a sentence that has none, nothing is written.",
)
@click.option("--writer", metavar="ADDRESS", help="Let a model behind an OpenAI-compatible address word the sentences; each is checked.")
@click.option("--writer-model", metavar="NAME", default="default", show_default=True, help="Its key is read from COUNTERCLAIM_WRITER_KEY.")
@click.pass_context
def brief(
    ctx: click.Context,
    /,
    paths: tuple[Path, ...],
    output: Path | None,
    kind: str | None,
    length: str,
    min_confidence: float,
    resume: Path | None,
    writer: str | None,
    writer_model: str,
    **reading: Any,
) -> None:
    """A neutral brief in which every sentence can be traced.

    Exit code 0: written; 1: a sentence of EDITED has no receipt; 2: could not run.
    """
    from counterclaim import pipeline
    from counterclaim.brief.length import Length

    chosen = _chosen(kind, output, _BRIEF_SUFFIXES, default="md")
    evidence = _evidence(paths, **reading)
    if resume is None:
        written = pipeline.write_brief(evidence, length=Length(length), floor=min_confidence)
        _put(_rendered(_reworded(written, evidence, writer, writer_model) if writer else written, chosen), output)
        return
    written, unfound = pipeline.resume_brief(evidence, resume)
    for sentence in unfound:
        click.echo(f"{resume}: {sentence.heading}: no receipt for “{sentence.text}”: {sentence.reason}", err=True)
    if unfound:
        ctx.exit(1)
    _put(_rendered(written, chosen), output)


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
@click.argument("brief", type=click.Path(path_type=Path), metavar="BRIEF.json")
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    metavar="PATH",
    help="A source file or a folder of them; may be given several times.",
)
@click.pass_context
def verify(ctx: click.Context, brief: Path, sources: tuple[Path, ...]) -> None:
    """Re-check every receipt and every quotation of a brief against its sources, offline.

    Exit code 0: all hold; 1: one does not; 2: could not run.
    """
    from counterclaim import pipeline

    failures, looked_at = pipeline.verify_brief(brief, sources)
    for failure in failures:
        click.echo(f"{brief}: {failure.place}: {failure.reason}")
    counts = f"{looked_at.receipts} receipts and {looked_at.quotations} quotations in {looked_at.sentences} sentences"
    click.echo(f"checked {looked_at.sources} sources, {counts}: {f'{len(failures)} failures' if failures else 'all hold'}")
    if not looked_at.has_digest:
        click.echo("not checked: the brief carries no digest, so words outside its quotations may have been changed")
    ctx.exit(1 if failures else 0)


def _reworded(written: Any, evidence: Any, address: str, model: str) -> Any:
    """The brief in a model's words where they hold; what was refused, or that nobody answered, is said on standard error."""
    from counterclaim import pipeline
    from counterclaim.errors import EndpointError

    try:
        done = pipeline.rewrite_brief(written, evidence, address=address, model=model, key=os.environ.get("COUNTERCLAIM_WRITER_KEY"))
    except EndpointError as error:
        click.echo(f"counterclaim: {error}; the brief stands in our own words", err=True)
        return written
    for text, reason in done.refused:
        click.echo(f"counterclaim: {address}: not taken: “{text}”: {reason}", err=True)
    click.echo(f"counterclaim: {address}: {done.taken} sentences taken, {len(done.refused)} refused", err=True)
    return done.brief


def _rendered(written: Any, kind: str) -> bytes:
    """A brief in one of its formats."""
    from counterclaim.brief import render
    from counterclaim.export.brief import brief as as_json
    from counterclaim.export.jsonld import jsonld
    from counterclaim.export.ledger import encode
    from counterclaim.export.word import word

    match kind:
        case "json":
            return encode(as_json(written))
        case "jsonld":
            return encode(jsonld(written))
        case "docx":
            return word(written)
        case "html":
            return render.html(written).encode()
        case _:
            return render.markdown(written).encode()


@main.command()
@PATHS
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Write a file each, and a log to fill."
)
@_date("--deadline", "By when an answer is asked for.", whole_day=False)
@PROFILE
@AS_OF
@ROSTER
def requests(paths: tuple[Path, ...], output: Path | None, deadline: datetime | None, **reading: Any) -> None:
    """Requests for comment: one text for each charge that nobody answered."""
    from counterclaim.export import requests as export

    made = export.requests(_evidence(paths, **reading), deadline=deadline)
    if not made:
        click.echo("counterclaim: no charge without an answer was found", err=True)
    if output is None:
        click.echo(f"\n{'=' * 88}\n\n".join(r.text for r in made), nl=False)
        return
    for request in made:
        _put(request.text.encode(), output / request.name)
    if made and not (output / "log.csv").exists():  # a log that a reporter has begun to fill is theirs
        _put(export.log(made, deadline=deadline).encode(), output / "log.csv")
    click.echo(f"Written to {output}: {len(made)} request{'' if len(made) == 1 else 's'}", err=True)


def _beside(evidence: Any, *, log: Path | None, since: datetime | None, min_confidence: float, hide_below: float) -> Any:
    """What stands beside a matrix; entries of the log whose charge was not found are named on standard error."""
    from counterclaim import pipeline
    from counterclaim.export.lines import Beside

    placed, lost = pipeline.inquiries(evidence, log) if log else ({}, ())
    for entry in lost:
        click.echo(f"counterclaim: {log}: no charge has the key {entry.charge!r} (asked {entry.asked} on {entry.at:%Y-%m-%d})", err=True)
    changes = pipeline.changes(evidence, since=since) if since else ()
    return Beside(inquiries=placed, changes=changes, since=since, low_below=min_confidence, hide_below=hide_below)


@main.command()
@click.argument("name")
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@_format("json", "table")
def who(name: str, paths: tuple[Path, ...], output: Path | None, kind: str | None, **reading: Any) -> None:
    """What a party said, about whom, and who answered. NAME is a name, a part of one, or a party's id."""
    from counterclaim.export import who as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import party as table
    from counterclaim.parties.lookup import look_up

    chosen = _chosen(kind, output, {".json": "json", ".txt": "table"}, default="table")
    evidence = _evidence(paths, **reading)
    party = look_up(name, tuple(evidence.reading.parties.values()))
    if chosen == "json":
        _put(encode(export.as_json(evidence, party)), output)
    else:
        _show(table(export.profile(evidence, party)), output)


def _evidence(paths: tuple[Path, ...], profile: str | None = None, as_of: datetime | None = None, roster: Path | None = None) -> Any:
    """Reads and understands the sources, showing progress on standard error where it is a terminal."""
    from counterclaim import pipeline

    listed = None if roster is None else pipeline.roster(roster)
    with _progress() as tell:
        documents, skipped = pipeline.documents(paths, progress=tell)
        if as_of:
            documents, _, undated = pipeline.published(documents, as_of)
            for d in undated:
                click.echo(f"counterclaim: left out {d.provenance.path}: it bears no date, so it may be from after the one given", err=True)
            if not documents:
                raise MissingSource(f"no source was published up to {as_of:%Y-%m-%d}", source=", ".join(map(str, paths)))
        evidence = pipeline.read(documents, profile=profile, roster=listed, as_of=as_of, progress=tell)
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
