"""Lets an editor silence a finding where it stands, by a comment that names the check and a reason.

    <!-- counterclaim: allow A5 because the court's own word is "claimed" -->

The comment holds for the sentence in which it stands, else for the one that follows, else - at the end of a line - for
the one before it. A comment without a reason, or with a name that no check has, silences nothing and is a finding (C1);
so is one that had nothing to silence (C2). Comments inside code are examples, not comments.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from counterclaim.export.catalogue import catalogue, known
from counterclaim.records import AuditReport, Draft, Finding, Severity, Span

REASONLESS, UNUSED = "C1", "C2"
_COMMENT = re.compile(r"<!--\s*counterclaim\s*:\s*(?P<said>.*?)\s*-->", re.DOTALL | re.IGNORECASE)
_ALLOW = re.compile(r"allow\s+(?P<checks>.+?)(?:\s+because\b[\s:]*(?P<reason>.*))?", re.DOTALL | re.IGNORECASE)
_APART = re.compile(r"[\s,;]+(?:and\s+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """One comment: the names it gives, its reason, and the sentence for which it holds (None where there is none)."""

    where: Span
    names: tuple[str, ...]
    reason: str
    sentence: Span | None

    def covers(self, finding: Finding) -> bool:
        named = {finding.check.lower(), finding.kind.lower()} & {n.lower() for n in self.names}
        return bool(named) and self.sentence is not None and _touch(finding.where, self.sentence)


def silences(draft: Draft) -> tuple[Silence, ...]:
    """The comments of a draft, in order."""
    found = (m for m in _COMMENT.finditer(draft.text) if not _inside(m, draft.skipped))
    return tuple(_silence(m, draft) for m in found)


def apply(report: AuditReport, draft: Draft, checks: Collection[str]) -> AuditReport:
    """The report without what is silenced, and with what is wrong with the comments. `checks` are the ids that exist."""
    names = {n.lower() for n in known(checks)}
    every = silences(draft)
    valid = [s for s in every if not _fault(s, names)]
    kept = tuple(f for f in report.findings if not any(s.covers(f) for s in valid))
    faults = [_finding(REASONLESS, s.where, _fault(s, names)) for s in every if _fault(s, names)]
    unused = [_finding(UNUSED, s.where, _idle(s)) for s in valid if not any(s.covers(f) for f in report.findings) and _ran(s, report)]
    findings = (*kept, *faults, *unused)
    return replace(report, findings=tuple(sorted(findings, key=lambda f: (f.where, f.check))))


def _silence(comment: re.Match[str], draft: Draft) -> Silence:
    where = Span(*comment.span())
    allow = _ALLOW.fullmatch(comment["said"])
    names = tuple(n for n in _APART.split(allow["checks"]) if n) if allow else ()
    reason = " ".join((allow["reason"] or "").split()) if allow else ""
    return Silence(where=where, names=names, reason=reason, sentence=_sentence(where, draft))


def _sentence(comment: Span, draft: Draft) -> Span | None:
    around = next((s for s in draft.sentences if s.start < comment.start and comment.end < s.end), None)
    before = next((s for s in reversed(draft.sentences) if s.end <= comment.start), None)
    after = next((s for s in draft.sentences if s.start >= comment.end), None)
    return around or (before if before and _ends_line(comment, before, draft) else after or before)


def _ends_line(comment: Span, before: Span, draft: Draft) -> bool:
    """Whether a sentence stands before the comment on its line, and no words after it."""
    line_end = draft.text.find("\n", comment.end)
    rest = draft.prose[comment.end : len(draft.text) if line_end < 0 else line_end]
    return "\n" not in draft.text[before.end : comment.start] and not any(char.isalnum() for char in rest)


def _fault(silence: Silence, names: Collection[str]) -> str:
    unknown = [n for n in silence.names if n.lower() not in names]
    if not silence.names:
        return "This comment does not say what it allows; write “allow CHECK because REASON”."
    if unknown:
        return f"This comment allows {', '.join(unknown)}, which no check is called; it silences nothing."
    return "" if silence.reason else "This comment gives no reason; it silences nothing."


def _idle(silence: Silence) -> str:
    return f"This comment allows {', '.join(silence.names)}, which was not found in its sentence."


def _ran(silence: Silence, report: AuditReport) -> bool:
    """Whether a check that the comment names ran at all: one that is switched off could find nothing."""
    return bool({n.lower() for n in silence.names} & {n.lower() for n in known(report.checks_run)})


def _finding(check: str, where: Span, message: str) -> Finding:
    severity = Severity.EDIT if check == REASONLESS else Severity.NOTE
    return Finding(check=check, kind=catalogue()[check].kind, severity=severity, where=where, message=message)


def _inside(comment: re.Match[str], skipped: Collection[Span]) -> bool:
    """Whether the comment is part of a larger stretch that is no prose: a code block."""
    return any(s.start <= comment.start() and comment.end() <= s.end and s != Span(*comment.span()) for s in skipped)


def _touch(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
