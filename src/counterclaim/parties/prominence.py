"""Owns how prominent each party is in one document: whether its headline and its lead name it, how often it is named and acts.

Counts mentions that stand for a party, and every he and she that most likely does. Linear in the document. Says nothing of a
party's part in the dispute: that is told by who speaks about whom.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from math import log2

from counterclaim.parties.cluster import Entity
from counterclaim.parties.scene import Scene

_LEAD = 3  # sentences below the headline
_MAIN = 5  # parties that a document is most likely about


@dataclass(frozen=True, slots=True)
class Prominence:
    """The parties of a document by where and how often they are named; `main` holds the most named, most first."""

    headline: frozenset[Entity] = frozenset()
    lead: frozenset[Entity] = frozenset()
    named: Counter[Entity] | None = None
    acts: Counter[Entity] | None = None
    main: tuple[Entity, ...] = ()

    def share(self, entity: Entity) -> float:
        """How often a party is named, 1 for the most named of all."""
        return self.named[entity] / self.named[self.main[0]] if self.named and self.main else 0.0

    def activity(self, entity: Entity) -> float:
        """How often a party is the subject of a verb, 0 to 2 by doublings."""
        return min(log2(1 + self.acts[entity]), 4.0) / 2 if self.acts else 0.0


def prominence(scene: Scene) -> Prominence:
    """Who stands where in a document."""
    headings = {p.start for p in scene.layout.headings}
    named: Counter[Entity] = Counter()
    acts: Counter[Entity] = Counter()
    headline, lead = set(), set()
    for i, m in enumerate(scene.found):
        entity = scene.home(i) or scene.pronouns.trail.get(i)
        if entity is None:
            continue
        named[entity] += 1
        acts[entity] += m.subject
        if m.sentence == 0 or scene.layout.paragraphs[m.paragraph].start in headings:
            headline.add(entity)
        elif m.sentence <= _LEAD:
            lead.add(entity)
    main = tuple(e for e, _ in named.most_common(_MAIN))
    return Prominence(frozenset(headline), frozenset(lead), named, acts, main)
