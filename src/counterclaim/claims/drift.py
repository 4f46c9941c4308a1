"""Owns wording drift: how a later document words a claim otherwise - a hedge lost, a number or a verb changed, a quotation cut.

Compares a statement with the most alike one of an earlier document that is no copy of its own. Says what differs, never which is right:
of two texts without dates the one read first counts as the earlier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from counterclaim.anchors import normalise
from counterclaim.claims.likeness import Bag
from counterclaim.claims.words import content_words, text_of
from counterclaim.records import DocumentId, Drift, DriftKind, Quantity, Reading, Span, Statement, StatementId
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import terms

ALIKE = 0.3  # share of both statements' content words from which they are two wordings of one thing; lower compares other matters
_PLAIN = frozenset({"say", "tell", "add", "states"})  # verbs that only say that somebody said it; so do all of sense "write"
_TURNING = frozenset({"not", "never", "should", "would", "could", "might", "may"})
_ALLEGED = re.compile(r"\b(?:alleg|suspect|purport|suppos|reported)\w*", re.IGNORECASE)
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_CUT = re.compile(r"…|\.\s?\.\s?\.|\[[^\]]*\]")
_SHORTEST = 3  # words of a quotation that can be told to be part of another


def drifts(reading: Reading, groups: Iterable[Sequence[StatementId]], witnesses: Mapping[DocumentId, DocumentId]) -> tuple[Drift, ...]:
    """The drifts inside groups of statements that say one thing, group by group, in the order of reading; each difference once."""
    found: dict[tuple[DriftKind, Span, DocumentId, str], Drift] = {}
    own = {d for d in reading.documents if witnesses.get(d, d) == d}  # copies of a text drift nowhere
    names = frozenset(w for p in reading.parties.values() for n in (p.name, *p.aliases) for w in content_words(n))
    words = {s.id: content_words(_text(reading, s)) - names for s in reading.statements.values() if s.document in own}
    for told in groups:
        for earlier, later in _pairs(reading, [s for s in told if s in words], words):
            for drift in _between(reading, earlier, later):
                now = "" if drift.now is None else _said(reading, later, drift.now)
                found.setdefault((drift.kind, drift.was, earlier.document, f"{later.document} {now}"), drift)
    return tuple(found.values())


def _pairs(reading: Reading, told: Sequence[StatementId], words: Mapping[StatementId, Bag]) -> Iterator[tuple[Statement, Statement]]:
    """Each statement with the one most like it in an earlier document; the same words in several count as the first that has them."""
    order = {d: n for n, d in enumerate(reading.documents)}
    before: dict[Bag, Statement] = {}
    for later in sorted((reading.statements[t] for t in told), key=lambda s: order[s.document]):
        mine = words[later.id]
        alike = [(_like(bag, mine), s) for bag, s in before.items() if s.document != later.document]
        like, earlier = max(alike, key=lambda pair: pair[0], default=(0.0, later))
        if like >= ALIKE:
            yield earlier, later
        before.setdefault(mine, later)


def _like(one: Bag, other: Bag) -> float:
    return len(one & other) / (len(one | other) or 1)


def _between(reading: Reading, earlier: Statement, later: Statement) -> Iterator[Drift]:
    differences = (
        (DriftKind.LOST_HEDGE, ((was, None) for was in _hedges(reading, earlier, later))),
        (DriftKind.CHANGED_NUMBER, _numbers(earlier, later)),
        (DriftKind.CHANGED_VERB, _verbs(reading, earlier, later)),
        (DriftKind.CUT_QUOTATION, _quotations(reading, earlier, later)),
    )
    for kind, places in differences:
        for was, now in places:
            yield Drift(kind=kind, earlier=earlier.id, later=later.id, was=was, now=now)


def _hedges(reading: Reading, earlier: Statement, later: Statement) -> Iterator[Span]:
    """Hedges of which nothing is left, though the word that they weaken is there. What qualifies a number belongs to the number."""
    kept = [h for h in later.hedges if not _measures(_said(reading, later, h))]
    if kept or _ALLEGED.search(text_of(reading.documents[later.document].text, later.cue)):
        return
    text, words = reading.documents[earlier.document].text, content_words(_text(reading, later))
    for hedge in earlier.hedges:
        weakened = next((stem for m in _WORD.finditer(text, hedge.end, earlier.content[-1].end) for stem in content_words(m.group())), None)
        if not _measures(_said(reading, earlier, hedge)) and weakened in words:
            yield hedge


def _numbers(earlier: Statement, later: Statement) -> Iterator[tuple[Span, Span]]:
    """Numbers that count one thing and differ in value or in what qualifies them."""
    same = {(_thing(q), q.value, q.comparator) for q in earlier.quantities} & {(_thing(q), q.value, q.comparator) for q in later.quantities}
    settled = {thing for thing, *_ in same}
    for one in earlier.quantities:
        others = [q for q in later.quantities if _thing(q) == _thing(one)]
        if len(others) == 1 and _thing(one) not in settled:
            yield one.span, others[0].span


def _thing(q: Quantity) -> tuple[str | None, str | None]:
    """What a number counts: its unit, and the last word of its scope ("40 of its old trams" -> trams)."""
    return q.unit, None if q.scope is None else q.scope.split()[-1].lower()


def _verbs(reading: Reading, earlier: Statement, later: Statement) -> Iterator[tuple[Span, Span]]:
    one, other = (_verb(reading, s) for s in (earlier, later))
    if one and other and one != other:
        yield _whole(earlier.cue), _whole(later.cue)


def _verb(reading: Reading, s: Statement) -> str | None:
    """The base form of a cue's verb, "say" for all plain ones; None where it is no verb of the lexicon, or negated, or only a wish."""
    words = _WORD.findall(text_of(reading.documents[s.document].text, s.cue).lower())
    if any(w in _TURNING or w.endswith("n't") for w in words):
        return None
    cues = ((i, form.cue) for i, w in enumerate(words, 1) for form in forms(w))
    cue = next((c for i, c in cues if tuple(words[i : i + len(c.particle)]) == c.particle), None)
    return None if cue is None else "say" if cue.lemma in _PLAIN or cue.sense == "write" else cue.lemma


