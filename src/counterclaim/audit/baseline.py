"""Owns the findings that a newsroom has accepted: a file of checks and sentences, so that only new findings are reported.

An entry is known by its check and its sentence's words, not by a line: it survives edits elsewhere and ends with the
first change of its own sentence. Text in, text out; the same findings always give the same file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import msgspec

from counterclaim.errors import BaselineError
from counterclaim.records import AuditReport, Draft
from counterclaim.text.fingerprint import content

SCHEMA = "counterclaim/baseline/1"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Accepted:
    check: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _File:
    schema: str
    accepted: tuple[Accepted, ...]


def parse(data: bytes, *, source: str) -> frozenset[Accepted]:
    """The accepted findings of a baseline file."""
    try:
        file = msgspec.json.decode(data, type=_File)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:  # a ValidationError is a DecodeError
        raise BaselineError(f"no baseline that counterclaim wrote: {error}", source=source) from error
    if file.schema != SCHEMA:
        raise BaselineError(f"the schema is {file.schema!r}, not {SCHEMA!r}", source=source)
    return frozenset(file.accepted)


def write(audited: Iterable[tuple[AuditReport, Draft]]) -> bytes:
    """A baseline that accepts all findings of some reports."""
    accepted = sorted({a for report, draft in audited for a in _contents(report, draft)})
    return msgspec.json.format(msgspec.json.encode(_File(schema=SCHEMA, accepted=tuple(accepted))), indent=1) + b"\n"


def apply(report: AuditReport, draft: Draft, accepted: frozenset[Accepted]) -> AuditReport:
    """The report without accepted findings; how many those were stands among what was not verified."""
    new = tuple(f for f, a in zip(report.findings, _contents(report, draft), strict=True) if a not in accepted)
    old = len(report.findings) - len(new)
    told = (f"{old} finding{'' if old == 1 else 's'} of the baseline: accepted before",) if old else ()
    return replace(report, findings=new, unverified=(*report.unverified, *told))


def _contents(report: AuditReport, draft: Draft) -> Sequence[Accepted]:
    return [Accepted(check=check, sentence=sentence) for check, sentence in (content(draft, f) for f in report.findings)]
