"""What a check is: a named function that reads a case and says what it saw.

`Check.run` is the plug-in point of the auditor. A check gives `Seen` records; its id, kind and severity are stamped on them,
so that no check can speak in another's name, and their places in the case's words become places in the file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from counterclaim.audit.case import Case
from counterclaim.records import Finding, Severity, Span


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
                where=case.place(seen.where),
                message=seen.message,
                evidence=seen.evidence,
                suggestion=seen.suggestion,
            )
            for seen in self.run(case)
        ]
