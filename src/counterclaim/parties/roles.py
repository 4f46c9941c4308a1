"""Tells which party a role, a body or a group stands for: "the governor", "the company", "residents".

A definite phrase goes to the party of its document that bears the role, then to the only one of the story; what fits nobody
becomes a party under its own phrase. Linear: parties are indexed by the nouns they were called.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log2

from counterclaim.parties import metonymy, words
from counterclaim.parties.cluster import Entity, Names, Place, key_of
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.offices import Offices
from counterclaim.records import DocumentId, PartyKind

_KINDS = {Sort.PERSON: PartyKind.PERSON, Sort.BODY: PartyKind.ORGANISATION, Sort.GROUP: PartyKind.GROUP}
_GOVERNS = frozenset({"administration"})  # alone it is a government, never the agency whose name ends so
_ANY_BODY = frozenset({"group", "organisation", "organization", "firm", "institution", "agency", "body"})
_STEM = 7  # letters that an adjective shares with the noun of its group ("Democratic", "Democrats")
_IDLE = frozenset(
    {"former", "own", "new", "old", "current", "longtime", "then", "ex", "same", "two", "three", "four", "other", "many", "some", "senior"}
)
_SPELLINGS = (
    ("defense", "defence"),
    ("labor", "labour"),
    ("harbor", "harbour"),
    ("center", "centre"),
    ("neighbor", "neighbour"),
    ("organiz", "organis"),
)


@dataclass(slots=True)
class Roles:
    """The parties of a story by the nouns they are called, and which mention stands for which."""

    names: Names
    homes: dict[Place, Entity]
    offices: Offices
    common: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    called: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))

    # --- what a roster and a document tell outright ---------------------------------------------------------------------------------

    def appoint(self) -> None:
        """Takes in a roster's offices: who leads or speaks for which body."""
        for entity, office, body in self.offices.bodies():
            if entity.owner is None and _stands_for(office.title.lower(), body):
                entity.owner, entity.speaks = body, True

    def tell(self, document: DocumentId, found: Sequence[Found]) -> None:
        """Takes in titles and appositions: they bind a role to a name."""
        for i, m in enumerate(found):
            if m.sort is Sort.NAME and (entity := self.homes.get((document, i))) is not None:
                if m.head:
                    self._call(entity, m.head)
                self._owner_in_title(entity, m)
            if m.same is not None:
                self._bind(document, i, m.same, found)

    def _bind(self, document: DocumentId, i: int, j: int, found: Sequence[Found]) -> None:
        name, role = (i, j) if found[i].sort is Sort.NAME else (j, i)
        entity = self.homes.get((document, name))
        if entity is None:
            return
        m = found[role]
        if entity.kind is None:
            entity.kind = _KINDS.get(m.sort)
        if _KINDS.get(m.sort) is not entity.kind:
            return
        self.homes[document, role] = entity
        entity.roles[m.role] += 1
        self._call(entity, m.head)
        if gender := words.gender_of(m.head):
            entity.genders[gender] += 1

    def _call(self, entity: Entity, head: str) -> None:
        entity.heads.add(head)
        entity.speaks = entity.speaks or "speaks-for" in words.senses(head)
        if entity not in self.called[head]:
            self.called[head].append(entity)
        tail = head.split()[-1]
        if tail != head and entity not in self.called[tail]:
            self.called[tail].append(entity)

    def _owner_in_title(self, entity: Entity, m: Found) -> None:
        """ "White House Press Secretary X": the words before the role name another party."""
        before = key_of(m.role)[: -len(m.head.split())] if m.head else ()
        if before and before in self.names.by_key:
            entity.owner = entity.owner or self.names.by_key[before][0]

    def own(self, document: DocumentId, found: Sequence[Found]) -> None:
        """Who stands behind whom: "X's lawyer", "a lawyer for X". Needs all mentions of the document to be resolved."""
        for i, m in enumerate(found):
            if m.sort in {Sort.NAME, Sort.PERSON} and m.head and (entity := self.homes.get((document, i))) and entity.owner is None:
                entity.owner = self._body_in_title(document, m)
                entity.speaks = entity.speaks or entity.owner is not None
            if m.serves is not None:
                entity, owner = self.homes.get((document, i)), self.homes.get((document, m.serves))
                if entity is not None and owner is not None and entity is not owner and entity.owner is None:
                    entity.owner, entity.speaks = owner, True
            if m.owner is not None and m.sort is Sort.PERSON:
                entity, owner = self.homes.get((document, i)), self.homes.get((document, m.owner))
                if entity is not None and owner is not None and entity is not owner and entity.owner is None and _stands_for(m.head, owner):
                    entity.owner = owner
                    entity.speaks = True

    def _body_in_title(self, document: DocumentId, m: Found) -> Entity | None:
        """ "Federation spokeswoman X": the only body that the document calls by the word before the role."""
        before = key_of(m.role)[: -len(m.head.split())]
        called = [e for e in self.common.get(before[0], ()) if document in e.documents] if len(before) == 1 else []
        return called[0] if len(called) == 1 and _stands_for(m.head, called[0]) else None

    # --- resolving ------------------------------------------------------------------------------------------------------

    def resolve(self, document: DocumentId, i: int, found: Sequence[Found]) -> Entity | None:
        """The party of a common noun phrase, a new one if it fits nobody."""
        m = found[i]
        if (document, i) in self.homes:
            return self.homes[document, i]
        if m.sort is Sort.PAPER:
            owner = None if m.owner is None else self.homes.get((document, m.owner))
            if m.owner is not None and (side := self._side(found[m.owner])) is not None:
                return side
            if owner is None and m.owner is not None and found[m.owner].sort not in {Sort.PRONOUN, Sort.NAME}:
                owner = self.resolve(document, m.owner, found)
            return owner
        metonymy.site(document, i, found, self.homes)
        entity = (
            metonymy.body(document, i, found, self.homes) or self._known(document, i, m, found) or self._new(m, self._owner(document, m))
        )
        self.homes[document, i] = entity
        entity.documents[document] += 1
        entity.first[document] = min(entity.first.get(document, i), i)
        entity.acts += 1
        entity.phrases[m.text] += 1
        return entity

    def _side(self, m: Found) -> Entity | None:
        """ "a Republican document", "the Democratic memo": the group that the adjective belongs to."""
        word = m.text.lower().split("-")[0]  # "the Republican-authored memo"
        if " " in word or len(word) <= _STEM:
            return None
        groups = [e for head, each in self.common.items() if head[:_STEM] == word[:_STEM] for e in each if e.kind is PartyKind.GROUP]
        return max(groups, key=lambda e: sum(e.documents.values()), default=None)

    def _owner(self, document: DocumentId, m: Found) -> Entity | None:
        return None if m.owner is None else self.homes.get((document, m.owner))

    def _known(self, document: DocumentId, i: int, m: Found, found: Sequence[Found]) -> Entity | None:
        owner = self._owner(document, m)
        named = [e for e in self._candidates(m) if _KINDS[m.sort] is e.kind and _agrees(e, m, owner)] if m.sort is not Sort.GROUP else []
        named = list(dict.fromkeys([*named, *self.offices.holders(document, m, owner)]))
        here = [e for e in (*named, *self._owned(m)) if document in e.documents]
        if here:
            before = self._latest(document, i, here, found)
            return before or min(here, key=lambda e: e.first[document])
        if len(named) == 1 and (m.definite or m.sort is Sort.PERSON):
            return named[0]
        if m.sort is Sort.BODY and m.definite and m.owner is None and (e := self._any_body(document, i, m, found)):
            return e
        return self._phrase(document, m, owner)

    def _owned(self, m: Found) -> list[Entity]:
        """ "the administration": also that of somebody who is named ("Roth's administration")."""
        if m.sort is not Sort.BODY or not m.definite or m.owner is not None:
            return []
        return [e for e in self.common[m.head] if e.owner is not None and e.owner.names and _agrees(e, m, None)]

    def _candidates(self, m: Found) -> list[Entity]:
        head = m.head.split()[-1] if m.head else ""
        found = [*self.called.get(m.head, ()), *(self.called.get(head, ()) if head != m.head else ())]
        if m.sort is Sort.BODY:
            found += [e for e in self.names.by_last.get(head, ()) if e.kind is not PartyKind.PERSON and head not in _GOVERNS]
            found += [e for e in self.names.by_first.get(head, ()) if e.kind is not PartyKind.PERSON]
        for e in found:
            if e.kind is None and m.sort is Sort.BODY:
                e.kind = PartyKind.ORGANISATION
        return list(dict.fromkeys(found))

    def _latest(self, document: DocumentId, i: int, among: list[Entity], found: Sequence[Found]) -> Entity | None:
        best: tuple[float, Entity] | None = None
        sentence = found[i].sentence
        for j in range(i - 1, -1, -1):
            entity = self.homes.get((document, j))
            if entity is not None and entity in among:
                free = 1.0 if not found[j].governed and not found[j].quoted else 0.0
                score = free - min(sentence - found[j].sentence, 12) + log2(1 + entity.documents[document])
                if best is None or score > best[0]:
                    best = (score, entity)
            if sentence - found[j].sentence > 12 and best is not None:
                break
        return best[1] if best else None

    def _any_body(self, document: DocumentId, i: int, m: Found, found: Sequence[Found]) -> Entity | None:
        """ "the company", "the group": the latest body whose name says nothing else of its kind."""
        company = "company" in words.senses(m.head)
        if not company and m.head not in _ANY_BODY:
            return None
        before = [
            e for j in range(i - 1, -1, -1) if found[j].sort in {Sort.NAME, Sort.BODY} and (e := self.homes.get((document, j))) is not None
        ]
        for e in before:
            if e.names and (not company or _is_company(e)) and (e.kind is PartyKind.ORGANISATION or (not company and _is_acronym(e))):
                return e
        for e in before:
            if e.kind is None and e.names and company and e.acts > e.places and all(len(k) == 1 or _is_plural(k[-1]) for k in e.keys):
                e.kind = PartyKind.ORGANISATION
                self._call(e, m.head)
                return e
        return None

    def _phrase(self, document: DocumentId, m: Found, owner: Entity | None) -> Entity | None:
        """A party that was called by such a phrase before."""
        same = [e for e in self.common[m.head] if _agrees(e, m, owner)]
        here = [e for e in same if document in e.documents]
        if here:
            return (
                here[-1]
                if m.definite or m.plural or m.head in {"police"}
                else next((e for e in here if _modifiers(e.phrase) == _modifiers(m.role)), None)
            )
        return same[0] if len(same) == 1 and (m.plural or m.sort is Sort.BODY or _modifiers(same[0].phrase) == _modifiers(m.role)) else None

    def pair(self, a: Entity, b: Entity, text: str) -> Entity:
        """Two parties that speak with one voice: a group of its own, the same one each time."""
        for entity in self.common["+"]:
            if set(entity.parts) == {a, b}:
                return entity
        entity = Entity(kind=PartyKind.GROUP, phrase=" ".join(text.split()), parts=(a, b))
        self.common["+"].append(entity)
        return entity

    def unlisted(self, document: DocumentId, text: str) -> Entity | None:
        """A party whose noun is on no list; only the words of a source are trusted so far."""
        found = re.findall(r"[\w'’-]+", text)
        while found and found[0].lower() in words.DETERMINERS:
            found.pop(0)
        cut = next((i for i, w in enumerate(found) if i and w.lower() in words.PREPOSITIONS | words.WHO), len(found))
        if not found or found[0].lower() in words.CLOSED:
            return None
        head, phrase = found[cut - 1].lower(), " ".join(found)
        for entity in self.common[head]:
            if _modifiers(entity.phrase) == _modifiers(" ".join(found[:cut])) or cut == 1:
                return entity
        plural = words.singular(head) != head
        entity = Entity(kind=PartyKind.GROUP if plural else PartyKind.PERSON, phrase=phrase, heads={head})
        entity.documents[document] += 1
        self.common[head].append(entity)
        return entity

    def _new(self, m: Found, owner: Entity | None) -> Entity:
        entity = Entity(kind=_KINDS[m.sort], phrase=m.text, heads={m.head})
        entity.speaks = "speaks-for" in words.senses(m.head)
        if owner is not None and (m.sort is not Sort.PERSON or _stands_for(m.head, owner)):
            entity.owner = owner
        if gender := words.gender_of(m.head):
            entity.genders[gender] += 1
        self.common[m.head].append(entity)
        return entity


