"""Reads a text as comparable words with their places: typography and composition normalised, marks and spaces left out.

Two stretches say the same words exactly if their words are equal in order. Letters are kept as they are (a change of case is
a change that a reader can see); soft hyphens, zero-width marks and quotation marks are not words.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from counterclaim.anchors import normalise

_INVISIBLE = set("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%$£€¥&@#+=§°]")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text and where each stands in it: `places[i]` is (start, end) of `words[i]`."""

    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]


def words(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of text[start:end], with offsets into the whole text."""
    chars, starts, ends = _composed(text, start, len(text) if end is None else end)
    found = list(_WORD.finditer(chars))
    return Words(tuple(m.group() for m in found), tuple((starts[m.start()], ends[m.end() - 1]) for m in found))


def _composed(text: str, start: int, end: int) -> tuple[str, list[int], list[int]]:
    """The text in plain typography and composed letters (NFC), and where each of its characters starts and ends in the original."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for i, char in enumerate(normalise(text[start:end]), start=start):
        if char in _INVISIBLE:
            continue
        if unicodedata.combining(char) and chars and len(joined := unicodedata.normalize("NFC", chars[-1] + char)) == 1:
            chars[-1], ends[-1] = joined, i + 1
            continue
        chars.append(char)
        starts.append(i)
        ends.append(i + 1)
    return "".join(chars), starts, ends
