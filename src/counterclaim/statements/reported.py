"""Owns reported speech in a sentence: joins each reporting verb with its source and its content.

Places are indices into a sentence's units, half-open. Refuses a cue for which no content is to be seen, and one in the
present tense without a subject.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.statements.around import around, bare
from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.extents import clause_end
from counterclaim.statements.found import Found, Place
from counterclaim.statements.frames import QUESTION_WORDS, after_adjuncts, content_of, opened
from counterclaim.statements.grammar import group_start, is_a, is_finite
from counterclaim.statements.hits import Hit, Voice, hits
from counterclaim.statements.medium import used_medium
from counterclaim.statements.phrases import phrase_after, subject_before
from counterclaim.statements.units import Kind, Sentence, is_speech

_REACH = 16  # units in which "by" and its source must stand behind a passive
_FRONTING = frozenset({"while", "although", "though", "if", "when", "as", "because", "since", "after", "before", "once", "whereas"})
_SHARING = frozenset({",", "and", "but", "or", "—", "then", "while", "by"})  # before a cue that shares a subject


def reported(sentence: Sentence) -> Iterator[Found]:
    """Every attribution of a sentence that has a verb, in the order of the cues."""
    earlier: list[Found] = []
    taken = -1
    for hit in hits(sentence):
        if hit.at < taken:
            continue
        found = around(sentence, hit, earlier) or _ahead(sentence, hit, earlier)
        if found:
            taken = hit.end
            earlier.append(found)
            yield found
    yield from _with_unknown_verbs(sentence, earlier)


def _with_unknown_verbs(sentence: Sentence, found: list[Found]) -> Iterator[Found]:
    for i, unit in enumerate(sentence):
        if unit.kind is Kind.QUOTE and is_speech(unit) and not any(a <= i < b for f in found for a, b in f.content):
            extra = bare(sentence, i)
            if extra:
                yield extra


def _ahead(sentence: Sentence, hit: Hit, earlier: list[Found]) -> Found | None:
    """ "X said that A", "X accused Y of Z", "Y was accused of Z": the content follows the cue."""
    if hit.voice is Voice.PASSIVE:
        return _passive(sentence, hit)
    front = opened(sentence, hit)
    if front:
        return Found(cue=((hit.group, hit.end),), content=front[1], source=front[0], awaits=not front[1])
    source = _source(sentence, hit, earlier)
    if source is None and (hit.voice is Voice.INFINITIVE or (hit.voice is Voice.ACTIVE and hit.tense is not Tense.PAST)):
        return None
    content = content_of(sentence, hit)
    if content is None:
        return None
    places, cue_end = content
    places = _inside_fronted(sentence, source, places)
    places = _inside_relative(sentence, source, _with_relative(sentence, source, places))
    found = Found(cue=((hit.group, cue_end),), content=places, source=source)
    return found if places else replace(found, awaits=True)


def _inside_fronted(sentence: Sentence, source: Place | None, content: tuple[Place, ...]) -> tuple[Place, ...]:
    """ "While X claimed A, the clerk ...": a content in a fronted clause ends with it."""
    if not content or not source or source[0] != 1 or sentence[0].low not in _FRONTING:
        return content
    start, end = content[-1]
    comma = next((i for i in range(start + 1, end) if sentence[i].low == ","), end)
    return (*content[:-1], (start, comma))


def _inside_relative(sentence: Sentence, source: Place | None, content: tuple[Place, ...]) -> tuple[Place, ...]:
    """ "the clerk, who said A, left": what an aside reports ends with the aside."""
    if not source or not content or source[0] < 1 or sentence[source[0] - 1].low != "," or sentence[source[0]].low not in {"who", "which"}:
        return content
    start, end = content[-1]
    for i in range(start + 1, end - 1):
        if sentence[i].low == "," and (is_finite(sentence, i + 1) or bool(forms(sentence[i + 1].low))):
            return (*content[:-1], (start, i))
    return content


def _with_relative(sentence: Sentence, source: Place | None, content: tuple[Place, ...]) -> tuple[Place, ...]:
    """ "which | she said | has led to A": the relative word is the subject of what is said."""
    if (
        not source
        or not source[0]
        or not content
        or (not is_a(sentence[source[0] - 1].low, "relative") and sentence[source[0] - 1].low != "that")
    ):
        return content
    first = sentence[content[0][0]]
    if (
        first.kind is not Kind.WORD
        or first.is_name
        or is_a(first.low, "determiner", "possessive", "subject", "subordinator", "preposition")
    ):
        return content
    return (source[0] - 1, source[0]), *content


def _source(sentence: Sentence, hit: Hit, earlier: list[Found]) -> Place | None:
    before = sentence[hit.group - 1] if hit.group else None
    if hit.voice is Voice.INFINITIVE or before is None or before.low in _SHARING or before.kind is Kind.QUOTE:
        direct = subject_before(sentence, hit.group) if hit.voice is Voice.ACTIVE and before is not None and before.low == "," else None
        return direct or _shared(sentence, hit, earlier)
    place = subject_before(sentence, hit.group)
    if place and hit.voice is Voice.PARTICIPLE and place[0] and is_finite(sentence, place[0] - 1) and used_medium(sentence, place[0]):
        return subject_before(sentence, group_start(sentence, place[0] - 1)) or place  # "she released a statement | saying A"
    return place


def _shared(sentence: Sentence, hit: Hit, earlier: list[Found]) -> Place | None:
    """The subject that a coordinated or participial cue shares with what stands before it in the sentence."""
    for found in reversed(earlier):
        if found.source and found.source[0] < hit.at and found.cue[0][0] < hit.at:
            return found.source
    for i in range(hit.group):
        if is_finite(sentence, i):
            place = subject_before(sentence, group_start(sentence, i))
            if place:
                return place
    if hit.group == 0:
        return _main_subject(sentence, hit.end)
    return None


def _main_subject(sentence: Sentence, start: int) -> Place | None:
    """ "Citing costs, the mayor said ...": the subject behind a fronted participle."""
    for i in range(start, len(sentence)):
        if sentence[i].low == "," and i + 1 < len(sentence):
            for j in range(i + 2, min(len(sentence), i + 14)):
                if is_finite(sentence, j):
                    place = subject_before(sentence, group_start(sentence, j))
                    return place if place and place[0] > i else None
            return None
    return None


def _passive(sentence: Sentence, hit: Hit) -> Found | None:
    """ "Y was accused of Z by X", "asked whether A, he ...": the accused is part of the content, the source is behind "by"."""
    start = after_adjuncts(sentence, hit)
    by = next((i for i in range(hit.end, min(len(sentence), hit.end + _REACH)) if sentence[i].low == "by"), None)
    source = phrase_after(sentence, by + 1) if by is not None and by == hit.end else None
    if start >= len(sentence):
        return None
    if hit.cue.frames & {"told", "wh"}:
        return _asked(sentence, hit, source[1] if source else start, source)
    if not hit.cue.frames & {"of", "as", "call", "to"}:
        return None
    subject = subject_before(sentence, hit.group)
    at = source[1] if source else start
    wanted = {"of": {"of", "with"}, "as": {"as"}, "to": {"to"}}
    goals = set().union(*(wanted[f] for f in hit.cue.frames & set(wanted)))
    if subject is None or at >= len(sentence) or sentence[at].low not in goals:
        return None
    content = (subject, (at, clause_end(sentence, at, hit.tense)))
    return Found(cue=((hit.group, hit.end),), content=content, source=source)


def _asked(sentence: Sentence, hit: Hit, at: int, source: Place | None) -> Found | None:
    if at >= len(sentence):
        return None
    if sentence[at].low in QUESTION_WORDS | {"that", "about", "to"}:
        end = clause_end(sentence, at, hit.tense)
        comma = next((i for i in range(at, end) if sentence[i].low == ","), end)
        fronted = hit.group == 0 or sentence[hit.group - 1].low in {"when", "once"}
        return Found(cue=((hit.group, hit.end),), content=((at, comma if fronted else end),), source=source)
    return None
