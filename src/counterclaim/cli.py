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
def ledger(paths: tuple[Path, ...], output: Path | None, kind: str | None) -> None:
    """Every attributed statement of a story, with its exact place."""
    from counterclaim.export.ledger import encode
    from counterclaim.export.ledger import ledger as as_json

    evidence = _evidence(paths)
    if _chosen(kind, output, {".json": "json"}, default="table") == "json":
        _put(encode(as_json(evidence)), output)
    else:
        from counterclaim.export.tables import statements

        _show(statements(evidence), output)


@main.command()
@PATHS
@OUTPUT
@_format("json", "csv", "html", "table")
def matrix(paths: tuple[Path, ...], output: Path | None, kind: str | None) -> None:
    """Charges against answers: who answered what, and what nobody answered."""
    from counterclaim.export import matrix as export
    from counterclaim.export.ledger import encode
    from counterclaim.export.tables import charges

    evidence = _evidence(paths)
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
def brief(paths: tuple[Path, ...], output: Path | None, kind: str | None) -> None:
    """A neutral brief in which every sentence can be traced."""
    from counterclaim import pipeline
    from counterclaim.brief import render
    from counterclaim.export.brief import brief as as_json
    from counterclaim.export.ledger import encode

    chosen = _chosen(kind, output, {".md": "md", ".html": "html", ".htm": "html", ".json": "json"}, default="md")
    written = pipeline.write_brief(_evidence(paths))
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


SOURCES = click.option(
    "--sources",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A source or a folder of them; else the profile says where each brief's lie.",
)
CACHE = click.option("--no-cache", "cached", flag_value=False, default=True, type=bool, help="Read the sources anew; keep nothing.")


def _file(option: str, name: str, told: str) -> Callable[[Any], Any]:
    return click.option(option, name, type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help=told)


@main.command()
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BRIEF...")
@SOURCES
@OUTPUT
@_format("text", "json", "sarif", "github")
@_file("--profile", "named", "The newsroom's profile; else counterclaim.toml or pyproject.toml, found from the brief upwards.")
@_file("--baseline", "known", "Findings that were accepted before are not told again.")
@_file("--write-baseline", "accept", "Accept all that is found now: write it to FILE, exit with 0.")
@CACHE
@click.pass_context
def audit(
    ctx: click.Context,
    briefs: tuple[Path, ...],
    paths: tuple[Path, ...],
    output: Path | None,
    kind: str | None,
    named: Path | None,
    known: Path | None,
    accept: Path | None,
    cached: bool,
) -> None:
    """What an editor must look at in a text, held against its sources. Exit code 1 where a finding blocks."""
    from counterclaim import pipeline
    from counterclaim.audit import baseline, profile

    chosen = _chosen(kind, output, {".json": "json", ".sarif": "sarif", ".txt": "text"}, default="text")
    wanted = [pipeline.settings(brief, named) for brief in briefs]
    accepted = pipeline.accepted(known) if known else frozenset()
    drafts = pipeline.drafts(briefs)
    held = _held_against(briefs, wanted, paths, cached=cached)
    raw = [r for d, e in zip(drafts, held, strict=True) for r in pipeline.audit([d], e)]
    reports = pipeline.reviewed(drafts, raw, wanted, accepted)
    _put(_told(chosen, reports, drafts).encode(), output)
    if accept:
        _put(baseline.write(zip(pipeline.reviewed(drafts, raw, wanted), drafts, strict=True)), accept)
        click.echo(f"counterclaim: accepted what was found in {len(briefs)} brief(s): {accept}", err=True)
    elif any(profile.fails([r], p) for r, p in zip(reports, wanted, strict=True)):
        ctx.exit(1)


