"""Tells who stands behind the label of a turn: a post's author, a release's issuer, `NAME:`, initials, a role.

A label in capitals is compared without regard to case. Initials and bare surnames are looked up among the story's people; what
fits nobody becomes a party under its own label.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity, Names, is_organisation, key_of
from counterclaim.parties.issuer import issuer
from counterclaim.records import Document, DocumentId, PartyKind, Span, Turn

_ANONYMOUS = re.compile(r"(?i)(?:speaker|voice|caller|guest|q|a|question|answer|interviewer|moderator|host)\s*\d*")
_ANSWER = re.compile(r"(?i)a|answer")
_CONSONANTS = re.compile(r"[BCDFGHJKLMNPQRSTVWXZ]{4}|^[^AEIOUY]+$")  # told letter by letter
_ISSUER_ROLE = 6  # words; a longer label is no name


@dataclass(slots=True)
class Labels:
    """The turns of a story's documents and the parties behind them."""

    names: Names
    known: dict[tuple[DocumentId, str], Entity | None] = field(default_factory=dict)

    def turn(self, document: Document, place: int) -> Entity | None:
        """Whose own voice stands at a place, None in a reporter's voice."""
        i = bisect_right([t.span.start for t in document.turns], place) - 1
        if i < 0 or place >= document.turns[i].span.end:
            return None
        return self._party(document, document.turns[i])

    def issuer(self, document: Document) -> Entity | None:
        """Who speaks in a document without turns, None in a reporter's voice."""
        name = None if document.turns else issuer(document)
        if name is None:
            return None
        if (document.id, name) not in self.known:
            self.known[document.id, name] = self.named(name, document.id)
        return self.known[document.id, name]

    def at(self, document: Document, span: Span) -> Entity | None:
        """The party of a label that a span covers or touches."""
        for turn in document.turns:
            if turn.name_at is not None and turn.name_at.start < span.end and span.start < turn.name_at.end:
                return self._party(document, turn)
        return None

    def _party(self, document: Document, turn: Turn) -> Entity | None:
        key = (document.id, turn.name)
        if key not in self.known:
            self.known[key] = self.named(turn.name, document.id)
        return self.known[key]

    def named(self, label: str, document: DocumentId) -> Entity:
        """The party of a label, a new one if the story knows nobody by it."""
        key = _stripped(key_of(label))
        if _ANSWER.fullmatch(label) and (person := self._interviewee(document)) is not None:
            return person
        entity = self.initials(label, document) or self._lookup(key, label, document)
        if entity is None:
            kind = PartyKind.ORGANISATION if is_organisation(key) else None
            entity = self.names.add(key, kind)
            if kind is None and len(key) > 1:
                entity.kind = PartyKind.PERSON
        if (key == _stripped(key_of(label)) and len(key) > 1) or not entity.names:
            entity.names[_cased(label)] += 1
        entity.documents[document] += 1
        return entity

    def _lookup(self, key: tuple[str, ...], label: str, document: DocumentId) -> Entity | None:
        exact = self.names.by_key.get(key, [])
        if len(exact) == 1 or (exact and len(key) > 1):
            return exact[0]
        if len(key) == 1 and not _ANONYMOUS.fullmatch(label):
            near = [
                e
                for e in (*self.names.by_last.get(key[0], ()), *self.names.by_first.get(key[0], ()))
                if e.kind is not PartyKind.ORGANISATION
            ]
            here: list[Entity] = [e for e in near if document in e.documents] or near
            if len({id(e) for e in here}) == 1:
                return here[0]
        if len(key) > 1:
            same = [e for e in self.names.by_last.get(key[-1], ()) if any(k[0] == key[0] for k in e.keys)]
            return same[0] if len(same) == 1 else None
        return None

    def _interviewee(self, document: DocumentId) -> Entity | None:
        """Who answers where only "A:" is written: the first person whom the document names."""
        people = [
            e
            for e in self.names.all
            if document in e.first and (e.kind is PartyKind.PERSON or (e.kind is None and any(1 < len(k) < 4 for k in e.keys)))
        ]
        first: Entity | None = min(people, key=lambda e: e.first[document], default=None)
        return first

    def initials(self, label: str, document: DocumentId) -> Entity | None:
        """The only person of a document whose initials a label gives."""
        letters = re.sub(r"[^A-Z]", "", label).lower()
        if not 2 <= len(letters) <= 4 or re.search(r"[a-z]", label) or "&" in label:
            return None
        near = [
            e
            for e in self.names.all
            if document in e.documents and any(len(k) == len(letters) and "".join(w[0] for w in k) == letters for k in e.keys)
        ]
        return near[0] if len(near) == 1 else None


def _stripped(key: tuple[str, ...]) -> tuple[str, ...]:
    """A label without the titles before its name."""
    kept = list(key)
    while len(kept) > 1 and words.title_sense(words.long_form(kept[0])):
        kept.pop(0)
    return tuple(kept)


def _cased(label: str) -> str:
    """A label in capitals as a name: "YRSA BENBRAHIM" -> "Yrsa Benbrahim"; a word that is told letter by letter stays."""
    label = " ".join(label.split())
    spoken = len(label) > 3 and not _CONSONANTS.search(label)
    if label.isupper() and (" " in label or "-" in label or spoken):
        return "-".join(" ".join(w.capitalize() for w in part.split()) for part in label.split("-"))
    return label
