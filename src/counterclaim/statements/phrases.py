"""Owns noun phrases: the one that ends before a verb group (its subject) and the one that begins behind a cue.

Places are indices into a sentence's units, half-open. No parser; where a phrase's edge is not to be seen, None. A source
takes its apposition ("Nela Orrin, a ferry pilot"), not an aside ("who was away at the time").
"""

from __future__ import annotations

import re

from counterclaim.statements.found import Place
from counterclaim.statements.grammar import is_a, is_adverb, is_break, is_finite, is_possessive, is_time, time_before
from counterclaim.statements.medium import medium_at
from counterclaim.statements.units import Kind, Sentence, Unit, is_speech

_LONGEST = 40  # units of a source
_ASIDE = frozenset(
    {"speaking", "citing", "in", "at", "on", "during", "after", "before", "when", "while", "as", "with", "for", "like", "along"}
)
_KEEPS = frozenset({"of", "for", "from", "with"})  # prepositions that go on with a name: "a spokesman for the trust"
_AGE = re.compile(r"\d{1,3}$")


def subject_before(sentence: Sentence, group: int) -> Place | None:
    """The subject of the verb group that starts at `group`: the phrase directly before it, a time or an aside apart."""
    end = time_before(sentence, group)
    if end > 1 and sentence[end - 1].low == "," and _set_off(sentence, end - 1):
        end = time_before(sentence, end - 1) - 1  # "Orrin, on Monday, said"
    if end <= 0:
        return None
    last = sentence[end - 1]
    if is_a(last.low, "subject", "relative"):
        return end - 1, end
    if last.low == ",":
        return _across_commas(sentence, end - 1)
    if last.low == ")":
        return _before_bracket(sentence, end)
    if last.low == "—":
        return _before_dashes(sentence, end - 1)
    start = phrase_start(sentence, end)
    return None if start is None else (start, end)


def _before_dashes(sentence: Sentence, closing: int) -> Place | None:
    """ "the crews - all nine of them - said": the phrase before the aside."""
    opening = next((i for i in range(closing - 1, 0, -1) if sentence[i].low == "—"), None)
    return None if opening is None else subject_before(sentence, opening)


def _set_off(sentence: Sentence, comma: int) -> bool:
    """Whether a time between two commas ends at this one."""
    start = time_before(sentence, comma)
    return 1 < start < comma and sentence[start - 1].low == ","


def _before_bracket(sentence: Sentence, end: int) -> Place | None:
    opening = next((i for i in range(end - 1, max(-1, end - 12), -1) if sentence[i].low == "("), None)
    start = phrase_start(sentence, opening) if opening else None
    return None if start is None else (start, end)


def _across_commas(sentence: Sentence, comma: int) -> Place | None:
    """The head phrase of "head, apposition, apposition, verb": the leftmost segment that is no aside and no fronted phrase."""
    end = comma
    while True:
        left = _comma_before(sentence, end)
        if left is None or comma - left > _LONGEST:
            return None
        start = phrase_start(sentence, left)
        if start is None:
            return None
        is_aside = _is_aside(sentence[left + 1])
        if not _modifies(sentence, start, left):
            return start, left if is_aside or _has_aside(sentence, left, comma) else comma
        end = left


def _comma_before(sentence: Sentence, end: int) -> int | None:
    for i in range(end - 1, 0, -1):
        if sentence[i].low == ",":
            return i
        if is_break(sentence[i]) and sentence[i].low not in "()":
            return None
    return None


def _is_aside(unit: Unit) -> bool:
    return is_a(unit.low, "relative") or unit.low in _ASIDE or (unit.low.endswith("ing") and not unit.is_name)


