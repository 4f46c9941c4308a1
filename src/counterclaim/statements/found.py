"""Owns what the rules find in one sentence: an attribution by places, before it becomes one by code points.

Places are indices into a sentence's units, half-open.
"""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.records import Span
from counterclaim.statements.units import Sentence

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in a sentence. `awaits`: a colon ends the sentence, and the content is the quotation that follows."""

    cue: tuple[Place, ...]
    content: tuple[Place, ...]
    source: Place | None = None
    awaits: bool = False

    def edge(self, limit: int) -> int:
        """Where this attribution ends, if it ends before a place; 0 otherwise."""
        end = max(b for _, b in (*self.content, *self.cue))
        return end if end <= limit else 0


def spans(sentence: Sentence, places: tuple[Place, ...]) -> tuple[Span, ...]:
    return tuple(Span(sentence[a].start, sentence[b - 1].end) for a, b in places if a < b)
