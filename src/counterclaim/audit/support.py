"""Checks that the draft adds nothing: no cause, circumstance or deed that no source holds.

Looks at stretches of a sentence that pair with none of the source sentences it rests on. A stretch is supported where one
source sentence holds most of its words; it is a new fact only where it was put in, not where it says otherwise what the
source says there. Words of reporting, titles and the draft's remarks on its own search are no facts.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.audit import outlets
from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.lines import Word
from counterclaim.audit.remarks import remarks
from counterclaim.audit.together import DRAFT
from counterclaim.parties.found import Sort
from counterclaim.parties.words import title_sense
from counterclaim.records import Severity, Span
from counterclaim.statements.cues import forms
from counterclaim.text.lexicon import terms
from counterclaim.text.lexicon import words as lexicon

_LEAST = 0.3  # of a sentence's words that the best source sentence must hold, for its stretches to be judged one by one
_MISSING = 0.5  # of a stretch's words, weighed, that do not stand near what the sentence rests on
_SHORT = 10  # words of a stretch that one link can open
_HELD = 0.65  # of a stretch's words, weighed, that one source sentence must hold
_CLAUSE = 6  # words of a statement from which one strange word tells
_UNTOLD = 0.6  # of a statement's words, weighed, that no source sentence near holds
_CLOSE = 0.75  # of the words outside a stretch that pair with the sources
_ROOT, _CAPITAL_ROOT = 5, 4  # letters by which two words are of one root
_ASIDE = re.compile(r",\s+(?:who|which|whose)\s[^,;:]+")
_STRANGE = 2  # words of an aside that can tell something
_LONG, _STRANGE_WORDS = 4, 3  # letters, and words of a statement so long of which no source has any: no paraphrase of any of them
_HALF = 0.5  # of an aside's words, weighed, that some source sentence must hold
_ISLAND = 3  # paired words inside a stretch
_RELATIVE = frozenset(["who", "which", "whose", "where", "when"])


def added(case: Case) -> Iterator[Seen]:
    """B5: words that no source holds."""
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        yield from _unnamed(case, sentence)
        yield from _untold(case, sentence)
        if sentence.cover < _LEAST:
            yield from _whole(case, sentence)
            continue
        yield from _clauses(case, sentence)
        new = (s for island in (0, _ISLAND) for s in _stretches(sentence, island) if _is_new(case, sentence, s))
        stretch = next(new, None)
        if stretch is not None:
            yield _seen(sentence, stretch, "No source holds this")


def _clauses(case: Case, sentence: Sentence) -> Iterator[Seen]:
    """A clause put between commas behind a name (", which fined the firm last year,") whose words no source has, here or at all."""
    line = sentence.line
    for m in _ASIDE.finditer(line.text):
        inside = [w for w in line.words if m.start() <= w.span.start - line.span.start < m.end()]
        telling = [w for w in inside if w.is_content and title_sense(w.low) is None]
        best = case.sources.rests(frozenset(w.stem for w in telling)) if len(telling) >= _STRANGE else ()
        missing = [w for w in telling if not _is_near(sentence, w)]
        strange = len(missing) >= _STRANGE and (not best or best[0].cover < _HALF) and len(missing) * 2 > len(telling)
        if strange and not any(w.quoted for w in inside):
            yield _seen(sentence, inside, "No source holds this")
            return


def _whole(case: Case, sentence: Sentence) -> Iterator[Seen]:
    """A sentence that rests on nothing."""
    said = remarks(sentence.line)
    telling = [w for w in sentence.line.words if _tells(w) and w not in said]
    missing = [w for w in telling if w.stem not in case.sources.words]
    if len(telling) >= 3 and len(missing) * 2 > len(telling):
        yield _seen(sentence, telling, "No source sentence says this", Severity.NOTE)


def _unnamed(case: Case, sentence: Sentence) -> Iterator[Seen]:
    """A name that no source has."""
    for named in case.together.inside(DRAFT, sentence.line.span):
        words = [w for w in sentence.line.words if named.span.start <= w.span.start < named.span.end and len(w.low) > 2]
        known = outlets.stems(case) & {w.stem for w in words}
        if named.sort is Sort.NAME and not named.quoted and len(words) > 1 and not known and not any(_is_anywhere(case, w) for w in words):
            yield _seen(sentence, words, "No source has this name")


def _is_anywhere(case: Case, word: Word) -> bool:
    return word.stem in case.sources.words or any(s.startswith(word.stem[:_CAPITAL_ROOT]) for s in case.sources.words)


def _untold(case: Case, sentence: Sentence) -> Iterator[Seen]:
    """A statement of ours most of whose words no source sentence near holds."""
    for s in sentence.statements:
        if s.within is not None or not s.cue:
            continue
        inside = [w for w in sentence.line.words if any(c.start <= w.span.start < c.end for c in s.content)]
        words = [w for w in inside if w.is_content]
        if any(w.quoted for w in inside) or any(w in remarks(sentence.line) for w in inside):
            continue
        missing = [w for w in words if not _is_near(sentence, w)]
        if (
            missing
            and (len(missing) > 1 or missing == words)
            and len(inside) >= _CLAUSE
            and case.sources.total(frozenset(w.stem for w in missing)) >= _UNTOLD * case.sources.total(frozenset(w.stem for w in words))
        ):
            long = [w for w in inside if len(w.low) >= _LONG]
            strange = len(long) >= _STRANGE_WORDS and not any(_is_anywhere(case, w) for w in long)
            yield _seen(sentence, inside, "No source has this said", None if strange else Severity.NOTE)


def _seen(sentence: Sentence, words: Sequence[Word], message: str, severity: Severity | None = None) -> Seen:
    return Seen(
        severity=severity,
        where=Span(words[0].span.start, words[-1].span.end),
        message=f"{message}: “{' '.join(w.text for w in words)}”.",
        evidence=sentence.evidence,
        suggestion="Leave it out, or add the source that says it.",
    )


def _tells(word: Word) -> bool:
    """Whether a word can carry a fact of its own."""
    return word.is_content and not word.quoted and not forms(word.low) and title_sense(word.low) is None and word.low not in _talk()


@cache
def _talk() -> frozenset[str]:
    """Nouns of saying and of where it was said: "remarks", "interview", "words"."""
    media = (f for t in terms("media") for form in t.forms for f in form.split())
    return frozenset(media) | lexicon("nominals", "charge") | lexicon("nominals", "nominal") | lexicon("audit", "noun-of-saying")


def _stretches(sentence: Sentence, island: int) -> Iterator[list[Word]]:
    """Runs of words that pair with no source sentence, islands of so many paired words included."""
    words = sentence.line.words
    paired = {i for each in sentence.diffs for i in each.pairs}
    loose = [i for i in range(len(words)) if i not in paired and not words[i].quoted]
    run: list[int] = []
    for i in loose:
        if run and i - run[-1] > island + 1:
            yield list(words[run[0] : run[-1] + 1])
            run = []
        run.append(i)
    if run:
        yield list(words[run[0] : run[-1] + 1])


def _is_new(case: Case, sentence: Sentence, stretch: Sequence[Word]) -> bool:
    if any(w in remarks(sentence.line) for w in stretch):
        return False
    telling = [w for w in stretch if _tells(w)]
    stems = frozenset(w.stem for w in telling)
    missing = frozenset(w.stem for w in telling if not _is_near(sentence, w)) - outlets.stems(case)
    linked = _is_linked(stretch) or any(f" {p} " in f" {' '.join(w.low for w in stretch)} " for p in lexicon("audit", "link-phrase"))
    opened = len(stretch) <= _SHORT and (linked or any(w.low in _RELATIVE for w in stretch[:4]))
    if len(missing) < (1 if linked and opened else 2 if opened else 3):
        return False
    if not opened and not any(w.is_content and not w.quoted for w in sentence.line.words if w not in stretch):
        return False
    if not opened and not (_is_put_in(sentence, stretch) and case.sources.total(missing) >= _MISSING * case.sources.total(stems)):
        return False
    best = case.sources.rests(stems)
    return (not best or best[0].cover < _HELD) and _follows_elsewhere(sentence, stretch, loosely=opened)


def _is_linked(stretch: Sequence[Word]) -> bool:
    """Whether a stretch opens with a word of cause or circumstance, and not with one of mere time ("since then")."""
    low = [w.low for w in stretch[:3]]
    return any(a in lexicon("audit", "link") and b not in {"then", "that", "last", "now"} for a, b in itertools.pairwise(low))


def _is_near(sentence: Sentence, word: Word) -> bool:
    """Whether the sources have the word there, or one of the same root ("Britain", "British")."""
    root = word.stem[: _CAPITAL_ROOT if word.is_capital else _ROOT]
    return word.stem in sentence.near or (len(root) >= _CAPITAL_ROOT and any(s.startswith(root) for s in sentence.near))


def _follows_elsewhere(sentence: Sentence, stretch: Sequence[Word], *, loosely: bool) -> bool:
    """Whether the sentence keeps to its sources outside the stretch: in a free paraphrase a new word says nothing."""
    paired = {i for each in sentence.diffs for i in each.pairs}
    others = [i for i, w in enumerate(sentence.line.words) if w.is_content and w not in stretch and (w.quoted or _tells(w))]
    kept = sum(i in paired or (loosely and _is_near(sentence, sentence.line.words[i])) for i in others)
    return kept >= _CLOSE * len(others)


def _is_put_in(sentence: Sentence, stretch: Sequence[Word]) -> bool:
    """Whether the best source sentence has nothing of its own in the stretch's place."""
    for gap in sentence.diffs[0].gaps if sentence.diffs else ():
        if stretch[0] in gap.ours:
            return sum(w.is_content for w in gap.theirs) <= 1
    return False
