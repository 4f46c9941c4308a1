"""Writes audit reports: the JSON of PRODUCT.md, and text for a terminal with each finding's place underlined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich.cells import cell_len

from counterclaim.records import AuditReport, Finding, Severity

SCHEMA = "counterclaim/audit/1"
_WIDTH = 100  # code points of a draft's line that are shown around a finding


def as_json(reports: Sequence[AuditReport]) -> dict[str, Any]:
    """The reports as plain values."""
    return {"schema": SCHEMA, "briefs": [_brief(r) for r in reports]}


def as_text(reports: Sequence[AuditReport], texts: Mapping[str, str]) -> str:
    """The reports for people. `texts` holds each draft's text by its path."""
    return "\n".join(line for r in reports for line in _lines(r, texts[r.path])) + "\n"


def _brief(report: AuditReport) -> dict[str, Any]:
    return {
        "path": report.path,
        "findings": [_finding(f) for f in report.findings],
        "examined": {"sentences": report.sentences, "quotations": report.quotations, "checks": list(report.checks_run)},
        "unverified": list(report.unverified),
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {
        "check": f.check,
        "kind": f.kind,
        "severity": f.severity.value,
        "start": f.where.start,
        "end": f.where.end,
        "message": f.message,
        "evidence": f.evidence,
        "suggestion": f.suggestion,
    }


def _lines(report: AuditReport, text: str) -> Iterator[str]:
    for f in report.findings:
        line = text.count("\n", 0, f.where.start) + 1
        column = f.where.start - (text.rfind("\n", 0, f.where.start) + 1) + 1
        yield f"{report.path}:{line}:{column}: {f.severity.value}: {f.message} [{f.check} {f.kind}]"
        yield from _underlined(text, f)
        if f.evidence:
            yield f"    source: {f.evidence}"
        if f.suggestion:
            yield f"    suggestion: {f.suggestion}"
        yield ""
    counts = [sum(f.severity is s for f in report.findings) for s in Severity]
    yield (
        f"{report.path}: {counts[0]} block, {counts[1]} edit, {counts[2]} note; examined {report.sentences} sentences and "
        f"{report.quotations} quotations by {len(report.checks_run)} checks"
    )
    for reason in report.unverified:
        yield f"    not examined: {reason}"


def _underlined(text: str, f: Finding) -> Iterator[str]:
    """The line of the draft, cut to what fits, with marks under the finding's first line."""
    start = text.rfind("\n", 0, f.where.start) + 1
    stop = text.find("\n", f.where.start)
    stop = len(text) if stop < 0 else stop
    left = max(start, f.where.start - _WIDTH // 4)
    right = min(stop, left + _WIDTH)
    before = "…" * (left > start) + _shown(text[left : f.where.start])
    yield f"    {before}{_shown(text[f.where.start : right])}{'…' if right < stop else ''}"
    yield " " * (4 + cell_len(before)) + "^" * max(1, cell_len(_shown(text[f.where.start : min(f.where.end, right)])))


def _shown(words: str) -> str:
    """The words as a terminal can show them in one row: each tab or control character as a space."""
    return "".join(char if char.isprintable() else " " for char in words)
