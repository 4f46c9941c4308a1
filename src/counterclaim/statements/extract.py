"""Owns statements: turns what a tagger found into records with form, medium, time, hedges, quantities and nesting.

Offsets are code points. Statements come in the order of their content; ids are the document's id, "s" and a number from
1. Refuses nothing: a text in which nobody is reported to say anything gives no statements.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from counterclaim.records import Attribution, Document, Form, Layout, Span, Statement, StatementId, Tagger
from counterclaim.statements import details
from counterclaim.statements.cues import sense_of
from counterclaim.statements.units import sentences
from counterclaim.text.quantities import quantities
from counterclaim.text.segment import WORD

_WHOLE = 2  # paragraphs up to which a speech is one statement
_DIRECT = 0.8  # share of a content's words inside quotation marks, from which on it is direct
_LABEL = re.compile(r"(?:What|How|Why|Where|Who|When)(?:\s+[\w'’-]+){1,5}")
_CONJUNCTION = re.compile(r"(?:that[\s,]+|as\s+(?=[^\s]))", re.IGNORECASE)


def extract(document: Document, layout: Layout, tagger: Tagger) -> tuple[Statement, ...]:
    """The statements of a document, in the order in which they stand."""
    tagged = [a for found in tagger.tag(document, layout) if (a := _without_labels(document.text, found, layout))]
    pieces = [p for a in tagged for b in _by_voice(_tidied(document.text, a), layout) for p in _by_paragraph(b, layout)]
    unique = {a.content: a for a in sorted(pieces, key=lambda a: a.confidence)}
    ordered = sorted(unique.values(), key=lambda a: (a.content[0].start, -a.content[-1].end))
    ids = [StatementId(f"{document.id}s{n}") for n in range(1, len(ordered) + 1)]
    parents = _parents(ordered)
    read = _Reader(document, layout, ordered)
    found = [read.statement(ids[i], a, ids[p] if (p := parents[i]) is not None else None) for i, a in enumerate(ordered)]
    return tuple(replace(s, leanings=each) for s, each in zip(found, tagger.leanings(found), strict=True))


def _tidied(text: str, attribution: Attribution) -> Attribution:
    """The content without its conjunction: taggers follow a corpus that keeps "that", a ledger shows what was said."""
    first, *rest = attribution.content
    lead = _CONJUNCTION.match(text, first.start, first.end)
    if lead is None or lead.end() >= first.end or (lead.group()[0] in "aA" and not _describes(text, attribution)):
        return attribution
    return replace(attribution, content=(Span(lead.end(), first.end), *rest))


def _without_labels(text: str, attribution: Attribution, layout: Layout) -> Attribution | None:
    """Without lines that label a part of the page: "What the mayor says", "THE CHARGES" above somebody's words; None if none is left."""
    first = attribution.content[0].start
    line = layout.paragraphs[bisect_right([p.start for p in layout.paragraphs], first) - 1]
    if _LABEL.fullmatch(text, line.start, line.end):
        return None
    cued = any(line.start <= s.start < line.end for s in (*attribution.cue, *attribution.source))
    kept = attribution.content if cued or line not in layout.headings else tuple(p for p in attribution.content if p.start >= line.end)
    return replace(attribution, content=kept) if kept else None


def _by_voice(attribution: Attribution, layout: Layout) -> Iterator[Attribution]:
    """Reported words and the quotation that stands in a later sentence are two statements: "said it hurt. “We were not asked.”" """
    if len(attribution.content) == 1:  # as most have: no need to look at every quotation of the document
        yield attribution
        return
    first = attribution.content[0]
    marks = {q.span for q in layout.quotations if q.depth == 0}
    at = next((i for i, piece in enumerate(attribution.content) if piece in marks), 0)
    apart = at and any(first.end <= s.end <= attribution.content[at].start for s in layout.sentences)
    if not apart:
        yield attribution
        return
    yield replace(attribution, content=attribution.content[:at])
    yield replace(attribution, content=attribution.content[at:])


