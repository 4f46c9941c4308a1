"""Checks that what is open, or still to come, in the sources is not told as settled in the draft.

Every word stands somewhere on a scale, by the words that govern it in its clause: OPEN ("may", "is expected to", "asked for",
"whether"), AHEAD ("will", "plans to", "promised") or PLAIN. A word of the draft is told too surely where it stands higher than at
every place of the sources that speaks of the same. Rows of data/certainty.tsv hold the governing words.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.hedges import hedges_what_follows, intentions
from counterclaim.audit.lines import Line, Word
from counterclaim.audit.phrases import Hit, hits
from counterclaim.audit.remarks import remarks
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import words as lexicon

_LEAST = 0.25  # of a sentence's words that a source sentence must hold to speak of the same
_REACH = 7  # words in front of a word among which what governs it stands
_ROOT = 6  # letters by which two words are forms of one
_FIRST = 2  # content words behind a governing word that it governs
_BESIDE = 7  # words from a shared word to the others that make two places speak of the same
_SHARED = 2  # of them
_SAYING = frozenset({"say", "write", "answer", "deny", "accuse"})


class Sure(IntEnum):
    OPEN = 0
    AHEAD = 1
    PLAIN = 2


def modality(case: Case) -> Iterator[Seen]:
    """H2: what the sources leave open, or see ahead, is told as coming, or as done."""
    lost = list(intentions(case))
    yield from lost
    seen = [x.where for x in lost]
    yield from (x for x in _firmer_words(case) if not any(w.start <= x.where.start < w.end for w in seen))


def _firmer_words(case: Case) -> Iterator[Seen]:
    for sentence in case.sentences:
        if not sentence.line.is_heading:
            found = next((seen for i in range(len(sentence.line.words)) if (seen := _firmer(case, sentence, i))), None)
            if found:
                yield found


def _firmer(case: Case, sentence: Sentence, i: int) -> Seen | None:
    word = sentence.line.words[i]
    if (
        not word.is_content
        or word.quoted
        or word.is_capital
        or not word.low.isalpha()
        or word.low in _governing()
        or word in remarks(sentence.line)
    ):
        return None
    ours = _ours(sentence.line, i)
    if ours is Sure.OPEN:
        return None
    theirs = [(line, j) for line in _near(case, sentence) for j in _same(line, word) if _speaks_of_the_same(sentence.line, i, line, j)]
    if not theirs or max(_sure(line, j) for line, j in theirs) >= ours:
        return None
    line = theirs[0][0]
    return Seen(
        where=word.span,
        message=f"The draft tells “{word.text}” more surely than the sources do.",
        evidence=" ".join(line.text.split()),
        suggestion="Keep the source's “may”, “plans to”, “is expected to”.",
    )


def _near(case: Case, sentence: Sentence) -> list[Line]:
    """The source sentences that ours rests on, and those beside them."""
    found = [rest.line for rest in sentence.rests if rest.cover >= _LEAST]
    return list({(x.document, x.number): x for line in found for x in [line, *case.sources.beside(line)]}.values())


def _same(line: Line, word: Word) -> Iterator[int]:
    """Where a source sentence has the word, or another form of it."""
    return (j for j, w in enumerate(line.words) if w.stem == word.stem or _is_form(w.low, word.low))


def _is_form(one: str, other: str) -> bool:
    """Whether two words differ in their ending only: "appeal", whose end looks like one, and "appealed"."""
    return one[:_ROOT] == other[:_ROOT] and min(len(one), len(other)) >= _ROOT and abs(len(one) - len(other)) <= 2


def _speaks_of_the_same(ours: Line, i: int, theirs: Line, j: int) -> bool:
    """Whether other content words stand beside the shared one in both."""
    beside = {w.stem for k, w in enumerate(ours.words) if w.is_content and 0 < abs(k - i) <= _BESIDE}
    near = {w.stem for k, w in enumerate(theirs.words) if w.is_content and 0 < abs(k - j) <= _BESIDE}
    return len(beside & near) >= _SHARED


def _ours(line: Line, i: int) -> Sure:
    """A generous reading of a draft's word: a governing word anywhere in its clause holds, and a negation leaves it open."""
    start, end = _clause(line, i)
    quiet = any(hit.sense == "quiet" and start <= hit.at < end for hit in hits(line, "certainty"))
    found = [Sure.OPEN if line.low[k] == "would" else sure for k, sure in _governors(line) if start <= k < end]
    return Sure.OPEN if quiet else min(found, default=Sure.PLAIN)


def _sure(line: Line, j: int) -> Sure:
    """How sure a source tells a word: by what governs it from the front, where no word of saying stands between."""
    start, _ = _clause(line, j)
    said = max((k + 1 for k in range(j) if any(f.cue.sense in _SAYING for f in forms(line.low[k]))), default=0)
    return min(
        (sure for k, sure in _governors(line) if max(start, said, j - _REACH) <= k < j and _is_close(line, k, j)), default=Sure.PLAIN
    )


def _is_close(line: Line, k: int, j: int) -> bool:
    """Whether word j is one of the first that what stands at k governs: "would have" only supposes."""
    if line.low[k] == "would" and line.low[k + 1] == "have":
        return False
    return sum(line.words[n].is_content and line.low[n] not in _governing() for n in range(k + 1, j)) < _FIRST


def _clause(line: Line, i: int) -> tuple[int, int]:
    """The words of the clause that word i stands in."""
    breaks = _breaks(line)
    return max((b for b in breaks if b <= i), default=0), min((b for b in breaks if b > i), default=len(line.words))


@cache
def _breaks(line: Line) -> tuple[int, ...]:
    """The indexes at which a clause begins."""
    found = []
    for k in range(1, len(line.words)):
        between = line.text[line.words[k - 1].span.end - line.span.start : line.words[k].span.start - line.span.start]
        if any(c in ",;:–—" for c in between) or line.low[k] in lexicon("certainty", "clause"):
            found.append(k)
    return tuple(found)


@cache
def _governors(line: Line) -> tuple[tuple[int, Sure], ...]:
    """(index behind a governing term, what it makes of what follows)."""
    return tuple((hit.at, _LEVELS[hit.sense]) for hit in hits(line, "certainty") if hit.sense in _LEVELS and _governs(line, hit))


def _governs(line: Line, hit: Hit) -> bool:
    """Not a name, nor "consider the complaint", which leaves nothing open."""
    behind = hit.at + len(hit.words)
    return not (hit.at and hit.words[0].is_capital) and hedges_what_follows(line.low[hit.at : behind + 1], len(hit.words))


_LEVELS = {"open": Sure.OPEN, "ahead": Sure.AHEAD}


@cache
def _governing() -> frozenset[str]:
    return frozenset(form for sense in ("open", "ahead") for form in lexicon("certainty", sense) if " " not in form)
