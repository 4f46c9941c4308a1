"""Owns the words of a statement as the later rooms compare them: its text, its content words, and the senses of acts.tsv in it.

A content word is lower case without its ending ("denied" and "denies" are one), common words left out. Compares words only:
two ways to say one thing that share no word are not alike here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from counterclaim.anchors import normalise
from counterclaim.records import Span
from counterclaim.text.lexicon import terms, words

_WORD = re.compile(r"\d[\d,.]*\d|\w+(?:'\w+)?")
_ENDINGS = re.compile(
    r"(?:is|iz)ations?$|ations?$|ingly$|edly$|ments?$|ities$|[ae]nce$|ness$|ings?$|ions?$|ying$|ied$|ies$|ity$|ers?$|est$|ed$|ly$|es$|al$|[sey]$"
)


def content_words(text: str) -> frozenset[str]:
    """The stems of a text's content words and its numbers."""
    found = (w.removesuffix("'s") for w in _WORD.findall(normalise(text).lower()))
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


@cache
def _senses() -> Mapping[str, re.Pattern[str]]:
    """One pattern a sense of acts.tsv; a term that ends in * stands for every word that begins so."""
    found: dict[str, list[str]] = {}
    for row in terms("acts"):
        found.setdefault(row.sense, []).append(row.term)
    return {sense: _pattern(each) for sense, each in found.items()}


def _pattern(all_terms: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(all_terms, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(t.rstrip("*")) + (r"\w*" if t.endswith("*") else "") for t in ordered) + r")\b")


def senses(text: str, sense: str) -> list[str]:
    """The words of a text that carry a sense of acts.tsv, in their order."""
    return _senses()[sense].findall(normalise(text).lower())


def first(text: str, sense: str) -> int | None:
    """Where the first word that carries a sense stands in a text."""
    found = _senses()[sense].search(normalise(text).lower())
    return None if found is None else found.start()


def without(text: str, *unwanted: str) -> str:
    """A text, lower case, without the words that carry one of the senses."""
    text = normalise(text).lower()
    for sense in unwanted:
        text = _senses()[sense].sub(" ", text)
    return text
