"""Writes findings as SARIF 2.1.0, the format that code-review sites and editors read (OASIS standard).

Rules keep their ids; a result's fingerprint is made of its check and its sentence's words, so that it stays the same
result when lines move. Columns and offsets count code points of the decoded file (`columnKind` says so).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from counterclaim.export.catalogue import Explanation, catalogue
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span
from counterclaim.text.fingerprint import content, digest
from counterclaim.text.position import Lines

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVEL = {Severity.BLOCK: "error", Severity.EDIT: "warning", Severity.NOTE: "note"}


def sarif(audited: Sequence[tuple[AuditReport, Draft]]) -> dict[str, Any]:
    """One run over all briefs, ready for JSON."""
    rules = _rules(audited)
    index = {rule: i for i, rule in enumerate(rules)}
    driver = {"name": "counterclaim", "semanticVersion": _version(), "rules": [_rule(rule, rules[rule]) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [n for r, _ in audited for n in _unverified(r)]}],
        "artifacts": [{"location": {"uri": _uri(report.path)}} for report, _ in audited],
        "results": [result for report, draft in audited for result in _results(report, draft, index)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(audited: Sequence[tuple[AuditReport, Draft]]) -> Mapping[str, str]:
    """Each check that ran or found something, in the catalogue's order, with its kind."""
    kinds = {f.check: f.kind for report, _ in audited for f in report.findings}
    ran = {check: catalogue()[check].kind for report, _ in audited for check in report.checks_run if check in catalogue()}
    every = ran | kinds
    order = {check: i for i, check in enumerate(catalogue())}
    return {check: every[check] for check in sorted(every, key=lambda c: (order.get(c, len(order)), c))}


def _rule(check: str, kind: str) -> dict[str, Any]:
    entry: Explanation | None = catalogue().get(check)
    rule: dict[str, Any] = {"id": check, "name": "".join(part.capitalize() for part in kind.split("-"))}
    if entry is None:
        return rule
    return rule | {
        "shortDescription": {"text": entry.title},
        "fullDescription": {"text": entry.what},
        "help": {"text": f"{entry.why} Behind it: {'; '.join(entry.trade)}. Reported: {entry.wrong} Not reported: {entry.right}"},
    }


def _results(report: AuditReport, draft: Draft, index: Mapping[str, int]) -> list[dict[str, Any]]:
    lines = Lines.of(draft.text)
    return [_result(f, report.path, draft, lines, index) for f in report.findings]


def _result(finding: Finding, path: str, draft: Draft, lines: Lines, index: Mapping[str, int]) -> dict[str, Any]:
    place = {"artifactLocation": {"uri": _uri(path)}, "region": _region(finding.where, lines)}
    return {
        "ruleId": finding.check,
        "ruleIndex": index[finding.check],
        "level": _LEVEL[finding.severity],
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"counterclaim/v1": digest(content(draft, finding))},
        "properties": {"kind": finding.kind, "evidence": finding.evidence, "suggestion": finding.suggestion},
    }


def _message(finding: Finding) -> str:
    source = f" Source: {' '.join(finding.evidence.split())}" if finding.evidence else ""
    return f"{finding.message}{source}{f' Suggestion: {finding.suggestion}' if finding.suggestion else ''}"


def _region(where: Span, lines: Lines) -> dict[str, int]:
    start, end = lines.position(where.start), lines.position(where.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": where.start,
        "charLength": where.end - where.start,
    }


def _unverified(report: AuditReport) -> list[dict[str, Any]]:
    return [{"level": "note", "message": {"text": f"{report.path}: not verified: {reason}"}} for reason in report.unverified]


def _version() -> str:
    try:
        return version("counterclaim")
    except PackageNotFoundError:  # run from its folder, not installed
        return "0.0.0"


def _uri(path: str) -> str:
    """A URI reference: relative paths stay relative, so that a review site finds the file in the repository."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
