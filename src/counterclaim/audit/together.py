"""Reads a draft together with its sources, so that a name, a pronoun or a role means the same party in both.

The draft becomes one more document of the story, for this purpose only: it adds no evidence. Gives what the draft says that
somebody said, who that is, and which parties are named where. Spans are code points of the document's text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.parties import mentions
from counterclaim.parties.cluster import cluster
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.resolve import resolve
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.records import Document, DocumentId, Layout, Mention, Party, PartyId, Reading, Role, Span, Statement, StatementId
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger

DRAFT = DocumentId("draft")
_BESIDE = 4  # mentions around a name among which its roles stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A phrase that stands for somebody: `entity` is the same number wherever the same name is meant, None for a common noun.

    `roles` are the titles and roles that stand with it ("Mayor", "the trust's former chair").
    """

    span: Span
    text: str
    sort: Sort
    entity: int | None
    head: str
    quoted: bool
    governed: bool
    located: bool
    roles: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Draft and sources as one story. `statements` are the draft's."""

    statements: tuple[Statement, ...]
    parties: Mapping[PartyId, Party]
    who: Mapping[tuple[StatementId, Role], PartyId | None]
    named: Mapping[DocumentId, tuple[Named, ...]]

    def speaker(self, statement: StatementId) -> Party | None:
        party = self.who.get((statement, Role.SOURCE))
        return None if party is None else self.parties[party]

    def inside(self, document: DocumentId, span: Span) -> list[Named]:
        """The phrases that stand for somebody inside a stretch of a document."""
        return [n for n in self.named[document] if span.start <= n.span.start and n.span.end <= span.end]


def read(draft: Document, layout: Layout, reading: Reading) -> Together:
    """Reads a draft, whose document has the id DRAFT, with all that was read of its sources."""
    documents = {**reading.documents, draft.id: draft}
    layouts = {**reading.layouts, draft.id: layout}
    told = [replace(s, id=StatementId(f"draft-{s.id}")) for s in extract(draft, layout, RulesTagger())]
    cast = resolve(documents, layouts, [*reading.statements.values(), *told])
    return Together(
        statements=tuple(told),
        parties={p.id: p for p in cast.parties},
        who={(r.statement, r.role): r.party for r in cast.resolutions},
        named=_named(documents, layouts),
    )


def _named(documents: Mapping[DocumentId, Document], layouts: Mapping[DocumentId, Layout]) -> dict[DocumentId, tuple[Named, ...]]:
    read = {id: sentences(d, layouts[id]) for id, d in documents.items()}
    written = spelling(read.values())
    found = {id: mentions.find(d.text, read[id], written) for id, d in documents.items()}
    _, homes = cluster(found)
    numbers: dict[int, int] = {}

    def number(id: DocumentId, i: int) -> int | None:
        home = homes.get((id, i))
        return None if home is None else numbers.setdefault(_key(home), len(numbers))

    return {
        id: tuple(
            Named(
                span=m.span,
                text=m.name or m.text,
                sort=m.sort,
                entity=number(id, i),
                head=m.head,
                quoted=m.quoted,
                governed=m.governed,
                located=m.located,
                roles=tuple(_roles(each, i)),
            )
            for i, m in enumerate(each)
        )
        for id, each in found.items()
    }


def _roles(found: Sequence[Found], i: int) -> Iterator[Mention]:
    """The roles of a mention: its own, and those of the phrases that it is one with."""
    for j in range(max(0, i - _BESIDE), min(len(found), i + _BESIDE + 1)):
        if found[j].role and (j == i or found[j].same == i or found[i].same == j):
            yield Mention(span=found[j].span, text=found[j].role)


def _key(home: object) -> int:
    return id(home)
