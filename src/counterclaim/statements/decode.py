"""Turns a model's word scores into legal spans and links: constrained decoding, then who belongs to whom.

Spans inside are word indices, half-open, as arrays [n, 2]; attributions outside are code points. Pure. A span begins with
its B and never with an I; content ends with the quotation mark that closes it; a chooser without a right target has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import ModelError
from counterclaim.records import Attribution, Quotation, Span
from counterclaim.statements.relations import (
    FEATURES,
    Floats,
    LinkWeights,
    Spans,
    Surroundings,
    link_probabilities,
    pair_features,
    within_reach,
)
from counterclaim.text.words import Words, WordScores

ROLES = ("source", "cue", "content")
OUT, BEGIN, INSIDE = range(3)
EVIDENCE = ("content", "cue", "source", "content to cue", "cue to source")  # log probabilities; -1 where there is none
_ILLEGAL = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoding:
    """How scores become spans and links. `bigrams` are [3, 3, 3] log probabilities of role, tag, next tag.

    `eagerness`, one of each role, is taken off the logit of O: a doubtful cue or source costs nothing unless content
    chooses it, and a missed one costs the attribution.

    `calibration` are the weights of EVIDENCE and a bias, fitted so that confidence is how often an attribution is right.
    """

    rank: int
    bigrams: Floats
    bigram_weight: float
    eagerness: Floats
    content_to_cue: LinkWeights
    cue_to_source: LinkWeights
    calibration: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """The spans of one role with their scores, mean log probability of their tags."""

    spans: Spans
    scores: Floats


def decoding_from(card: Mapping[str, Any]) -> Decoding:
    """The decoding part of a model's card. Raises ModelError where it was made for other features."""
    try:
        if tuple(card["features"]) != FEATURES:
            raise ModelError("the model's links were trained with other features")
        if card["rank"] < 1:
            raise ModelError("the model's links have no rank")
        return Decoding(
            rank=int(card["rank"]),
            bigrams=_shaped(card, "bigrams", (len(ROLES), 3, 3)),
            bigram_weight=float(card["bigram_weight"]),
            eagerness=_shaped(card, "eagerness", (len(ROLES),)),
            content_to_cue=_weights(card["links"][0]),
            cue_to_source=_weights(card["links"][1]),
            calibration=_shaped(card, "calibration", (len(EVIDENCE) + 1,)),
        )
    except (KeyError, TypeError, IndexError, ValueError) as error:
        raise ModelError(f"the model's card lacks {error}") from error


def _shaped(card: Mapping[str, Any], name: str, shape: tuple[int, ...]) -> Floats:
    values = np.asarray(card[name], dtype=np.float32)
    if values.shape != shape:
        raise ModelError(f"the model's card has {name!r} of another shape than this version reads")
    return values


def _weights(values: Mapping[str, Any]) -> LinkWeights:
    return LinkWeights(
        hidden=np.asarray(values["hidden"], dtype=np.float32),
        hidden_bias=np.asarray(values["hidden_bias"], dtype=np.float32),
        score=np.asarray(values["score"], dtype=np.float32),
        score_bias=float(values["score_bias"]),
        none=np.asarray(values["none"], dtype=np.float32),
        none_bias=float(values["none_bias"]),
    )


# --- spans ---------------------------------------------------------------------------------------------------------


def log_probabilities(tags: Floats) -> Floats:
    """[words, 9] logits -> [words, 3 roles, 3 tags] log probabilities."""
    scores = tags.reshape(len(tags), len(ROLES), 3)
    scores = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - np.log(np.exp(scores).sum(axis=-1, keepdims=True)), dtype=np.float32)


def legal_tags(scores: Floats, bigrams: Floats, weight: float) -> NDArray[np.int64]:
    """The best legal tag sequence of each role: [words, roles] (Viterbi; an I follows a B or an I only)."""
    count = len(scores)
    moves = (weight * bigrams).astype(np.float32)
    moves[:, OUT, INSIDE] = _ILLEGAL
    best = scores[0] + np.array([0, 0, _ILLEGAL], dtype=np.float32)
    came = np.zeros((count, len(ROLES), 3), dtype=np.int64)
    for i in range(1, count):
        paths = best[:, :, None] + moves
        came[i] = paths.argmax(axis=1)
        best = paths.max(axis=1) + scores[i]
    tags = np.zeros((count, len(ROLES)), dtype=np.int64)
    tags[-1] = best.argmax(axis=1)
    roles = np.arange(len(ROLES))
    for i in range(count - 1, 0, -1):
        tags[i - 1] = came[i, roles, tags[i]]
    return tags


def spans_of(tags: NDArray[np.int64]) -> Spans:
    """The spans of one role's legal tags."""
    starts = np.flatnonzero(tags == BEGIN)
    outs = np.flatnonzero(tags != INSIDE)
    ends = [int(outs[np.searchsorted(outs, s + 1)]) if outs[-1] > s else len(tags) for s in starts]
    return np.stack([starts, np.asarray(ends, dtype=np.int64)], axis=1) if len(starts) else np.zeros((0, 2), dtype=np.int64)


def tagged(scores: Floats, tags: NDArray[np.int64], role: int) -> Tagged:
    spans = spans_of(tags[:, role])
    chosen = np.take_along_axis(scores[:, role], tags[:, role, None], axis=1)[:, 0]
    sums = np.concatenate([[0], np.cumsum(chosen)])
    means = (sums[spans[:, 1]] - sums[spans[:, 0]]) / np.maximum(spans[:, 1] - spans[:, 0], 1)
    return Tagged(spans=spans, scores=means.astype(np.float32))


