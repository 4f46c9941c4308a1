"""Owns the words of a statement as the later rooms compare them: its text and its content words.

A content word is lower case without its ending ("denied" and "denies" are one), common words left out. Compares words only:
two ways to say one thing that share no word are not alike here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from counterclaim.anchors import normalise
from counterclaim.records import Span
from counterclaim.text.lexicon import words

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:'\w+)?")
_GLUED = re.compile(r"(?:n't|'(?:s|re|ve|ll|d|m))$")
_ENDINGS = re.compile(
    r"(?:is|iz)ations?$|ations?$|ingly$|edly$|ments?$|ities$|[ae]nce$|ness$|ings?$|ions?$|ying$|ied$|ies$|ity$|ers?$|est$|ed$|ly$|es$|al$|[sey]$"
)


def content_words(text: str) -> frozenset[str]:
    """The stems of a text's content words and its numbers; what is glued to a word ("they've", "doesn't") adds none."""
    found = (_GLUED.sub("", w) for w in _WORD.findall(normalise(text).lower()))
    return frozenset(stem(w) for w in found if w not in words("acts", "common") and (len(w) > 2 or w[0].isdigit()))


@cache
def stem(word: str) -> str:
    """The word without its ending, never shorter than four letters: "obstructing" and "obstructed" -> "obstruct"."""
    ending = _ENDINGS.search(word, min(4, len(word)))
    root = word if ending is None else word[: ending.start()]
    return root[:-1] if root is not word and root[-1] == root[-2] else root


def text_of(text: str, spans: Sequence[Span]) -> str:
    """The words of several spans, with plain quotation marks and dashes."""
    return " ".join(normalise(text[s.start : s.end]) for s in spans)
