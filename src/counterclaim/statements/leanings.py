"""Reads the act of a statement from an encoder's states: a linear head on the mean states of its content and of its cue.

The head gives one logit an act; what the words around it tell is weighed elsewhere (`claims.weighing`). It is trained with the
encoder (training/en/train.py), or on states that are there (training/en/acts.py). Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Span, Statement
from counterclaim.text.words import WordScores

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActHead:
    """`weights` are [2 x width, acts], `bias` [acts], acts in the order of records.Act."""

    weights: Floats
    bias: Floats


def act_head(weights: Mapping[str, Floats]) -> ActHead | None:
    """The head among a model's weights by name; None where it has none."""
    if "acts" not in weights:
        return None
    acts = weights["acts"]
    return ActHead(weights=acts, bias=weights.get("acts_bias", np.zeros(acts.shape[1], dtype=np.float32)))


def leanings(scores: WordScores, statements: Sequence[Statement], head: ActHead) -> list[tuple[float, ...]]:
    """The logits of each statement's acts."""
    read = pooled(scores, statements)
    return [tuple(round(float(x), 3) for x in row) for row in read @ head.weights + head.bias]


def pooled(scores: WordScores, statements: Sequence[Statement]) -> Floats:
    """[statements, 2 x width]: the mean states of content and cue; zeros where there is no cue."""
    starts = np.array([w.start for w in scores.words.spans], dtype=np.int64)
    rows = [np.concatenate([_mean(scores.states, starts, s.content), _mean(scores.states, starts, s.cue)]) for s in statements]
    return np.stack(rows) if rows else np.zeros((0, 2 * scores.states.shape[1]), dtype=np.float32)


def _mean(states: Floats, starts: NDArray[np.int64], spans: Sequence[Span]) -> Floats:
    at = [i for s in spans for i in range(*np.searchsorted(starts, (s.start, s.end)))]
    return states[at].mean(axis=0) if at else np.zeros(states.shape[1], dtype=np.float32)
