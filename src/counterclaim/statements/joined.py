"""Joins what a model found with what the rules find: the rules fill what a model trained on long reports leaves out.

A rule's attribution counts where the model has none in its place, or only a wider one, and its cue reports speech outright.
Where both found the same words, the rules name the source or the cue that the model missed or cut at a mark. What the model
runs together is parted: reported words end with their sentence, and a quotation with a reporting clause of its own is
somebody else's. What that costs and gives: `benchmarks/attribution.py`, layer on and off.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from counterclaim.records import Attribution, Document, Layout, Span
from counterclaim.statements.cues import sense_of

_OUTRIGHT = frozenset({"say", "write", "accuse", "deny", "admit", "decline", "demand", "answer"})
_CHARGING = frozenset({"accuse", "deny"})
_AMOUNT = re.compile(r"\s+(?:some|about|nearly|almost|around|roughly|at\s+least|more\s+than|over|up\s+to)?\s*[$£€]?\d")
_WORD = re.compile(r"\w")


def joined(document: Document, layout: Layout, model: Iterable[Attribution], rules: Iterable[Attribution]) -> Iterator[Attribution]:
    """The model's attributions, parted and completed, then what only the rules found."""
    text, told = document.text, list(rules)
    ends = _Ends(layout)
    own = [_to_the_end(text, _introduced(text, ends.cut(m)), told) for m in model if not _labels_turn(document, m)]
    kept = [a for m in own if (a := _parted(_completed(text, m, told), told))]
    free = [q.span for q in layout.quotations if q.depth == 0 and not any(_meet((q.span,), a.content) for a in kept)]
    yield from (_whole(a, told, free) for a in kept)
    yield from (r for r in told if _outright(text, r) and all(_apart(r, a) or (_plain(text, r) and _inside(r, a)) for a in kept))


class _Ends:
    """Where sentences end outside quotation marks."""

    def __init__(self, layout: Layout) -> None:
        marked = [q.span for q in layout.quotations if q.depth == 0]
        self._ends = [s.end for s in layout.sentences if not any(q.start < s.end < q.end for q in marked)]

    def cut(self, attribution: Attribution) -> Attribution:
        """Reported words end with their sentence."""
        return replace(attribution, content=tuple(self._cut(p) for p in attribution.content))

    def _cut(self, piece: Span) -> Span:
        at = bisect_right(self._ends, piece.start)
        return Span(piece.start, self._ends[at]) if at < len(self._ends) and self._ends[at] < piece.end else piece


def _introduced(text: str, attribution: Attribution) -> Attribution:
    """Without what stands before a cue that introduces a quotation: "Roth set out her case in a letter: | “We paid.”" """
    cue = attribution.cue[-1:] if not attribution.source else ()
    behind = tuple(p for p in attribution.content if cue and p.start >= cue[0].end)
    ahead = bool(behind) and text[cue[0].start : cue[0].end].endswith(":")
    return replace(attribution, content=behind) if ahead else attribution


def _to_the_end(text: str, attribution: Attribution, rules: Iterable[Attribution]) -> Attribution:
    """Reported words that stop before an amount in apposition hold it too: "took a cut, | some 40 crowns a day"."""
    last = attribution.content[-1]
    amount = _AMOUNT.match(text, last.end) if text[: last.end].endswith(",") else None
    if amount is None:
        return attribution
    same = (r.content[-1] for r in rules if _meet(r.cue, attribution.cue))
    end = max((r.end for r in same if r.start <= last.start < r.end), default=last.end)
    return replace(attribution, content=(*attribution.content[:-1], Span(last.start, max(last.end, end))))


def _whole(attribution: Attribution, rules: Iterable[Attribution], free: Sequence[Span]) -> Attribution:
    """With the quotations that a rule reads in one speech with this one, and that nobody holds: “A,” she said. “B.”"""
    content = attribution.content
    same = (r for r in rules if set(content) < set(r.content) and _meet(r.source, attribution.source) and _meet(r.cue, attribution.cue))
    lost = [p for r in same for p in r.content if p in free]
    return replace(attribution, content=tuple(sorted((*content, *lost)))) if lost else attribution


def _completed(text: str, attribution: Attribution, rules: Iterable[Attribution]) -> Attribution:
    broken = any("\n" in text[s.start : s.end] for s in attribution.source)
    worded = any(_WORD.search(text[s.start : s.end]) for s in attribution.cue)
    if attribution.source and worded and not broken:
        return attribution
    same = next((r for r in rules if r.source and _same(r.content, attribution.content)), None)
    if same is None:
        return attribution
    source = same.source if broken or not worded else attribution.source or same.source
    return replace(attribution, source=source, cue=attribution.cue if worded else same.cue)


def _parted(attribution: Attribution, rules: Iterable[Attribution]) -> Attribution | None:
    """Without the pieces that a rule gives to another source; None if nothing is left."""
    if len(attribution.content) < 2:
        return attribution
    others = [r for r in rules if r.source and r.cue and not _meet(r.source + r.cue, attribution.source + attribution.cue)]
    own = tuple(p for p in attribution.content if not any(r.content == (p,) for r in others))
    return replace(attribution, content=own) if own else None


def _labels_turn(document: Document, attribution: Attribution) -> bool:
    """Whether only the label of a turn introduces the words: turns are read by their layout."""
    labels = [t.name_at for t in document.turns if t.name_at]
    bare = not any(_WORD.search(document.text[s.start : s.end]) for s in attribution.cue)
    return bare and _meet(attribution.source, labels)


def _outright(text: str, rule: Attribution) -> bool:
    return bool(rule.source) and any(sense_of(text[s.start : s.end]) in _OUTRIGHT for s in rule.cue)


def _plain(text: str, rule: Attribution) -> bool:
    """Whether speech inside speech is reported beyond doubt; other cues there are most often part of what is said."""
    first = rule.content[0]
    accuses = any(sense_of(text[s.start : s.end]) in _CHARGING for s in rule.cue)
    return accuses or text[first.start : first.end].lower().startswith("that ")


def _apart(rule: Attribution, found: Attribution) -> bool:
    return not _meet(rule.content, (*found.content, *found.cue))


def _inside(rule: Attribution, found: Attribution) -> bool:
    """Whether a rule reports speech inside the words found: "said the clerk had told her that ..."."""
    parts = (*rule.source, *rule.cue, *rule.content)
    return all(any(c.start <= p.start and p.end <= c.end for c in found.content) for p in parts)


def _same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two contents share more than half of the longer one."""
    return _shared(one, other) > 0.5 * max(_length(one), _length(other))


def _meet(one: Sequence[Span], other: Sequence[Span]) -> bool:
    return _shared(one, other) > 0


def _shared(one: Sequence[Span], other: Sequence[Span]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _length(spans: Sequence[Span]) -> int:
    return sum(s.end - s.start for s in spans)
