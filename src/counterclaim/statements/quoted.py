"""Owns what quotation marks settle without a lexicon: speech that goes on, quotations that stand alone, signed ones.

Works on top of any tagger's attributions, so that no quotation and no turn is lost. Offsets are code points; time is
linear in the text. Leaves out names, titles and scare quotes in quotation marks.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.records import Attribution, Document, Layout, Quotation, Span
from counterclaim.statements.turns import turns
from counterclaim.text.segment import WORD

_ALONE = 4  # words; a shorter quotation without a reporting clause is a name, a title or a scare quote
_SIGNED = re.compile(r"\s*[—–-]\s*(?P<source>[A-Z][^\n.!?\"“”]{1,80}?)[.\s]*$")
_LEAD = re.compile(
    r"^(?:and\s+)?(?:now\s+)?(?P<cue>from(?:\s+the\s+desk\s+of)?|by|statement\s+(?:by|from|of))\s+(?P<source>[A-Z][^\n:]{1,100}):?$",
    re.IGNORECASE,
)
_NAMED = re.compile(r"^(?P<source>(?:(?:the|a|an)\s+)?[A-Z][^\n:\"“”]{1,60}):\s*$")
_NEAR = 4  # attributions before a quotation among which its speaker is looked for
_TOLD = 0.9  # confidence: a signature or a line above names the source
_GUESS = 0.5  # confidence: whoever spoke last is taken to go on


def complete(document: Document, layout: Layout, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions with speech continued over sentences and paragraphs, and with what had none added."""
    page = _Page(document, layout)
    found = page.continued(page.whole(list(attributions)))
    found.extend(page.standing_alone(found))
    found.extend(turns(document, layout, found))
    return tuple(sorted(found, key=lambda a: (a.content[0], a.content[-1])))


