"""Says what a model reads of a document, word by word, and holds what it answers.

Words are the layout's tokens, in order; a doubled apostrophe used as a quotation mark is one word, read as `"`. Indices
count words; spans are code points of `Document.text`. Training and serving both read with this module.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.anchors import normalise
from counterclaim.records import Document, Layout, Span
from counterclaim.text.unnamed import are_one_name, unnamed

CASINGS = ("lower", "capitalised", "upper", "mixed", "number", "mark")
QUOTED = ("outside", "inside", "nested", "mark")
_CAPITALISED, _MIXED = CASINGS.index("capitalised"), CASINGS.index("mixed")
_PROPER = {_CAPITALISED, CASINGS.index("upper"), _MIXED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One entry a word. `casing` indexes CASINGS, `quoted` QUOTED; `sentences` and `paragraphs` are running numbers."""

    spans: tuple[Span, ...]
    texts: tuple[str, ...]
    casing: tuple[int, ...]
    quoted: tuple[int, ...]
    sentences: tuple[int, ...]
    paragraphs: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordScores:
    """What a model says of each word: logits of O, B, I for source, cue and content; projections for links; encoder states.

    Shapes [words, 9], [words, any], [words, width]; see training/en/CARD.md.
    """

    words: Words
    tags: NDArray[np.float32]
    projections: NDArray[np.float32]
    states: NDArray[np.float32]


class Scorer(Protocol):
    """A model that scores words. `decoding` is the part of its card that says how its scores become spans and links; `heads`
    are weights of what else is read from its states, by name.
    """

    @property
    def decoding(self) -> Mapping[str, Any]: ...

    @property
    def heads(self) -> Mapping[str, NDArray[np.float32]]: ...

    def score(self, document: Document, layout: Layout) -> WordScores: ...


def read(text: str, layout: Layout, *, first: int = 0) -> Words:
    """The words of a text, as a model reads them; `first` is the number of its first placeholder."""
    plain = normalise(text)
    spans = tuple(_spans(text, layout.tokens))
    texts = tuple('"' if s.end - s.start == 2 and plain[s.start : s.end] in ("''", "``") else plain[s.start : s.end] for s in spans)
    casing = [CASINGS.index(_casing(t)) for t in texts]
    sentences = _numbers(spans, layout.sentences)
    read, hidden = unnamed(texts, [c in _PROPER for c in casing], sentences, first=first)
    return Words(
        spans=spans,
        texts=tuple(read),
        casing=tuple(_CAPITALISED if h and c == _MIXED else c for c, h in zip(casing, hidden, strict=True)),
        quoted=_quoted(spans, layout),
        sentences=sentences,
        paragraphs=_numbers(spans, layout.paragraphs),
    )


def _spans(text: str, tokens: Sequence[Span]) -> Iterator[Span]:
    """The tokens, with each doubled apostrophe or backtick as one, and each double-barrelled name."""
    i = 0
    while i < len(tokens):
        here = tokens[i]
        last = i + (_is_doubled_mark(text, tokens[i : i + 2]) or 2 * _is_double_barrelled(text, tokens[i : i + 3]))
        yield Span(here.start, tokens[last].end)
        i = last + 1


def _is_doubled_mark(text: str, two: Sequence[Span]) -> bool:
    return len(two) == 2 and two[1].start == two[0].end and text[two[0].start : two[1].end] in ("''", "``", "’’", "‘‘")


def _is_double_barrelled(text: str, three: Sequence[Span]) -> bool:
    """Whether two capitalised words and a hyphen are one name, to be read as a name of one word is: "Vane-Roth"."""
    if len(three) < 3 or three[0].end != three[1].start or three[1].end != three[2].start:
        return False
    first, mark, second = (text[s.start : s.end] for s in three)
    return mark in ("-", "‐", "‑") and are_one_name(first, second)


def _casing(word: str) -> str:
    if word[0].isdigit():
        return "number"
    if not word[0].isalpha():
        return "mark"
    if word.islower():
        return "lower"
    if word.isupper():
        return "capitalised" if len(word) == 1 else "upper"
    return "capitalised" if word[0].isupper() and word[1:].islower() else "mixed"


def _quoted(spans: Sequence[Span], layout: Layout) -> tuple[int, ...]:
    starts = [s.start for s in spans]
    kinds = [0] * len(spans)
    for quotation in sorted(layout.quotations, key=lambda q: q.depth):
        first, last = bisect_right(starts, quotation.span.start) - 1, bisect_right(starts, quotation.span.end - 1)
        for i in range(max(first, 0), last):
            inside = quotation.inner.start <= starts[i] < quotation.inner.end
            kinds[i] = (1 if quotation.depth == 0 else 2) if inside else 3
    return tuple(kinds)


def _numbers(spans: Sequence[Span], stretches: Sequence[Span]) -> tuple[int, ...]:
    starts = [s.start for s in stretches]
    return tuple(max(bisect_right(starts, s.start) - 1, 0) for s in spans)
