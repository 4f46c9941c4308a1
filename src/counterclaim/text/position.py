"""Tells where an offset stands for a person or an editor: line and column.

Both count from 1; a column counts code points, and only `\\n` ends a line (a decoded file holds no other line end).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from counterclaim.records import Span


@dataclass(frozen=True, slots=True, order=True)
class Position:
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Lines:
    """A text by its lines; `starts` are their offsets."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        return cls(text, (0, *(i + 1 for i, char in enumerate(text) if char == "\n")))

    def position(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return Position(line, offset - self.starts[line - 1] + 1)

    def around(self, span: Span) -> Span | None:
        """The line in which a span starts, without its line end; None where that line is empty."""
        start = self.starts[self.position(span.start).line - 1]
        end = self.text.find("\n", start)
        end = len(self.text) if end < 0 else end
        return Span(start, end) if start < end else None