def _by_paragraph(attribution: Attribution, layout: Layout) -> Iterator[Attribution]:
    """A long speech, a statement for each paragraph: a charge must be found at its own words. A short one stays whole."""
    ends = [p.end for p in layout.paragraphs] if len(attribution.content) > _WHOLE else []
    groups = [tuple(g) for _, g in groupby(attribution.content, key=lambda s: bisect_left(ends, s.end))]
    if len(groups) <= _WHOLE:
        yield attribution
    else:
        yield from (replace(attribution, content=group) for group in groups)


def _describes(text: str, attribution: Attribution) -> bool:
    """Whether "as" is the cue's own: "described the plan | as absurd"."""
    return any(sense_of(text[s.start : s.end]) == "describe" for s in attribution.cue)


def _parents(ordered: Sequence[Attribution]) -> list[int | None]:
    """For each attribution the innermost earlier one inside whose content its own content and cue lie."""
    parents: list[int | None] = []
    open_: list[int] = []
    for i, attribution in enumerate(ordered):
        start = attribution.content[0].start
        open_ = [j for j in open_ if ordered[j].content[-1].end > start]
        parents.append(next((j for j in reversed(open_) if _lies_in(attribution, ordered[j])), None))
        open_.append(i)
    return parents


def _lies_in(inner: Attribution, outer: Attribution) -> bool:
    parts = (*inner.content, *inner.cue)
    return bool(inner.cue) and all(any(o.start <= p.start and p.end <= o.end for o in outer.content) for p in parts)


class _Reader:
    """The sentences and quotation marks of one document, looked up by place."""

    def __init__(self, document: Document, layout: Layout, attributions: Iterable[Attribution]) -> None:
        self._document = document
        self._sentences = tuple(sentences(document, layout))
        self._starts = [s[0].start for s in self._sentences]
        self._told = {self._number(p) for a in attributions for p in (*a.content, *a.cue)}  # sentences in which somebody is reported
        self._marked = [q.span for q in layout.quotations if q.depth == 0]
        self._mark_starts = [s.start for s in self._marked]

    def statement(self, id_: StatementId, attribution: Attribution, within: StatementId | None) -> Statement:
        text = self._document.text
        number = self._number((attribution.cue or attribution.content)[0])
        sentence = self._sentences[number] if number >= 0 else ()
        return Statement(
            id=id_,
            document=self._document.id,
            source=attribution.source,
            cue=attribution.cue,
            content=attribution.content,
            form=self._form(attribution.content),
            medium=details.medium(sentence, attribution) or self._scene(number, attribution) or self._introduction(attribution),
            within=within,
            when=details.when(sentence, attribution),
            hedges=details.hedges(text, attribution.content),
            quantities=tuple(q for span in attribution.content for q in quantities(text, span)),
            confidence=attribution.confidence,
        )

    def _number(self, place: Span) -> int:
        return bisect_right(self._starts, place.start) - 1

    def _scene(self, number: int, attribution: Attribution) -> tuple[Span, ...]:
        """What the sentence before tells of the medium, if it stands in the same paragraph and reports nobody's words itself."""
        if number < 1 or number - 1 in self._told:
            return ()
        before, sentence = self._sentences[number - 1], self._sentences[number]
        return () if "\n" in self._document.text[before[-1].end : sentence[0].start] else details.scene(before, sentence, attribution)

    def _introduction(self, attribution: Attribution) -> tuple[Span, ...]:
        """The medium that the sentence before the words tells, if it ends with a colon."""
        number = self._number(attribution.content[0])
        if number < 1 or self._sentences[number][0].start != attribution.content[0].start:
            return ()
        before = self._sentences[number - 1]
        return details.introduction(before) if self._document.text[before[-1].start : before[-1].end] == ":" else ()

    def _form(self, content: Iterable[Span]) -> Form:
        words = quoted = 0
        for span in content:
            inside = self._marks_in(span)
            for word in WORD.finditer(self._document.text, span.start, span.end):
                words += 1
                quoted += any(m.start <= word.start() < m.end for m in inside)
        if not quoted:
            return Form.INDIRECT
        return Form.DIRECT if quoted >= _DIRECT * words else Form.MIXED

    def _marks_in(self, span: Span) -> list[Span]:
        low = max(0, bisect_right(self._mark_starts, span.start) - 1)
        return [m for m in self._marked[low : bisect_right(self._mark_starts, span.end)] if m.end > span.start]
