"""Shows an auditor's findings: as JSON for programs, and as text with the place underlined for people.

Records in, values and renderables out. Offsets are code points into the brief file as decoded, half-open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from rich.cells import cell_len
from rich.text import Text

from counterclaim.records import AuditReport, Draft, Finding, Severity, Span
from counterclaim.text.position import Lines

SCHEMA = "counterclaim/audit/1"
_STYLE = {Severity.BLOCK: "bold red", Severity.EDIT: "yellow", Severity.NOTE: "cyan"}
_BEFORE, _AFTER = 40, 30  # code points of the line shown on either side of the place
_WIDEST = 100  # code points of the place itself that are shown


def as_json(reports: Sequence[AuditReport]) -> dict[str, Any]:
    """All reports as plain values, ready for JSON."""
    return {"schema": SCHEMA, "briefs": [_brief(r) for r in reports]}


def as_text(report: AuditReport, draft: Draft) -> Text:
    """The findings of one brief in the order of their places, and at the end what was examined and what was not."""
    lines = Lines.of(draft.text)
    shown = Text()
    for finding in report.findings:
        shown.append_text(_finding(report.path, finding, lines))
    return shown.append_text(_summary(report))


def _brief(report: AuditReport) -> dict[str, Any]:
    return {
        "path": report.path,
        "findings": [_as_values(f) for f in report.findings],
        "checks_run": list(report.checks_run),
        "sentences": report.sentences,
        "quotations": report.quotations,
        "unverified": list(report.unverified),
    }


def _as_values(f: Finding) -> dict[str, Any]:
    return {
        "check": f.check,
        "kind": f.kind,
        "severity": f.severity,
        "start": f.where.start,
        "end": f.where.end,
        "message": f.message,
        "evidence": f.evidence,
        "suggestion": f.suggestion,
    }


def _finding(path: str, finding: Finding, lines: Lines) -> Text:
    at = lines.position(finding.where.start)
    shown = Text(f"{path}:{at.line}:{at.column} ")
    shown.append(f"{finding.severity} {finding.check} {finding.kind}", style=_STYLE[finding.severity])
    shown.append(f"\n  {finding.message}\n")
    for row in _underlined(finding.where, lines):
        shown.append(f"    {row}\n")
    if finding.evidence:
        shown.append(f"  source: {' '.join(finding.evidence.split())}\n", style="dim")
    if finding.suggestion:
        shown.append(f"  suggestion: {finding.suggestion}\n")
    return shown.append("\n")


def _underlined(where: Span, lines: Lines) -> Iterator[str]:
    """The words around a place, and a row of carets under it; a place of several lines is shown as far as its first goes."""
    line = lines.around(where)
    if line is None:
        return
    end = max(min(where.end, line.end, where.start + _WIDEST), where.start)
    left, right = max(line.start, where.start - _BEFORE), min(line.end, end + _AFTER)
    before = _plain("…" * (left > line.start) + lines.text[left : where.start])
    place = _plain(lines.text[where.start : end])
    yield before + place + _plain(lines.text[end:right]) + "…" * (right < line.end)
    yield " " * cell_len(before) + "^" * max(cell_len(place), 1)


def _plain(words: str) -> str:
    """The words as a terminal can show them in one row: each control character as a space."""
    return "".join(char if char.isprintable() else " " for char in words)


def _summary(report: AuditReport) -> Text:
    by_severity = Counter(f.severity for f in report.findings)
    counts = ", ".join(f"{by_severity[s]} {s}" for s in Severity if by_severity[s]) or "nothing found"
    shown = Text(f"{report.path}: {counts}")
    shown.append(f"; examined {_count(report.sentences, 'sentence')} and {_count(report.quotations, 'quotation')}")
    shown.append(f" with {_count(len(report.checks_run), 'check')}\n")
    for reason in report.unverified:
        shown.append(f"  not verified: {reason}\n", style="dim")
    return shown


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
