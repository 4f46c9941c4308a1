"""Owns the frames of a cue: where its content stands behind it - a clause, a quotation, somebody of something, a noun phrase.

Places are indices into a sentence's units, half-open. A frame answers with the places of the content and the place where
the cue ends, or None; no places at all where the content is the quotation of the next paragraph.
"""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.statements.around import CLOSERS
from counterclaim.statements.cues import Tense, forms
from counterclaim.statements.extents import clause_end, phrase_end
from counterclaim.statements.found import Place
from counterclaim.statements.grammar import bare, is_a, is_adverb, is_finite, is_possessive, is_time
from counterclaim.statements.hits import Hit
from counterclaim.statements.medium import medium_at
from counterclaim.statements.phrases import phrase_after
from counterclaim.statements.units import Kind, Sentence, Unit, is_speech

QUESTION_WORDS = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who"})
_REACH = 16  # units in which the second half of a frame ("of", "to", "as") must stand
_TRAILS = frozenset(
    {"in", "at", "on", "of", "to", "about", "from", "with", "by", "outside", "for", "through", "during", "after", "before", "when"}
)

Content = tuple[tuple[Place, ...], int] | None
Frame = Callable[[Sentence, Hit, int], Content]


def content_of(sentence: Sentence, hit: Hit) -> Content:
    """The places of the content and where the cue ends; no places where the content is the next paragraph's quotation."""
    start = after_adjuncts(sentence, hit)
    for frame in _FRAMES:
        if start < len(sentence) or frame is _colon:
            found = frame(sentence, hit, start)
            if found:
                return found
    return None


def after_adjuncts(sentence: Sentence, hit: Hit) -> int:
    """Behind the times, media and adverbs that stand between a cue and its content."""
    i = hit.end
    while i < len(sentence):
        length = is_time(sentence, i) or medium_at(sentence, i)
        if length:
            i += length
        elif (
            is_adverb(sentence[i])
            and sentence[i + 1 : i + 2]
            and (sentence[i + 1].low in {"that", ",", ":"} or sentence[i + 1].kind is Kind.QUOTE)
        ) or (
            (sentence[i].low == "," and i > hit.end)
            or (sentence[i].low == "," and i + 1 < len(sentence) and (is_time(sentence, i + 1) or medium_at(sentence, i + 1)))
        ):
            i += 1
        else:
            break
    return i


def _colon(sentence: Sentence, hit: Hit, _start: int) -> Content:
    """ "said: A", "writing:" at the end of a paragraph."""
    if not hit.cue.frames & {"quote", "told", "that"}:
        return None
    limit = min(len(sentence), hit.end + _REACH)
    colon = next((i for i in range(hit.end, limit) if sentence[i].low == ":"), None)
    if colon is None or any(_parts(u, sentence[colon + 1 : colon + 2]) for u in sentence[hit.end : colon]):
        return None
    if colon + 1 >= len(sentence):
        return (), hit.end
    return ((colon + 1, _quoted_end(sentence, colon + 1, hit.tense)),), hit.end


def _parts(unit: Unit, following: Sentence) -> bool:
    """Whether a unit between a cue and a colon shows that the colon is not the cue's."""
    if unit.kind is Kind.QUOTE or any(f.tense is Tense.ING for f in forms(unit.low)):
        return True
    quotes = bool(following) and following[0].kind is Kind.QUOTE  # "told us when asked about it: A"
    return not quotes and is_a(unit.low, "subordinator", "subject")


def _quotation(sentence: Sentence, hit: Hit, start: int) -> Content:
    if not hit.cue.frames & {"quote", "told", "that", "obj"}:
        return None
    at = start + 1 if sentence[start].low == "," and start + 1 < len(sentence) else start
    if "told" in hit.cue.frames and sentence[at].kind is Kind.WORD:
        at = _listener_end(sentence, at)
    if at >= len(sentence) or sentence[at].kind is not Kind.QUOTE:
        return None
    return ((at, _quoted_end(sentence, at, hit.tense)),), hit.end


def _quoted_end(sentence: Sentence, at: int, tense: Tense) -> int:
    unit = sentence[at]
    if unit.kind is Kind.QUOTE and unit.text.rstrip(CLOSERS)[-1:] in set(".!?,"):
        following = sentence[at + 1].low if at + 1 < len(sentence) else "."
        if following not in {"and", "but", "or"} or unit.text.rstrip(CLOSERS)[-1:] != ",":
            return at + 1
    return max(clause_end(sentence, at, tense), at + 1)


