"""Owns how alike two bags of content words are in one story, and finds what is like a bag among many.

Likeness is 0..1: the cosine of the bags, in which a word that few statements hold weighs more (inverse document frequency).
A pool compares only bags that share a word and each different bag once, so copies of a text cost next to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from math import log, sqrt
from typing import Generic, TypeVar

Owner = TypeVar("Owner", bound=Hashable)
Bag = frozenset[str]


class Likeness:
    """The measure of one story."""

    def __init__(self, bags: Iterable[Bag]) -> None:
        each = list(bags)
        frequency = Counter(w for bag in each for w in bag)
        self._square = {w: log(1 + len(each) / n) ** 2 for w, n in frequency.items()}

    def square(self, word: str) -> float:
        """The weight of a word, squared; a word of no statement weighs like one that every statement holds."""
        return self._square.get(word, log(2) ** 2)

    def length(self, bag: Bag) -> float:
        return sqrt(sum(self.square(w) for w in bag))

    def between(self, one: Bag, other: Bag) -> float:
        shared = sum(self.square(w) for w in one & other)
        return shared / (self.length(one) * self.length(other)) if shared else 0.0


class Pool(Generic[Owner]):
    """Bags and who they belong to."""

    def __init__(self, likeness: Likeness) -> None:
        self._likeness = likeness
        self._owners: dict[Bag, dict[Owner, None]] = {}
        self._lengths: list[float] = []
        self._bags: list[Bag] = []
        self._holding: dict[str, list[int]] = {}

    def add(self, bag: Bag, owner: Owner) -> None:
        if bag not in self._owners:
            for word in bag:
                self._holding.setdefault(word, []).append(len(self._bags))
            self._bags.append(bag)
            self._lengths.append(self._likeness.length(bag))
        self._owners.setdefault(bag, {})[owner] = None

    def like(self, bag: Bag, *, sharing: int = 1) -> dict[Owner, float]:
        """Each owner of a bag that shares so many words, with the likeness of its most like bag."""
        dots: dict[int, float] = {}
        shared: Counter[int] = Counter()
        for word in sorted(bag):
            for number in self._holding.get(word, ()):
                dots[number] = dots.get(number, 0.0) + self._likeness.square(word)
                shared[number] += 1
        length = self._likeness.length(bag)
        best: dict[Owner, float] = {}
        for number, dot in dots.items():
            if shared[number] >= sharing:
                like = dot / (length * self._lengths[number])
                for owner in self._owners[self._bags[number]]:
                    best[owner] = max(like, best.get(owner, 0.0))
        return best
