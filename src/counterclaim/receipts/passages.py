"""The sources of many quote checks, prepared once: their words in runs, and where each word stands.

A run is a document, or a statement whose pieces stand around a reporting clause ("“We were,” she said, “never asked.”"), read as
one. Positions are (run, index of a word).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.receipts.tokens import Words, words
from counterclaim.records import Document, DocumentId, Span, Statement
from counterclaim.text.segment import segment


@dataclass(frozen=True, slots=True)
class Run:
    """Words that can be quoted as one stretch; `folded` are they in small letters, `sentences` where the document's ones begin.

    `is_joined` where a reporting clause between its pieces is left out.
    """

    document: DocumentId
    text: str = field(repr=False)
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...] = field(repr=False)
    folded: str = field(repr=False)
    sentences: tuple[int, ...] = field(repr=False)
    is_joined: bool = False

    def span(self, first: int, end: int) -> Span:
        """Where words[first:end] stand in the document."""
        return Span(self.places[first][0], self.places[end - 1][1])

    def between(self, end: int, first: int) -> str:
        """What stands in the document after words[:end] and before words[first:]."""
        return self.text[self.places[end - 1][1] : self.places[first][0]]

    def is_one_sentence(self, first: int, end: int) -> bool:
        """Whether no sentence of the document begins inside words[first:end]."""
        left, right = self.places[first][0], self.places[end - 1][1]
        return bisect_right(self.sentences, left) == bisect_left(self.sentences, right)


@dataclass(frozen=True, slots=True)
class Passages:
    runs: tuple[Run, ...]
    starts: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)


def passages(documents: Mapping[DocumentId, Document], statements: Sequence[Statement] = ()) -> Passages:
    """Prepares sources for many checks."""
    begins = {d.id: tuple(s.start for s in segment(d).sentences) for d in documents.values()}
    runs = [_run(d, [words(d.text)], begins[d.id]) for d in documents.values()]
    for s in statements:
        if len(s.content) > 1:
            d = documents[s.document]
            runs.append(_run(d, [words(d.text, c.start, c.end) for c in s.content], begins[d.id]))
    starts: dict[str, list[tuple[int, int]]] = {}
    for r, run in enumerate(runs):
        for i, word in enumerate(run.words):
            starts.setdefault(word.casefold(), []).append((r, i))
    return Passages(tuple(runs), {k: tuple(v) for k, v in starts.items()})


def _run(document: Document, pieces: Sequence[Words], sentences: tuple[int, ...]) -> Run:
    said = tuple(w for p in pieces for w in p.words)
    places = tuple(x for p in pieces for x in p.places)
    return Run(document.id, document.text, said, places, " ".join(said).casefold(), sentences, is_joined=len(pieces) > 1)


def literal(asked: Sequence[str], sources: Passages) -> Iterator[tuple[int, int]]:
    """Where the words stand in order. The first letter may be large or small, as it opens a sentence or not."""
    first, rest = asked[0], tuple(asked[1:])
    for r, i in sources.starts.get(first.casefold(), ()):
        run = sources.runs[r].words
        if run[i + 1 : i + len(asked)] == rest and run[i][1:] == first[1:]:
            yield r, i


def shown(text: str, span: Span) -> str:
    """A stretch of a source as evidence: its words, white space made even."""
    return " ".join(text[span.start : span.end].split())
