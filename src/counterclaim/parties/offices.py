"""Tells who held an office on the day of a document, by a newsroom's roster: "the mayor" in March is another than in May.

Days are calendar days. Refuses a holder whom nothing in the story points to: he or she must be named in it, or the phrase or the
document must name the body of the office.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from counterclaim.parties.cluster import Entity, Names, key_of
from counterclaim.parties.found import Found
from counterclaim.parties.roster import Office
from counterclaim.records import DocumentId


@dataclass(slots=True)
class Offices:
    """The roster's offices by the nouns they are called, and the days of a story's documents."""

    names: Names
    days: Mapping[DocumentId, date | None] = field(default_factory=dict)
    held: dict[str, list[tuple[Entity, Office]]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for entity in self.names.all:
            for office in entity.listed.offices if entity.listed else ():
                self.held[office.title.lower()].append((entity, office))

    def holders(self, document: DocumentId, m: Found, owner: Entity | None) -> Iterator[Entity]:
        """Who may be meant by a phrase such as "the mayor" in a document."""
        for entity, office in self.held.get(m.head, ()):
            if office.held_on(self.days.get(document)) and self._told(entity, office, document, m, owner):
                yield entity

    def bodies(self) -> Iterator[tuple[Entity, Office, Entity]]:
        """Every holder with the office and its body, where the story names the body."""
        for entity, office in (pair for pairs in self.held.values() for pair in pairs):
            for body in self.names.by_key.get(key_of(office.body), ()) if office.body else ():
                if any(office.held_on(self.days.get(d)) for d in body.documents):
                    yield entity, office, body

    def _told(self, entity: Entity, office: Office, document: DocumentId, m: Found, owner: Entity | None) -> bool:
        """ "the former mayor" and "the Ardmoor mayor" are not Selby's mayor."""
        body = key_of(office.body) if office.body else ()
        before = key_of(m.role)[: -len(m.head.split())]
        if not set(before) <= set(body) or (owner is not None and body not in owner.keys):
            return False
        named = any(document in e.documents for e in self.names.by_key.get(body, ()))
        return bool(entity.documents) or named or bool(before) or owner is not None