def _stands_for(head: str, owner: Entity) -> bool:
    """Spokespeople and lawyers speak for anybody, those who lead only for the body that they lead."""
    sense = words.senses(head)
    return "speaks-for" in sense or (bool(sense & {"leads"}) and owner.kind is PartyKind.ORGANISATION)


def _is_plural(word: str) -> bool:
    return words.singular(word) != word


def _is_acronym(e: Entity) -> bool:
    """Whether it is only known by its letters and not marked as anything else: "the FBI ... the agency"."""
    return e.kind is None and all(n.isupper() and len(n) > 2 for n in e.names)


def _is_company(e: Entity) -> bool:
    last = {k[-1] for k in e.keys}
    return not any("body" in words.senses(w) for w in last) or any("company" in words.senses(h) for h in e.heads)


def _agrees(e: Entity, m: Found, owner: Entity | None) -> bool:
    """Whether the words around the noun fit what the party was called before."""
    if owner is not None and e.owner is not None and owner is not e.owner:
        return False
    mine = _modifiers(m.role)
    if not mine:
        return True
    theirs = [_modifiers(r) for r in e.roles] + [_modifiers(e.phrase)] + [frozenset(k) for k in e.keys if e.kind is not PartyKind.PERSON]
    return any(mine <= t for t in theirs) or (not e.names and any(t and t <= mine for t in theirs)) or (not e.names and not any(theirs))


def _modifiers(phrase: str) -> frozenset[str]:
    """The words of a role that narrow it, without its noun."""
    low = phrase.lower()
    for other, ours in _SPELLINGS:
        low = low.replace(other, ours)
    found = re.findall(r"[\w-]+", low)
    return frozenset(w for w in found[:-1] if w not in _IDLE)


def everywhere(mentions: Mapping[DocumentId, Sequence[Found]], roles: Roles) -> None:
    """Resolves all common phrases of a story; those that a document tells outright come first."""
    roles.appoint()
    for document, found in mentions.items():
        roles.tell(document, found)
    for document, found in mentions.items():
        for i, m in enumerate(found):
            if m.sort in {Sort.PERSON, Sort.BODY, Sort.GROUP}:
                roles.resolve(document, i, found)
        for i in metonymy.headline_bodies(document, found, roles.homes):
            roles.homes[document, i] = metonymy.only_company(document, found, roles.homes) or roles.homes[document, i]
        roles.own(document, found)
