"""Tells how a mention stands in its sentence: in which clause, whether a verb follows it, and in which case a pronoun is.

Closed word classes and endings only: no parser. Clauses count from 0 in each sentence.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from counterclaim.parties import words
from counterclaim.parties.found import Case, Found, Sort
from counterclaim.parties.tokens import Sentence
from counterclaim.text import lexicon

_BREAKS = frozenset({";", ":", "—", "–", "(", ")"})
_SHORT_PAST = frozenset({"used", "died", "lied", "tied", "owed", "sued", "aged"})  # other short words in -ed are nouns: "need", "seed"
_ASIDE = 3  # words that may stand between a subject and its verb: adverbs


def placed(sentence: Sentence, found: Iterable[Found]) -> Iterator[Found]:
    """The mentions of a sentence with their place in it."""
    starts = [w.start for w in sentence.words]
    clauses = list(_clauses(sentence))
    for m in found:
        first, after = bisect_left(starts, m.span.start), bisect_left(starts, m.span.end)
        case = _case(sentence, first) if m.sort is Sort.PRONOUN else None
        subject = case is Case.SUBJECT if case else not m.governed and _verb_at(sentence, after)
        yield replace(m, clause=clauses[min(first, len(clauses) - 1)], subject=subject, case=case)


def _clauses(sentence: Sentence) -> Iterator[int]:
    """For each word the number of its clause."""
    number = 0
    previous = ""
    for i, word in enumerate(sentence.words):
        joined = previous == "," and word.low in lexicon.words("grammar", "coordinator")
        if i and (word.text in _BREAKS or word.low in _opening() or joined):
            number += 1
        yield number
        previous = word.text


@cache
def _opening() -> frozenset[str]:
    """Words that open a clause, those left out that are more often prepositions."""
    return lexicon.words("grammar", "subordinator") | lexicon.words("grammar", "relative")


def _verb_at(sentence: Sentence, place: int) -> bool:
    for word in sentence.words[place : place + _ASIDE]:
        if is_verb(word.low) and not word.capital:
            return True
        if not (word.low.endswith("ly") or word.low in lexicon.words("grammar", "adverb") or word.low in {"who", "which", "that"}):
            return False
    return False


@cache
def is_verb(low: str) -> bool:
    """Whether a word is most likely a finite verb, by lists and endings."""
    known = any(low in lexicon.words("grammar", sense) for sense in ("be", "have", "modal", "negated", "finite", "past"))
    return known or low in _cues() or (low.endswith("ed") and len(low) > 4) or low in _SHORT_PAST


@cache
def _cues() -> frozenset[str]:
    return frozenset(f for row in lexicon.terms("cues") for f in row.forms if " " not in f and not f.endswith("ing"))


def _case(sentence: Sentence, place: int) -> Case:
    low = sentence.words[place].low.split("'")[0]
    following = sentence.words[place + 1] if place + 1 < len(sentence.words) else None
    if low in {"his", "its", "their", "my", "our", "your", "whose"}:
        return Case.POSSESSIVE
    if low == "her":
        noun = following is not None and following.wordy and following.low not in words.CLOSED and not following.low.endswith("ly")
        return Case.POSSESSIVE if noun else Case.OBJECT
    if low in {"it", "you"}:
        return Case.SUBJECT if _verb_at(sentence, place + 1) else Case.OBJECT
    return Case.SUBJECT if low in {"he", "she", "they", "i", "we", "who", "which"} else Case.OBJECT
