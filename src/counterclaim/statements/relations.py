"""Says how two spans stand to each other in a text, as numbers a relation scorer reads.

Spans are word indices, half-open, as arrays of shape [n, 2]. Pure numpy; the number and order of features are part of a
model's card, so that a model trained with others is refused.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Spans = NDArray[np.int64]
Floats = NDArray[np.float32]

FEATURES = (
    "before", "after", "within", "around",
    "same sentence", "next sentence", "farther sentence", "same paragraph", "next paragraph",
    "distance before", "distance after", "touching", "near",
    "marks between", "targets between", "choosers between", "others between",
    "nearest before", "nearest after", "target quoted", "chooser quoted", "chooser length", "target length", "bias",
)  # fmt: skip
NEAR = 3  # words
REACH = 100  # words; 95 % of attributions lie within 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What a pair is seen against, one entry a word: running numbers of sentence and paragraph, and the QUOTED class."""

    sentences: Sequence[int]
    paragraphs: Sequence[int]
    quoted: Sequence[int]


def pair_features(choosers: Spans, targets: Spans, others: Spans, around: Surroundings) -> Floats:
    """[choosers, targets, FEATURES]: `others` are the spans of the third role, counted where they stand in between."""
    sentence, paragraph, quoted = (np.asarray(x, dtype=np.int64) for x in (around.sentences, around.paragraphs, around.quoted))
    a, b = choosers[:, None, :], targets[None, :, :]
    before, after = b[..., 1] <= a[..., 0], b[..., 0] >= a[..., 1]
    within = (b[..., 0] >= a[..., 0]) & (b[..., 1] <= a[..., 1])
    surrounds = (a[..., 0] >= b[..., 0]) & (a[..., 1] <= b[..., 1]) & ~within
    left = np.where(before, b[..., 1], np.where(after, a[..., 1], 0))
    right = np.where(before, a[..., 0], np.where(after, b[..., 0], 0))
    gap = right - left
    later, earlier = np.where(before, a[..., 0], b[..., 0]), np.where(before, b[..., 1], a[..., 1]) - 1
    apart, skip = (np.where(before | after, numbers[later] - numbers[earlier], 0) for numbers in (sentence, paragraph))
    between = [_between(starts, left, right) for starts in (np.flatnonzero(quoted == 3), targets[:, 0], choosers[:, 0], others[:, 0])]
    distance = np.log1p(gap) / 3
    columns = [
        before, after, within, surrounds,
        apart == 0, apart == 1, apart > 1, skip == 0, skip == 1,
        distance * before, distance * after, (before | after) & (gap == 0), (before | after) & (gap <= NEAR),
        *between,
        _nearest(gap, before), _nearest(gap, after), _is_quoted(quoted, b), _is_quoted(quoted, a),
        np.log1p(a[..., 1] - a[..., 0]) / 3, np.log1p(b[..., 1] - b[..., 0]) / 3, np.ones_like(gap),
    ]  # fmt: skip
    shape = (len(choosers), len(targets))
    return np.stack([np.broadcast_to(c, shape).astype(np.float32) for c in columns], axis=-1)


def _between(starts: Spans, left: Spans, right: Spans) -> NDArray[np.float64]:
    """How many spans start in the gap; three are as good as many."""
    starts = np.sort(starts)
    return np.asarray(np.minimum(np.searchsorted(starts, right) - np.searchsorted(starts, left), 3) / 3)


def _nearest(gap: Spans, side: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which target is the nearest on one side of each chooser."""
    if not gap.size:
        return side
    distances = np.where(side, gap, np.iinfo(np.int64).max)
    return np.asarray(side & (distances == distances.min(axis=1, keepdims=True)))


def _is_quoted(quoted: Spans, spans: Spans) -> NDArray[np.bool_]:
    return (quoted[spans[..., 0]] > 0) & (quoted[spans[..., 1] - 1] > 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkWeights:
    """Weights of one link: a net over FEATURES ([features, hidden], [hidden], [hidden], 1), and the score of choosing none ([rank], 1).

    `product` is how much the spans' own words count beside their features.
    """

    hidden: Floats
    hidden_bias: Floats
    score: Floats
    score_bias: float
    none: Floats
    none_bias: float
    product: float = 1.0


def within_reach(choosers: Spans, targets: Spans) -> NDArray[np.bool_]:
    """[n, m]: which targets stand near enough; a scorer is trained on windows and knows nothing of what is farther."""
    after = targets[None, :, 0] - choosers[:, None, 1]
    before = choosers[:, None, 0] - targets[None, :, 1]
    return np.asarray(np.maximum(after, before) <= REACH)


def link_probabilities(choosers: Floats, targets: Floats, features: Floats, near: NDArray[np.bool_], weights: LinkWeights) -> Floats:
    """[n, rank] and [m, rank] vectors of spans, [n, m, FEATURES] -> [n, m + 1] probabilities; the last column is "none"."""
    inner = np.maximum(features @ weights.hidden + weights.hidden_bias, 0)
    pairs = weights.product * (choosers @ targets.T) + inner @ weights.score + weights.score_bias
    pairs = np.where(near, pairs, -np.inf)
    none = weights.product * (choosers @ weights.none) + weights.none_bias
    scores = np.concatenate([pairs, none[:, None]], axis=1)
    exponents = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(exponents / exponents.sum(axis=1, keepdims=True), dtype=np.float32)


def nearest_weights(rank: int = 1) -> LinkWeights:
    """Weights without training: the nearest target, one in the same sentence first. A floor to measure against, and a fake for tests."""
    hidden = np.zeros((len(FEATURES), 4), dtype=np.float32)
    for column, (name, weight) in enumerate((("distance before", 3), ("distance after", 3), ("same sentence", 1), ("farther sentence", 1))):
        hidden[FEATURES.index(name), column] = weight
    return LinkWeights(
        hidden=hidden,
        hidden_bias=np.zeros(4, dtype=np.float32),
        score=np.array([-1, -1, 3, -20], dtype=np.float32),
        score_bias=0.0,
        none=np.zeros(rank, dtype=np.float32),
        none_bias=-15.0,
        product=0.0,
    )
