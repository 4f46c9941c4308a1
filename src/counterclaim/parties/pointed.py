"""Owns what a model read of a statement's target, as a feature of each candidate: its log odds against there being none.

The model points at words (records.Leanings); here they become the parties that are named there. It knows no names: where
two parties stand in the same place of two stories, it says the same of both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from math import log

from counterclaim.parties.cluster import Entity
from counterclaim.parties.scene import Scene
from counterclaim.records import Span, Statement

READ = "read"  # the name of the feature
SEEN = 0.1  # a party that the model points at with this probability is a candidate wherever it is named
_LEAST = 0.02
_SCALE = 2.0


def pointed(scene: Scene, statement: Statement, entity: Callable[[int], Entity | None]) -> dict[Entity, float]:
    """The probability of each party whose name a model pointed at; empty where no model read. `entity` gives a mention's party."""
    chances: defaultdict[Entity, float] = defaultdict(float)
    for span, chance in statement.leanings.aims if statement.leanings else ():
        i = _covering(scene, span)
        party = None if i is None else entity(i)
        if party is not None:
            chances[party] += chance
    return dict(chances)


def odds(statement: Statement, chances: Mapping[Entity, float], party: Entity) -> float:
    """The log odds of a party against nobody, about -2 to 2; 0 where no model read."""
    if statement.leanings is None or statement.leanings.nobody is None:
        return 0.0
    return log((chances.get(party, 0.0) + _LEAST) / (statement.leanings.nobody + _LEAST)) / _SCALE


def _covering(scene: Scene, span: Span) -> int | None:
    """The last mention that begins at or before a word and holds it."""
    for i in range(scene.after(span.start + 1) - 1, max(scene.after(span.start + 1) - 4, -1), -1):
        if scene.found[i].span.start <= span.start and span.end <= scene.found[i].span.end:
            return i
    return None
