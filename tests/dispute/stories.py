"""Builds invented stories for the tests of this room, in which a = Mara Tolland, b = Ferrowick Council, c = Ines Varga (for b)."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.claims.merge import merge
from counterclaim.records import Act, Claim, Document, Form, Party, PartyId, PartyKind, Reading, Span, Statement, StatementId
from factories import doc, party, reading

PARTIES: tuple[Party, ...] = (
    party("a", "Mara Tolland"),
    party("b", "Ferrowick Council", PartyKind.ORGANISATION),
    party("c", "Ines Varga", on_behalf_of=PartyId("b")),
)

# act, speaker, target ("" is nobody), cue, content; its sentence reads "They CUE CONTENT."
Line = tuple[Act, str, str, str, str]


def story(*documents: Sequence[Line]) -> tuple[Reading, tuple[Claim, ...]]:
    """A reading with its claims; the lines of all documents are the statements s1, s2, ..."""
    docs: list[Document] = []
    statements: list[Statement] = []
    for lines in documents:
        text = " ".join(_sentence(line) for line in lines)
        docs.append(doc(text, id=f"d{len(docs) + 1}"))
        at = 0
        for line in lines:
            statements.append(_statement(docs[-1], f"s{len(statements) + 1}", at, line))
            at += len(_sentence(line)) + 1
    told = {s.id: line for s, line in zip(statements, (line for lines in documents for line in lines), strict=True)}
    made = reading(
        docs,
        statements,
        PARTIES,
        speakers={id: line[1] for id, line in told.items()},
        targets={id: line[2] for id, line in told.items() if line[2]},
        acts={id: line[0] for id, line in told.items()},
    )
    return made, merge(made)


def swapped(lines: Sequence[Line], words: dict[str, str]) -> list[Line]:
    """The same lines with the two parties, and the words that name them, exchanged."""
    party_of = {"a": "b", "b": "a", "c": "c", "": ""}
    return [(act, party_of[s], party_of[t], cue, " ".join(words.get(w, w) for w in content.split())) for act, s, t, cue, content in lines]


def _sentence(line: Line) -> str:
    return f"They {line[3]} {line[4]}."


def _statement(document: Document, id: str, at: int, line: Line) -> Statement:
    cue = Span(at + len("They "), at + len("They ") + len(line[3]))
    return Statement(
        id=StatementId(id),
        document=document.id,
        content=(Span(cue.end + 1, cue.end + 1 + len(line[4])),),
        cue=(cue,),
        form=Form.DIRECT if line[4].startswith("“") else Form.INDIRECT,
    )
