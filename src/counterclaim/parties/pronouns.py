"""Tells whom a pronoun stands for: by agreement, by place in the sentence, by nearness, by who spoke last and who was accused.

Agreement comes only from what the texts say of a party (titles, gendered roles, other pronouns that clearly stand for it), never
from a forename. Every mention is weighed by what `evidence` sees of it; a party's share is the sum over its mentions, as in a
log-linear model. Where two parties fit equally well nobody is chosen, and both are kept as candidates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, log

from counterclaim.parties import words
from counterclaim.parties.cluster import Entity, Place
from counterclaim.parties.evidence import WEIGHTS, evidence
from counterclaim.parties.found import Case, Found, Sort
from counterclaim.records import DocumentId, PartyKind

WINDOW = 6  # sentences that are searched backwards
CLEAR = 1.1  # how many times likelier the best candidate must be than the second
_LAST_SPEAKER = 2.5
_ELSEWHERE = -2.0  # weight of a party that only the story around points to


@dataclass(frozen=True, slots=True)
class Choice:
    """The party that was chosen, None if none leads; all that fit, best first; how sure."""

    entity: Entity | None
    candidates: tuple[Entity, ...] = ()
    confidence: float = 0.0


@dataclass(frozen=True, slots=True)
class Hints:
    """What the statements around say: who spoke last, and extra weight for parties (an accused who denies).

    `own` are the mentions of the statement's own content, which tell nothing of its speaker; a quotation is read from `sentence` on.
    """

    last_speaker: Entity | None = None
    weights: tuple[tuple[Entity, float], ...] = ()
    excluded: tuple[Entity, ...] = ()
    own: frozenset[int] = frozenset()
    sentence: int | None = None


@dataclass(slots=True)
class Reader:
    """Reads the pronouns of one document. `trail` holds whom earlier ones most likely stood for: later ones go back to them."""

    document: DocumentId
    found: Sequence[Found]
    homes: Mapping[Place, Entity]
    trail: dict[int, Entity] = field(default_factory=dict)

    def follow(self) -> Reader:
        """Reads every he and she in order."""
        for i, m in enumerate(self.found):
            if m.sort is Sort.PRONOUN and m.head in words.HE | words.SHE and (entity := self.resolve(i).entity) is not None:
                self.trail[i] = entity
        return self

    def resolve(self, at: int, hints: Hints | None = None) -> Choice:
        """The party of the third-person pronoun that is mention `at`."""
        hints = hints or Hints()
        pronoun = self.found[at].head
        scores: dict[Entity, list[float]] = defaultdict(list)
        for j, entity in self.candidates(at):
            if entity not in hints.excluded and j not in hints.own:
                features = evidence(self.found, at, j, entity, self.trail)
                if hints.sentence is not None and j < at:
                    features["sentences"] = float(abs(hints.sentence - self.found[j].sentence))
                scores[entity].append(sum(WEIGHTS[name] * value for name, value in features.items()))
        total = {entity: log(sum(map(exp, each))) for entity, each in scores.items()}
        for entity, weight in self._hinted(hints):
            if entity in total or (weight > 0 and entity not in hints.excluded and agrees(pronoun, entity)):
                total[entity] = total.get(entity, _ELSEWHERE) + weight
        return _best(total)

    def candidates(self, at: int) -> Iterator[tuple[int, Entity]]:
        """Every mention that a pronoun may go back to; where it stands before its own subject, that one too."""
        m = self.found[at]
        for j in range(at - 1, -1, -1):
            if m.sentence - self.found[j].sentence > WINDOW:
                break
            yield from self._fitting(m, j)
        if m.head in words.HE | words.SHE and m.case is not Case.OBJECT and not self._free_before(at):
            for j in range(at + 1, min(at + 5, len(self.found))):
                if self.found[j].sentence == m.sentence and self.found[j].subject and self.found[j].sort is not Sort.PRONOUN:
                    yield from self._fitting(m, j)
                    break

    def _free_before(self, at: int) -> bool:
        """Whether the sentence names a party before the pronoun that may be its subject."""
        before = [o for o in self.found[max(0, at - 8) : at] if o.sentence == self.found[at].sentence]
        return any(not o.governed and o.sort is not Sort.PAPER for o in before)

    def _fitting(self, m: Found, j: int) -> Iterator[tuple[int, Entity]]:
        entity = self.homes.get((self.document, j)) or self.trail.get(j)
        if entity is not None and self.found[j].sort is not Sort.PAPER and agrees(m.head, entity):
            yield j, entity

    def _hinted(self, hints: Hints) -> Iterator[tuple[Entity, float]]:
        if hints.last_speaker is not None:
            yield hints.last_speaker, _LAST_SPEAKER
        yield from hints.weights


def _best(scores: Mapping[Entity, float]) -> Choice:
    ranked = sorted(scores, key=lambda e: -scores[e])
    if not ranked:
        return Choice(None)
    share = 1 / sum(exp(scores[e] - scores[ranked[0]]) for e in ranked)
    clear = len(ranked) == 1 or scores[ranked[0]] - scores[ranked[1]] >= log(CLEAR)
    return Choice(ranked[0] if clear else None, tuple(ranked[:4]), round(min(0.95, share), 2))


def agrees(pronoun: str, entity: Entity) -> bool:
    if pronoun in words.SHE or pronoun in words.HE:
        wanted = "f" if pronoun in words.SHE else "m"
        if entity.gender not in {wanted, None} or (entity.kind is None and entity.definite * 2 > sum(entity.names.values())):
            return False  # "the Tern" is no person
        return entity.kind is PartyKind.PERSON or (entity.kind is None and (entity.acts > 0 or any(len(k) > 1 for k in entity.keys)))
    if pronoun in words.THEY:
        body = entity.acts > entity.places and not _person_like(entity)  # a mere place is no "they"
        return entity.kind is not PartyKind.PERSON and (entity.kind is not None or body)
    if pronoun in words.IT:
        return entity.kind in {PartyKind.ORGANISATION, None} and not (entity.kind is None and _person_like(entity) and entity.places == 0)
    return False


def _person_like(entity: Entity) -> bool:
    """A name of two or three words that nothing marks as a body and that is not mostly a place ("in X")."""
    named = any(1 < len(k) < 5 for k in entity.keys)
    return entity.kind in {PartyKind.PERSON, None} and (
        (named and entity.acts > entity.places) or (any(len(k) == 1 for k in entity.keys) and entity.acts > 2 * entity.places)
    )
