"""Tries an audit on planted errors: which of them would have passed?

An error is found by a finding, graver than a note, that touches the corrupted words (an answer left out: that stands
anywhere), of a kind that the brief without the error did not get at that place. So an alarm on faithful text finds nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from counterclaim.audit.mutate import KINDS, LEFT_OUT, Mutation
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

SCHEMA = "counterclaim/mutate/1"
Audit = Callable[[Draft], AuditReport]
Redraft = Callable[[str, str], Draft]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """One planted error and the findings that it brought; none means that it would have passed."""

    mutation: Mutation
    found_by: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    kind: str
    planted: int
    found: int

    @property
    def passed(self) -> int:
        return self.planted - self.found


def run(draft: Draft, mutations: Sequence[Mutation], audit: Audit, redraft: Redraft) -> list[Outcome]:
    """Audits the brief once as it is and once with each error. `redraft` makes a draft of (path, text)."""
    before = _told(audit(draft).findings)
    return [
        Outcome(mutation=m, found_by=tuple(_brought(m, before, _told(audit(redraft(draft.path, m.applied(draft.text))).findings))))
        for m in mutations
    ]


def tallies(outcomes: Sequence[Outcome]) -> list[Tally]:
    """How many errors of each kind were planted and found, in the order of KINDS, kinds that were not planted left out."""
    of = {kind: [o for o in outcomes if o.mutation.kind == kind] for kind in KINDS}
    return [Tally(kind=kind, planted=len(these), found=sum(bool(o.found_by) for o in these)) for kind, these in of.items() if these]


def as_json(draft: Draft, outcomes: Sequence[Outcome], *, seed: int) -> dict[str, Any]:
    """A trial as plain values, ready for JSON."""
    passed = sum(not o.found_by for o in outcomes)
    return {
        "schema": SCHEMA,
        "path": draft.path,
        "seed": seed,
        "planted": len(outcomes),
        "passed": passed,
        "share_passed": round(passed / len(outcomes), 3) if outcomes else None,
        "kinds": {t.kind: {"planted": t.planted, "found": t.found, "passed": t.passed} for t in tallies(outcomes)},
        "errors": [_error(draft, o) for o in outcomes],
    }


def _error(draft: Draft, outcome: Outcome) -> dict[str, Any]:
    m = outcome.mutation
    return {
        "kind": m.kind,
        "start": m.where.start,
        "end": m.where.end,
        "sentence": draft.text[m.where.start : m.where.end],
        "corrupted": m.corrupted,
        "found_by": sorted({f.check for f in outcome.found_by}),
        "kinds_found": sorted({f.kind for f in outcome.found_by}),
    }


def _told(findings: Sequence[Finding]) -> list[Finding]:
    return [f for f in findings if f.severity is not Severity.NOTE]


def _brought(m: Mutation, before: Sequence[Finding], after: Sequence[Finding]) -> Iterator[Finding]:
    """The findings of the corrupted copy that are due to the error."""
    grown = len(m.corrupted) - (m.where.end - m.where.start)
    stretch = (m.where.start, m.where.start + len(m.corrupted))
    here = {f.kind for f in before if _touches(f.where, m.where.start, m.where.end)}
    elsewhere = {(f.kind, _moved(f.where.start, m, grown)) for f in before}
    for f in after:
        touches = _touches(f.where, *stretch)
        if (touches and f.kind not in here) or (m.kind == LEFT_OUT and not touches and (f.kind, f.where.start) not in elsewhere):
            yield f


def _moved(offset: int, m: Mutation, grown: int) -> int:
    return offset if offset < m.where.end else offset + grown


def _touches(where: Span, start: int, end: int) -> bool:
    return where.start < end and start < where.end
