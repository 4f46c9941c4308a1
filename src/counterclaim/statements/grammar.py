"""Owns the closed word classes and the few facts of English order that the rules lean on: subjects, groups, time words.

Places are indices into a sentence's units, half-open. No parser: where order and function words do not settle it, the
answer is None.
"""

from __future__ import annotations

import re
from functools import cache

from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.units import Kind, Sentence, Unit
from counterclaim.text.lexicon import words

_BREAKS = frozenset(":;—()")
ARTICLES = frozenset({"a", "an", "the", "no", "every"})  # other determiners can be a subject: "one said", "some left"
_NUMBER = re.compile(r"\d[\d.,:/-]*(?:st|nd|rd|th|s)?$")
_TIME_LEAD = frozenset({"last", "next", "this", "early", "late", "earlier", "later", "that", "on", "in", "the", "same"})


@cache
def is_a(word: str, *senses: str) -> bool:
    return any(word in words("grammar", sense) for sense in senses)


def is_adverb(unit: Unit) -> bool:
    return unit.kind is Kind.WORD and (is_a(unit.low, "adverb", "negation") or _in_ly(unit))


def _in_ly(unit: Unit) -> bool:
    return unit.low.endswith("ly") and not unit.is_name and len(unit.low) > 4 and not is_a(unit.low, "not-adverb")


def bare(word: str) -> str:
    """A word without the verb that is glued to it: "they're" -> "they"."""
    return re.sub(r"'(?:re|ve|ll|d|m)$", "", word)


def is_auxiliary(unit: Unit) -> bool:
    return is_a(unit.low, "be", "have", "modal", "negated") or unit.low.endswith(("n't", "'ve", "'d", "'ll", "'re"))


def is_possessive(unit: Unit) -> bool:
    return (unit.kind is Kind.WORD and unit.low.endswith(("'s", "s'"))) or is_a(unit.low, "possessive")


def is_finite(sentence: Sentence, i: int) -> bool:
    """Whether the unit looks like a finite verb: an auxiliary, a common past, a form in -ed that no noun phrase holds."""
    unit = sentence[i]
    if unit.kind is not Kind.WORD or unit.is_name:
        return False
    if is_auxiliary(unit) or is_a(unit.low, "finite"):
        return True
    before = sentence[i - 1] if i else None
    if before is None or before.low in ARTICLES or is_possessive(before):
        return False
    if any(f.tense is Tense.PAST for f in forms(unit.low)):
        return True
    return unit.low.endswith("ed") and len(unit.low) > 3 and not is_a(before.low, "preposition")


def is_time(sentence: Sentence, i: int) -> int:
    """How many units from `i` on say when ("on Monday", "last week", "in March 2025"); 0 where none do."""
    j = i
    while j < len(sentence) and j - i < 3 and sentence[j].low in _TIME_LEAD:
        j += 1
    core = j
    if j + 1 < len(sentence) and _NUMBER.match(sentence[j].low) and is_a(sentence[j + 1].low, "month"):
        j += 1
    while j < len(sentence) and (
        _is_time_word(sentence[j]) or (j > core and (_NUMBER.match(sentence[j].low) or _links_dates(sentence, j)))
    ):
        j += 1
    if j == core or (j - core == 1 and sentence[core].low == "may" and not sentence[core].is_name):
        return 0
    if core == i and is_a(sentence[core].low, "period"):
        return 0  # "week" alone says nothing; "last week" does
    return j - i


def _is_time_word(unit: Unit) -> bool:
    return is_a(unit.low, "weekday", "period", "moment") or (unit.is_name and is_a(unit.low.rstrip("."), "month"))


def _links_dates(sentence: Sentence, j: int) -> bool:
    return sentence[j].low in {",", "."} and j + 1 < len(sentence) and bool(re.match(r"(?:19|20)\d\d$", sentence[j + 1].low))


def time_before(sentence: Sentence, end: int) -> int:
    """Where a time expression that ends at `end` starts; `end` itself where there is none."""
    for start in range(max(0, end - 4), end):
        if is_time(sentence, start) == end - start:
            return start
    return end


def group_start(sentence: Sentence, i: int) -> int:
    """Where the verb group of the verb at `i` starts: its auxiliaries, negation and adverbs."""
    while i > 0:
        before = sentence[i - 1]
        if not (is_auxiliary(before) or is_adverb(before)) or before.low in {"both", "so", "well", "here"}:
            break
        if before.is_name and i - 1 > 0 and not is_a(before.low, "be", "have", "modal"):
            break
        i -= 1
    return i


def is_break(unit: Unit) -> bool:
    return unit.low in _BREAKS
