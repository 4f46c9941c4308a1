"""Builds records from words, so that a test says what it is about and not where it stands."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from counterclaim.dispute.keys import keys
from counterclaim.parties.resolve import resolve
from counterclaim.records import (
    Act,
    Charge,
    ChargeId,
    Claim,
    ClaimId,
    Classification,
    Directness,
    Document,
    DocumentId,
    DocumentKind,
    Evidence,
    Form,
    Party,
    PartyId,
    PartyKind,
    Provenance,
    Reading,
    Resolution,
    Response,
    ResponseMatrix,
    Role,
    Row,
    Span,
    Stance,
    Statement,
    StatementId,
    Status,
    Wording,
)
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from counterclaim.text.turns import turns


def doc(text: str, *, id: str = "d1", publisher: str | None = "The Ardmoor Gazette", **fields: Any) -> Document:
    """A document with the given text."""
    provenance = Provenance(path=f"{id}.txt", sha256=hashlib.sha256(text.encode()).hexdigest(), publisher=publisher)
    return Document(**{"id": DocumentId(id), "kind": DocumentKind.ARTICLE, "text": text, "provenance": provenance, **fields})


def span(document: Document, words: str) -> Span:
    """Where the words stand; they must stand once."""
    assert document.text.count(words) == 1, f"{words!r} stands {document.text.count(words)} times"
    start = document.text.index(words)
    return Span(start, start + len(words))


def statement(document: Document, id: str, content: str | Sequence[str], *, source: str = "", cue: str = "", **fields: Any) -> Statement:
    """A statement by the words of its content, source and cue."""
    pieces = [content] if isinstance(content, str) else content
    return Statement(
        **{
            "id": StatementId(id),
            "document": document.id,
            "content": tuple(span(document, p) for p in pieces),
            "source": (span(document, source),) if source else (),
            "cue": (span(document, cue),) if cue else (),
            "form": Form.INDIRECT,
            **fields,
        }
    )


def party(id: str, name: str, kind: PartyKind = PartyKind.PERSON, **fields: Any) -> Party:
    return Party(id=PartyId(id), name=name, kind=kind, **fields)


def reading(
    documents: Sequence[Document],
    statements: Sequence[Statement],
    parties: Sequence[Party],
    *,
    speakers: dict[str, str],
    targets: dict[str, str] | None = None,
    acts: dict[str, Act] | None = None,
) -> Reading:
    """A reading in which statement ids are mapped to their speakers, targets and acts; an act not given is assertion."""
    roles = [*((s, Role.SOURCE, p) for s, p in speakers.items()), *((s, Role.TARGET, p) for s, p in (targets or {}).items())]
    resolutions = [Resolution(statement=StatementId(s), role=role, party=PartyId(p)) for s, role, p in roles]
    return Reading(
        documents={d.id: d for d in documents},
        layouts={d.id: segment(d) for d in documents},
        statements={s.id: s for s in statements},
        parties={p.id: p for p in parties},
        resolutions={(r.statement, r.role): r for r in resolutions},
        classifications={
            s.id: Classification(statement=s.id, act=(acts or {}).get(s.id, Act.ASSERTION), confidence=1.0) for s in statements
        },
    )


def dispute() -> Evidence:
    """A small dispute, put together by hand: two charges, one answered in another outlet, one unanswered, and a demand."""
    first = doc(
        "Mayor Mara Venn accused the harbour trust of hiding the survey. She also said that the trust had sold nearly 40 berths.\n\n"
        "The mayor urged the trust to open its books.\n\nThe storm of March 2031 closed the port for nine days."
    )
    second = doc("The trust's chair, Ila Roth, said: “Nobody hid the survey. It was on the shelf.”", id="d2", publisher="The Selby Post")
    statements = [
        statement(first, "s1", "the harbour trust of hiding the survey", source="Mayor Mara Venn", cue="accused"),
        statement(first, "s2", "the trust had sold nearly 40 berths", source="She", cue="said"),
        statement(first, "s3", "the trust to open its books", source="The mayor", cue="urged"),
        statement(
            second,
            "s4",
            "“Nobody hid the survey. It was on the shelf.”",
            source="The trust's chair, Ila Roth",
            cue="said",
            form=Form.DIRECT,
        ),
    ]
    parties = [
        party("p1", "Mara Venn", role="Mayor"),
        party("p2", "harbour trust", PartyKind.ORGANISATION, aliases=("trust",)),
        party("p3", "Ila Roth", role="the trust's chair", on_behalf_of=PartyId("p2")),
    ]
    acts = {"s1": Act.ALLEGATION, "s2": Act.ALLEGATION, "s3": Act.DEMAND, "s4": Act.DENIAL}
    read = reading(
        [first, second],
        statements,
        parties,
        speakers={"s1": "p1", "s2": "p1", "s3": "p1", "s4": "p3"},
        targets={"s1": "p2", "s2": "p2", "s3": "p2"},
        acts=acts,
    )
    claims = [
        Claim(id=ClaimId(f"c{i}"), act=acts[s.id], gist=s.id, statements=(s.id,), source=PartyId("p1"), target=PartyId("p2"))
        for i, s in enumerate(statements[:3], start=1)
    ]
    charges = [
        Charge(
            id=ChargeId(f"x{i}"),
            accuser=PartyId("p1"),
            accused=PartyId("p2"),
            claims=(claims[i - 1].id,),
            statements=(StatementId(f"s{i}"),),
            gist=StatementId(f"s{i}"),
        )
        for i in (1, 2)
    ]
    answer = Response(
        charge=ChargeId("x1"),
        statement=StatementId("s4"),
        by=PartyId("p3"),
        stance=Stance.DENIES,
        directness=Directness.SPECIFIC,
        wording=Wording.QUOTED,
    )
    rows = (
        Row(charge=charges[0], responses=(answer,), status=Status.ANSWERED),
        Row(charge=charges[1], responses=(), status=Status.UNANSWERED),
    )
    matrix = ResponseMatrix(rows=rows, replies=(), documents_read=(first.id, second.id))
    return Evidence(reading=read, claims={c.id: c for c in claims}, matrix=matrix, keys=keys(read, matrix))


def named(text: str, role: Role) -> list[str | None]:
    """The names of the parties that play a role in the statements which the rules find in a text, in order."""
    document = doc(text, turns=turns(text))
    layouts = {document.id: segment(document)}
    cast = resolve({document.id: document}, layouts, extract(document, layouts[document.id], RulesTagger()))
    names = {p.id: p.name for p in cast.parties}
    return [None if r.party is None else names[r.party] for r in cast.resolutions if r.role is role]
