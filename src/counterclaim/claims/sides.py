"""Owns who stands on whose side: everybody -> the party in whose name he speaks in the end.

A spokesman stands with the one he speaks for, and "the Tolland campaign" with Tolland. Goes by roles and names alone: two parties
of one opinion are two sides.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from counterclaim.records import Party, PartyId, PartyKind
from counterclaim.text.lexicon import words


def sides(parties: Mapping[PartyId, Party]) -> dict[PartyId, PartyId]:
    """Each party -> its principal's principal, and so on; itself where it speaks for itself. A ring ends where it began."""
    head = _namesakes(parties)
    direct = {p.id: p.on_behalf_of or head.get(p.id) for p in parties.values()}
    return {id: _last(id, direct) for id in parties}


def _last(id: PartyId, direct: Mapping[PartyId, PartyId | None]) -> PartyId:
    seen = {id}
    while (principal := direct.get(id)) is not None and principal not in seen:
        seen.add(principal)
        id = principal
    return id


def _namesakes(parties: Mapping[PartyId, Party]) -> dict[PartyId, PartyId]:
    """Bodies named after a person: "the Tolland campaign", "Tolland's lawyers" -> Tolland. A surname of two persons names nobody."""
    surnames: dict[str, list[PartyId]] = {}
    for party in parties.values():
        if party.kind is PartyKind.PERSON and party.name.split():
            surnames.setdefault(party.name.split()[-1].lower(), []).append(party.id)
    found = {}
    for party in parties.values():
        named = re.findall(r"\w+", party.name.lower()) if party.kind is not PartyKind.PERSON else []
        if len(named) > 1 and named[-1] in words("acts", "camp"):
            heads = [h for w in named[:-1] for h in surnames.get(w, []) if len(surnames[w]) == 1]
            found.update({party.id: heads[-1]} if heads else {})
    return found
