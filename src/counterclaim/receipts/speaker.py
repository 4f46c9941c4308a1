"""Whose words a quotation's place holds: the check that a true quotation is given to the one who said it.

A spokesman's words may be given to the body he speaks for, but not to another person. Words that nobody is known to have said,
or only somebody else, go to an editor; it never guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from counterclaim.receipts.passages import Passages
from counterclaim.receipts.quotation import best, check, places
from counterclaim.records import Party, PartyId, PartyKind, Reading, Role, Statement, Verdict, VerdictKind, party_of


def check_speaker(quotation: str, speaker: PartyId, sources: Passages, reading: Reading) -> Verdict:
    """The quote check's verdict among the speaker's own words; a review where the words stand only elsewhere."""
    found = places(quotation, sources)
    if not found:
        return check(quotation, sources)
    said = [[party_of(reading, s.id, Role.SOURCE) for s in around(v, reading)] for v in found]
    own = [v for v, parties in zip(found, said, strict=True) if any(p and _speaks_as(p, speaker, reading.parties) for p in parties)]
    if own:
        return best(own)
    others = [reading.parties[p].name for parties in said for p in parties if p is not None]
    reason = f"the source gives these words to {others[0]}" if others else "the source does not clearly say whose words these are"
    return replace(best(found), kind=VerdictKind.REVIEW, reason=reason)


def _speaks_as(party: PartyId, speaker: PartyId, parties: Mapping[PartyId, Party]) -> bool:
    """Whether a party is the speaker, or speaks for a body that is."""
    if parties[speaker].kind is PartyKind.PERSON:
        return party == speaker
    seen: set[PartyId] = set()
    at: PartyId | None = party
    while at is not None and at not in seen and at != speaker:
        seen.add(at)
        at = parties[at].on_behalf_of
    return at == speaker


def around(verdict: Verdict, reading: Reading) -> list[Statement]:
    """The statements in whose content the place of a verdict lies, the closest-fitting first."""
    place = verdict.span
    if place is None:
        return []
    holding = [
        s
        for s in reading.statements.values()
        if s.document == verdict.document and s.content[0].start <= place.start + 1 and place.end <= s.content[-1].end + 1
    ]
    return sorted(holding, key=lambda s: s.content[-1].end - s.content[0].start)
