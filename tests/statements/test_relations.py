"""How two spans stand to each other."""

from __future__ import annotations

import numpy as np

from counterclaim.statements.relations import (
    FEATURES,
    REACH,
    Spans,
    Surroundings,
    link_probabilities,
    nearest_weights,
    pair_features,
    within_reach,
)


def spans(*pairs: tuple[int, int]) -> Spans:
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def around(*sentences: int) -> Surroundings:
    return Surroundings(sentences=sentences, paragraphs=[0] * len(sentences), quoted=[0] * len(sentences))


def feature(values: np.ndarray, name: str) -> list[float]:
    return [round(float(v), 3) for v in values[0, :, FEATURES.index(name)]]


TEN_WORDS = around(0, 0, 0, 0, 0, 1, 1, 1, 1, 1)


def test_sides_and_sentences() -> None:
    values = pair_features(spans((4, 5)), spans((0, 1), (6, 8)), spans(), TEN_WORDS)

    assert feature(values, "before") == [1, 0]
    assert feature(values, "after") == [0, 1]
    assert feature(values, "same sentence") == [1, 0]
    assert feature(values, "next sentence") == [0, 1]


def test_spans_in_between_are_counted() -> None:
    values = pair_features(spans((0, 1)), spans((2, 3), (6, 7)), spans((4, 5)), TEN_WORDS)

    assert feature(values, "targets between") == [0, 0.333]
    assert feature(values, "others between") == [0, 0.333]


def test_the_nearest_on_each_side_is_marked() -> None:
    values = pair_features(spans((5, 6)), spans((0, 1), (2, 3), (7, 8)), spans(), TEN_WORDS)

    assert feature(values, "nearest before") == [0, 1, 0]
    assert feature(values, "nearest after") == [0, 0, 1]


def test_a_target_inside_its_chooser() -> None:
    values = pair_features(spans((1, 6)), spans((2, 3)), spans(), TEN_WORDS)

    assert feature(values, "within") == [1]
    assert feature(values, "before") == [0]


def test_no_targets_give_no_pairs() -> None:
    assert pair_features(spans((1, 6)), spans(), spans(), TEN_WORDS).shape == (1, 0, len(FEATURES))


def test_reach_is_counted_from_edge_to_edge() -> None:
    near = within_reach(spans((0, 5)), spans((5 + REACH, 200), (6 + REACH, 200)))

    assert near.tolist() == [[True, False]]


def test_the_nearest_of_the_same_sentence_is_chosen() -> None:
    choosers, targets = spans((4, 5)), spans((0, 1), (5, 6))
    features = pair_features(choosers, targets, spans(), TEN_WORDS)
    found = link_probabilities(
        np.zeros((1, 1), np.float32), np.zeros((2, 1), np.float32), features, within_reach(choosers, targets), nearest_weights()
    )

    assert found.argmax(axis=1).tolist() == [0]
    assert np.allclose(found.sum(axis=1), 1)


def test_without_a_target_none_is_chosen() -> None:
    features = pair_features(spans((4, 5)), spans(), spans(), TEN_WORDS)
    none = np.zeros((1, 1), np.float32), np.zeros((0, 1), np.float32)
    found = link_probabilities(*none, features, np.zeros((1, 0), bool), nearest_weights())

    assert found.tolist() == [[1.0]]