class _Page:
    """One document's text with its outermost quotations, sentences and paragraphs, looked up by place."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self._text = document.text
        self._outer = [q for q in layout.quotations if q.depth == 0]
        self._starts = [q.span.start for q in self._outer]
        self._sentence_starts = [s.start for s in layout.sentences]
        self._paragraphs = layout.paragraphs
        self._paragraph_starts = [p.start for p in layout.paragraphs]
        self._skip = {*layout.furniture, *layout.headings}
        self._taken: set[int] = set()  # quotations, by index, that an attribution holds

    def whole(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        """Each piece that stands in a quotation nobody else holds is that quotation: a quotation is not cut at a doubtful word."""
        holders = Counter(i for a in attributions for i in self._held(a.content))
        return [self._whole(a, holders) for a in attributions]

    def _whole(self, attribution: Attribution, holders: Counter[int]) -> Attribution:
        pieces = {Span(p.start, p.end): None for p in (self._widened(p, attribution, holders) for p in attribution.content)}
        return replace(attribution, content=tuple(pieces))

    def _widened(self, piece: Span, attribution: Attribution, holders: Counter[int]) -> Span:
        at = bisect_right(self._starts, piece.start) - 1
        if at < 0 or holders[at] > 1 or not self._outer[at].closed:
            return piece
        whole = self._outer[at].span
        names = any(whole.start <= s.start < whole.end for s in (*attribution.cue, *attribution.source))  # speech reported inside speech
        return whole if piece.end <= whole.end and not names else piece

    def continued(self, attributions: Sequence[Attribution]) -> list[Attribution]:
        own = [self._held(a.content) for a in attributions]
        self._taken.update(i for held in own for i in held)
        return [self._go_on(a, max(held)) if held else a for a, held in zip(attributions, own, strict=True)]

    def standing_alone(self, found: Sequence[Attribution]) -> Iterator[Attribution]:
        spoken = sorted((max(a.content).end, a.content[0].start, a.source) for a in found if self._names(a.source))
        for i, quotation in enumerate(self._outer):
            if i in self._taken or not self._is_speech(quotation):
                continue
            self._taken.add(i)
            alone = Attribution(content=(quotation.span,))
            source, cue, confidence = self._introduced(quotation, spoken)
            attribution = self._go_on(replace(alone, cue=cue, source=source, confidence=confidence), i)
            if source:
                insort(spoken, (max(attribution.content).end, quotation.span.start, source))
            yield attribution

    def _held(self, content: Iterable[Span]) -> set[int]:
        """The quotations that a content touches."""
        held: set[int] = set()
        for span in content:
            low = max(0, bisect_right(self._starts, span.start) - 1)
            high = bisect_left(self._starts, span.end)
            held.update(i for i in range(low, high) if self._outer[i].span.end > span.start)
        return held

    def _go_on(self, attribution: Attribution, last: int) -> Attribution:
        """Adds the quotations that follow the last one: "A," X said. "B." - and the next paragraph of an unclosed one."""
        edge = max((*attribution.content, *attribution.cue), key=lambda s: s.end)
        added: list[Span] = []
        while last + 1 < len(self._outer) and last + 1 not in self._taken and self._follows(last, edge):
            last += 1
            self._taken.add(last)
            edge = self._outer[last].span
            added.append(edge)
        return replace(attribution, content=(*attribution.content, *added)) if added else attribution

    def _names(self, source: tuple[Span, ...]) -> bool:
        """Whether a source can be carried on: not empty, not "who"."""
        return bool(source) and self._text[source[0].start : source[0].end].lower() not in {"who", "which", "that"}

    def _follows(self, last: int, edge: Span) -> bool:
        """Whether the next quotation goes on with this one: as the sentence that follows, or as the next paragraph."""
        before, after = self._outer[last], self._outer[last + 1]
        gap = self._text[before.span.end : after.span.start]
        if before.continued:  # the marks themselves say so
            return not WORD.search(gap)
        if not self._is_sentence(after):
            return False
        if "\n" in gap:
            return self._fills_paragraph(after) and self._next_paragraph(edge) == after.span.start
        low = bisect_left(self._sentence_starts, edge.end)
        high = bisect_right(self._sentence_starts, after.span.start)
        return self._sentence_starts[low:high] == [after.span.start] and (edge != before.span or self._ends(before))

    def _fills_paragraph(self, quotation: Quotation) -> bool:
        return self._paragraph(quotation) == quotation.span

    def _next_paragraph(self, span: Span) -> int:
        """Where the paragraph behind the one in which a span ends starts."""
        at = bisect_right(self._paragraph_starts, span.end - 1)
        return self._paragraph_starts[at] if at < len(self._paragraph_starts) else -1

    def _is_speech(self, quotation: Quotation) -> bool:
        words = WORD.findall(self._text, quotation.inner.start, quotation.inner.end)
        return len(words) >= _ALONE and self._paragraph(quotation) not in self._skip and self._is_sentence(quotation)

    def _is_sentence(self, quotation: Quotation) -> bool:
        """Whether a quotation is a whole sentence: it begins with a capital, and a new sentence or nothing follows."""
        inner = self._text[quotation.inner.start : quotation.inner.end].strip("‘’'\" .…")
        rest = self._text[quotation.span.end : quotation.span.end + 2].lstrip(" ")
        return inner[:1].isupper() and (not rest or rest[0] == "\n" or self._ends(quotation)) and not rest[:1].islower()

    def _ends(self, quotation: Quotation) -> bool:
        return self._text[quotation.inner.end - 1] in ".?!…"

    def _paragraph(self, quotation: Quotation) -> Span:
        return self._paragraphs[bisect_right(self._paragraph_starts, quotation.span.start) - 1]

    def _introduced(self, quotation: Quotation, spoken: Sequence[_Spoken]) -> _Introduction:
        """Who speaks in a quotation without a reporting clause: who signs it, whom the line above names, who spoke last."""
        paragraph = self._paragraph(quotation)
        signed = _SIGNED.match(self._text, quotation.span.end, paragraph.end)
        if signed:
            return (Span(*signed.span("source")),), (), _TOLD
        at = bisect_left(self._paragraph_starts, paragraph.start)
        above = self._paragraphs[at - 1] if at else None
        below = self._paragraphs[at + 1] if at + 1 < len(self._paragraphs) and quotation.span.end == paragraph.end else None
        signed = _SIGNED.match(self._text, below.start, below.end) if below else None
        if signed:
            return (Span(*signed.span("source")),), (), _TOLD
        if above and quotation.span.start == paragraph.start:
            named = self._named(above)
            if named:
                return named
        return self._spoke_last(quotation, spoken, (above or paragraph).start), (), _GUESS

    def _named(self, line: Span) -> _Introduction | None:
        """Whom a line names: "And from Chair Ila Roth:", "From the desk of Mara Venn:", "The trust:"."""
        text = self._text[line.start : line.end]
        for pattern in (_LEAD, _NAMED):
            found = pattern.match(text)
            if found:
                groups = found.groupdict()
                cue = (Span(line.start + found.start("cue"), line.start + found.end("cue")),) if "cue" in groups else ()
                return (Span(line.start + found.start("source"), line.start + found.end("source")),), cue, _TOLD
        return None

    def _spoke_last(self, quotation: Quotation, spoken: Sequence[_Spoken], floor: int) -> tuple[Span, ...]:
        """The source of the attribution before, if it stands in this paragraph or the one before."""
        at = bisect_right(spoken, quotation.span.start, key=lambda s: s[0]) - 1
        near = (s for s in reversed(spoken[max(0, at - _NEAR + 1) : at + 1]) if s[1] >= floor)
        return next(near, (0, 0, ()))[2]


_Spoken = tuple[int, int, tuple[Span, ...]]  # where an attribution's content ends and starts, and its source
_Introduction = tuple[tuple[Span, ...], tuple[Span, ...], float]  # source, cue, confidence
