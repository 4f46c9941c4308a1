"""Owns where a content ends: a clause runs to the end of its sentence unless somebody else's words or a new cue begin.

Places are indices into a sentence's units, half-open.
"""

from __future__ import annotations

from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.grammar import group_start, is_a, is_adverb, is_auxiliary, is_finite, is_time
from counterclaim.statements.medium import medium_at
from counterclaim.statements.phrases import subject_before
from counterclaim.statements.units import Kind, Sentence, Unit

_DASHES = frozenset("—")
_SAID = frozenset({"say", "accuse", "deny", "write", "announce", "answer", "describe", "demand", "judge", "ask"})
_SPOKEN = frozenset({"that", "quote", "told", "of", "objto"})  # frames of cues that may follow "and" with the same subject


def sentence_end(sentence: Sentence) -> int:
    """The sentence without its end mark."""
    end = len(sentence)
    while end and sentence[end - 1].low in {".", ",", ";", ":"}:
        end -= 1
    return end


def clause_end(sentence: Sentence, start: int, tense: Tense) -> int:
    """Where a clause that somebody is reported to have said ends."""
    end = sentence_end(sentence)
    i = start + 1
    while i < end:
        low = sentence[i].low
        if low == ";" or (low in _DASHES and not _paired_dash(sentence, i, end)):
            return i
        if low in _DASHES:
            i = _paired_dash(sentence, i, end) or i
        elif low == "," and _new_voice(sentence, i + 1, end, tense):
            return i
        elif _ends_in_comma(sentence[i]) and _new_voice(sentence, i + 1, end, tense):
            return i + 1
        elif low in {"and", "but"} and _same_subject_cue(sentence, i + 1, tense):
            return i - 1 if sentence[i - 1].low == "," else i
        i += 1
    return end


def _ends_in_comma(unit: Unit) -> bool:
    return unit.kind is Kind.QUOTE and unit.text.rstrip("\"”»'’")[-1:] == ","


def phrase_end(sentence: Sentence, start: int, tense: Tense) -> int:
    """Where a noun phrase that is a content ends: before a time, a medium, a new clause."""
    end = clause_end(sentence, start, tense)
    i = start
    while i < end:
        unit = sentence[i]
        if unit.low == "," and not _goes_on(sentence, i):
            return i
        if i > start and ((is_time(sentence, i) and unit.low != "this") or medium_at(sentence, i)):
            return i
        if i > start and unit.low in {
            "when",
            "while",
            "because",
            "after",
            "before",
            "if",
            "though",
            "although",
            "since",
            "until",
            "whereas",
            "amid",
            "despite",
        }:
            return i
        if i > start and unit.low in {"and", "but"} and i + 1 < end and _starts_verb(sentence, i + 1):
            return i
        i += 1
    return end


def _starts_verb(sentence: Sentence, i: int) -> bool:
    while i < len(sentence) - 1 and (is_adverb(sentence[i]) or is_auxiliary(sentence[i])):
        i += 1
    return is_finite(sentence, i)


def _goes_on(sentence: Sentence, comma: int) -> bool:
    """Whether a list goes on behind a comma: "the mayor, the clerk and the harbour office"."""
    rest = sentence[comma + 1 : comma + 12]
    if not rest or rest[0].low in {"who", "which", "but", "while", "as", "with"} or rest[0].low.endswith("ing"):
        return False
    for i, unit in enumerate(rest):
        if unit.low in {"and", "or"}:
            return not _starts_verb(sentence, comma + 2 + i)
        if unit.kind is not Kind.WORD and unit.low not in {",", "-"}:
            return False
    return False


def _paired_dash(sentence: Sentence, i: int, end: int) -> int | None:
    """The dash that closes the aside which a dash opens, if one does."""
    later = [j for j in range(i + 1, end) if sentence[j].low in _DASHES]
    earlier = [j for j in range(i) if sentence[j].low in _DASHES]
    return later[0] if later and len(earlier) % 2 == 0 else None


def _new_voice(sentence: Sentence, i: int, end: int, tense: Tense) -> bool:
    """Whether the words behind a comma leave what was said: another cue, another speaker, the writer's own contrast."""
    if i >= end:
        return False
    low = sentence[i].low
    if low in {"according", "but", "though", "although", "whereas"}:
        return True
    if low in {"and", "while"} and (_same_subject_cue(sentence, i + 1, tense) or _speaker_and_cue(sentence, i + 1, end)):
        return True
    j = i
    while j < end and is_adverb(sentence[j]):
        j += 1
    if any(f.tense is Tense.ING and f.cue.frames & {"that", "quote", "told", "of", "as", "call"} for f in forms(sentence[j].low)):
        return True
    if low in {"which", "who", "whom"}:
        return _speaker_and_cue(sentence, i + 1, end)
    return _speaker_and_cue(sentence, i, end)


def _speaker_and_cue(sentence: Sentence, i: int, end: int) -> bool:
    """Whether a subject and a reporting verb follow within a few units."""
    for j in range(i + 1, min(end, i + 8)):
        if sentence[j].low == ",":
            return False
        if any(f.tense in {Tense.PAST, Tense.PRESENT} and f.cue.frames & _SPOKEN for f in forms(sentence[j].low)):
            place = subject_before(sentence, group_start(sentence, j))
            return place is not None and place[0] == i
    return False


def _same_subject_cue(sentence: Sentence, i: int, tense: Tense) -> bool:
    while i < len(sentence) - 1 and (is_adverb(sentence[i]) or is_a(sentence[i].low, "have")):
        i += 1
    if i >= len(sentence):
        return False
    return any(
        (f.tense is tense or f.ambiguous) and f.cue.frames & _SPOKEN and f.cue.sense in _SAID and f.cue.lemma != "encourage"
        for f in forms(sentence[i].low)
    )
