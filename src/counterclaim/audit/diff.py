"""Pairs the words of a draft sentence with those of a source sentence, in order, and shows what stands between the pairs.

A pair is two words of one stem. A run of common words alone ("of the") pairs nothing: it would tie what does not belong together.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from counterclaim.audit.lines import Line, Word


@dataclass(frozen=True)
class Gap:
    """Words of the draft and of the source that stand between the same two pairs, or at an end. One side may be empty."""

    ours: tuple[Word, ...]
    theirs: tuple[Word, ...]
    start: int  # index of the first of ours in the draft's line, and of the first of theirs in the source's
    their_start: int


@dataclass(frozen=True)
class Diff:
    """`pairs`: index of a word of our line -> index of its like in theirs."""

    ours: Line
    theirs: Line
    pairs: dict[int, int]

    @cached_property
    def back(self) -> dict[int, int]:
        """Index of a word of theirs -> index of its like in ours."""
        return {j: i for i, j in self.pairs.items()}

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        return tuple(self._gaps())

    def _gaps(self) -> Iterator[Gap]:
        i = j = 0
        for a, b in [*sorted(self.pairs.items()), (len(self.ours.words), len(self.theirs.words))]:
            if i < a or j < b:
                yield Gap(self.ours.words[i:a], self.theirs.words[j:b], i, j)
            i, j = a + 1, b + 1


def diff(ours: Line, theirs: Line) -> Diff:
    """The pairs of two lines."""
    blocks = SequenceMatcher(None, [w.stem for w in ours.words], [w.stem for w in theirs.words], autojunk=False).get_matching_blocks()
    pairs = {
        block.a + n: block.b + n
        for block in blocks
        if any(w.is_content for w in ours.words[block.a : block.a + block.size])
        for n in range(block.size)
    }
    return Diff(ours, theirs, pairs)
