"""Owns reporting clauses that stand behind or inside what is said: "A," X said; "A," said X, "B"; A, X said.

Places are indices into a sentence's units, half-open. Refuses a clause that is not closed by a mark, an adjunct or the
sentence's end, and indirect speech before a cue that seldom follows it.
"""

from __future__ import annotations

from counterclaim.statements.cues import Tense
from counterclaim.statements.extents import clause_end, sentence_end
from counterclaim.statements.found import Found, Place
from counterclaim.statements.grammar import is_a, is_adverb, is_finite, is_time
from counterclaim.statements.hits import Hit, Voice
from counterclaim.statements.medium import medium_at
from counterclaim.statements.phrases import phrase_after, subject_before
from counterclaim.statements.units import Kind, Sentence, Unit, is_speech

_TRAILS = frozenset(
    {
        "when", "after", "as", "before", "during", "while", "in", "at", "on", "of", "to", "about", "from", "with", "by", "outside", "for",
        "through", "following", "because", "amid", "without", "if", "since",
    }
)  # fmt: skip
_NEW_CLAUSE = frozenset({"and", "but", "who", "which", "while", "as", "when", "though", "although", "because"})
_NOBODY = frozenset({"no", "yes", "so", "nothing", "that", "this", "these", "those"})  # "said no" names no speaker
_FRONT = 5  # units; a shorter stretch before a reporting clause is no statement unless it holds a verb or a quotation


def around(sentence: Sentence, hit: Hit, earlier: list[Found]) -> Found | None:
    """The attribution of a cue whose content stands before it, or on both sides."""
    if not hit.cue.frames & {"quote", "told", "after"} or hit.voice is not Voice.ACTIVE:
        return None
    clause = _subject_first(sentence, hit) or _verb_first(sentence, hit)
    if clause is None:
        return None
    source, opening, rest = clause
    left = _left_content(sentence, opening, earlier)
    if left is None or (source[0] > hit.at and not _says_enough(sentence, left)):
        return None
    right = _right_content(sentence, rest, left)
    if right is None and not _says_enough(sentence, left):
        return None
    content = (left, right) if right else (left,)
    quoted = any(u.kind is Kind.QUOTE for a, b in content for u in sentence[a:b])
    if not quoted and "after" not in hit.cue.frames:
        return None
    return Found(cue=((hit.group, hit.end),), content=content, source=source)


def bare(sentence: Sentence, i: int) -> Found | None:
    """ "A!" the crowd roared back; Orrin shot in: "A": a reporting clause whose verb the lexicon does not hold."""
    return _bare_ahead(sentence, i) or _bare_behind(sentence, i)


def _bare_ahead(sentence: Sentence, i: int) -> Found | None:
    if i < 3 or sentence[i - 1].low != ":" or not is_finite(sentence, i - 2):
        return None
    source = subject_before(sentence, i - 2)
    return Found(cue=((i - 2, i - 1),), content=((i, i + 1),), source=source) if source else None


def _bare_behind(sentence: Sentence, i: int) -> Found | None:
    unit = sentence[i]
    if unit.text.rstrip(CLOSERS)[-1:] not in {",", "?", "!"} and not (i + 1 < len(sentence) and sentence[i + 1].low == ","):
        return None
    start = i + 2 if i + 1 < len(sentence) and sentence[i + 1].low == "," else i + 1
    for verb in range(start + 1, min(len(sentence), start + 9)):
        if sentence[verb].kind is not Kind.WORD:
            return None
        if is_finite(sentence, verb) and sentence[verb].low.endswith("ed"):
            source = subject_before(sentence, verb)
            if source is None or source[0] != start or _closes(sentence, verb + 1 + _particles(sentence, verb + 1)) is None:
                return None
            return Found(cue=((verb, verb + 1),), content=((i, i + 1),), source=source)
    return None


CLOSERS = "\"”»'’ "
"""What may stand behind the last word of a quotation."""


def _particles(sentence: Sentence, i: int) -> int:
    return int(i < len(sentence) and sentence[i].low in {"back", "out", "up", "in"})


def _subject_first(sentence: Sentence, hit: Hit) -> tuple[Place, int, int] | None:
    source = subject_before(sentence, hit.group)
    if source is None or source[0] == 0:
        return None
    opening = source[0] - 1
    if sentence[opening].low == "as":
        opening -= 1
    rest = _clause_closes(sentence, hit)
    if rest is None or opening < 0 or not _divides(sentence[opening]):
        return None
    return source, opening, rest


