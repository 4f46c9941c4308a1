"""Owns the words that say where something was said: "in a post on X", "at a rally in Ardmoor", "on the steps of the town hall".

Places are indices into a sentence's units. Refuses a place from which nobody speaks in public: "in Ardmoor" alone is no medium.
"""

from __future__ import annotations

from functools import cache

from counterclaim.statements.grammar import is_a, is_adverb, is_finite, is_time
from counterclaim.statements.units import Kind, Sentence
from counterclaim.text.lexicon import terms

_LEADS = frozenset({"in", "on", "at", "during", "via", "through", "by", "over", "from", "to"})
_GOES_ON = frozenset({"on", "with", "to", "at", "in", "for", "from", "outside", "of", "before", "about", "by"})
_STAGE_LEADS = frozenset({"on", "from", "at"})
_AGENTS = frozenset({"event", "court", "text", "release"})  # "by a court" says who, not where; "to the report" follows "according"
_BARE = frozenset({"court", "testimony", "truth", "social", "email", "e-mail", "mail", "letter", "text", "radio"})
_ANSWERS = frozenset({"response", "reply"})  # "in response to the ruling" says why
_MODIFIERS = 6  # units between the preposition and the medium: "in a brief but official press statement"
_LONGEST = 24


@cache
def _media() -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): term.sense for term in terms("media") if term.sense not in {"listener", "stage"} for form in term.forms}


@cache
def _stages() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(form.split()) for term in terms("media") if term.sense == "stage" for form in term.forms)


def medium_at(sentence: Sentence, i: int) -> int:
    """How many units from `i` on name a medium; 0 where none do."""
    if i >= len(sentence) or sentence[i].low not in _LEADS:
        return 0
    if stage := _stage_end(sentence, i):
        return _through(sentence, stage) - i
    end = _noun_end(sentence, i + 1)
    return _through(sentence, end) - i if end and not _leads_elsewhere(sentence, i, end) else 0


def _leads_elsewhere(sentence: Sentence, i: int, end: int) -> bool:
    """ "by a court", "according to a report", "from sixteen states": words that name who, or what somebody goes by."""
    lead = sentence[i].low
    sense = next((s for words, s in _media().items() if tuple(u.low for u in sentence[end - len(words) : end]) == words), "")
    if lead == "to":
        return sense != "event" or not is_a(sentence[i + 1].low, "determiner", "possessive")
    return (lead == "by" and sense in _AGENTS) or (sentence[i + 1].low in _ANSWERS and lead == "in")


def _stage_end(sentence: Sentence, i: int) -> int:
    """Where a place ends from which people speak: "on the steps", "from the podium"; 0 where there is none ("in steps", "on all steps")."""
    if sentence[i].low not in _STAGE_LEADS or i + 2 >= len(sentence) or sentence[i + 1].low != "the":
        return 0
    size = next((n for n in (2, 1) if tuple(u.low for u in sentence[i + 2 : i + 2 + n]) in _stages()), 0)
    return i + 2 + size if size else 0


def used_medium(sentence: Sentence, i: int) -> int:
    """How many units from `i` on name a medium without a preposition: "used | a social media post"."""
    end = _noun_end(sentence, i)
    return end - i if end else 0


def _noun_end(sentence: Sentence, start: int) -> int:
    """Where the noun of a medium ends whose phrase begins at `start`; 0 where there is none."""
    for j in range(start, min(len(sentence), start + 1 + _MODIFIERS)):
        unit = sentence[j]
        size = _names_medium(sentence, j)
        if j == start and ((size and not (_stands_bare(sentence[j].low) or start == 1)) or is_time(sentence, j)):
            return 0
        if size and not (j + size < len(sentence) and sentence[j + size].kind is Kind.WORD and _names_medium(sentence, j + size)):
            return j + size
        if (
            unit.kind is not Kind.WORD
            or is_a(unit.low, "subordinator", "relative", "subject")
            or _acts(sentence, start, j)
            or (is_a(unit.low, "preposition") and unit.low != "of")
        ):
            return 0
    return 0


def _acts(sentence: Sentence, start: int, j: int) -> bool:
    """Whether a verb parts the preposition from the noun; after an article a form in -ed is a modifier ("a leaked letter")."""
    opened = is_a(sentence[start].low, "determiner", "possessive")
    return j > start and is_finite(sentence, j) and not (opened and sentence[j].low.endswith("ed"))


def _stands_bare(word: str) -> bool:
    """Whether a medium needs no article: "on Facebook", "in remarks", "in court" - but not "in order"."""
    return word.endswith("s") or _media().get((word,)) == "channel" or word in _BARE


def _names_medium(sentence: Sentence, j: int) -> int:
    for size in (2, 1):
        words = tuple(u.low for u in sentence[j : j + size])
        if len(words) == size and words in _media() and not (size == 1 and words[0] == "x" and not sentence[j].is_name):
            return size
    return 0


def _through(sentence: Sentence, i: int) -> int:
    """Where a medium ends that goes on with prepositional phrases: "an interview | with the Gazette | on the pier"."""
    start = i
    while i < len(sentence) and i - start < _LONGEST:
        length = is_time(sentence, i)
        if length:
            return i + length if i == start else i
        if sentence[i].low not in _GOES_ON or i + 1 >= len(sentence):
            return i
        end = _object_end(sentence, i + 1)
        if end == i + 1:
            return i
        i = end
    return i


def _inside_name(sentence: Sentence, i: int) -> bool:
    """Whether a mark belongs to a name ("St. Oren", "Q&A") and does not end a phrase."""
    low = sentence[i].low
    return low in {"-", "&", "/", "'", "@"} or (low == "." and i + 1 < len(sentence) and len(sentence[i - 1].text) < 4)


def _object_end(sentence: Sentence, i: int) -> int:
    start = i
    while i < len(sentence):
        unit = sentence[i]
        if unit.kind is Kind.QUOTE or (unit.kind is Kind.MARK and not _inside_name(sentence, i)):
            break
        if (
            is_a(unit.low, "subordinator", "relative", "subject", "coordinator", "preposition")
            or is_time(sentence, i)
            or is_finite(sentence, i)
            or is_adverb(unit)
        ):
            break
        if i > start and (
            is_a(unit.low, "determiner", "possessive")
            or (unit.is_name and not sentence[i - 1].is_name and not is_a(sentence[i - 1].low, "determiner", "possessive"))
        ):
            break
        i += 1
    return i
