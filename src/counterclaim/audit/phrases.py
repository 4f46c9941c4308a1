"""Finds the terms of a packaged word list in a line: whole words, longest first, inside one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from counterclaim.audit.lines import Line, Word
from counterclaim.records import Span
from counterclaim.text.lexicon import terms


@dataclass(frozen=True, slots=True)
class Hit:
    """A term in a line: its sense, its words, and the index of the first."""

    sense: str
    words: tuple[Word, ...]
    at: int

    @property
    def span(self) -> Span:
        return Span(self.words[0].span.start, self.words[-1].span.end)

    @property
    def text(self) -> str:
        return " ".join(w.text for w in self.words)

    @property
    def quoted(self) -> bool:
        return any(w.quoted for w in self.words)


def hits(line: Line, name: str) -> Iterator[Hit]:
    """The terms of a list in a line, none inside another. A term of two senses is hit in both."""
    table, longest = _table(name)
    low = line.low
    i = 0
    while i < len(low):
        for n in range(min(longest, len(low) - i), 0, -1):
            senses = table.get(" ".join(low[i : i + n]))
            if senses:
                yield from (Hit(sense, line.words[i : i + n], i) for sense in senses)
                i += n - 1
                break
        i += 1


@cache
def _table(name: str) -> tuple[dict[str, tuple[str, ...]], int]:
    """Each form, spelled as a line's words are, with its senses; and the length of the longest."""
    table: dict[str, tuple[str, ...]] = {}
    for term in terms(name):
        for form in term.forms:
            spelled = " ".join(form.replace("-", " ").split())
            table[spelled] = (*table.get(spelled, ()), term.sense)
    return table, max(len(f.split()) for f in table)
