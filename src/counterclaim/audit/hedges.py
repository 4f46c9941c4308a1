"""Checks that what is possible, alleged or intended in the sources has not become plain fact in the draft.

A hedge of a source sentence is lost where the word that it governs has come over into the draft and no hedge came with it.
Quiet where another source says the same without the hedge. Measures ("about 40") belong to the numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.diff import Diff
from counterclaim.audit.lines import Line, Word
from counterclaim.records import Severity, Span
from counterclaim.text.lexicon import terms
from counterclaim.text.lexicon import words as lexicon
from counterclaim.text.senses import senses

_LEAST = 0.3  # of a sentence's words that a source sentence must hold to speak about the same
_GOVERNED = 3  # words behind a hedge among which the governed one stands
_BEFORE = 7  # words before the governed one in which a hedge of ours counts
_AFTER = 3
_CLOSE = 3  # words before the governed one, for a hedge that belongs right before it
_FIRM = frozenset({"would", "should", "if", "can", "could"})
_LIGHT = frozenset(["is", "are", "was", "were", "be", "been", "to", "have", "has", "had", "the", "of", "it", "that"])
_WHOLE = frozenset({"the", "all", "every", "its", "their", "his", "her"})
_SOFT = ("intent", "soft", "hedge")
_HEARSAY = ("hearsay", "adjective", "appearance", "likelihood", "modal")
_NOT_LOST = frozenset({"would", "some", "so-called", "apparent", "potential"})


def dropped(case: Case) -> Iterator[Seen]:
    """H1: "may", "alleged", "reportedly", "appears to", "likely" lost."""
    yield from _lost(case, _forms(_HEARSAY) | _listed("hedge"))
    yield from quantifiers(case)


def status(case: Case) -> Iterator[Seen]:
    """H3 for what is not yet, or not quite: "presumptive", "acting", "proposed", "draft" lost."""
    yield from _lost(case, _listed("status"), close=True)


def quantifiers(case: Case) -> Iterator[Seen]:
    """H1 for "some of", "many", "several": a part has become the whole."""
    for sentence in case.sentences:
        if not sentence.line.is_heading:
            yield from (s for s in _lost_in(sentence, _listed("quantifier"), close=True) if _is_whole(sentence.line, s.where))


def intentions(case: Case) -> Iterator[Seen]:
    """H2: what somebody considers, plans or wants has become what is done."""
    yield from _lost(case, _listed("intent"), firm=True)


def _lost(case: Case, forms: frozenset[tuple[str, ...]], *, close: bool = False, firm: bool = False) -> Iterator[Seen]:
    for sentence in case.sentences:
        yield from _lost_in(sentence, forms, close=close, firm=firm)


def _lost_in(sentence: Sentence, forms: frozenset[tuple[str, ...]], *, close: bool, firm: bool = False) -> Iterator[Seen]:
    """The hedges that a sentence has lost. `close`: they stand right before what they govern, and so must ours."""
    seen: dict[Span, Seen] = {}
    for rest, each in zip(sentence.rests, sentence.diffs, strict=True):
        if rest.cover >= _LEAST:
            for start, length in _hedges(each.theirs, forms):
                place = _unhedged(each, start, length, firm=firm, close=close or each.theirs.low[start] in lexicon("hedges", "likelihood"))
                if place is not None and not _plain_elsewhere(sentence, each, place):
                    seen.setdefault(place.span, _seen(each, start, length, place))
    yield from seen.values()


def _is_whole(line: Line, where: Span) -> bool:
    """Whether ours speaks of all of them: "the foundations", "all foundations"."""
    at = next((i for i, w in enumerate(line.words) if w.span == where), 0)
    return any(w in _WHOLE for w in line.low[max(0, at - 2) : at])


def _hedges(line: Line, forms: frozenset[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """(index, length) of each hedge of a source sentence; "may" the month is none."""
    longest = max(len(f) for f in forms)
    i = 0
    while i < len(line.words):
        length = next((n for n in range(min(longest, len(line.words) - i), 0, -1) if line.low[i : i + n] in forms), 0)
        if length and not (line.words[i].text == "May" and i) and hedges_what_follows(line.low[i : i + length + 1], length):
            yield i, length
        i += length or 1


def hedges_what_follows(low: Sequence[str], length: int) -> bool:
    """Not "alleged that", which is a verb of saying, nor "will consider her complaint", which is no plan; "considering leaving" is."""
    last, behind = low[length - 1], "".join(low[length:])
    if last.startswith("alleg") and behind == "that":
        return False
    return not last.startswith(("consider", "weigh", "mull", "explor")) or behind.endswith("ing") or behind in ("whether", "a", "an")


def _unhedged(each: Diff, start: int, length: int, *, close: bool, firm: bool) -> Word | None:
    """The word of ours that the hedge governed and that stands bare now."""
    if any(j in each.back and each.theirs.low[j] not in _LIGHT for j in range(start, start + length)):
        return None
    end = min(start + length + _GOVERNED, len(each.theirs.words))
    behind = range(start + length, next((j for j in range(start + length, end) if each.theirs.low[j] in ("and", "or")), end))
    governed = next((j for j in behind if each.theirs.words[j].is_content and (not close or j in each.back)), None)
    close = close and governed is not None and governed <= start + length + 1
    ours = None if governed is None else each.back.get(governed)
    if ours is None or each.ours.words[ours].quoted or not _is_with_neighbour(each, ours):
        return None
    if close:
        around = each.ours.low[max(0, ours - _CLOSE) : ours]
        return None if _is_hedged(around, accusing=False) or _is_listed(around) else each.ours.words[ours]
    around = each.ours.low[max(0, ours - _BEFORE) : ours + _AFTER + 1]
    if firm:  # "would do it if ..." is no longer "would consider doing it"
        around = tuple(w for w in around if w not in _FIRM)
    return None if _is_hedged(around) else each.ours.words[ours]


def _plain_elsewhere(sentence: Sentence, each: Diff, word: Word) -> bool:
    """Whether another source sentence that is as close says it without any hedge."""
    for rest, other in zip(sentence.rests, sentence.diffs, strict=True):
        if other is each or rest.cover < _LEAST:
            continue
        at = next((j for i, j in other.pairs.items() if other.ours.words[i] == word and _is_with_neighbour(other, i)), None)
        if at is not None and not _is_hedged(other.theirs.low[max(0, at - _BEFORE) : at + _AFTER + 1]):
            return True
    return False


def _is_with_neighbour(other: Diff, i: int) -> bool:
    """Whether a content word beside word i of ours is paired too, near the same place: one shared word is no same saying."""
    content = [k for k, w in enumerate(other.ours.words) if w.is_content or k == i]
    at = content.index(i)
    near = content[max(0, at - 1) : at] + content[at + 1 : at + 2]
    return any(k in other.pairs and abs(other.pairs[k] - other.pairs[i]) <= _BEFORE for k in near)


def _is_hedged(low: Sequence[str], *, accusing: bool = True) -> bool:
    text = " " + " ".join(low) + " "
    return any(f" {' '.join(form)} " in text for form in _soft()) or (accusing and bool(senses(text, "cue-accuse")))


def _seen(each: Diff, start: int, length: int, place: Word) -> Seen:
    hedge = " ".join(w.text for w in each.theirs.words[start : start + length])
    crime = bool(senses(each.ours.text, "wrong"))
    return Seen(
        where=place.span,
        message=f"The sources say “{hedge}” here; the draft states it plainly.",
        evidence=" ".join(each.theirs.text.split()),
        suggestion=f"Put “{hedge}” back.",
        severity=Severity.BLOCK if crime and hedge in lexicon("hedges", "hearsay") | lexicon("hedges", "adjective") else None,
    )


@cache
def _forms(kinds: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    rows = [t for t in terms("hedges") if t.sense in kinds]
    return frozenset(tuple(f.split()) for t in rows for f in t.forms if f not in _NOT_LOST)


def _is_listed(low: Sequence[str]) -> bool:
    """Whether a quantifier or a word of status stands there."""
    text = f" {' '.join(low)} "
    return any(f" {' '.join(form)} " in text for sense in ("status", "quantifier") for form in _listed(sense))


@cache
def _listed(sense: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(f.replace("-", " ").split()) for f in lexicon("modality", sense))


@cache
def _soft() -> frozenset[tuple[str, ...]]:
    """Everything that keeps a sentence from being plain: all hedges, intents, and words of doubt and condition."""
    rows = [t for t in terms("hedges") if t.sense != "measure"]
    softeners = {f for t in rows for f in t.forms} | set().union(*(lexicon("modality", s) for s in _SOFT))
    return frozenset(tuple(f.split()) for f in softeners)


def is_hedged(line: Line) -> bool:
    """Whether anything in a line keeps it from being plain."""
    return _is_hedged(line.low)
