"""Reads a reporter's log of inquiries: a CSV file with a heading, or a TOML file with one `[[inquiry]]` an entry.

Columns: charge (its key), asked, at, means, and where known deadline and outcome. A row of which nothing but charge, asked and deadline
is filled is still to be asked and is no entry. Refuses unknown columns, missing ones and dates that could be two days, naming the row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from counterclaim.errors import LogError
from counterclaim.ingest.decode import decode
from counterclaim.ingest.values import ValuesError, from_toml
from counterclaim.records import Inquiry
from counterclaim.text.times import moment

COLUMNS = ("charge", "asked", "at", "means", "deadline", "outcome")
_NEEDED = ("charge", "asked", "at", "means")
_Entry = Mapping[str, str]


def read(path: Path) -> tuple[Inquiry, ...]:
    """The entries of a log in its order. Raises LogError."""
    source = str(path)
    try:
        text = decode(path.read_bytes(), source=source)
    except OSError as error:
        raise LogError(f"the log cannot be opened: {error.strerror}", source=source) from error
    if path.suffix.lower() not in {".csv", ".toml"}:
        raise LogError("a log is a .csv or a .toml file", source=source)
    entries = _csv(text, source) if path.suffix.lower() == ".csv" else _toml(text, source)
    return tuple(_inquiry(where, entry, source) for where, entry in entries if any(entry.get(c) for c in ("at", "means", "outcome")))


def _csv(text: str, source: str) -> Iterator[tuple[str, _Entry]]:
    heading = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text), delimiter=";" if ";" in heading and "," not in heading else ",", strict=True)
    try:
        names = [n.strip().lower() for n in next(rows, [])]
        _check(names, "the heading", source)
        for cells in rows:
            if len(cells) > len(names):
                raise LogError(
                    f"row {rows.line_num}: {len(cells)} cells under {len(names)} columns; a comma may want quotes", source=source
                )
            if any(c.strip() for c in cells):
                yield f"row {rows.line_num}", {n: c.strip() for n, c in zip(names, cells, strict=False)}
    except csv.Error as error:
        raise LogError(f"row {rows.line_num}: not CSV: {error}", source=source) from error


def _toml(text: str, source: str) -> Iterator[tuple[str, _Entry]]:
    try:
        content = from_toml(text)
    except ValuesError as error:
        raise LogError(f"not TOML: {error}", source=source) from error
    entries = content.pop("inquiry", [])
    if content or not isinstance(entries, list) or not all(isinstance(e, dict) for e in entries):
        raise LogError("a log in TOML holds nothing but entries that begin with [[inquiry]]", source=source)
    for number, entry in enumerate(entries, 1):
        _check(list(entry), f"entry {number}", source)
        yield f"entry {number}", {n: v.isoformat() if isinstance(v, date | datetime) else str(v).strip() for n, v in entry.items()}


def _check(names: list[str], where: str, source: str) -> None:
    unknown = [n for n in names if n not in COLUMNS]
    if unknown:
        raise LogError(f"{where} has the unknown column {unknown[0]!r}; a log has {', '.join(COLUMNS)}", source=source)
    missing = [n for n in _NEEDED if n not in names]
    if missing:
        raise LogError(f"{where} lacks the column {missing[0]!r}; a log has {', '.join(COLUMNS)}", source=source)


def _inquiry(where: str, entry: _Entry, source: str) -> Inquiry:
    for name in _NEEDED:
        if not entry.get(name):
            raise LogError(f"{where}: {name!r} is empty", source=source)
    at, deadline = (_moment(where, name, entry.get(name, ""), source) for name in ("at", "deadline"))
    if at is None:
        raise LogError(f"{where}: 'at' is empty", source=source)
    if deadline is not None and deadline < at:
        raise LogError(f"{where}: the deadline {entry['deadline']!r} is before 'at' {entry['at']!r}", source=source)
    return Inquiry(
        charge=entry["charge"], asked=entry["asked"], at=at, means=entry["means"], deadline=deadline, outcome=entry.get("outcome") or None
    )


def _moment(where: str, name: str, written: str, source: str) -> datetime | None:
    if not written:
        return None
    read_as = moment(written)
    if read_as is None:
        raise LogError(f"{where}: {name!r} is no single date: {written!r}; write it like 2031-03-09 or 2031-03-09 17:00", source=source)
    return read_as
