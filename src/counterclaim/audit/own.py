"""Audits our own brief before anybody sees it: what a check would block is told in the outlet's words, or left out.

First a sentence gives way to the outlet's own sentence, quoted as the outlet's; what is blocked then too is left out, and so is
whatever has no such sentence. A blocked headline gives way to one that only says who charges whom. Notes say what was done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from counterclaim.audit import report
from counterclaim.audit.draft import draft
from counterclaim.brief.phrases import closed_words, reports
from counterclaim.brief.render import markdown
from counterclaim.brief.sentences import graded
from counterclaim.brief.write import plain_headline
from counterclaim.records import Brief, BriefSentence, Evidence, Reading, Severity, Voice

_LONGEST = 70  # words of an outlet's sentence that stands in for ours
_ROUNDS = 3  # leaving one sentence out may turn a check on another one

_WHO = frozenset({"Q2", "A17", "R3"})  # checks that doubt who speaks

Mend = Callable[[Reading, BriefSentence, str], BriefSentence | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishable:
    """A brief without blocked sentences, and what became of those there were."""

    brief: Brief
    notes: tuple[str, ...]


def publishable(brief: Brief, evidence: Evidence) -> Publishable:
    """The brief as it may be published."""
    notes: list[str] = []
    if _blocked(brief, evidence).get(brief.headline):
        notes.append(f"headline replaced: {brief.headline}")
        brief = replace(brief, headline=plain_headline(evidence))
    mends: tuple[Mend, ...] = (in_the_outlets_words, *[left_out] * _ROUNDS)
    for mend in mends:
        blocked = _blocked(brief, evidence)
        if not blocked:
            break
        brief = _mended(brief, blocked, partial(mend, evidence.reading), notes)
    return Publishable(brief=brief, notes=tuple(notes))


def in_the_outlets_words(reading: Reading, s: BriefSentence, check: str) -> BriefSentence | None:
    """The sentence of the source that is cited first, quoted as the outlet's; None for a sentence of our own and a long passage."""
    cited = s.citations[0]
    words = closed_words(reading, cited.document, cited.span)
    if s.voice is Voice.OWN or len(words.split()) > _LONGEST:
        return None
    head = reports(reading, cited.document)
    return graded(replace(s, text=f"{head[0].upper()}{head[1:]}: {words}", party=None if check in _WHO else s.party))


def left_out(_: Reading, __: BriefSentence, ___: str) -> None:
    return None


def _blocked(brief: Brief, evidence: Evidence) -> dict[str, str]:
    """The sentences that a check blocks -> the check."""
    text = markdown(brief)
    findings = [f for f in report.audit(draft("brief.md", text), evidence).findings if f.severity is Severity.BLOCK]
    found: dict[str, str] = {}
    at = 0
    for f in findings:
        if f.where.start <= len(f"# {brief.headline}"):
            found[brief.headline] = f.check
    for s in (s for section in brief.sections for s in section.sentences):
        at = text.index(s.text, at)
        for f in findings:
            if f.where.start < at + len(s.text) and at < f.where.end:
                found[s.text] = f.check
    return found


def _mended(brief: Brief, blocked: dict[str, str], mend: Callable[[BriefSentence, str], BriefSentence | None], notes: list[str]) -> Brief:
    sections = []
    for section in brief.sections:
        kept: list[BriefSentence] = []
        for s in section.sentences:
            other = mend(s, blocked[s.text]) if s.text in blocked else s
            if other is not s:
                what = "left out" if other is None else "told in the source's words"
                notes.append(f"{blocked[s.text]}: {what}: {s.text}")
            if other and other.text not in {x.text for x in kept}:
                kept.append(other)
        if kept:
            sections.append(replace(section, sentences=tuple(kept)))
    return replace(brief, sections=tuple(sections))