def _listener_end(sentence: Sentence, i: int) -> int:
    """Where the person who is told ends: before "that", a quotation, a comma, or the subject of what is told."""
    if sentence[i].low == "that" or sentence[i].low in QUESTION_WORDS:
        return i
    if is_a(sentence[i].low, "object") or sentence[i].low == "her":
        return _skip_comma(sentence, i + 1)
    for j in range(i + 1, min(len(sentence), i + _REACH)):
        unit = sentence[j]
        if unit.low in {";", "—", "("}:
            return i
        if unit.low in {"that", "to", "how", "whether", "why", "what", "if"} or unit.kind is Kind.QUOTE or unit.low in {",", ":"}:
            return _skip_comma(sentence, j)
        if is_a(unit.low, "subject") or is_time(sentence, j) or medium_at(sentence, j):
            return _skip_adjuncts(sentence, j)
        opens = is_a(unit.low, "determiner", "possessive") or (unit.is_name and not sentence[j - 1].is_name)
        if (
            opens
            and not is_a(sentence[j - 1].low, "preposition", "determiner", "possessive", "coordinator")
            and not is_possessive(sentence[j - 1])
        ):
            return j
    return i


def _skip_adjuncts(sentence: Sentence, j: int) -> int:
    while j < len(sentence):
        length = is_time(sentence, j) or medium_at(sentence, j)
        if not length:
            break
        j += length
    return _skip_comma(sentence, j)


def _skip_comma(sentence: Sentence, j: int) -> int:
    return j + 1 if j + 1 < len(sentence) and sentence[j].low in {",", ":"} else j


def opened(sentence: Sentence, hit: Hit) -> tuple[Place, tuple[Place, ...]] | None:
    """ "Said Orrin, A", "Continued Orrin: A": a sentence that opens with its cue -> source and content."""
    if hit.group or hit.tense is Tense.ING or not hit.cue.frames & {"quote", "told"}:
        return None
    source = phrase_after(sentence, hit.end)
    at = source[1] if source else len(sentence)
    if source is None or at >= len(sentence) or sentence[at].low not in {",", ":"}:
        return None
    if at + 1 >= len(sentence):
        return source, ()
    return (source, ((at + 1, at + 2),)) if sentence[at + 1].kind is Kind.QUOTE else None


def _told(sentence: Sentence, hit: Hit, start: int) -> Content:
    if "told" not in hit.cue.frames:
        return None
    at = _listener_end(sentence, start)
    if at >= len(sentence) or at == start:
        return None
    if sentence[at].low == "that" or sentence[at].low in QUESTION_WORDS or sentence[at].low == "to" or _opens_clause(sentence, at):
        return ((at, clause_end(sentence, at, hit.tense)),), hit.end
    return None


def _that(sentence: Sentence, hit: Hit, start: int) -> Content:
    """ "said that A", "said on the pier that A", "said A"."""
    if not hit.cue.frames & {"that", "that!"} and not ("told" in hit.cue.frames and sentence[start].low == "that"):
        return None
    at = _that_behind_adjunct(sentence, start) if sentence[start].low in _TRAILS else None
    bare_clause = "that" in hit.cue.frames and (_opens_clause(sentence, start) or _lacks_subject(sentence, hit, start))
    if at is None and (sentence[start].low == "that" or bare_clause):
        at = start
    return None if at is None else (((at, clause_end(sentence, at, hit.tense)),), hit.end)


def _lacks_subject(sentence: Sentence, hit: Hit, start: int) -> bool:
    """ "which she said | has led to A": the subject of what is said stands before the reporting clause."""
    before = sentence[max(0, hit.group - 6) : hit.group]
    return is_finite(sentence, start) and any(is_a(u.low, "relative") or u.low == "that" for u in before)


def _that_behind_adjunct(sentence: Sentence, start: int) -> int | None:
    """ "said on the pier | that A"."""
    for i in range(start + 1, min(len(sentence), start + _REACH)):
        if sentence[i].low == "that" and sentence[i - 1].kind is Kind.WORD:
            return i
        if sentence[i].low == "," or sentence[i].kind is Kind.QUOTE or is_finite(sentence, i):
            return None
    return None


def _opens_clause(sentence: Sentence, start: int) -> bool:
    """Whether a clause without "that" begins: something that can be a subject, and a finite verb behind it."""
    first = sentence[start]
    if (
        first.kind is Kind.MARK
        or is_a(first.low, "be", "modal", "relative")
        or (is_a(first.low, "preposition") and first.low not in {"in", "at", "under", "without", "on", "by", "with", "as", "for", "like"})
    ):
        return False
    if is_a(bare(first.low), "subject"):
        return True
    for i in range(start + 1, len(sentence)):
        if sentence[i].low in {";", ":"}:
            return False
        if (
            is_finite(sentence, i)
            or _in_present(sentence, i)
            or (sentence[i].kind is Kind.QUOTE and sentence[i].text.strip("\"“‘'")[:1].islower())
        ):
            return True
    return False


