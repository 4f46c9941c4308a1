"""Shows a statement as words: its content, the passage it stands in, and where that is. Offsets stay with every passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from counterclaim.records import Document, DocumentId, Reading, Role, Span, StatementId, party_of

_AROUND = 80  # code points shown on either side of a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A statement in its place: `before` and `after` are the words around it, cut at word boundaries."""

    statement: StatementId
    document: str
    title: str | None
    publisher: str
    published: str
    url: str | None
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
        title=document.title,
        publisher=publisher(document),
        published=document.published_at.date().isoformat() if document.published_at else "undated",
        url=document.provenance.url,
        speaker=reading.parties[speaker].name if speaker else "unknown speaker",
        before=" ".join(before.split(" ")[1:] if whole.start > _AROUND else [before]),
        exact=document.text[whole.start : whole.end],
        after=" ".join(after.split(" ")[:-1] if whole.end + _AROUND < len(document.text) else [after]),
        start=whole.start,
        end=whole.end,
    )


def publisher(document: Document) -> str:
    """Who published a document; the name of its file where nobody is named."""
    return document.provenance.publisher or PurePath(document.provenance.path).name


def extent(reading: Reading, statement: StatementId) -> Span:
    """The stretch from the first to the last word of a statement: its source, cue and content."""
    s = reading.statements[statement]
    spans = [*s.source, *s.cue, *s.content]
    return Span(min(x.start for x in spans), max(x.end for x in spans))


def carried(reading: Reading, told: Iterable[StatementId], witnesses: Mapping[DocumentId, DocumentId]) -> tuple[str, int, int]:
    """How many documents carry statements, and how many publishers of their own -> (a phrase, documents, named publishers).

    Copies of one text are one witness, that of the publisher who had it first. Where nobody is named as publisher, nothing is known.
    """
    documents = list(dict.fromkeys(reading.statements[s].document for s in told))
    texts = Counter(witnesses.get(d, d) for d in documents)
    names = [reading.documents[t].provenance.publisher for t in texts]
    publishers = len(set(names) - {None})
    copies = [n for n in texts.values() if n > 1]
    phrase = f"in {len(documents)} document{'' if len(documents) == 1 else 's'}"
    if len(copies) == 1:
        phrase += ", all the same text" if copies[0] == len(documents) else f", {copies[0]} of them the same text"
    elif copies:
        phrase += f", {sum(copies)} of them copies of {len(copies)} texts"
    if len(documents) > 1 and publishers:
        unnamed = f" and {names.count(None)} not named" if None in names else ""
        phrase += f"; {publishers} independent publisher{'' if publishers == 1 else 's'}{unnamed}"
    return phrase, len(documents), publishers
