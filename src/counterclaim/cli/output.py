"""Reads for every command and prints for it: progress, the format asked for, files written whole or not at all."""

from __future__ import annotations

import io
import os
import stat
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from counterclaim.errors import CounterclaimError, MissingSource

_READ = "counterclaim.read"  # where a command's context keeps the files that it read


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("reading") as status:
        yield status.update


def chosen(kind: str | None, output: Path | None, suffixes: dict[str, str], *, default: str) -> str:
    """The format: `--format`, else by the suffix of FILE, else the one for people."""
    if kind or output is None:
        return kind or default
    form = suffixes.get(output.suffix.lower())
    if form is None:
        known = ", ".join(suffixes)
        raise click.UsageError(
            f"{output}: the suffix {output.suffix or '(none)'!r} names no format of this command; use {known} or --format"
        )
    return form


def put(data: bytes, output: Path | None) -> None:
    """Writes whole or not at all, and never over what this command has read."""
    if output is None:
        click.echo(data, nl=False)
        return
    try:
        target = output.resolve()  # through a link, not over it
        if target in click.get_current_context().meta.get(_READ, ()):
            raise CounterclaimError("is an input of this command and is not written over; name another file", source=str(output))
        if target.exists() and not target.is_file():
            target.write_bytes(data)  # a pipe or a device is written into, never replaced
        else:
            _replace(data, target)
    except OSError as error:
        raise CounterclaimError(f"cannot be written: {error.strerror or error}", source=str(output)) from error


def rewrite(data: bytes, path: Path) -> None:
    """Writes anew, whole or not at all, a file that this command was asked to change; who may read it stays."""
    target = path.resolve()
    try:
        _replace(data, target, mode=stat.S_IMODE(target.stat().st_mode))
    except OSError as error:
        raise CounterclaimError(f"cannot be written: {error.strerror or error}", source=str(path)) from error


def _replace(data: bytes, target: Path, mode: int | None = None) -> None:
    """A temporary file beside the target, then a rename; whatever stops it, nothing half-written stays."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".counterclaim.", delete=False) as temporary:
        try:
            temporary.write(data)
            temporary.flush()
            umask = os.umask(0)
            os.umask(umask)
            os.chmod(temporary.name, 0o666 & ~umask if mode is None else mode)
            os.replace(temporary.name, target)
        except BaseException:
            Path(temporary.name).unlink(missing_ok=True)
            raise


def reads(paths: Iterable[Path | None]) -> None:
    """Notes what this command reads, so that it does not write over it."""
    click.get_current_context().meta.setdefault(_READ, set()).update(p.resolve() for p in paths if p)


def show(table: Any, output: Path | None) -> None:
    from rich.console import Console

    if output is None:
        Console(highlight=False).print(table)
        return
    console = Console(width=120, file=io.StringIO(), highlight=False)
    with console.capture() as captured:
        console.print(table)
    put(captured.get().encode(), output)


def warn(evidence: Any, skipped: list[Path]) -> None:
    for path in skipped:
        click.echo(f"counterclaim: skipped {path}: not a source that counterclaim reads", err=True)
    if not evidence.reading.statements:
        click.echo("counterclaim: warning: no attributed statement was found in what was read", err=True)


def evidence_of(paths: tuple[Path, ...], profile: str | None = None, as_of: datetime | None = None, roster: Path | None = None) -> Any:
    """Reads and understands the sources, showing progress on standard error where it is a terminal."""
    from counterclaim import pipeline

    listed = None if roster is None else pipeline.roster(roster)
    with progress() as tell:
        documents, skipped = pipeline.documents(paths, progress=tell)
        reads([roster, *(Path(d.provenance.path) for d in documents)])
        if as_of:
            documents, _, undated = pipeline.published(documents, as_of)
            for d in undated:
                click.echo(f"counterclaim: left out {d.provenance.path}: it bears no date, so it may be from after the one given", err=True)
            if not documents:
                raise MissingSource(f"no source was published up to {as_of:%Y-%m-%d}", source=", ".join(map(str, paths)))
        evidence = pipeline.read(documents, profile=profile, roster=listed, as_of=as_of, progress=tell)
    warn(evidence, skipped)
    return evidence


def sources_of(paths: tuple[Path, ...], briefs: tuple[Path, ...], *, cached: bool, reader: str | None) -> Any:
    """What some sources say; a reading is kept in the user's cache folder."""
    from counterclaim import pipeline
    from counterclaim.ingest import readings

    kept_in = readings.folder() if cached else None
    with progress() as tell:
        evidence, skipped = pipeline.evidence(paths, besides=briefs, reader=reader, kept_in=kept_in, progress=tell)
        reads([*briefs, *(Path(d.provenance.path) for d in evidence.reading.documents.values())])
    warn(evidence, skipped)
    return evidence
