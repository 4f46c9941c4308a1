"""Joins the names of a story into parties: parts of names, initials, short forms, acronyms, over all documents.

Works with indexes by last word, first word and acronym, so that its time is linear in the number of names. Precision before
recall: a short form that fits two parties stands for the one its own document made prominent, or for none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.parties import words
from counterclaim.parties.found import Found, Sort
from counterclaim.parties.roster import Listed, Roster
from counterclaim.records import DocumentId, PartyKind

Key = tuple[str, ...]
Place = tuple[DocumentId, int]  # a document and the index of one of its mentions

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "md", "phd", "qc", "kc", "mp", "esq"})
_SMALL = frozenset({"of", "for", "the", "and", "on", "&"})
_HANDLE = re.compile(r"^@(?:real|the|official|sen|rep|gov|mayor|dr)?|[_\d]")  # what an account adds to a name
_NICKNAME = 3  # letters that a short forename shares with the long one ("Don", "Donald")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something that is mentioned, while its mentions are being gathered."""

    names: Counter[str] = field(default_factory=Counter)
    keys: set[Key] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)
    heads: set[str] = field(default_factory=set)
    genders: Counter[str] = field(default_factory=Counter)
    documents: Counter[DocumentId] = field(default_factory=Counter)
    first: dict[DocumentId, int] = field(default_factory=dict)
    kind: PartyKind | None = None
    phrase: str = ""
    phrases: Counter[str] = field(default_factory=Counter)
    owner: Entity | None = None
    speaks: bool = False
    parts: tuple[Entity, ...] = ()
    places: int = 0
    acts: int = 0
    listed: Listed | None = None
    definite: int = 0

    @property
    def gender(self) -> str | None:
        """f or m if the texts say so without contradiction, else None."""
        f, m = self.genders["f"], self.genders["m"]
        return "f" if f > 2 * m else "m" if m > 2 * f else None

    @property
    def personal(self) -> bool:
        return self.kind is PartyKind.PERSON


def key_of(name: str) -> Key:
    """The words of a name by which it is compared: lower case, dots of acronyms dropped, no "Jr", no possessive."""
    bare = re.sub(r"(?<=\b\w)\.(?=\w\b)", "", name)
    found = [w.lower() for w in re.findall(r"@?\w+(?:[-'’]\w+)*", bare)]
    kept = tuple(w.replace("’", "'") for w in found if w not in _SUFFIXES)
    return kept or tuple(found)


def is_organisation(key: Key) -> bool:
    """Whether the name says so itself: "Ministry of ...", "... Council"."""
    return (
        (len(key) > 1 and key[-1] in words.ORGANISATION_ENDS)
        or (len(key) > 2 and key[0] in words.ORGANISATION_HEADS and "of" in key)
        or any(w in words.ORGANISATION_HEADS and key[i + 1 : i + 2] in (("of",), ("for",)) for i, w in enumerate(key))
    )


def acronym(key: Key) -> str:
    return "".join(w[0] for w in key if w not in _SMALL)


