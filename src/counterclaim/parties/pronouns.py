"""Tells whom a pronoun stands for: by agreement, by place in the sentence, by nearness, by who spoke last and who was accused.

Agreement comes only from what the texts say of a party (titles, gendered roles, earlier clear pronouns), never from a forename.
Where two parties fit equally well nobody is chosen, and both are kept as candidates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity, Place
from counterclaim.parties.found import Found, Sort
from counterclaim.records import DocumentId, PartyKind

WINDOW = 6  # sentences that are searched backwards
CLEAR = 0.4  # by how much the best candidate must lead
_FAR = 1.1  # cost of a sentence of distance
_UNNAMED = -0.6
_SUBJECT, _GOVERNED, _QUOTED, _OWNER, _MATCH, _LAST_SPEAKER = 1.6, -0.8, -1.2, -1.0, 1.5, 1.3


@dataclass(frozen=True, slots=True)
class Choice:
    """The party that was chosen, None if none leads; all that fit, best first; how sure."""

    entity: Entity | None
    candidates: tuple[Entity, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Hints:
    """What the statements around say: who spoke last, and extra weight for parties (an accused who denies)."""

    last_speaker: Entity | None = None
    weights: tuple[tuple[Entity, float], ...] = ()
    excluded: tuple[Entity, ...] = ()


def resolve(
    pronoun: str, document: DocumentId, at: int, sentence: int, found: Sequence[Found], homes: Mapping[Place, Entity], hints: Hints
) -> Choice:
    """The party of a third-person pronoun that stands before mention `at` (an index into `found`) in a sentence."""
    scores: dict[Entity, float] = {}
    first_of: dict[int, int] = _subjects(found, at, sentence)
    for j in range(at - 1, -1, -1):
        m = found[j]
        if sentence - m.sentence > WINDOW:
            break
        entity = homes.get((document, j))
        if entity is None or m.sort is Sort.PAPER or entity in hints.excluded or not agrees(pronoun, entity):
            continue
        score = -_FAR * (sentence - m.sentence) + _place(found, j, first_of)
        scores[entity] = max(scores.get(entity, -99.0), score)
    if (
        hints.last_speaker is not None
        and hints.last_speaker not in scores
        and hints.last_speaker not in hints.excluded
        and agrees(pronoun, hints.last_speaker)
    ):
        scores[hints.last_speaker] = -_FAR
    for entity in scores:
        scores[entity] += _evidence(pronoun, entity) + (_LAST_SPEAKER if entity is hints.last_speaker else 0)
    for entity, weight in hints.weights:
        if entity in scores or (weight > 0 and agrees(pronoun, entity) and entity not in hints.excluded):
            scores[entity] = scores.get(entity, -2.0) + weight
    return _best(scores)


def _best(scores: dict[Entity, float]) -> Choice:
    ranked = sorted(scores, key=lambda e: -scores[e])
    if not ranked:
        return Choice(None)
    lead = scores[ranked[0]] - scores[ranked[1]] if len(ranked) > 1 else 3.0
    confidence = min(0.95, 0.5 + lead / 5)
    return Choice(ranked[0] if lead >= CLEAR else None, tuple(ranked[:4]), round(confidence, 2))


def _subjects(found: Sequence[Found], at: int, sentence: int) -> dict[int, int]:
    """The first free mention of each sentence in the window: most often its subject."""
    first: dict[int, int] = {}
    for j in range(at - 1, -1, -1):
        m = found[j]
        if sentence - m.sentence > WINDOW:
            break
        if not m.governed and not m.quoted and m.sort is not Sort.PAPER:
            first[m.sentence] = j
    return first


def _place(found: Sequence[Found], j: int, first_of: Mapping[int, int]) -> float:
    m = found[j]
    score = 0.0
    if first_of.get(m.sentence) == j or (m.same is not None and first_of.get(m.sentence) == m.same):
        score += _SUBJECT
    if m.governed:
        score += _GOVERNED
    if m.quoted:
        score += _QUOTED
    if any(o.owner == j for o in found[j + 1 : j + 3]):
        score += _OWNER
    return score


def agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in words.SHE or pronoun in words.HE:
        wanted = "f" if pronoun in words.SHE else "m"
        if entity.kind not in {PartyKind.PERSON, None} or entity.gender not in {wanted, None}:
            return False
        return entity.kind is PartyKind.PERSON or _person_like(entity)
    if pronoun in words.THEY:
        return entity.kind is not PartyKind.PERSON and (entity.kind is not None or not _person_like(entity))
    if pronoun in words.IT:
        return entity.kind in {PartyKind.ORGANISATION, None} and not (entity.kind is None and _person_like(entity) and entity.places == 0)
    return False


def _person_like(entity: Entity) -> bool:
    """A name of two or three words that nothing marks as a body and that is not mostly a place ("in X")."""
    return (any(1 < len(k) < 5 for k in entity.keys) and entity.acts > entity.places) or (
        any(len(k) == 1 for k in entity.keys) and entity.acts > 2 * entity.places
    )


def _evidence(pronoun: str, entity: Entity) -> float:
    if not entity.names and entity.kind is PartyKind.PERSON:
        return (_MATCH if entity.gender else 0.0) + _UNNAMED
    if pronoun in words.SHE or pronoun in words.HE:
        return (_MATCH if entity.gender else 0.0) + (0.6 if entity.kind is PartyKind.PERSON else 0.0)
    if pronoun in words.THEY:
        return 1.0 if entity.kind is PartyKind.GROUP else 0.0
    return 0.6 if entity.kind is PartyKind.ORGANISATION else 0.0
