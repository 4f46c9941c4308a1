"""Reads what an encoder's states tell of a statement: its act, where its target is named, which statement it answers.

Linear heads on the mean states of a statement's content and of its cue; what the words around it tell is weighed elsewhere
(`claims.weighing`, `parties.candidates`, `dispute`). The heads are trained with the encoder (training/en/train.py). Pure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from counterclaim.records import Leanings, Span, Statement
from counterclaim.text.words import WordScores

Floats = NDArray[np.float32]

_LEAST = 0.01  # probability of a place below which it is not told


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointer:
    """Scores of what a statement points at: a product of `start` [2 x width, size] and `end` [any, size]; `null` of nothing."""

    start: Floats
    end: Floats
    null: Floats
    null_bias: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """`acts` is [2 x width, acts] in the order of records.Act, `acts_bias` [acts]."""

    acts: Floats
    acts_bias: Floats
    target: Pointer | None = None
    answers: Pointer | None = None


def heads(weights: Mapping[str, Floats]) -> Heads | None:
    """The heads of a model's weights by name; None where it has none."""
    if "acts" not in weights:
        return None
    acts = weights["acts"]
    bias = weights.get("acts_bias", np.zeros(acts.shape[1], dtype=np.float32))
    return Heads(acts=acts, acts_bias=bias, target=_pointer(weights, "target"), answers=_pointer(weights, "answers"))


def _pointer(weights: Mapping[str, Floats], name: str) -> Pointer | None:
    if f"{name}_start" not in weights:
        return None
    start, end, null, bias = (weights[f"{name}_{part}"] for part in ("start", "end", "null", "null_bias"))
    return Pointer(start=start, end=end, null=null, null_bias=float(bias[0]))


def leanings(scores: WordScores, statements: Sequence[Statement], how: Heads) -> list[Leanings]:
    """What the states tell of each statement of the document."""
    read = pooled(scores, statements)
    acts = read @ how.acts + how.acts_bias
    aims = [((), None)] * len(statements) if how.target is None else _aims(scores, read, how.target)
    told = [((), ())] * len(statements) if how.answers is None else _answers(read, how.answers)
    return [
        Leanings(acts=_rounded(row), aims=aim, nobody=nobody, answering=answering, answered=answered)
        for row, (aim, nobody), (answering, answered) in zip(acts, aims, told, strict=True)
    ]


def _aims(scores: WordScores, read: Floats, how: Pointer) -> list[tuple[tuple[tuple[Span, float], ...], float]]:
    """The words that are likely the target's name, with how likely, and how likely it is that there is no target."""
    likely = _softmax(_pairs(read, scores.states, how))
    places = [np.flatnonzero(row[:-1] >= _LEAST) for row in likely]
    return [
        (tuple((scores.words.spans[i], round(float(row[i]), 3)) for i in at), round(float(row[-1]), 3))
        for row, at in zip(likely, places, strict=True)
    ]


def _answers(read: Floats, how: Pointer) -> list[tuple[tuple[float, ...], tuple[float, ...]]]:
    """Two vectors a statement, as one that answers (less what speaks for answering nothing, last) and as one that is answered."""
    size = np.sqrt(how.start.shape[1])
    start = np.concatenate([read @ how.start / size, -(read @ how.null + how.null_bias)[:, None]], axis=1)
    end = np.concatenate([read @ how.end, np.ones((len(read), 1), dtype=np.float32)], axis=1)
    return [(_rounded(a), _rounded(b)) for a, b in zip(start, end, strict=True)]


def _pairs(read: Floats, targets: Floats, how: Pointer) -> Floats:
    pairs = (read @ how.start) @ (targets @ how.end).T / np.sqrt(how.start.shape[1])
    return np.concatenate([pairs, (read @ how.null + how.null_bias)[:, None]], axis=1)


def _softmax(x: Floats) -> Floats:
    parts = np.exp(x - x.max(axis=1, keepdims=True))
    return np.asarray(parts / parts.sum(axis=1, keepdims=True), dtype=np.float32)


def _rounded(row: Floats) -> tuple[float, ...]:
    return tuple(round(float(x), 3) for x in row)


def pooled(scores: WordScores, statements: Sequence[Statement]) -> Floats:
    """[statements, 2 x width]: the mean states of content and cue; zeros where there is no cue."""
    starts = np.array([w.start for w in scores.words.spans], dtype=np.int64)
    rows = [np.concatenate([_mean(scores.states, starts, s.content), _mean(scores.states, starts, s.cue)]) for s in statements]
    return np.stack(rows) if rows else np.zeros((0, 2 * scores.states.shape[1]), dtype=np.float32)


def _mean(states: Floats, starts: NDArray[np.int64], spans: Sequence[Span]) -> Floats:
    at = [i for s in spans for i in range(*np.searchsorted(starts, (s.start, s.end)))]
    return states[at].mean(axis=0) if at else np.zeros(states.shape[1], dtype=np.float32)
