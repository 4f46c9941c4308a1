"""Owns which statement answers which charge, with what stance, how directly and in whose words.

An answer is spoken by the accused, somebody on the accused's side or an ally, in any document, before or after the charge; what only
the accuser tells that the accused said is none. How likely it is one is learned (dispute.heads) and is its confidence. Where nothing
is likely, what may well be an answer is linked with its low confidence: "unanswered" is for a charge that nothing seems to address.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.dispute import heads
from counterclaim.dispute.bearing import Bearing, Signs, is_blanket
from counterclaim.dispute.retold import Pairs, opposed
from counterclaim.dispute.table import Saying, Table
from counterclaim.records import Act, Charge, ChargeId, Directness, Form, PartyId, Response, Wording
from counterclaim.text.senses import senses

ANSWERS = 0.25  # likelihood from which a statement answers a charge
MAY = 0.2  # likelihood from which the likeliest one does where none is so likely
_OWN_VOICE = ("", ":")
_Found = tuple[float, Saying, PartyId, Signs]


def link(charges: Sequence[Charge], table: Table) -> Mapping[ChargeId, tuple[Response, ...]]:
    """The responses of each charge, in the order in which they are read."""
    bearing = Bearing(table, charges)
    found: dict[ChargeId, list[_Found]] = {c.id: [] for c in charges}
    pairs = opposed(charges, table.sides)
    for saying in table.sayings.values():
        if saying.speaker is not None and not _is_opponents_word(saying, pairs, table):
            for charge, signs in bearing.candidates(saying):
                likely = max(heads.likelihood(signs), ANSWERS if _covers(saying, signs, table) else 0.0)
                if likely >= MAY:
                    found[charge.id].append((likely, saying, saying.speaker, signs))
    return {id: tuple(_response(id, each, table) for each in _chosen(all_)) for id, all_ in found.items()}


def _is_opponents_word(saying: Saying, pairs: Pairs, table: Table) -> bool:
    """Whether only somebody who accuses the speaker's side tells that the speaker said it."""
    return saying.told_on or any((table.side(p), saying.side) in pairs for p in saying.tellers)


def _chosen(found: Sequence[_Found]) -> Iterator[_Found]:
    """The likely ones, else the likeliest."""
    most = max((f[0] for f in found), default=0.0)
    yield from (f for f in found if f[0] >= min(ANSWERS, most))


def _response(charge: ChargeId, found: _Found, table: Table) -> Response:
    likely, saying, by, signs = found
    return Response(
        charge=charge,
        statement=saying.id,
        by=by,
        stance=heads.stance(signs),
        directness=Directness.GENERAL if _means_all(saying, signs) else heads.directness(signs),
        wording=wording(saying, table),
        confidence=round(likely, 3),
    )


def _covers(saying: Saying, signs: Signs, table: Table) -> bool:
    """Whether a bare denial by the accused's side sums up what its text tells, as headlines and leads do: it is meant for every charge."""
    sides = "by the accused" in signs or "for the accused" in signs
    sums_up = sides and "opening" in signs and not signs.keys() & {"elsewhere", "elsewhere, beside another"}
    bare = saying.act is Act.DENIAL and _means_all(saying, signs) and wording(saying, table) is Wording.NONE
    return sums_up and bare


def _means_all(saying: Saying, signs: Signs) -> bool:
    """Whether a denial or refusal names no conduct, nor one charge alone: "denied the allegations", not "called the finding untrue"."""
    return saying.act in {Act.DENIAL, Act.NO_COMMENT} and "blanket" in signs and "means the last" not in signs


def wording(saying: Saying, table: Table) -> Wording:
    """A post, a turn or a release gives its author's own words; a refusal has none, nor a denial that is only told."""
    if saying.act is Act.NO_COMMENT or senses(saying.cue, "cue-decline"):
        return Wording.NONE
    if saying.statement.form is not Form.INDIRECT or saying.cue in _OWN_VOICE:
        return Wording.QUOTED
    return Wording.NONE if is_blanket(saying, table) and senses(saying.cue, "cue-deny") else Wording.PARAPHRASED
