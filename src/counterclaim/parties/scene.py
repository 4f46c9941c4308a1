"""Owns one document as the later modules look at it: its sentences, mentions, who they stand for, and where a place lies."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from counterclaim.parties.cluster import Entity, Place
from counterclaim.parties.found import Found
from counterclaim.parties.pronouns import Reader
from counterclaim.parties.tokens import Sentence
from counterclaim.records import Document, Layout, Span


@dataclass(slots=True)
class Scene:
    """A document with its mentions in order of their start. `homes` is shared by all scenes of a story."""

    document: Document
    layout: Layout
    sentences: tuple[Sentence, ...]
    found: tuple[Found, ...]
    homes: dict[Place, Entity]
    pronouns: Reader = field(init=False)
    _starts: list[int] = field(default_factory=list)
    _lines: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.pronouns = Reader(self.document.id, self.found, self.homes)
        self._starts = [m.span.start for m in self.found]
        self._lines = [s.words[0].start for s in self.sentences]

    def home(self, i: int) -> Entity | None:
        return self.homes.get((self.document.id, i))

    def after(self, place: int) -> int:
        """The index of the first mention that starts at `place` or later."""
        return bisect_left(self._starts, place)

    def inside(self, span: Span) -> range:
        """The indexes of the mentions that start inside a span."""
        return range(self.after(span.start), self.after(span.end))

    def of_sentence(self, number: int) -> range:
        """The indexes of the mentions of one sentence; none where there is no such sentence."""
        if not 0 <= number < len(self.sentences):
            return range(0)
        end = self._lines[number + 1] if number + 1 < len(self._lines) else len(self.document.text)
        return range(self.after(self._lines[number]), self.after(end))

    def sentence_at(self, place: int) -> int:
        return max(0, bisect_right(self._lines, place) - 1)

    def text(self, span: Span) -> str:
        return self.document.text[span.start : span.end]
