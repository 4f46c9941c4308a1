"""Owns whether a statement's words stop, begin or break where the source's sentence cannot: before "not", inside a predicate, in a word.

Such words are never told as a sentence of their own: they may say the opposite of what the source says.
"""

from __future__ import annotations

import re
from itertools import pairwise

from counterclaim.records import Reading, Span, Statement
from counterclaim.statements.grammar import is_a

_LAST = re.compile(r"([\w’'-]+)[”\"’']*$")
_NEXT = re.compile(r"[”\"’']?\s+([\w’']+)")
_IN_WORD = re.compile(r"[-’'][^\W\d_]|\w")
_ASKS = ("be", "have", "modal", "negation", "negated", "determiner", "possessive", "relative")  # and words go on
_ALSO_ASKS = frozenset({"that", "of", "not", "never", "no"})
_NO = frozenset({"no", "never", "nor", "neither", "none", "nobody", "nothing", "nowhere", "hardly", "without"})
_OPENS_INSIDE = re.compile(r"which\b(?!\s+of\b)", re.IGNORECASE)


def is_torn(reading: Reading, s: Statement) -> bool:
    """Whether the statement's words lose a negation of the source, or are no whole clause at their ends."""
    text = reading.documents[s.document].text
    return _loses_end(text, s) or _loses_middle(text, s) or _OPENS_INSIDE.match(text, s.content[0].start) is not None


def _loses_end(text: str, s: Statement) -> bool:
    """Whether the source goes on with "not", inside the last word, or with what the last word asks for."""
    end = s.content[-1].end
    said = text[s.content[-1].start : end]
    if said[-1:].isalnum() and _IN_WORD.match(text, end):
        return True
    following, last = _NEXT.match(text, end), _LAST.search(said)
    if not following or any(c.start <= following.start(1) < c.end for c in (*s.cue, *s.source)):
        return False
    return _negates(following.group(1)) or (last is not None and _asks(last.group(1)))


def _loses_middle(text: str, s: Statement) -> bool:
    """Whether a negation stands between two pieces of the content and belongs to neither cue nor source."""
    for one, other in pairwise(s.content):
        for word in re.finditer(r"[\w’']+", text[one.end : other.start]):
            at = Span(one.end + word.start(), one.end + word.end())
            if _negates(word.group()) and not any(c.start <= at.start < c.end for c in (*s.cue, *s.source, *s.medium)):
                return True
    return False


def _negates(word: str) -> bool:
    low = word.casefold().replace("’", "'")
    return low in _NO or low.endswith("n't") or is_a(low, "negation", "negated")


def _asks(word: str) -> bool:
    low = word.casefold()
    return low in _ALSO_ASKS or is_a(low, *_ASKS)
