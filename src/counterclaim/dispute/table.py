"""Owns the table that this room reads: each statement with its speaker, side, target, act, place and words.

Places are sentence numbers of the document. Two parties are on one side where one speaks on behalf of the other, or both of a third.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass

from counterclaim.claims.asked import question
from counterclaim.claims.likeness import Likeness
from counterclaim.claims.parts import Part, parts_of
from counterclaim.claims.sides import sides
from counterclaim.claims.words import content_words, text_of
from counterclaim.dispute.retold import is_told_on, tellers
from counterclaim.records import Act, DocumentId, PartyId, Reading, Role, Statement, StatementId, party_of


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement as a dispute sees it. `sentence` is the number of the sentence in its document in which the content begins.

    `around` are the reporter's words in that sentence, lower case; `asked` what the speaker is told to have been asked about.
    """

    statement: Statement
    act: Act
    speaker: PartyId | None
    side: PartyId | None
    target: PartyId | None
    sure: float  # how sure the target is, 0..1
    sentence: int
    cue: str
    text: str
    parts: tuple[Part, ...]
    words: frozenset[str]
    around: str = ""
    asked: str | None = None
    tellers: frozenset[PartyId] = frozenset()  # who reports it in the source
    told_on: bool = False  # whether it goes on with what another speaker tells

    @property
    def id(self) -> StatementId:
        return self.statement.id

    @property
    def document(self) -> DocumentId:
        return self.statement.document


@dataclass(frozen=True, slots=True)
class Table:
    """All sayings of a story, how alike their words are, and the words of each party's names."""

    sayings: Mapping[StatementId, Saying]
    likeness: Likeness
    names: Mapping[PartyId, frozenset[str]]
    sides: Mapping[PartyId, PartyId]

    def side(self, party: PartyId | None) -> PartyId | None:
        """The party in whose name somebody speaks in the end."""
        return None if party is None else self.sides.get(party, party)

    def about(self, words: frozenset[str], *parties: PartyId | None) -> frozenset[str]:
        """The words without those that only name one of the parties."""
        return words.difference(*(self.names.get(p, frozenset()) for p in parties if p is not None))


def table(reading: Reading) -> Table:
    """The table of a story, in the order in which its statements are read."""
    starts = {d: [s.start for s in layout.sentences] for d, layout in reading.layouts.items()}
    side = sides(reading.parties)
    sayings = {s.id: _saying(reading, s, side, bisect_right(starts[s.document], s.content[0].start)) for s in reading.statements.values()}
    names = {p.id: frozenset().union(*(content_words(n) for n in (p.name, *p.aliases))) for p in reading.parties.values()}
    return Table(sayings, Likeness(s.words for s in sayings.values()), names, side)


def _saying(reading: Reading, statement: Statement, side: Mapping[PartyId, PartyId], sentence: int) -> Saying:
    document = reading.documents[statement.document]
    about = reading.resolutions.get((statement.id, Role.TARGET))
    speaker = party_of(reading, statement.id, Role.SOURCE)
    parts = tuple(parts_of(statement, document))
    return Saying(
        statement=statement,
        act=reading.classifications[statement.id].act,
        speaker=speaker,
        side=None if speaker is None else side.get(speaker, speaker),
        target=None if about is None else about.party,
        sure=0.0 if about is None else about.confidence,
        sentence=sentence,
        cue=text_of(document.text, statement.cue).lower(),
        text=text_of(document.text, statement.content),
        parts=parts,
        words=frozenset().union(*(p.words for p in parts)),
        around=_around(reading, statement, sentence),
        asked=question(document.text, statement),
        tellers=tellers(reading, statement),
        told_on=is_told_on(reading, statement),
    )


def _around(reading: Reading, statement: Statement, sentence: int) -> str:
    """The words of the sentence in which a statement begins that are not its own."""
    sentences = reading.layouts[statement.document].sentences
    if not sentences:
        return ""
    text, within = reading.documents[statement.document].text, sentences[max(0, sentence - 1)]
    kept, at = [], within.start
    for span in statement.content:
        kept.append(text[at : max(at, min(span.start, within.end))])
        at = max(at, span.end)
    return " ".join([*kept, text[at : max(at, within.end)]]).lower()