# --- quotation marks -----------------------------------------------------------------------------------------------


def snapped(spans: Spans, words: Words, quotations: tuple[Quotation, ...]) -> Spans:
    """Content moved to the quotation marks that it nearly reaches: see `_snap`. Spans that then meet are kept apart."""
    starts = np.array([s.start for s in words.spans])
    marks = [q for q in quotations if q.depth == 0]
    opens = np.searchsorted(starts, [q.span.start for q in marks], side="right") - 1
    closes = np.searchsorted(starts, [q.span.end - 1 for q in marks], side="right")
    moved = spans.copy()
    for i, (start, end) in enumerate(spans):
        limit = (spans[i - 1][1] if i else 0, spans[i + 1][0] if i + 1 < len(spans) else len(starts))
        for quotation, first, last in zip(marks, opens, closes, strict=True):
            if first < end and start < last:
                start, end = _snap(start, end, int(first), int(last), words, closed=quotation.closed)
        moved[i] = (max(start, limit[0]), min(end, limit[1]))
    return moved[moved[:, 0] < moved[:, 1]]


NEAR_MARK = 2  # words


def _snap(start: int, end: int, first: int, last: int, words: Words, *, closed: bool) -> tuple[int, int]:
    """Takes in a mark just outside, gives up words just before one, and stops where a quotation closes its paragraph."""
    if abs(start - first) <= NEAR_MARK and start != first and end > first:
        start = first
    if abs(end - last) <= NEAR_MARK and end != last and start < last:
        end = last
    closes_paragraph = last >= len(words.spans) or words.paragraphs[last] != words.paragraphs[last - 1]
    if closed and closes_paragraph and start >= first and end > last:
        end = last
    return start, end


# --- links ---------------------------------------------------------------------------------------------------------


def vectors(projections: Floats, spans: Spans, rank: int, column: int) -> Floats:
    """The vectors of spans: what their first word adds (block `column`) and what their last (the block after)."""
    block = projections.reshape(len(projections), -1, rank)
    return np.asarray(block[spans[:, 0], column] + block[spans[:, 1] - 1, column + 1], dtype=np.float32)


def links(choosers: Spans, targets: Spans, others: Spans, scores: WordScores, how: LinkWeights, rank: int, column: int) -> Floats:
    """[choosers, targets + 1] probabilities."""
    words = scores.words
    around = Surroundings(sentences=words.sentences, paragraphs=words.paragraphs, quoted=words.quoted)
    features = pair_features(choosers, targets, others, around)
    chooser_vectors = vectors(scores.projections, choosers, rank, column)
    target_vectors = vectors(scores.projections, targets, rank, column + 2)
    return link_probabilities(chooser_vectors, target_vectors, features, within_reach(choosers, targets), how)


def attributions(scores: WordScores, quotations: tuple[Quotation, ...], how: Decoding) -> tuple[Attribution, ...]:
    """Who said what, of one document's scores, in the order of the text."""
    found = (replace(a, confidence=confidence(evidence, how.calibration)) for a, evidence in weighed(scores, quotations, how))
    return tuple(sorted(found, key=lambda a: a.content[0]))


def weighed(scores: WordScores, quotations: tuple[Quotation, ...], how: Decoding) -> Iterator[tuple[Attribution, Floats]]:
    """Attributions with their EVIDENCE. Contents that choose the same cue are one attribution in pieces."""
    if not len(scores.tags):
        return
    logs = log_probabilities(scores.tags)
    eager = logs.copy()
    eager[:, :, OUT] -= how.eagerness
    tags = legal_tags(eager, how.bigrams, how.bigram_weight)
    source, cue, content = (tagged(logs, tags, role) for role in range(len(ROLES)))
    to_cue = links(content.spans, cue.spans, source.spans, scores, how.content_to_cue, how.rank, 0)
    to_source = links(cue.spans, source.spans, content.spans, scores, how.cue_to_source, how.rank, 4)
    for number, pieces in _grouped(to_cue).items():
        has_cue = number < len(cue.spans)
        said_by = int(to_source[number].argmax()) if has_cue else len(source.spans)
        evidence = (
            min(content.scores[pieces]),
            cue.scores[number] if has_cue else -1.0,
            source.scores[said_by] if said_by < len(source.spans) else -1.0,
            np.log(to_cue[pieces].max(axis=1).min()),
            np.log(to_source[number, said_by]) if has_cue else -1.0,
        )
        attribution = Attribution(
            content=_places(snapped(content.spans[pieces], scores.words, quotations), scores.words),
            cue=_places(cue.spans[number : number + 1], scores.words),
            source=_places(source.spans[said_by : said_by + 1], scores.words),
        )
        if attribution.content:
            yield attribution, np.array(evidence, dtype=np.float32)


def _grouped(probabilities: Floats) -> dict[int, list[int]]:
    """Pieces of content by the cue that they choose; those that choose none (the last column) stay single, under numbers of their own."""
    none = probabilities.shape[1] - 1
    groups: dict[int, list[int]] = {}
    for piece, choice in enumerate(probabilities.argmax(axis=1) if len(probabilities) else []):
        groups.setdefault(int(choice) if choice < none else none + piece, []).append(piece)
    return groups


def _places(spans: Spans, words: Words) -> tuple[Span, ...]:
    return tuple(Span(words.spans[start].start, words.spans[end - 1].end) for start, end in spans)


def confidence(evidence: Floats, calibration: Floats) -> float:
    """How often attributions of such EVIDENCE are right."""
    return round(float(1 / (1 + np.exp(-(evidence @ calibration[:-1] + calibration[-1])))), 3)
