"""The act of a statement, read from states."""

from __future__ import annotations

import numpy as np

from counterclaim.statements.leanings import ActHead, act_head, leanings, pooled
from counterclaim.text.segment import segment
from counterclaim.text.words import WordScores, read
from factories import doc, statement

TEXT = "Roth denied the claim"
HEAD = ActHead(weights=np.array([[1, 0], [0, 1], [0, 0], [0, -1]], np.float32), bias=np.array([0, 0.5], np.float32))


def _scores() -> WordScores:
    """States that number the words: [0, 1], [1, 1], ..."""
    document = doc(TEXT)
    words = read(document.text, segment(document))
    states = np.array([[i, 1] for i in range(len(words.spans))], np.float32)
    return WordScores(words=words, tags=np.zeros((len(states), 9), np.float32), projections=states, states=states)


def test_states_are_averaged_over_content_and_cue() -> None:
    told = statement(doc(TEXT), "s1", "the claim", source="Roth", cue="denied")
    assert pooled(_scores(), [told]).tolist() == [[2.5, 1.0, 1.0, 1.0]]


def test_no_cue_is_zeros_and_no_statement_nothing() -> None:
    assert pooled(_scores(), [statement(doc(TEXT), "s1", "the claim")]).tolist() == [[2.5, 1.0, 0.0, 0.0]]
    assert pooled(_scores(), []).shape == (0, 4)


def test_a_head_gives_one_logit_an_act() -> None:
    told = statement(doc(TEXT), "s1", "the claim", source="Roth", cue="denied")
    assert leanings(_scores(), [told], HEAD) == [(2.5, 0.5)]


def test_weights_without_acts_have_no_head_and_a_head_may_lack_a_bias() -> None:
    assert act_head({}) is None
    found = act_head({"acts": np.ones((4, 11), np.float32)})
    assert found is not None
    assert found.bias.tolist() == [0.0] * 11
