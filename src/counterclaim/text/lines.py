"""The lines of a text that hold words, as spans without the white space around them.

Code points, half-open. What a line is to a reader - a header, a label, a paragraph - is for the modules that read layouts.
"""

from __future__ import annotations

import re

from counterclaim.records import Span

_WORDS = re.compile(r"\S(?:[^\n]*\S)?")


def lines(text: str) -> tuple[Span, ...]:
    """Every line that holds more than white space, in order."""
    return tuple(Span(m.start(), m.end()) for m in _WORDS.finditer(text))


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The stretch without white space at its ends; None where nothing is left."""
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = end - len(stretch) + len(stretch.rstrip())
    return Span(left, right) if left < right else None


def starts_block(text: str, line: Span) -> bool:
    """Whether a blank line, or nothing, stands above."""
    above = line.start - 1
    while above >= 0 and text[above] in " \t":
        above -= 1
    if above < 0:
        return True
    return not text[text.rfind("\n", 0, above) + 1 : above].strip()
