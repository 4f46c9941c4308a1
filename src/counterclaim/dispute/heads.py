"""Weighs how a statement bears on a charge: how likely it answers it, with what stance, in general or to the point.

Log-linear heads over the signs of dispute.bearing (`data/link_weights.tsv`, learned by training/en/links.py on corpora/). Likelihoods
are 0..1. Nothing here looks at who a party is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import exp

from counterclaim.records import Directness, Stance
from counterclaim.text import lexicon

STANCES = tuple(Stance)


def likelihood(signs: Mapping[str, float]) -> float:
    """How likely the statement answers the charge."""
    return 1 / (1 + exp(-_sum(signs, 0)))


def directness(signs: Mapping[str, float]) -> Directness:
    return Directness.GENERAL if _sum(signs, 1) > 0 else Directness.SPECIFIC


def stance(signs: Mapping[str, float]) -> Stance:
    sums = {s: _sum(signs, 2 + i) for i, s in enumerate(STANCES)}
    return max(sums, key=lambda s: sums[s])


def _sum(signs: Mapping[str, float], head: int) -> float:
    weights = _weights()
    return sum(weights[name][head] * value for name, value in signs.items() if name in weights)


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """A row's sense holds the weights for an answer, for a general one, and for each stance in its order."""
    return {row.term: tuple(float(x) for x in row.sense.split()) for row in lexicon.terms("link_weights")}