def _quotations(reading: Reading, earlier: Statement, later: Statement) -> Iterator[tuple[Span, Span]]:
    """Quotations that keep only a part of a sentence which an earlier document quotes in full."""
    whole = [(s, _words(reading, earlier, s)) for q in _quoted(reading, earlier) for s in _sentences(reading, earlier, q)]
    for cut in _quoted(reading, later):
        pieces = [p for p in (_WORD.findall(x) for x in _CUT.split(normalise(_said(reading, later, cut)).lower())) if p]
        length = sum(map(len, pieces))
        for place, words in whole:
            if _SHORTEST <= length < len(words) and _holds(words, pieces):
                yield place, cut
                break


def _holds(words: Sequence[str], pieces: Sequence[Sequence[str]]) -> bool:
    """Whether the pieces stand in the words, each as it is, in their order."""
    at = 0
    for piece in pieces:
        hit = next((i for i in range(at, len(words) - len(piece) + 1) if words[i : i + len(piece)] == piece), None)
        if hit is None:
            return False
        at = hit + len(piece)
    return True


def _quoted(reading: Reading, s: Statement) -> list[Span]:
    """What stands inside the outermost quotation marks of a statement's content; a quotation that nobody closed ends with the content."""
    outer = (q.inner for q in reading.layouts[s.document].quotations if q.depth == 0)
    both = ((max(q.start, c.start), min(q.end, c.end)) for q in outer for c in s.content)
    return [Span(start, end) for start, end in both if start < end]


def _sentences(reading: Reading, s: Statement, quoted: Span) -> Iterator[Span]:
    """A quotation, sentence by sentence."""
    for sentence in reading.layouts[s.document].sentences:
        start, end = max(sentence.start, quoted.start), min(sentence.end, quoted.end)
        if start < end:
            yield Span(start, end)


def _words(reading: Reading, s: Statement, place: Span) -> list[str]:
    return _WORD.findall(normalise(_said(reading, s, place)).lower())


def _said(reading: Reading, s: Statement, place: Span) -> str:
    return reading.documents[s.document].text[place.start : place.end]


def _text(reading: Reading, s: Statement) -> str:
    return text_of(reading.documents[s.document].text, s.content)


def _whole(spans: Sequence[Span]) -> Span:
    return Span(spans[0].start, spans[-1].end)


def _measures(hedge: str) -> bool:
    return normalise(hedge).lower() in _measuring()


@cache
def _measuring() -> frozenset[str]:
    return frozenset(form for term in terms("hedges") if term.sense == "measure" for form in term.forms)
