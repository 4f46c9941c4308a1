"""Reads sentences, the draft's and the sources' alike, as lines of comparable words with their places.

A word's stem is lower case without its ending, as the claims room compares them; `content` leaves common words out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.claims.words import stem
from counterclaim.receipts.tokens import words as read_words
from counterclaim.records import Document, DocumentId, Layout, Quotation, Span
from counterclaim.text.lexicon import words as lexicon


@dataclass(frozen=True)
class Word:
    """One word. `span` is its place in the text that its line was read from; `quoted`: inside quotation marks."""

    text: str
    span: Span
    quoted: bool

    @cached_property
    def low(self) -> str:
        return self.text.lower().removesuffix("'s").rstrip("'")

    @cached_property
    def stem(self) -> str:
        root = stem(self.low)
        return root[:-1] if len(root) > 3 and root[-1] == root[-2] else root  # "recall" and "recalling"

    @cached_property
    def is_content(self) -> bool:
        return self.low not in lexicon("acts", "common") and (len(self.low) > 2 or self.low[0].isdigit())

    @cached_property
    def is_capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True)
class Line:
    """One sentence: of a source (`document`, `number` in its order) or of the draft (no document)."""

    text: str
    span: Span
    words: tuple[Word, ...]
    number: int
    document: DocumentId | None = None
    is_heading: bool = False

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(w.stem for w in self.words if w.is_content)

    @cached_property
    def low(self) -> tuple[str, ...]:
        return tuple(w.low for w in self.words)


def lines(text: str, layout: Layout, document: DocumentId | None = None) -> tuple[Line, ...]:
    """The sentences of a text that hold a word, page furniture left out."""
    headings = {h.start for h in layout.headings}
    return tuple(
        Line(
            text=text[s.start : s.end],
            span=s,
            words=tuple(_words(text, s, layout.quotations)),
            number=n,
            document=document,
            is_heading=s.start in headings,
        )
        for n, s in enumerate(layout.sentences)
        if not any(f.start <= s.start < f.end for f in layout.furniture) and any(c.isalnum() for c in text[s.start : s.end])
    )


def source_lines(documents: Sequence[Document], layouts: Sequence[Layout]) -> tuple[Line, ...]:
    """Every line of the sources."""
    return tuple(line for d, layout in zip(documents, layouts, strict=True) for line in lines(d.text, layout, d.id))


def _words(text: str, sentence: Span, quotations: Sequence[Quotation]) -> Iterator[Word]:
    near = [q for q in quotations if q.span.start < sentence.end and sentence.start < q.span.end]
    read = read_words(text, sentence.start, sentence.end)
    for word, (start, end) in zip(read.words, read.places, strict=True):
        yield Word(word, Span(start, end), any(q.span.start <= start < q.span.end for q in near))
