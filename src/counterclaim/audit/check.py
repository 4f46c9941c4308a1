"""What a check is: a named function that reads a case and says what it saw; and the case, prepared once for all checks.

`Check.run` is the plug-in point of the auditor. A check gives `Seen` records; its id, kind and severity are stamped on them,
so that no check can speak in another's name. A case is pure: no check changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counterclaim.audit.draft import joined
from counterclaim.receipts.quotation import Passages, check, passages
from counterclaim.records import Draft, Evidence, Finding, Quotation, Severity, Span, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quotation of the draft, its words, and what the quote check says of them."""

    quotation: Quotation
    words: str
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A draft and the evidence that it is held against."""

    draft: Draft
    evidence: Evidence
    passages: Passages
    quoted: tuple[Quoted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a check saw. `severity` only where it is not the check's own."""

    where: Span
    message: str
    evidence: str = ""
    suggestion: str | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One editorial rule. `kind` is the reader's name for what it finds, `title` says it in one line."""

    id: str
    kind: str
    severity: Severity
    title: str
    run: Callable[[Case], Iterable[Seen]]

    def findings(self, case: Case) -> list[Finding]:
        return [
            Finding(
                check=self.id,
                kind=self.kind,
                severity=seen.severity or self.severity,
                where=seen.where,
                message=seen.message,
                evidence=seen.evidence,
                suggestion=seen.suggestion,
            )
            for seen in self.run(case)
        ]


def prepare(draft: Draft, evidence: Evidence) -> Case:
    """The case of a draft."""
    reading = evidence.reading
    sources = passages(reading.documents, tuple(reading.statements.values()))
    return Case(draft=draft, evidence=evidence, passages=sources, quoted=tuple(_quoted(draft, q, sources) for q in draft.quotations))


def _quoted(draft: Draft, quotation: Quotation, sources: Passages) -> Quoted:
    said, _ = joined(draft.prose, quotation.inner.start, quotation.inner.end)
    return Quoted(quotation=quotation, words=said, verdict=check(said, sources))