def _told(chosen: str, reports: list[Any], drafts: list[Any]) -> str:
    """The reports in one of the formats of `audit`."""
    from counterclaim.export import annotations, sarif
    from counterclaim.export import audit as export
    from counterclaim.export.ledger import encode

    audited = list(zip(reports, drafts, strict=True))
    if chosen == "github":
        return "".join(annotations.commands(r, d) for r, d in audited)
    if chosen == "text":
        return export.as_text(reports, {d.path: d.text for d in drafts})
    return encode(sarif.sarif(audited) if chosen == "sarif" else export.as_json(reports)).decode()


@main.command()
@click.argument("check", metavar="CHECK")
def explain(check: str) -> None:
    """What a check of the audit means, why it matters, whose rule it is, and an example each way."""
    from counterclaim.audit.review import IDS
    from counterclaim.export import catalogue

    entry = catalogue.explain(check)
    click.echo(catalogue.text(entry), nl=False)
    if entry.check not in IDS:
        click.echo("\nThis version's audit does not run this check.")


@main.command()
@click.argument("brief", type=click.Path(path_type=Path), metavar="BRIEF")
@SOURCES
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed plants the same errors.", metavar="N")
@click.option("--per-kind", type=click.IntRange(1), default=3, show_default=True, help="Errors of each kind, at most.", metavar="N")
@_format("text", "json")
@_file("--profile", "named", "The newsroom's profile, as for audit.")
@CACHE
def mutate(brief: Path, paths: tuple[Path, ...], seed: int, per_kind: int, kind: str | None, named: Path | None, cached: bool) -> None:
    """Plants known errors into copies of a brief and tells how many of them the audit would have let pass."""
    from counterclaim import pipeline
    from counterclaim.audit import trial
    from counterclaim.audit.mutate import LEFT_OUT
    from counterclaim.export.ledger import encode
    from counterclaim.export.trial import table

    wanted = pipeline.settings(brief, named)
    (draft,) = pipeline.drafts([brief])
    (evidence,) = _held_against((brief,), [wanted], paths, cached=cached)
    outcomes = pipeline.try_out(draft, evidence, wanted, seed=seed, per_kind=per_kind)
    if kind == "json":
        _put(encode(trial.as_json(draft, outcomes, seed=seed)), None)
        return
    _show(table([(t.kind, t.planted, t.found) for t in trial.tallies(outcomes)]), None)
    for o in outcomes:
        if not o.found_by and o.mutation.kind != LEFT_OUT:
            click.echo(f"would have passed: {o.mutation.kind}: {' '.join(o.mutation.corrupted.split())}")


def _held_against(briefs: tuple[Path, ...], wanted: list[Any], paths: tuple[Path, ...], *, cached: bool) -> list[Any]:
    """What the sources of each brief say: those named, else those of its profile, each read once for all briefs."""
    from counterclaim import pipeline

    where = [paths or pipeline.sources_of(brief, profile) for brief, profile in zip(briefs, wanted, strict=True)]
    read = {these: _sources(these, briefs, cached=cached) for these in dict.fromkeys(where)}
    return [read[these] for these in where]


def _sources(paths: tuple[Path, ...], briefs: tuple[Path, ...], *, cached: bool) -> Any:
    """What some sources say; a reading is kept in the user's cache folder."""
    from counterclaim import pipeline
    from counterclaim.ingest import cache

    with _progress() as tell:
        evidence, skipped = pipeline.evidence(paths, besides=briefs, kept_in=cache.folder() if cached else None, progress=tell)
    _warn(evidence, skipped)
    return evidence


def _evidence(paths: tuple[Path, ...]) -> Any:
    """Reads and understands the sources, showing progress on standard error where it is a terminal."""
    from counterclaim import pipeline

    with _progress() as tell:
        documents, skipped = pipeline.documents(paths, progress=tell)
        evidence = pipeline.read(documents, progress=tell)
    _warn(evidence, skipped)
    return evidence


def _warn(evidence: Any, skipped: list[Path]) -> None:
    for path in skipped:
        click.echo(f"counterclaim: skipped {path}: not a source that counterclaim reads", err=True)
    if not evidence.reading.statements:
        click.echo("counterclaim: warning: no attributed statement was found in what was read", err=True)


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
