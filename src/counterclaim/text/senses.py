"""Owns the senses of data/acts.tsv in a text: words of wrongdoing, of denial, of grounds, and others. Offsets are code points.

A term that ends in * stands for every word that begins so. Says what words carry a sense, never whether what they say is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

from counterclaim.anchors import normalise
from counterclaim.text.lexicon import terms


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


def places(text: str, sense: str) -> list[int]:
    """Where the words that carry a sense begin in a text, in order."""
    return [m.start() for m in _senses()[sense].finditer(normalise(text).lower())]


def without(text: str, *unwanted: str) -> str:
    """A text, lower case, without the words that carry one of the senses."""
    text = normalise(text).lower()
    for sense in unwanted:
        text = _senses()[sense].sub(" ", text)
    return text
