"""Finds what can be mended without asking anybody: the typography of true quotations, doubled spaces, names misspelt by a letter.

A `Mend` is a place in the file, the characters there, and those that belong there. Certain means: the quotation stands word for
word in a source, or the sources spell the name in one way only. The house's own style stays: a kind of apostrophe or dash is
changed only where the draft itself mostly uses the other, and outside quotations nothing is put into other marks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.anchors import normalise
from counterclaim.audit.case import Case, Quoted, prepare
from counterclaim.audit.spelling import misspelt
from counterclaim.receipts.tokens import words
from counterclaim.records import Draft, Evidence, Span, VerdictKind

_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“", "‹": "›"}
_ALSO = frozenset({("„", "”"), ("‚", "‘"), ("‚", "’"), ("»", "«")})
_DOUBLE = frozenset({"“", "”", '"', "„", "''", "``", "″", "‟"})
_APOSTROPHES = frozenset("'’‘`´")
_DASHES = frozenset("-‐‑–—")
_SPACES = re.compile(r"(?<=[^\s|]) {2}(?=[^\s|])")
_MARKDOWN_TABLE = re.compile(r"^[ \t]*\|", re.MULTILINE)


@dataclass(frozen=True, slots=True, order=True)
class Mend:
    """`was` stands at `where` in the file, `now` belongs there; `why` is told to the editor."""

    where: Span
    was: str
    now: str
    why: str


def mends(draft: Draft, evidence: Evidence) -> tuple[Mend, ...]:
    """All that is certain, in the order of the text, no two of them at one place."""
    case = prepare(draft, evidence)
    found: list[Mend] = []
    for mend in sorted([*_quotations(case), *_spaces(draft), *_names(case)]):
        if not found or found[-1].where.end <= mend.where.start:
            found.append(mend)
    return tuple(found)


def _quotations(case: Case) -> Iterator[Mend]:
    for q in case.quoted:
        if q.verdict.kind is VerdictKind.VERBATIM and q.verdict.span is not None:
            yield from _inside(case, q)
            yield from _marks(case, q)


def _inside(case: Case, q: Quoted) -> Iterator[Mend]:
    """Apostrophes and dashes that the source prints otherwise, character by character where the words and gaps are as long."""
    assert q.verdict.document is not None
    assert q.verdict.span is not None
    source = case.evidence.reading.documents[q.verdict.document].text
    ours = words(case.document.text, q.quotation.inner.start, q.quotation.inner.end).places
    theirs = words(source, q.verdict.span.start, q.verdict.span.end).places
    if len(ours) != len(theirs):
        return
    stretches = [*zip(ours, theirs, strict=True), *_gaps(ours, theirs)]
    for (a, b), (c, d) in stretches:
        mine, printed = case.document.text[a:b], source[c:d]
        if len(mine) == len(printed) and normalise(mine) == normalise(printed):
            for i, (was, now) in enumerate(zip(mine, printed, strict=True)):
                if was != now and _is_wrong(case.draft.prose, was, now):
                    yield from _mend(case, Span(a + i, a + i + 1), now, "as the source prints it")


_Place = tuple[int, int]


def _gaps(ours: tuple[_Place, ...], theirs: tuple[_Place, ...]) -> Iterator[tuple[_Place, _Place]]:
    """What stands between each word and the next, on both sides."""
    for i in range(len(ours) - 1):
        yield (ours[i][1], ours[i + 1][0]), (theirs[i][1], theirs[i + 1][0])


def _is_wrong(prose: str, was: str, now: str) -> bool:
    """Whether a mark is no choice of the house: another kind of dash, or one that the draft mostly prints as the source does."""
    if was in _DASHES and now in _DASHES and "-" in (was, now):
        return True
    alike = next((kind for kind in (_APOSTROPHES, _DASHES) if {was, now} <= kind), None)
    return alike is not None and prose.count(now) > prose.count(was)


def _marks(case: Case, q: Quoted) -> Iterator[Mend]:
    """Quotation marks that are no pair: “words", ''words''."""
    span, inner, text = q.quotation.span, q.quotation.inner, case.document.text
    opening, closing = text[span.start : inner.start], text[inner.end : span.end]
    if _PAIRS.get(opening) == closing or (opening, closing) in _ALSO or not opening or not closing:
        return
    if not {opening, closing} <= _DOUBLE:
        return
    start, end = _house(case, q)
    for where, was, now in ((Span(span.start, inner.start), opening, start), (Span(inner.end, span.end), closing, end)):
        if was != now:
            yield from _mend(case, where, now, "the other mark of the pair")


def _house(case: Case, q: Quoted) -> tuple[str, str]:
    """The pair of double marks that the draft mostly uses; curly ones where it has none but these."""
    text = case.document.text
    used = Counter(text[o.quotation.span.start] for o in case.quoted if o is not q and text[o.quotation.span.start] in ("“", '"'))
    return ('"', '"') if used['"'] > used["“"] else ("“", "”")


def _spaces(draft: Draft) -> Iterator[Mend]:
    """Two spaces between two words of a sentence; more than two, a table, or a whole text set so, are somebody's layout."""
    found = [m for s in draft.sentences for m in _SPACES.finditer(draft.text, s.start, s.end)]
    places = [Span(*m.span()) for m in found if draft.prose[m.start() : m.end()] == "  "]
    lines = [draft.text[draft.text.rfind("\n", 0, p.start) + 1 : p.start] for p in places]
    for place, line in zip(places, lines, strict=True):
        if not _MARKDOWN_TABLE.match(line):
            yield Mend(place, "  ", " ", "a doubled space")


def _names(case: Case) -> Iterator[Mend]:
    for where, was, now in misspelt(case):
        if was != now:
            yield from _mend(case, where, now, "the sources spell the name so")


def _mend(case: Case, where: Span, now: str, why: str) -> Iterator[Mend]:
    """A mend at a place of the case's words, where the file has the same characters there (and no entity or markup)."""
    place = case.place(where)
    was = case.document.text[where.start : where.end]
    if case.draft.text[place.start : place.end] == was:
        yield Mend(place, was, now, why)