def _verb_first(sentence: Sentence, hit: Hit) -> tuple[Place, int, int] | None:
    if hit.group == 0 or not _divides(sentence[hit.group - 1]) or hit.tense is Tense.ING:
        return None
    source = phrase_after(sentence, hit.end)
    if source is None or hit.cue.particle or is_a(sentence[hit.end].low, "object") or sentence[hit.end].low in _NOBODY:
        return None
    rest = _closes(sentence, source[1])
    return None if rest is None else (source, hit.group - 1, rest)


def _divides(unit: Unit) -> bool:
    """Whether content can end at a unit: a comma, a dash, a question mark, a quotation."""
    return unit.low in {",", "?", "!", "—"} or unit.kind is Kind.QUOTE


def _clause_closes(sentence: Sentence, hit: Hit) -> int | None:
    i = hit.end
    if "told" in hit.cue.frames and i < len(sentence):
        listener = phrase_after(sentence, i)
        i = listener[1] if listener else i
    return _closes(sentence, i)


def _closes(sentence: Sentence, i: int) -> int | None:
    """Where a reporting clause ends, if nothing but times, media and adjuncts follows: at a mark or the sentence's end."""
    start = i
    while i < len(sentence):
        length = is_time(sentence, i) or medium_at(sentence, i) or int(is_adverb(sentence[i]))
        if not length:
            break
        i += length
    if start < i < len(sentence) and sentence[i].low in {"that", "which"} and medium_at(sentence, start):
        return len(sentence)  # "in an interview that aired on Monday"
    if i >= len(sentence) or sentence[i].kind is not Kind.WORD:
        return i if i >= len(sentence) or sentence[i].low != ":" else None
    if sentence[i].low not in _TRAILS and not (sentence[i].low.endswith("ing") and not sentence[i].is_name):
        return None
    while i < len(sentence) and sentence[i].low not in {",", ";", "—"} and sentence[i].kind is not Kind.QUOTE:
        i += 1
    return i


def _left_content(sentence: Sentence, opening: int, earlier: list[Found]) -> Place | None:
    """What stands before the reporting clause, back to the start of the sentence or the last attribution."""
    start = max((f.edge(opening) for f in earlier), default=dateline_end(sentence))
    while start < opening and sentence[start].low in {",", "and", "but", "—", ":"}:
        start += 1
    end = opening + 1 if sentence[opening].kind is Kind.QUOTE or sentence[opening].low in {"?", "!"} else opening
    if end <= start:
        return None
    last = sentence[end - 1]
    if last.kind is Kind.QUOTE and is_speech(last) and end - 1 > start and _is_sentence(sentence, end - 1):
        return end - 1, end
    return start, end


def _says_enough(sentence: Sentence, left: Place) -> bool:
    """Whether what stands before a reporting clause is a statement by itself, not "On Monday" or "If so"."""
    start, end = left
    if any(u.kind is Kind.QUOTE for u in sentence[start:end]):
        return True
    if not any(is_finite(sentence, i) for i in range(start, end)) and end - start < _FRONT:
        return False
    return not is_a(sentence[start].low, "preposition", "subordinator") or any(u.low == "," for u in sentence[start:end])


def dateline_end(sentence: Sentence) -> int:
    """Where the body of a sentence begins behind a dateline: "ARDMOOR, June 10 (NPA) - | The council"."""
    if not sentence[0].text.isupper() or len(sentence[0].text) < 3:
        return 0
    return next((i + 1 for i, u in enumerate(sentence[:14]) if u.low == "—"), 0)


def _is_sentence(sentence: Sentence, i: int) -> bool:
    """Whether the quotation at `i` is a sentence of its own: it begins with a capital behind a mark."""
    inner = sentence[i].text.strip("\"“”„«»‘’'` ")
    return inner[:1].isupper() and sentence[i - 1].low in {",", ":", "—", "."}


def _right_content(sentence: Sentence, rest: int, left: Place) -> Place | None:
    """What goes on behind the reporting clause: a second quotation, or the rest of the interrupted sentence."""
    end = sentence_end(sentence)
    start = rest + 1 if rest < end and sentence[rest].low in {",", "—", ";"} else rest
    if start >= end:
        return None
    first = sentence[start]
    if first.kind is Kind.QUOTE:
        ended = first.text.rstrip(CLOSERS)[-1:] in set(".,!?")
        return (start, start + 1) if ended else (start, clause_end(sentence, start, Tense.PAST))
    if sentence[left[1] - 1].kind is Kind.QUOTE or first.low in _NEW_CLAUSE or first.low.endswith("ing") or is_adverb(first):
        return None
    if is_time(sentence, start) or is_a(first.low, "preposition"):
        return None
    if any(is_finite(sentence, i) for i in range(*left)) and not is_a(sentence[left[0]].low, "preposition", "subordinator"):
        return None  # what stands before is a whole clause, so what follows is the writer's
    return start, clause_end(sentence, start, Tense.PAST)
