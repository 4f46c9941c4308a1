"""Owns prose that keeps its offsets: the characters of a file while the marks in it are blanked.

Markup that parts words becomes spaces or a line break; markup inside a word or beside a quotation mark becomes JOINER
(U+2060), which no reader of words sees.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from counterclaim.records import Span

JOINER = "\u2060"
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);")


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """What of a file is text: the same number of characters, its headings, and the stretches that were not read."""

    text: str
    headings: tuple[Span, ...] = ()
    skipped: tuple[Span, ...] = ()


class Chars:
    """The characters of a text while marks in it are blanked."""

    def __init__(self, text: str) -> None:
        self._chars = list(text)
        self.skipped: list[Span] = []

    @property
    def text(self) -> str:
        return "".join(self._chars)

    def skip(self, start: int, end: int) -> None:
        """Leaves a stretch out, keeping its line breaks."""
        if "".join(self._chars[start:end]).strip():
            self.skipped.append(Span(start, end))
        self._chars[start:end] = [c if c == "\n" else " " for c in self._chars[start:end]]

    def blank(self, start: int, end: int, by: str = JOINER) -> None:
        self._chars[start:end] = by * (end - start)

    def write(self, start: int, end: int, char: str) -> None:
        """One character, or several, in the place of a longer stretch."""
        self._chars[start:end] = char[: end - start].ljust(end - start, JOINER)

    def entities(self, start: int = 0, end: int | None = None) -> None:
        for entity in _ENTITY.finditer(self.text, start, len(self._chars) if end is None else end):
            read = html.unescape(entity.group())
            if read != entity.group():
                self.write(*entity.span(), read)

    def trimmed(self, start: int, end: int) -> list[Span]:
        stretch = "".join(self._chars[start:end])
        outer = " \t\n#=-" + JOINER
        left, right = start + len(stretch) - len(stretch.lstrip(outer)), start + len(stretch.rstrip(outer))
        return [Span(left, right)] if left < right else []
