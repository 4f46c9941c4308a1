"""Checks how much room each side has: the words and the quotations that a draft gives to accuser and accused."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.audit.sayings import sayings
from counterclaim.claims.words import text_of
from counterclaim.records import PartyId, Span

_ENOUGH = 60  # words that both sides together must have
_BAND = 4.0  # times as many words as the other side has
_SOURCES = 2.0  # times as uneven as in the sources


def uneven(case: Case) -> Iterator[Seen]:
    """R7: one side of the main dispute has several times the words of the other, and more so than in the sources."""
    sides = _sides(case)
    if sides is None or not case.sentences:
        return
    ours, theirs = _drafts(case), _sources(case)
    more, fewer = sorted(sides, key=lambda p: -ours[p])
    ratio = ours[more] / max(ours[fewer], 1)
    if min(theirs[more], theirs[fewer]) < _ENOUGH / 2:
        return
    if ours[more] + ours[fewer] >= _ENOUGH and ratio >= _BAND and ratio >= _SOURCES * theirs[more] / max(theirs[fewer], 1):
        names = [case.together.parties[p].name if p in case.together.parties else p for p in (more, fewer)]
        yield Seen(
            where=Span(case.sentences[0].line.span.start, case.sentences[0].line.span.end),
            message=f"{ours[more]} words of what {names[0]} says, {ours[fewer]} of what {names[1]} says.",
            evidence=f"In the sources: {theirs[more]} and {theirs[fewer]} words.",
            suggestion="Worth knowing, no more: one side may have said more.",
        )


def _sides(case: Case) -> tuple[PartyId, PartyId] | None:
    """The two parties between whom most charges stand."""
    pairs = Counter(
        tuple(sorted((r.charge.accuser, r.charge.accused)))
        for r in case.evidence.matrix.rows
        if r.charge.accuser is not None and r.charge.accuser != r.charge.accused
    )
    if not pairs:
        return None
    one, other = pairs.most_common(1)[0][0]
    return one, other


def _drafts(case: Case) -> Counter[PartyId]:
    found: Counter[PartyId] = Counter()
    for _, said in sayings(case):
        party = case.together.speaker(said.id)
        if party is not None:
            found[party.on_behalf_of or party.id] += len(text_of(case.document.text, said.content).split())
    return found


def _sources(case: Case) -> Counter[PartyId]:
    reading = case.evidence.reading
    found: Counter[PartyId] = Counter()
    for s in reading.statements.values():
        party = case.together.speaker(s.id)
        if party is not None:
            found[party.on_behalf_of or party.id] += len(text_of(reading.documents[s.document].text, s.content).split())
    return found