def _in_present(sentence: Sentence, i: int) -> bool:
    """Whether a word in -s looks like a verb: a noun before it, an object or an infinitive behind it."""
    unit, before = sentence[i], sentence[i - 1]
    if not unit.low.endswith("s") or unit.low.endswith(("ss", "us", "is", "'s")) or unit.is_name or i + 1 >= len(sentence):
        return False
    if before.kind is not Kind.WORD or is_a(before.low, "determiner", "possessive", "preposition", "coordinator") or is_possessive(before):
        return False
    return (
        is_a(sentence[i + 1].low, "determiner", "possessive", "object", "negation")
        or sentence[i + 1].low in {"to", "that"}
        or is_adverb(sentence[i + 1])
    )


def _wh(sentence: Sentence, hit: Hit, start: int) -> Content:
    if not hit.cue.frames & {"wh", "told"}:
        return None
    if sentence[start].low in QUESTION_WORDS and not (sentence[start].low in {"when", "if", "where"} and "wh" not in hit.cue.frames):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    at = _listener_end(sentence, start) if sentence[start].kind is Kind.WORD else start
    if at < len(sentence) and at > start and sentence[at].low in {"whether", "if", "how", "why", "what", "about"}:
        return ((at, clause_end(sentence, at, hit.tense)),), hit.end
    return None


def _infinitive(sentence: Sentence, hit: Hit, start: int) -> Content:
    if (
        "to" in hit.cue.frames
        and sentence[start].low in {"to", "not"}
        and start + 1 < len(sentence)
        and not is_a(sentence[start + 1].low, "determiner", "possessive", "object")
    ):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    return None


def _reaches(sentence: Sentence, start: int, goals: frozenset[str]) -> int | None:
    """Where one of the goal words stands within reach and within the clause; None where it does not."""
    for i in range(start, min(len(sentence), start + _REACH)):
        if sentence[i].low in goals and i > start:
            return i
        if sentence[i].low in {";", ":", "—"} or (sentence[i].kind is Kind.QUOTE and is_speech(sentence[i])):
            return None
    return None


def _somebody_to(sentence: Sentence, hit: Hit, start: int) -> Content:
    if "objto" in hit.cue.frames and sentence[start].kind is Kind.WORD and _reaches(sentence, start, frozenset({"to", "not"})):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    return None


def _somebody_of(sentence: Sentence, hit: Hit, start: int) -> Content:
    if "of" in hit.cue.frames and sentence[start].kind is Kind.WORD and _reaches(sentence, start, frozenset({"of", "with"})):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    return None


def _as_something(sentence: Sentence, hit: Hit, start: int) -> Content:
    if "as" not in hit.cue.frames:
        return None
    if sentence[start].low == "as" or _reaches(sentence, start, frozenset({"as"})):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    return None


def _called(sentence: Sentence, hit: Hit, start: int) -> Content:
    if (
        "call" in hit.cue.frames
        and sentence[start].kind is not Kind.MARK
        and sentence[start].low not in {"for", "on", "out", "off", "up", "in", "back", "it", "to"} | {"and"}
    ):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    if "call" in hit.cue.frames and sentence[start].low == "it" and start + 2 < len(sentence):
        return ((start, clause_end(sentence, start, hit.tense)),), hit.end
    return None


def _is_negated(sentence: Sentence, hit: Hit) -> bool:
    return any(is_a(u.low, "negation", "negated") for u in sentence[hit.group : hit.at])


def _preposition(sentence: Sentence, hit: Hit, _start: int) -> Content:
    at = hit.end
    wanted = hit.cue.prepositions(negated=_is_negated(sentence, hit))
    if at + 1 < len(sentence) and sentence[at].low in wanted and sentence[at + 1].kind is not Kind.MARK:
        return ((at + 1, phrase_end(sentence, at + 1, hit.tense)),), at + 1
    return None


def _object(sentence: Sentence, hit: Hit, start: int) -> Content:
    first = sentence[start]
    if not ("obj" in hit.cue.frames or "obj" in hit.cue.prepositions(negated=_is_negated(sentence, hit))):
        return None
    if start != hit.end or first.kind is Kind.MARK:
        return None
    if is_a(first.low, "preposition", "subordinator", "coordinator", "be", "have", "modal", "relative") and first.low not in {
        "that",
        "what",
        "how",
        "why",
    }:
        return None
    end = phrase_end(sentence, start, hit.tense)
    return (((start, end),), hit.end) if end > start else None


_FRAMES: tuple[Frame, ...] = (
    _quotation, _colon, _told, _wh, _infinitive, _somebody_of, _somebody_to, _as_something, _called, _preposition, _that, _object,
)  # fmt: skip