@dataclass(slots=True)
class Names:
    """All named entities of a story, found again by any form of their name."""

    by_key: dict[Key, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_last: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_acronym: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    by_letters: dict[str, list[Entity]] = field(default_factory=lambda: defaultdict(list))
    all: list[Entity] = field(default_factory=list)

    def add(self, key: Key, kind: PartyKind | None) -> Entity:
        entity = Entity(kind=kind)
        self.all.append(entity)
        self.index(entity, key)
        return entity

    def index(self, entity: Entity, key: Key) -> None:
        if key in entity.keys:
            return
        entity.keys.add(key)
        self.by_key[key].append(entity)
        if len(key) > 1:
            self.by_letters["".join(key)].append(entity)
            self.by_last[key[-1]].append(entity)
            self.by_first[key[0]].append(entity)
            if entity.kind is not PartyKind.PERSON:
                self.by_acronym[acronym(key)].append(entity)


def cluster(mentions: Mapping[DocumentId, Sequence[Found]], *, roster: Roster | None = None) -> tuple[Names, dict[Place, Entity]]:
    """The named parties of a story and which mention stands for which. Long names first, then their short forms."""
    names = Names()
    _enlist(names, roster or Roster())
    homes: dict[Place, Entity] = {}
    waiting: list[tuple[DocumentId, int, Key]] = []
    for document, found in mentions.items():
        for i, m in enumerate(found):
            if m.sort is Sort.NAME:
                key = key_of(m.name)
                if len(key) > 1:
                    homes[document, i] = _long(names, key, m, found)
                    _note(homes[document, i], document, m, i)
                else:
                    waiting.append((document, i, key))
    waiting.sort(key=lambda w: not mentions[w[0]][w[1]].role)  # "Mr X" tells what a bare X is
    for document, i, key in waiting:
        m = mentions[document][i]
        entity = _short(names, key, m, document, mentions[document])
        if entity is not None:
            homes[document, i] = entity
            _note(entity, document, m, i)
    return names, homes


def _enlist(names: Names, roster: Roster) -> None:
    """Makes a roster's names known; they become parties only where a text mentions them."""
    for each in roster.listed:
        entity = names.add(key_of(each.name), each.kind)
        entity.listed = each
        for alias in each.aliases:
            names.index(entity, key_of(alias))
        entity.heads.update(office.title.lower() for office in each.offices)


def _note(entity: Entity, document: DocumentId, m: Found, i: int) -> None:
    """Keeps what a mention says about its party."""
    entity.names[m.name] += 1
    entity.documents[document] += 1
    entity.first[document] = min(entity.first.get(document, i), i)
    if m.role:
        entity.roles[m.role] += 1
    if m.head:
        entity.heads.add(m.head)
    for word in re.findall(r"[a-z-]+", m.role.lower()):
        if gender := words.gender_of(word):
            entity.genders[gender] += 1
    if entity.kind is None and (m.role or m.sign is not None):
        entity.kind = PartyKind.ORGANISATION if m.sign is Sort.BODY and not m.role else PartyKind.PERSON
    elif entity.kind is None and len(key_of(m.name)) == 1 and any(len(k) > 1 and k[-1] == key_of(m.name)[0] for k in entity.keys):
        entity.kind = PartyKind.PERSON  # people are shortened to their last word, bodies to their first
    entity.definite += m.definite and not m.role
    if m.located and not m.role:
        entity.places += 1
    else:
        entity.acts += 1


# --- long names -------------------------------------------------------------------------------------------------------


def _long(names: Names, key: Key, m: Found, found: Sequence[Found]) -> Entity:
    kind = PartyKind.ORGANISATION if is_organisation(key) and not m.role else _told_kind(m, found)
    for entity in names.by_key.get(key, ()):
        return entity
    for entity in names.by_last.get(key[-1], ()):
        if (
            entity.kind is not PartyKind.ORGANISATION
            and kind is not PartyKind.ORGANISATION
            and any(same_person(key, k) for k in entity.keys)
        ):
            names.index(entity, key)
            entity.kind = entity.kind or kind
            return entity
    return names.add(key, kind)


def _told_kind(m: Found, found: Sequence[Found]) -> PartyKind | None:
    if m.role or m.sign is Sort.PERSON:
        return PartyKind.PERSON
    if m.sign is Sort.BODY:
        return PartyKind.ORGANISATION
    if m.same is not None:
        other = found[m.same].sort
        return {Sort.PERSON: PartyKind.PERSON, Sort.BODY: PartyKind.ORGANISATION}.get(other)
    return None


def same_person(a: Key, b: Key) -> bool:
    """One last word, and forenames that agree: equal, an initial, or a short form."""
    if len(a) < 2 or len(b) < 2 or a[-1] != b[-1]:
        return False
    if not _agrees(a[0], b[0]):
        return False
    middle_a, middle_b = a[1:-1], b[1:-1]
    return not middle_a or not middle_b or all(_agrees(x, y) for x, y in zip(middle_a, middle_b, strict=False))


def _agrees(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= _NICKNAME)


# --- short names -----------------------------------------------------------------------------------------------------


def _short(names: Names, key: Key, m: Found, document: DocumentId, found: Sequence[Found]) -> Entity | None:
    """The party of a one-word name, a new one if it is nobody's short form, None where it could be two people."""
    word = key[0]
    if m.name.startswith("@") and len(same := names.by_letters.get(_HANDLE.sub("", word), [])) == 1:
        return same[0]  # "@realMaraVenn"
    exact = names.by_key.get(key, [])
    candidates = [e for e in exact if e.listed] or _candidates(names, word, m)
    if not any(e.kind is PartyKind.PERSON or e.listed for e in candidates):
        candidates = [e for e in exact if e.kind is PartyKind.PERSON] or candidates  # "Mr Venn" beside "Venn Foundation"
    if not candidates:
        return exact[0] if exact else names.add(key, _told_kind(m, found))
    return _choose(candidates, m, document)


def _candidates(names: Names, word: str, m: Found) -> list[Entity]:
    titled = bool(m.role)
    persons = [e for e in names.by_last.get(word, ()) if e.kind is not PartyKind.ORGANISATION and _may_be_person(e)]
    if not titled:
        if not persons:
            persons = [e for e in names.by_first.get(word, ()) if e.kind is PartyKind.PERSON or (e.kind is None and _may_be_person(e))]
        bodies = [e for e in names.by_first.get(word, ()) if e.kind is PartyKind.ORGANISATION and e.documents]
        bodies = [] if m.located else bodies  # "in X" is the place
        bodies += [e for e in names.by_acronym.get(word, ()) if len(word) > 1 and m.name.replace(".", "").isupper()]
        if not persons or (bodies and m.name.replace(".", "").isupper()):
            persons = bodies
        elif bodies and not any(e.kind is PartyKind.PERSON for e in persons):
            persons = [*persons, *bodies]
    return list(dict.fromkeys(persons))


def _may_be_person(entity: Entity) -> bool:
    return not any(is_organisation(k) for k in entity.keys)


def _choose(candidates: list[Entity], m: Found, document: DocumentId) -> Entity | None:
    """One of several holders of a short name: by title and gender, then by who bore it in this document."""
    fitting = [e for e in candidates if _fits(e, m)] or candidates
    if len(fitting) == 1:
        return fitting[0]
    here = [e for e in fitting if document in e.documents]
    if len(here) == 1:
        return here[0]
    pool = here or fitting
    ranked = sorted(pool, key=lambda e: (-e.documents[document], e.first.get(document, 10**9)) if here else (-sum(e.documents.values()), 0))
    first, second = ranked[0], ranked[1]
    if here:
        return first if first.documents[document] > second.documents[document] or first.first[document] < second.first[document] else None
    return first if sum(first.documents.values()) > 2 * sum(second.documents.values()) else None


def _fits(entity: Entity, m: Found) -> bool:
    """Whether a title agrees with what is known of a person."""
    genders = {g for w in re.findall(r"[a-z-]+", m.role.lower()) if (g := words.gender_of(w))}
    if genders and entity.gender and entity.gender not in genders:
        return False
    if m.head and words.title_sense(m.head) == "office":
        return m.head in entity.heads or not entity.heads
    return True


def best_name(entity: Entity) -> str:
    """The name of the roster, else the fullest form of the sources, the most frequent of equals; a phrase where nothing names it.

    No choice goes by the letters of a name, nor by which document is read first.
    """
    if entity.listed is not None:
        return entity.listed.name
    if not entity.names:
        return max(entity.phrases, key=lambda p: (entity.phrases[p], len(p.split()), p), default=entity.phrase)
    return max(entity.names, key=lambda n: (len(key_of(n)), entity.names[n]))
