"""The act, the target and the answered statement, read from states."""

from __future__ import annotations

import numpy as np

from counterclaim.records import Span
from counterclaim.statements.leanings import Heads, Pointer, heads, leanings, pooled
from counterclaim.text.segment import segment
from counterclaim.text.words import WordScores, read
from factories import doc, statement

TEXT = "Roth denied the claim"
ACTS = Heads(acts=np.array([[1, 0], [0, 1], [0, 0], [0, -1]], np.float32), acts_bias=np.array([0, 0.5], np.float32))


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
    assert [x.acts for x in leanings(_scores(), [told], ACTS)] == [(2.5, 0.5)]


def test_a_pointer_tells_where_the_target_is_named_and_whether_there_is_one() -> None:
    target = Pointer(
        start=np.array([[0], [-10], [0], [0]], np.float32),
        end=np.array([[1], [0]], np.float32),
        null=np.zeros(4, np.float32),
        null_bias=-20.0,
    )
    told = statement(doc(TEXT), "s1", "the claim")
    found = leanings(_scores(), [told], Heads(acts=ACTS.acts, acts_bias=ACTS.acts_bias, target=target))[0]
    assert found.aims == ((Span(0, 4), 1.0),)
    assert found.nobody == 0.0


def test_the_product_of_two_statements_is_the_log_odds_that_one_answers_the_other() -> None:
    answers = Pointer(start=np.eye(4, dtype=np.float32), end=np.eye(4, dtype=np.float32), null=np.ones(4, np.float32), null_bias=0.5)
    a, b = statement(doc(TEXT), "s1", "Roth"), statement(doc(TEXT), "s2", "the claim")
    first, second = leanings(_scores(), [a, b], Heads(acts=ACTS.acts, acts_bias=ACTS.acts_bias, answers=answers))
    assert sum(x * y for x, y in zip(second.answering, first.answered, strict=True)) == 1 / 2 - 4.0


def test_weights_without_acts_have_no_heads() -> None:
    assert heads({}) is None
    assert heads({"acts": np.ones((4, 11), np.float32)}) is not None
