"""Tells which statements of a story say much the same, by the rare words that they share, and so whom a statement may be about.

Likeness is the cosine of the words' rarity, 0 to 1. Only words of few statements are looked up, so that time is linear in the
story. Says nothing of who is right: two sides that word one matter alike are alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import log, sqrt

from counterclaim.parties.cluster import Entity
from counterclaim.records import StatementId

_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]{3,}|\d{2,}")  # no names: who is named must not tell what is alike
_STEM = 6  # letters that forms of a word share ("violate", "violating")
_RARE = 12  # statements that may hold a word which is looked up
_ALIKE = 0.1  # likeness from which a statement is an echo


def stems(text: str) -> frozenset[str]:
    """The longer words in lower case and the numbers of a text, cut to what their forms share."""
    return frozenset(w.lower()[:_STEM] for w in _WORD.findall(text))


@dataclass(frozen=True, slots=True)
class Echoes:
    """The statements of a story by their words, and whom each was about in the first reading."""

    words: Mapping[StatementId, frozenset[str]] = field(default_factory=dict)
    holders: Mapping[str, Sequence[StatementId]] = field(default_factory=dict)
    targets: Mapping[StatementId, Entity] = field(default_factory=dict)

    def of(self, statement: StatementId) -> dict[Entity, float]:
        """Whom statements that say much the same are about, with the greatest likeness of each."""
        shared: dict[StatementId, float] = defaultdict(float)
        mine = self.words.get(statement, frozenset())
        for word in mine:
            for other in self._rare(word):
                if other != statement:
                    shared[other] += self._weight(word)
        found: dict[Entity, float] = {}
        for other, weight in shared.items():
            likeness = weight / sqrt(self._size(mine) * self._size(self.words[other]))
            target = self.targets.get(other)
            if target is not None and likeness >= _ALIKE:
                found[target] = max(likeness, found.get(target, 0.0))
        return found

    def _rare(self, word: str) -> Sequence[StatementId]:
        holders = self.holders[word]
        return holders if len(holders) <= _RARE else ()

    def _weight(self, word: str) -> float:
        return log(1 + len(self.words) / len(self.holders[word])) ** 2

    def _size(self, words: Iterable[str]) -> float:
        return sum(map(self._weight, words)) or 1.0


def echoes(said: Iterable[tuple[StatementId, frozenset[str], Entity | None]]) -> Echoes:
    """The statements of a story with their words and whom they are about."""
    holders: dict[str, list[StatementId]] = defaultdict(list)
    words, targets = {}, {}
    for id, own, target in said:
        words[id] = own
        if target is not None:
            targets[id] = target
        for word in own:
            holders[word].append(id)
    return Echoes(words, holders, targets)
