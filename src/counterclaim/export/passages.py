"""Shows a statement as words: its content, the passage it stands in, and where that is. Offsets stay with every passage."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records import Reading, Role, Span, StatementId, party_of

_AROUND = 80  # code points shown on either side of a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement in its place: `before` and `after` are the words around it, cut at word boundaries."""

    statement: StatementId
    document: str
    publisher: str
    published: str
    speaker: str
    before: str
    exact: str
    after: str
    start: int
    end: int


def words(reading: Reading, statement: StatementId) -> str:
    """The statement's content as it stands, its pieces joined by an ellipsis, white space made single."""
    s = reading.statements[statement]
    text = reading.documents[s.document].text
    return " … ".join(" ".join(text[p.start : p.end].split()) for p in s.content)


def passage(reading: Reading, statement: StatementId) -> Passage:
    s = reading.statements[statement]
    document = reading.documents[s.document]
    whole = extent(reading, statement)
    speaker = party_of(reading, statement, Role.SOURCE)
    before = document.text[max(0, whole.start - _AROUND) : whole.start]
    after = document.text[whole.end : whole.end + _AROUND]
    return Passage(
        statement=statement,
        document=document.provenance.path,
        publisher=document.provenance.publisher or document.provenance.path,
        published=document.published_at.date().isoformat() if document.published_at else "undated",
        speaker=reading.parties[speaker].name if speaker else "unknown speaker",
        before=" ".join(before.split(" ")[1:] if whole.start > _AROUND else [before]),
        exact=document.text[whole.start : whole.end],
        after=" ".join(after.split(" ")[:-1] if whole.end + _AROUND < len(document.text) else [after]),
        start=whole.start,
        end=whole.end,
    )


def extent(reading: Reading, statement: StatementId) -> Span:
    """The stretch from the first to the last word of a statement: its source, cue and content."""
    s = reading.statements[statement]
    spans = [*s.source, *s.cue, *s.content]
    return Span(min(x.start for x in spans), max(x.end for x in spans))
