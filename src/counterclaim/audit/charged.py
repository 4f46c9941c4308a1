"""Ties a draft to the matrix of its sources: which charges it tells where, and who of the accused is heard in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.audit.answers import negates
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.phrases import hits
from counterclaim.audit.sayings import stems
from counterclaim.audit.speakers import is_party
from counterclaim.audit.together import DRAFT
from counterclaim.parties.found import Sort
from counterclaim.records import Party, PartyId, Row, Statement, StatementId

_TELLS = 0.5  # of a draft sentence's words, weighed, that a charge's sentence must hold
_MUCH = 0.5  # of a charge's own words, that a draft sentence must hold


def tellings(case: Case) -> Iterator[tuple[Row, Sentence]]:
    """Each charge of the sources that a sentence of the draft tells, headings among them."""
    for sentence in case.sentences:
        for row in case.evidence.matrix.rows:
            if any(holds(case, sentence, s) for s in row.charge.statements):
                yield row, sentence


def holds(case: Case, sentence: Sentence, id: StatementId) -> bool:
    """Whether a sentence of the draft rests on a statement of the sources and has much of its words."""
    statement = case.evidence.reading.statements[id]
    for rest in sentence.rests:
        line = rest.line
        if line.document == statement.document and any(line.span.start <= c.start < line.span.end for c in statement.content):
            said = stems(line, statement)
            shared = case.sources.total(said & sentence.line.content)
            return rest.cover >= _TELLS and bool(said) and shared >= _MUCH * case.sources.total(said)
    return False


def voices(case: Case, accused: PartyId) -> frozenset[PartyId]:
    """A party and whoever speaks for it."""
    speaking = {p.id for p in case.together.parties.values() if p.on_behalf_of == accused}
    return frozenset({accused, *speaking})


def is_heard(case: Case, accused: PartyId, sentences: Iterable[Sentence]) -> bool:
    """Whether a party, or somebody for it, says or denies anything in some sentences of the draft."""
    return any(hears(case, sentence, accused) for sentence in sentences)


def hears(case: Case, sentence: Sentence, accused: PartyId) -> bool:
    """Whether a party speaks in a sentence, or a word of answering stands beside its name."""
    ours = voices(case, accused)
    if any(_id(case.together.speaker(s.id)) in ours for s in sentence.statements):
        return True
    answering = any(not hit.quoted for hit in hits(sentence.line, "replies")) or negates(sentence.line.low)
    named = [n for n in case.together.inside(DRAFT, sentence.line.span) if n.sort is Sort.NAME]
    return answering and any(is_party(n, case.together.parties[p]) for n in named for p in ours if p in case.together.parties)


def _id(party: Party | None) -> PartyId | None:
    return party.id if party else None


def same_party(case: Case, statement: Statement) -> PartyId | None:
    """Who says a statement of the draft."""
    return _id(case.together.speaker(statement.id))
