"""Writes findings as GitHub workflow commands, which the site shows at the line: `::error file=...,line=...::message`.

One command a finding. Lines and columns count from 1; columns are left out where a place spans several lines, as the
site refuses them there. Source: GitHub's documentation of workflow commands.
"""

from __future__ import annotations

from counterclaim.records import AuditReport, Draft, Finding, Severity
from counterclaim.text.position import Lines

_LEVEL = {Severity.BLOCK: "error", Severity.EDIT: "warning", Severity.NOTE: "notice"}


def commands(report: AuditReport, draft: Draft) -> str:
    """One line a finding, each with a newline at its end."""
    lines = Lines.of(draft.text)
    return "".join(f"{_command(report.path, f, lines)}\n" for f in report.findings)


def _command(path: str, finding: Finding, lines: Lines) -> str:
    start, last = lines.position(finding.where.start), lines.position(finding.where.end - 1)
    place = {"file": path, "line": start.line, "endLine": last.line}
    if start.line == last.line:
        place |= {"col": start.column, "endColumn": last.column + 1}
    place["title"] = f"{finding.check} {finding.kind}"
    properties = ",".join(f"{key}={_property(str(value))}" for key, value in place.items())
    parts = [finding.message, f"Source: {finding.evidence}" if finding.evidence else "", finding.suggestion or ""]
    return f"::{_LEVEL[finding.severity]} {properties}::{_data(chr(10).join(p for p in parts if p))}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
