"""Owns attributions without a reporting verb: "according to X", "in X's view", "the claim that", "allegations X denies".

Places are indices into a sentence's units, half-open.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.extents import clause_end, phrase_end, sentence_end
from counterclaim.statements.found import Found, Place
from counterclaim.statements.grammar import group_start, is_a, is_finite, is_possessive
from counterclaim.statements.hits import Hit, Voice
from counterclaim.statements.phrases import phrase_after, phrase_start, subject_before
from counterclaim.statements.units import Kind, Sentence
from counterclaim.text.lexicon import terms, words

_LABEL = 7  # units of a headline in which its colon must stand
_VIEWS = frozenset({"view", "opinion", "eyes", "words", "telling", "account", "judgment", "judgement", "estimation", "reckoning"})


def phrased(sentence: Sentence) -> Iterator[Found]:
    for i, unit in enumerate(sentence):
        if unit.low == "according" and i + 2 < len(sentence) and sentence[i + 1].low == "to":
            found = _according(sentence, i)
            if found:
                yield found
        elif unit.low in _VIEWS and i >= 2:
            found = _view(sentence, i)
            if found:
                yield found
        elif unit.low in words("nominals", "nominal") | words("nominals", "charge"):
            found = _nominal(sentence, i)
            if found:
                yield found
        elif unit.low in {"allegedly", "reportedly"}:
            found = _hearsay(sentence, i)
            if found:
                yield found
    yield from _silence(sentence)


_NO_SOURCE = frozenset(
    {
        "exclusive",
        "breaking",
        "watch",
        "video",
        "update",
        "live",
        "opinion",
        "analysis",
        "editorial",
        "photos",
        "review",
        "correction",
        "note",
        "more",
    }
)


def headed(sentence: Sentence) -> Found | None:
    """A headline of the form "Council: fund was never touched"."""
    colon = next((i for i, u in enumerate(sentence[:_LABEL]) if u.low == ":"), 0)
    label = sentence[:colon]
    if not label or not label[0].is_name or any(u.kind is not Kind.WORD and u.low != "." for u in label):
        return None
    if label[0].low in _NO_SOURCE or any(is_finite(sentence, i) for i in range(colon)) or len(sentence) - colon < 4:
        return None
    return Found(cue=((colon, colon + 1),), content=((colon + 1, sentence_end(sentence)),), source=(0, colon))


def _hearsay(sentence: Sentence, i: int) -> Found | None:
    """ "the two allegedly met": somebody says so whom the text does not name."""
    group = group_start(sentence, i)
    verb = i + 1 if i + 1 < len(sentence) and is_finite(sentence, i + 1) else group
    subject = subject_before(sentence, min(group, i)) if verb else None
    if subject is None or i + 1 >= len(sentence):
        return None
    start = subject[0]
    end = clause_end(sentence, i + 1, Tense.PAST)
    return Found(cue=((i, i + 1),), content=((start, i), (i + 1, end)))


def _silence(sentence: Sentence) -> Iterator[Found]:
    """ "could not be reached for comment", "had no comment": that somebody did not answer is what is reported."""
    lows = tuple(u.low for u in sentence)
    for i in range(1, len(lows)):
        sense, end = _silent_at(lows, i)
        source = subject_before(sentence, i) if sense else None
        if source is None:
            continue
        goes_on = end < len(sentence) and lows[end] in {"for", "to"}
        if sense == "unreached" and goes_on:
            yield Found(cue=((i, end),), content=((end, phrase_end(sentence, end + 1, Tense.PAST)),), source=source)
        elif sense == "silent" and not goes_on:
            yield Found(cue=((i, end - 1),), content=((end - 1, end),), source=source)


@cache
def _silences() -> dict[tuple[str, ...], str]:
    return {tuple(form.split()): term.sense for term in terms("silences") for form in term.forms}


def _silent_at(lows: tuple[str, ...], i: int) -> tuple[str | None, int]:
    for size in range(2, 6):
        sense = _silences().get(lows[i : i + size])
        if sense:
            return sense, i + size
    return None, i


def _according(sentence: Sentence, i: int) -> Found | None:
    source = phrase_after(sentence, i + 2, long=True)
    if source is None:
        return None
    end = sentence_end(sentence)
    left = _clause_before(sentence, i)
    start = source[1] + 1 if source[1] < end and sentence[source[1]].low == "," else source[1]
    if left is None:
        return Found(cue=((i, i + 2),), content=((start, clause_end(sentence, start, Tense.PAST)),), source=source) if start < end else None
    return Found(cue=((i, i + 2),), content=(left,), source=source)


def _clause_before(sentence: Sentence, i: int) -> Place | None:
    """The clause that a trailing "according to" covers: back to the start of the sentence or a semicolon."""
    end = i - 1 if i and sentence[i - 1].low == "," else i
    start = end
    while start > 0 and sentence[start - 1].low not in {";", ":"}:
        start -= 1
    while start < end and (sentence[start].low in {"but", "and", ","}):
        start += 1
    return (start, end) if end - start >= 2 else None


def _view(sentence: Sentence, i: int) -> Found | None:
    """ "in the trust's view", "in the view of the trust": the rest of the clause is what is held."""
    if sentence[i + 1 : i + 2] and sentence[i + 1].low == "of" and sentence[i - 2].low == "in":
        source = phrase_after(sentence, i + 2)
        cue, opening = (i - 2, i + 2), i - 2
    else:
        lead = next((j for j in range(i - 1, max(-1, i - 8), -1) if sentence[j].low == "in"), None)
        if lead is None or not is_possessive(sentence[i - 1]):
            return None
        source, cue, opening = (lead + 1, i), (i, i + 1), lead
    if source is None:
        return None
    stop = max(source[1], cue[1])
    rest = stop + 1 if stop < len(sentence) and sentence[stop].low == "," else stop
    left = _clause_before(sentence, opening)
    right = (rest, clause_end(sentence, rest, Tense.PAST)) if rest < sentence_end(sentence) else None
    content = tuple(p for p in (_from_comma(sentence, left), right) if p)
    lead_cue = ((opening, opening + 1), (i, i + 1)) if cue[0] == i else (cue,)
    return Found(cue=lead_cue, content=content, source=source) if content else None


def _from_comma(sentence: Sentence, left: Place | None) -> Place | None:
    """Of the words before "in X's view", those of its own clause: from a relative word on, where there is one."""
    if left is None:
        return None
    start = next((j for j in range(left[1] - 1, left[0], -1) if is_a(sentence[j].low, "subordinator", "relative")), left[0])
    start += sentence[start].low in {"where", "that", "because", "as"} and start + 1 < left[1]
    return start, left[1]


def _nominal(sentence: Sentence, i: int) -> Found | None:
    following = sentence[i + 1] if i + 1 < len(sentence) else None
    owner = _owner(sentence, i)
    if following is not None and following.low == "that" and (owner or sentence[i].low in words("nominals", "charge")):
        content = (i + 1, clause_end(sentence, i + 1, Tense.PAST))
        return Found(cue=((i, i + 1),), content=(content,), source=owner)
    if following is not None and following.low in {"of", "about"} and owner and i + 2 < len(sentence):
        return Found(cue=((i, i + 1),), content=((i + 1, clause_end(sentence, i + 1, Tense.PAST)),), source=owner)
    return None


def _owner(sentence: Sentence, i: int) -> Place | None:
    """Whose claim it is: "the trust's claim that"."""
    j = i - 1
    while (
        j > 0
        and sentence[j].kind is Kind.WORD
        and not is_possessive(sentence[j])
        and not is_a(sentence[j].low, "determiner", "preposition")
    ):
        j -= 1
    if j < 0 or not is_possessive(sentence[j]) or i - j > 4:
        return None
    if is_a(sentence[j].low, "possessive"):
        return j, j + 1
    start = phrase_start(sentence, j + 1)
    return None if start is None else (start, j + 1)


def _behind_nominal(sentence: Sentence, source: Place | None) -> Place | None:
    """Of "allegations the mayor", "claims Roth": the phrase behind the noun, which is the subject."""
    for i in range(*(source or (0, 0))):
        following = sentence[i + 1 : i + 2]
        if sentence[i].low in words("nominals", "charge") and following and source and i + 1 < source[1]:
            opens = (following[0].is_name and not sentence[i].is_name) or is_a(following[0].low, "determiner", "possessive")
            return (i + 1, source[1]) if opens else source
    return source


def taken_up(sentence: Sentence, hit: Hit) -> Found | None:
    """ "allegations the mayor denies", "which she has denied": the object stands before its subject and verb."""
    if hit.voice is not Voice.ACTIVE or not hit.cue.frames & {"obj", "that"}:
        return None
    source = _behind_nominal(sentence, subject_before(sentence, hit.group))
    if source is None or source[0] < 1:
        return None
    object_at = source[0] - 1
    unit = sentence[object_at]
    closes = (
        hit.end >= len(sentence) or sentence[hit.end].kind is Kind.MARK or sentence[hit.end].low in {"and", "as", "to", "through", "in"}
    )
    if not closes or unit.kind is not Kind.WORD:
        return None
    if unit.low in {"which", "that", "whom", "what", "something"}:
        return Found(cue=((hit.group, hit.end),), content=((object_at, object_at + 1),), source=source)
    if unit.low in words("nominals", "nominal") | words("nominals", "charge") and forms(sentence[hit.at].low):
        start = phrase_start(sentence, source[0])
        return Found(cue=((hit.group, hit.end),), content=((start if start is not None else object_at, source[0]),), source=source)
    return None
