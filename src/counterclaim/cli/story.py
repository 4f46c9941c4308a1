"""The commands that read a story: ledger, matrix, brief, demo, requests, who."""

from __future__ import annotations

import os
from datetime import datetime
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import click

from counterclaim.cli.options import AS_OF, OUTPUT, PATHS, PROFILE, ROSTER, SURE, date, format_of
from counterclaim.cli.output import chosen, evidence_of, put, reads, show

_BRIEF_SUFFIXES = {".md": "md", ".html": "html", ".htm": "html", ".json": "json", ".jsonld": "jsonld", ".docx": "docx"}


@click.command()
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@format_of("json", "table")
def ledger(paths: tuple[Path, ...], output: Path | None, kind: str | None, **reading: Any) -> None:
    """Every attributed statement of a story, with its exact place."""
    from counterclaim.export.ledger import encode
    from counterclaim.export.ledger import ledger as as_json

    evidence = evidence_of(paths, **reading)
    if chosen(kind, output, {".json": "json"}, default="table") == "json":
        put(encode(as_json(evidence)), output)
    else:
        from counterclaim.export.tables import statements

        show(statements(evidence), output)


@click.command()
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@date("--since", "Mark what was not in the sources published up to DATE.", whole_day=True)
@click.option("--log", type=click.Path(path_type=Path), metavar="FILE", help="A reporter's log of whom they asked: CSV or TOML.")
@click.option("--min-confidence", type=SURE, default=0.0, metavar="X", help="Mark charges and answers below X (0 to 1) as unsure.")
@click.option("--hide-below", type=SURE, default=0.0, metavar="X", help="Leave charges and answers below X out; they are counted.")
@format_of("json", "csv", "html", "table")
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

    form = chosen(kind, output, {".json": "json", ".csv": "csv", ".html": "html", ".htm": "html", ".txt": "table"}, default="table")
    evidence = evidence_of(paths, profile=profile, as_of=as_of, roster=roster)
    beside = _beside(evidence, **around)
    if form == "table":
        show(charges(evidence, beside), output)
    elif form == "json":
        put(encode(export.as_json(evidence, beside)), output)
    else:
        put((export.as_csv(evidence, beside) if form == "csv" else export.as_html(evidence, beside)).encode(), output)


@click.command()
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@click.option("--min-confidence", type=SURE, default=0.0, metavar="X", help="Tell no charge and no answer below X (0 to 1).")
@format_of("md", "html", "json", "jsonld", "docx")
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

    form = chosen(kind, output, _BRIEF_SUFFIXES, default="md")
    evidence = evidence_of(paths, **reading)
    if resume is None:
        checked = pipeline.checked_brief(evidence, length=Length(length), floor=min_confidence)
        for note in checked.notes:
            click.echo(f"our own audit: {note}", err=True)
        written = checked.brief
        put(_rendered(_reworded(written, evidence, writer, writer_model) if writer else written, form), output)
        return
    written, unfound = pipeline.resume_brief(evidence, resume)
    for sentence in unfound:
        click.echo(f"{resume}: {sentence.heading}: no receipt for “{sentence.text}”: {sentence.reason}", err=True)
    if unfound:
        ctx.exit(1)
    put(_rendered(written, form), output)


@click.command()
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
        evidence = evidence_of((story,))
    written = pipeline.write_brief(evidence)
    put(encode(ledger_json(evidence)), output / "ledger.json")
    put(export.as_html(evidence).encode(), output / "matrix.html")
    put(export.as_csv(evidence).encode(), output / "matrix.csv")
    put(render.markdown(written).encode(), output / "brief.md")
    put(render.html(written).encode(), output / "brief.html")
    put(encode(brief_json(written)), output / "brief.json")
    click.echo(f"{written.headline}\n")
    show(charges(evidence), None)
    click.echo(f"Written to {output}: brief.html, brief.md, brief.json, matrix.html, matrix.csv, ledger.json")


@click.command()
@PATHS
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER", help="Write a file each, and a log to fill."
)
@date("--deadline", "By when an answer is asked for.", whole_day=False)
@PROFILE
@AS_OF
@ROSTER
def requests(paths: tuple[Path, ...], output: Path | None, deadline: datetime | None, **reading: Any) -> None:
    """Requests for comment: one text for each charge that nobody answered."""
    from counterclaim.export import requests as export

    made = export.requests(evidence_of(paths, **reading), deadline=deadline)
    if not made:
        click.echo("counterclaim: no charge without an answer was found", err=True)
    if output is None:
        click.echo(f"\n{'=' * 88}\n\n".join(r.text for r in made), nl=False)
        return
    for request in made:
        put(request.text.encode(), output / request.name)
    if made and not (output / "log.csv").exists():  # a log that a reporter has begun to fill is theirs
        put(export.log(made, deadline=deadline).encode(), output / "log.csv")
    click.echo(f"Written to {output}: {len(made)} request{'' if len(made) == 1 else 's'}", err=True)


@click.command()
@click.argument("name")
@PATHS
@OUTPUT
@PROFILE
@AS_OF
@ROSTER
@format_of("json", "table")
def who(name: str, paths: tuple[Path, ...], output: Path | None, kind: str | None, **reading: Any) -> None:
    """What a party said, about whom, and who answered. NAME is a name, a part of one, or a party's id."""
    from counterclaim.export import who as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import party as table
    from counterclaim.parties.lookup import look_up

    form = chosen(kind, output, {".json": "json", ".txt": "table"}, default="table")
    evidence = evidence_of(paths, **reading)
    party = look_up(name, tuple(evidence.reading.parties.values()))
    if form == "json":
        put(encode(export.as_json(evidence, party)), output)
    else:
        show(table(export.profile(evidence, party)), output)


def _beside(evidence: Any, *, log: Path | None, since: datetime | None, min_confidence: float, hide_below: float) -> Any:
    """What stands beside a matrix; entries of the log whose charge was not found are named on standard error."""
    from counterclaim import pipeline
    from counterclaim.export.lines import Beside

    reads([log])
    placed, lost = pipeline.inquiries(evidence, log) if log else ({}, ())
    for entry in lost:
        click.echo(f"counterclaim: {log}: no charge has the key {entry.charge!r} (asked {entry.asked} on {entry.at:%Y-%m-%d})", err=True)
    changes = pipeline.changes(evidence, since=since) if since else ()
    return Beside(inquiries=placed, changes=changes, since=since, low_below=min_confidence, hide_below=hide_below)


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
