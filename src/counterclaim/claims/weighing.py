"""Weighs what speaks for each act of a statement: signs of its words, what the story tells, and a model's leanings.

A multinomial logit: each sign adds its weight to each act (`data/act_weights.tsv`, learned by training/en/acts.py on corpora/),
leanings are added as they are. Where no model read the words the rules decide alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp

from counterclaim.records import Act
from counterclaim.text import lexicon

ACTS = tuple(Act)
BIAS = "always"


def weigh(signs: Mapping[str, float], leanings: tuple[float, ...]) -> dict[Act, float]:
    """How likely each act is, summing to 1."""
    logits = list(leanings)
    weights = _weights()
    for sign, value in (*signs.items(), (BIAS, 1.0)):
        for i, weight in enumerate(weights.get(sign, ())):
            logits[i] += weight * value
    most = max(logits)
    parts = [exp(x - most) for x in logits]
    return {act: p / sum(parts) for act, p in zip(ACTS, parts, strict=True)}


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """A row's sense holds one weight an act, in their order."""
    return {row.term: tuple(float(x) for x in row.sense.split()) for row in lexicon.terms("act_weights")}
