"""Finds the source sentences that a sentence of the draft rests on, by the words they share; rare words weigh more.

`cover` is the share 0..1 of the draft sentence's content words, weighed, that a source sentence holds. A sentence may rest on
several; `near` are the words of all of them and of the sentences right before and after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from counterclaim.audit.lines import Line

_MOST = 4  # source sentences that one sentence may rest on
_LEAST = 0.12  # of its words
_FAR_BELOW = 0.2  # of the best one's cover


@dataclass(frozen=True, slots=True)
class Rest:
    """A source sentence that a draft sentence rests on."""

    line: Line
    cover: float


class Sources:
    """All sentences of the sources, looked up by their words."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = tuple(lines)
        self._places = {(line.document, line.number): i for i, line in enumerate(self.lines)}
        self._holding: dict[str, list[int]] = defaultdict(list)
        for i, line in enumerate(self.lines):
            for word in line.content:
                self._holding[word].append(i)
        self._most = log(1 + len(self.lines))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every stem of the sources."""
        return frozenset(w.stem for line in self.lines for w in line.words)

    def weight(self, stem: str) -> float:
        """How telling a word is: one that few sentences hold is more so, one that none holds the most."""
        held = len(self._holding.get(stem, ()))
        return log(1 + len(self.lines) / held) if held else self._most

    def total(self, stems: frozenset[str]) -> float:
        return sum(self.weight(s) for s in stems)

    def rests(self, stems: frozenset[str]) -> tuple[Rest, ...]:
        """What a bag of stems rests on, best first."""
        total = self.total(stems)
        found: dict[int, float] = defaultdict(float)
        for stem in sorted(stems):
            for i in self._holding.get(stem, ()):
                found[i] += self.weight(stem)
        ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST]
        covers = [(self.lines[i], weight / total) for i, weight in ordered]
        return tuple(Rest(line, cover) for line, cover in covers if cover >= max(_LEAST, _FAR_BELOW * covers[0][1]))

    def beside(self, line: Line, reach: int = 1) -> list[Line]:
        """A source sentence with those before and after it in its document."""
        places = (self._places.get((line.document, line.number + n)) for n in range(-reach, reach + 1))
        return [self.lines[i] for i in places if i is not None]
