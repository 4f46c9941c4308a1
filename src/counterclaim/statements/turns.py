"""Owns turns: a post, a release, a `NAME:` turn in its author's own voice becomes statements of its author.

Offsets are code points; time is linear in the text. The source is the label, where one stands in the text, and empty
otherwise. Leaves out the sentences in which the author reports what others say.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.records import Attribution, Document, Layout, Span, Turn
from counterclaim.statements.cues import sense_of
from counterclaim.text.segment import WORD

_FIRST_PERSON = frozenset({"", "i", "we"})
_SPEECH = frozenset({"say", "write", "announce", "answer", "accuse", "deny", "admit", "demand", "promise", "ask"})
_WHOLE = 2  # sentences up to which a turn is one statement
_OWN = 0.9


def turns(document: Document, layout: Layout, found: Iterable[Attribution]) -> Iterator[Attribution]:
    """The statements of a document's turns.

    A short turn is one statement, a long one a statement for each sentence: a charge must be found at its own words.
    """
    apart = _union((*layout.furniture, *layout.headings))
    reports = _union(s for a in found if _is_report(document.text, a) for s in (*a.cue, *a.content))
    for turn in document.turns:
        source = (turn.name_at,) if turn.name_at else ()
        own = [s for s in _sentences(layout, turn) if not _share(document.text, s, apart) and _share(document.text, s, reports) <= 0.5]
        if 0 < len(own) <= _WHOLE:
            yield Attribution(content=_merged(document.text, own), source=source, confidence=_OWN)
        else:
            yield from (Attribution(content=(s,), source=source, confidence=_OWN) for s in own)


def _is_report(text: str, attribution: Attribution) -> bool:
    """Whether an attribution reports the speech of somebody else, not what the author thinks or somebody did."""
    source = " ".join(text[s.start : s.end] for s in attribution.source).lower()
    senses = {sense_of(text[s.start : s.end]) for s in attribution.cue}
    return source not in _FIRST_PERSON and (not attribution.cue or bool(senses & _SPEECH))


def _sentences(layout: Layout, turn: Turn) -> Iterator[Span]:
    first = bisect_right(layout.sentences, turn.span.start, key=lambda s: s.end)
    for sentence in layout.sentences[first:]:
        if sentence.start >= turn.span.end:
            return
        yield Span(max(sentence.start, turn.span.start), min(sentence.end, turn.span.end))


def _union(spans: Iterable[Span]) -> list[Span]:
    """The spans in order, with those that touch joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _share(text: str, sentence: Span, spans: Sequence[Span]) -> float:
    """The share of a sentence's words that stand in spans."""
    low = bisect_right(spans, sentence.start, key=lambda s: s.end)
    high = bisect_left(spans, sentence.end, key=lambda s: s.start)
    words = [w.start() for w in WORD.finditer(text, sentence.start, sentence.end)]
    inside = sum(any(s.start <= w < s.end for s in spans[low:high]) for w in words)
    return inside / max(1, len(words))


def _merged(text: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """Sentences that follow each other directly, as one span."""
    merged = [sentences[0]]
    for sentence in sentences[1:]:
        if text[merged[-1].end : sentence.start].strip():
            merged.append(sentence)
        else:
            merged[-1] = Span(merged[-1].start, sentence.end)
    return tuple(merged)