def _has_aside(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an aside, an age or a place stands between two commas: "44, of Selby"."""
    behind = [sentence[i + 1] for i in range(start, end) if sentence[i].low == ","]
    return any(_is_aside(u) or u.low == "of" or _AGE.match(u.low) for u in behind)


def _modifies(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a segment between commas is an age, a place or an apposition, so that its head stands further left."""
    if start == 0 or sentence[start - 1].low != ",":
        return False
    first = sentence[start]
    if is_a(first.low, "preposition") or _AGE.match(first.low) or _is_aside(first):
        return True
    head = sentence[start - 2] if start > 1 else None
    return head is not None and head.is_name and (not first.is_name or end - start <= 2) and not _fronted(sentence, start - 1)


def _fronted(sentence: Sentence, comma: int) -> bool:
    """Whether what stands before the comma is a fronted phrase ("In Ardmoor, the mayor ...")."""
    start = comma
    while start > 0 and sentence[start - 1].low != "," and not is_break(sentence[start - 1]):
        start -= 1
    return is_a(sentence[start].low, "preposition", "subordinator", "adverb") or is_adverb(sentence[start])


def phrase_start(sentence: Sentence, end: int) -> int | None:
    """Where the noun phrase that ends at `end` starts; None where none ends there."""
    if end <= 0 or not _can_end(sentence, end - 1):
        return None
    i = end
    joined = False
    while i > 0 and end - i < _LONGEST:
        unit = sentence[i - 1]
        if unit.low in {"and", "or", "&"}:
            if not _joins(sentence, i - 1):
                break
            joined = True
        elif unit.low == ",":
            if not (joined and i > 1 and sentence[i - 2].is_name and sentence[i].is_name):
                break
        elif _stops(sentence, i - 1, end):
            relative = _relative_before(sentence, i - 1, end)
            if relative is None:
                break
            i = relative + 1
        i -= 1
    return _trim(sentence, i, end)


def _relative_before(sentence: Sentence, i: int, end: int) -> int | None:
    """Where "who" stands to which a verb from `i` on belongs: "two men | who used to work here"."""
    if sentence[i].low == "who" and i > 0 and sentence[i - 1].kind is Kind.WORD:
        return i if any(is_finite(sentence, k) for k in range(i + 1, end - 1)) else None
    if not is_finite(sentence, i):
        return None
    for k in range(i - 1, max(0, i - 8), -1):
        if sentence[k].low == "who" and sentence[k - 1].kind is Kind.WORD:
            return k
        if sentence[k].kind is not Kind.WORD or is_a(sentence[k].low, "subject", "coordinator"):
            return None
    return None


def _can_end(sentence: Sentence, i: int) -> bool:
    unit = sentence[i]
    if unit.kind is Kind.QUOTE:
        return not is_speech(unit) and i > 0
    if unit.low == "." and i:
        return sentence[i - 1].kind is Kind.WORD and len(sentence[i - 1].low) < 6
    return unit.kind is Kind.WORD and not is_a(
        unit.low, "preposition", "subordinator", "coordinator", "object", "be", "have", "modal", "possessive"
    )


def _stops(sentence: Sentence, i: int, end: int) -> bool:
    unit = sentence[i]
    if unit.kind is Kind.QUOTE:
        return is_speech(unit) or i == 0 or unit.text.rstrip("\"”»'’")[-1:] == ","
    if unit.kind is Kind.MARK:
        return unit.low not in {"-", "/", "&", "$", "#", "@", ".", "'", "’", "%"}
    if (is_a(unit.low, "subordinator") and not is_a(unit.low, "preposition")) or is_a(unit.low, "relative", "object", "coordinator"):
        return unit.low not in {"her", "what"}
    if is_a(unit.low, "subject"):
        return True
    if is_finite(sentence, i) and i + 1 < end:
        # "the people accused of theft" goes on to the left; "he left ..." does not
        return not is_a(sentence[i + 1].low, "preposition")
    return False


def _joins(sentence: Sentence, i: int) -> bool:
    """Whether "and" joins two noun phrases rather than two clauses: no finite verb stands before it in its clause."""
    j = i - 1
    while j >= 0 and not is_break(sentence[j]) and sentence[j].low not in {",", "but"}:
        if is_finite(sentence, j) or (sentence[j].kind is Kind.QUOTE and is_speech(sentence[j])):
            return False
        j -= 1
    return i > 0 and sentence[i - 1].kind is Kind.WORD


def _trim(sentence: Sentence, start: int, end: int) -> int | None:
    """Leaves out what stands before the phrase proper: conjunctions, adverbs, times, a fronted prepositional phrase."""
    while start < end:
        length = is_time(sentence, start)
        unit = sentence[start]
        if length and start + length < end:
            start += length
        elif (
            (is_a(unit.low, "coordinator", "subordinator") and unit.low != "that")
            or (is_adverb(unit) and unit.low not in {"both", "some"})
            or unit.kind is Kind.MARK
        ):
            start += 1
        elif is_a(unit.low, "preposition"):
            inner = _after_fronted(sentence, start, end)
            if inner is None:
                return None
            start = inner
        else:
            return start
    return None


def _after_fronted(sentence: Sentence, start: int, end: int) -> int | None:
    """Where a new phrase begins behind a fronted one: "In an interview | Orrin", "At the rally | the mayor"."""
    length = medium_at(sentence, start)
    if length and start + length < end:
        return start + length
    for i in range(start + 2, end):
        unit, before = sentence[i], sentence[i - 1]
        opens = is_a(unit.low, "determiner", "possessive") or (unit.is_name and not before.is_name)
        if (
            opens
            and before.kind is Kind.WORD
            and not is_a(before.low, "preposition", "determiner", "possessive", "coordinator")
            and not is_possessive(before)
        ):
            return i
    return None


def phrase_after(sentence: Sentence, start: int, *, long: bool = False) -> Place | None:
    """The noun phrase that begins at `start`. `long` keeps all prepositional phrases ("according to a report by ... in ...")."""
    if start >= len(sentence) or not _can_begin(sentence[start]):
        return None
    if is_a(sentence[start].low, "subject", "object") and sentence[start].low != "her":
        return start, start + 1
    i = start + 1
    while i < len(sentence) and i - start < _LONGEST:
        if sentence[i].low == ",":
            through = _apposition(sentence, i)
            if through is None:
                break
            i = through
        elif _ends_before(sentence, i, start, long=long):
            break
        else:
            i += 1
    while i > start + 1 and (
        (sentence[i - 1].kind is Kind.MARK and sentence[i - 1].low != ")") or is_a(sentence[i - 1].low, "preposition", "coordinator")
    ):
        i -= 1
    return start, i


def _can_begin(unit: Unit) -> bool:
    if unit.kind is not Kind.WORD or is_adverb(unit) or is_a(unit.low, "be", "have", "modal", "negated"):
        return False
    return unit.low == "her" or not is_a(unit.low, "preposition", "subordinator", "coordinator", "relative") or unit.low == "one"


def _ends_before(sentence: Sentence, i: int, start: int, *, long: bool) -> bool:
    unit, before = sentence[i], sentence[i - 1]
    if unit.kind is Kind.QUOTE:
        return is_speech(unit) or before.kind is not Kind.WORD
    if unit.kind is Kind.MARK:
        return unit.low not in {"-", "/", "&", "$", "#", "@", "%", "(", ")", "'"} and not (
            unit.low == "." and i + 1 < len(sentence) and len(before.text) < 6
        )
    if is_time(sentence, i) or (medium_at(sentence, i) and not long):
        return True
    if unit.low in {"and", "or"}:
        following = sentence[i + 1] if i + 1 < len(sentence) else None
        return following is None or not (following.is_name or is_a(following.low, "determiner", "possessive") or long)
    if is_a(unit.low, "preposition"):
        return (not long and before.is_name and unit.low not in _KEEPS) or (
            unit.low in {"after", "before", "during", "as", "since", "until"} and not long
        )
    if is_a(unit.low, "relative", "subordinator"):
        return not (unit.low in {"who", "that", "which"} and (long or not before.is_name))
    restricted = _restricted(sentence, start, i)
    return not restricted and not long and (is_finite(sentence, i) or is_adverb(unit) or is_a(unit.low, "subject", "object"))


def _restricted(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a relative clause has begun: its verbs and times belong to the phrase."""
    return any(is_a(u.low, "relative") or u.low == "that" for u in sentence[start:end])


def _apposition(sentence: Sentence, comma: int) -> int | None:
    """Where the apposition behind a comma ends; None where what follows is no apposition."""
    i = comma + 1
    if i >= len(sentence) or is_time(sentence, i) or not _opens_apposition(sentence[i]):
        return None
    while i < len(sentence):
        unit = sentence[i]
        inside = _restricted(sentence, comma, i)
        if unit.low in {",", ";", ":", "—"} or (unit.kind is Kind.QUOTE and is_speech(unit)) or medium_at(sentence, i):
            break
        if not inside and is_time(sentence, i):
            break
        if not inside and i > comma + 1 and is_finite(sentence, i):
            return None
        i += 1
    return i if i > comma + 1 else None


def _opens_apposition(unit: Unit) -> bool:
    named = unit.is_name or is_possessive(unit) or _AGE.match(unit.low) is not None
    return named or unit.low in {"a", "an", "the", "one", "another"}
