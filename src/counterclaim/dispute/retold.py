"""Owns whose word it is that somebody said something: the accuser's, where only the accuser tells what the accused said.

What an opponent tells of a party is no answer of that party, and its words are not the party's own. Words are looked at, not parties:
a statement inside another one, one with reporting words inside somebody's post or turn, and one told on in the past perfect as said
to the speaker of the sentence before ("He had rung her and had said ...").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from counterclaim.records import Charge, PartyId, Reading, Role, Statement, StatementId, party_of

_PERFECT = re.compile(r"\bhad\b", re.IGNORECASE)
_TO_THE_TELLER = re.compile(r"\b(?:him|her|them)\b", re.IGNORECASE)
Pairs = Collection[tuple[PartyId, PartyId]]


def opposed(charges: Iterable[Charge], stands_with: Mapping[PartyId, PartyId]) -> Pairs:
    """Which side accuses which."""
    named = ((c.accuser, c.accused) for c in charges)
    return {(stands_with.get(a, a), stands_with.get(b, b)) for a, b in named if a is not None}


def tellers(reading: Reading, s: Statement) -> frozenset[PartyId]:
    """Who reports the statement in the source: the speaker of the one around it, the author of the post or turn."""
    speaker = party_of(reading, s.id, Role.SOURCE)
    found = () if speaker is None else (_outer(reading, s), _turns(reading, s))
    return frozenset(p for p in found if p is not None and p != speaker)


def is_opponents_word(reading: Reading, id: StatementId, pairs: Pairs, stands_with: Mapping[PartyId, PartyId]) -> bool:
    """Whether it is only an opponent's word that the speaker said this."""
    s, speaker = reading.statements[id], party_of(reading, id, Role.SOURCE)
    if speaker is None:
        return False
    own = stands_with.get(speaker, speaker)
    return any((stands_with.get(p, p), own) in pairs for p in tellers(reading, s)) or is_told_on(reading, s)


def _outer(reading: Reading, s: Statement) -> PartyId | None:
    """The speaker of the statement that reports this one."""
    return party_of(reading, s.within, Role.SOURCE) if s.within else None


def _turns(reading: Reading, s: Statement) -> PartyId | None:
    """Whose post or turn reports this one; nobody's where its words are the turn's own."""
    if not s.cue:
        return None
    at = s.content[0].start
    turn = next((t for t in reading.documents[s.document].turns if t.span.start <= at < t.span.end), None)
    if turn is None:
        return None
    known = (p.id for p in reading.parties.values() if turn.name.casefold() in {n.casefold() for n in (p.name, *p.aliases)})
    own = (
        party_of(reading, x.id, Role.SOURCE)
        for x in reading.statements.values()
        if x.document == s.document and not x.cue and turn.span.start <= x.content[0].start < turn.span.end
    )
    return next((p for p in own if p), None) or next(known, None)


def is_told_on(reading: Reading, s: Statement) -> bool:
    """Whether the sentence before is another's statement, and this one was said to that speaker: it goes on with what that one tells."""
    text, layout = reading.documents[s.document].text, reading.layouts[s.document]
    at = s.content[0].start
    number = next((n for n, x in enumerate(layout.sentences) if x.start <= at < x.end), 0)
    if not number:
        return False
    here, before = layout.sentences[number], layout.sentences[number - 1]
    lead = text[here.start : at]
    if "\n" in text[before.end : here.start] or not (_PERFECT.search(lead) and _TO_THE_TELLER.search(lead)):
        return False
    speaker = party_of(reading, s.id, Role.SOURCE)
    others = (
        party_of(reading, x.id, Role.SOURCE)
        for x in reading.statements.values()
        if x.document == s.document and before.start <= x.content[0].start < before.end
    )
    return any(p is not None and p != speaker for p in others)
