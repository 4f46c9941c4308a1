"""Owns whether a brief may name the speaker of a statement: a pronoun far from the name it stands for names nobody,
nor do an opponent's words about what somebody said.

Refuses rather than guesses. What is refused here is still told, as a speaker's who is not clearly named. Distances are sentences.
"""

from __future__ import annotations

from dataclasses import replace

from counterclaim.brief.naming import called
from counterclaim.claims.sides import sides
from counterclaim.dispute.retold import is_opponents_word, opposed
from counterclaim.records import Evidence, Layout, PartyKind, Reading, Resolution, Role, Row, Span, party_of

_PERSONAL = frozenset({"he", "she", "who"})
_OTHER = frozenset({"it", "they", "which", "that", "one", "others", "those", "this", "both"})
_FARTHEST = 3  # sentences between "she" and her name; of "they" and "it" half are wrong beyond their own sentence


def cautious(evidence: Evidence) -> Evidence:
    """The evidence with nobody named as speaker where the sources do not make sure enough who speaks."""
    reading, stands_with = evidence.reading, sides(evidence.reading.parties)
    pairs = opposed((r.charge for r in evidence.matrix.rows), stands_with)

    def own(r: Resolution) -> bool:  # said by the speaker, not only by an opponent's word
        return _is_sure(reading, r) and not is_opponents_word(reading, r.statement, pairs, stands_with)

    resolutions = {key: r if r.role is not Role.SOURCE or own(r) else _nobody(r) for key, r in reading.resolutions.items()}
    sure = replace(reading, resolutions=resolutions)
    rows = tuple(_row(sure, row) for row in evidence.matrix.rows)
    return replace(evidence, reading=sure, matrix=replace(evidence.matrix, rows=rows))


def _nobody(resolution: Resolution) -> Resolution:
    return replace(resolution, party=None, confidence=0.0)


def _row(reading: Reading, row: Row) -> Row:
    """A charge that no statement gives to anybody surely is an unnamed accuser's."""
    named = any(party_of(reading, s, Role.SOURCE) for s in row.charge.statements)
    return row if named else replace(row, charge=replace(row.charge, accuser=None))


def _is_sure(reading: Reading, resolution: Resolution) -> bool:
    s = reading.statements[resolution.statement]
    if resolution.party is None or len(s.source) != 1:
        return True
    word = reading.documents[s.document].text[s.source[0].start : s.source[0].end].casefold()
    if word in _PERSONAL:
        party = reading.parties[resolution.party]
        named = party.kind is PartyKind.PERSON and party.name[:1].isupper()
        return named and _is_named_before(reading, resolution, _FARTHEST)
    return word not in _OTHER or _is_named_before(reading, resolution, 0)


def _is_named_before(reading: Reading, resolution: Resolution, most: int) -> bool:
    """Whether the party is named in the sentence of the pronoun or in at most so many before it."""
    s = reading.statements[resolution.statement]
    assert resolution.party is not None
    start = _first(reading.layouts[s.document], s.source[0], most)
    before = reading.documents[s.document].text[start : s.source[0].start]
    return called(reading.parties[resolution.party]).search(before) is not None


def _first(layout: Layout, at: Span, back: int) -> int:
    starts = [x.start for x in layout.sentences if x.start <= at.start]
    return starts[max(0, len(starts) - 1 - back)] if starts else 0
