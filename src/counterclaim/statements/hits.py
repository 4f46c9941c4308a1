"""Owns the finding of reporting verbs in a sentence: which words are one, in which voice, and where their group begins.

Places are indices into a sentence's units. Refuses nouns ("the claims"), adjectives ("the alleged fraud") and, for want
of a parser, verbs whose place does not show that they are verbs.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.statements.cues import Cue, Form, Tense, forms
from counterclaim.statements.grammar import ARTICLES, bare, group_start, is_a, is_auxiliary, is_possessive
from counterclaim.statements.units import Kind, Sentence

_OPENS_OBJECT = frozenset({"that", "how", "why", "what", "whether", "if", "him", "her", "them", "himself", "herself", "themselves", "it"})
_PARTICIPLE_LEADS = frozenset(
    {",", "and", "but", "or", "—", "while", "by", "in", "of", "after", "before", "from", "without", "for", "then"}
)
_NOT_NOUNS = ("determiner", "possessive", "preposition", "be", "have", "modal", "negated", "coordinator", "subordinator", "adverb")


class Voice(StrEnum):
    ACTIVE = "active"
    PASSIVE = "passive"
    INFINITIVE = "infinitive"
    PARTICIPLE = "participle"


@dataclass(frozen=True, slots=True)
class Hit:
    """A reporting verb in a sentence: its group is [group, end), the verb itself stands at `at`."""

    cue: Cue
    tense: Tense
    voice: Voice
    group: int
    at: int
    end: int


def hits(sentence: Sentence) -> Iterator[Hit]:
    for i, unit in enumerate(sentence):
        if unit.kind is Kind.WORD:
            yield from _at(sentence, i)


def _at(sentence: Sentence, i: int) -> Iterator[Hit]:
    group = group_start(sentence, i)
    for form in forms(sentence[i].low):
        end = i + 1 + len(form.cue.particle)
        if tuple(u.low for u in sentence[i + 1 : end]) != form.cue.particle:
            continue
        voice = _voice(sentence, i, group, form)
        if voice:
            yield Hit(form.cue, form.tense, voice, group, i, end)


def _voice(sentence: Sentence, i: int, group: int, form: Form) -> Voice | None:
    auxiliaries = [u.low for u in sentence[group:i] if is_auxiliary(u)]
    before = sentence[group - 1] if group else None
    last = auxiliaries[-1] if auxiliaries else ""
    if form.tense is Tense.PAST or (form.ambiguous and last):
        if is_a(last, "be"):
            return Voice.PASSIVE
        return _past(sentence, i, group, has_auxiliary=bool(last))
    if form.tense is Tense.ING:
        return _ing(sentence, group, progressive=is_a(last, "be"))
    if form.tense is Tense.PRESENT:
        return _present(sentence, i, group) if not last else None
    if last and not is_a(last, "be", "have"):
        return Voice.ACTIVE
    if form.ambiguous and before is not None and (before.is_name or is_a(before.low, "subject")) and not is_possessive(before):
        return Voice.ACTIVE
    if before is not None and before.low == "to":
        return Voice.INFINITIVE
    return _base(sentence, i, group, form)


def _past(sentence: Sentence, i: int, group: int, *, has_auxiliary: bool) -> Voice | None:
    if has_auxiliary or group == 0:
        return Voice.ACTIVE if has_auxiliary or sentence[0].kind is Kind.WORD else None
    before = sentence[group - 1]
    if before.low in ARTICLES or is_a(before.low, "possessive", "preposition") or is_possessive(before):
        return None
    if before.low in {"when", "if", "once", "as"}:
        return Voice.PASSIVE  # "when asked", "as reported"
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    if (
        following is not None
        and following.low in {"of", "by"}
        and before.kind is Kind.WORD
        and not is_a(before.low, "subject", "relative", "coordinator")
    ):
        return Voice.PASSIVE  # "a man accused of theft"
    return Voice.ACTIVE


def _ing(sentence: Sentence, group: int, *, progressive: bool) -> Voice | None:
    if progressive:
        return Voice.ACTIVE
    before = sentence[group - 1] if group else None
    if before is None or before.kind is Kind.QUOTE or before.low in _PARTICIPLE_LEADS:
        return Voice.PARTICIPLE
    if before.kind is not Kind.WORD or is_a(before.low, *_NOT_NOUNS) or is_possessive(before):
        return None
    return Voice.PARTICIPLE


def _present(sentence: Sentence, i: int, group: int) -> Voice | None:
    """ "claims", "reports": a verb behind a subject, a noun behind anything else."""
    before = sentence[group - 1] if group else None
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    if before is None:
        return None
    if before.kind is Kind.QUOTE or before.low in {",", ")", "and", "but"}:
        return Voice.ACTIVE if following is not None else None
    if is_a(before.low, "subject", "relative"):
        return Voice.ACTIVE
    if before.kind is not Kind.WORD or is_a(before.low, *_NOT_NOUNS) or is_possessive(before):
        return None
    if before.is_name or sentence[i].low in {"says", "tells", "writes", "insists", "argues", "accuses", "denies", "believes", "thinks"}:
        return Voice.ACTIVE
    opens = following is not None and (following.low in _OPENS_OBJECT or following.kind is Kind.QUOTE or following.is_name)
    return Voice.ACTIVE if opens or (following is not None and is_a(following.low, "determiner", "possessive", "subject")) else None


def _base(sentence: Sentence, i: int, group: int, form: Form) -> Voice | None:
    """ "say", "claim": a verb behind a plural subject; an imperative or a noun behind anything else."""
    before = sentence[group - 1] if group else None
    if before is None or (before.kind is Kind.MARK and before.low not in {",", ")"}):
        return None
    if bare(before.low) in {"they", "we", "i", "you", "who"} or (form.ambiguous and is_a(before.low, "subject")):
        return Voice.ACTIVE
    if before.low in {"and", "or", "but"}:
        return Voice.ACTIVE if i + 1 < len(sentence) and sentence[i + 1].low in _OPENS_OBJECT else None
    if (
        before.kind is not Kind.WORD
        or is_a(before.low, *_NOT_NOUNS)
        or is_possessive(before)
        or (sentence[i].is_name and not before.is_name)
    ):
        return None
    plural = (before.low.endswith("s") and not before.low.endswith(("ss", "us", "is"))) or before.low in {
        "people",
        "police",
        "critics",
        "men",
        "women",
        "families",
        "officials",
    }
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    plural = plural or ("noun" not in form.cue.frames and not before.low.endswith("ing"))
    return Voice.ACTIVE if plural and following is not None and following.low not in {"of", "and", "or", "in", "by"} else None
