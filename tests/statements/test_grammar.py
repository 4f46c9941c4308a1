"""Closed word classes and time words."""

from __future__ import annotations

import pytest

from counterclaim.statements.grammar import bare, group_start, is_finite, is_possessive, is_time, time_before
from statements.sentences import sentence


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("on Monday", 2),
        ("last week", 2),
        ("in March 2031", 3),
        ("on 9 March", 3),
        ("Tuesday night", 2),
        ("week", 0),
        ("may", 0),
        ("in Ardmoor", 0),
    ],
)
def test_how_many_units_say_when(text: str, length: int) -> None:
    assert is_time(sentence(text), 0) == length


def test_a_time_before_a_verb() -> None:
    assert time_before(sentence("Roth on Sunday denied it"), 3) == 1


def test_a_verb_group_takes_auxiliaries_and_adverbs() -> None:
    assert group_start(sentence("The family has repeatedly denied it"), 4) == 2


@pytest.mark.parametrize(
    ("text", "at", "expected"), [("she left early", 1, True), ("the alleged fraud", 1, False), ("her painted boat", 1, False)]
)
def test_what_looks_like_a_finite_verb(text: str, at: int, expected: bool) -> None:
    assert is_finite(sentence(text), at) is expected


def test_a_possessive() -> None:
    assert [is_possessive(u) for u in sentence("the trust's chair")] == [False, True, False]


def test_a_word_without_the_verb_glued_to_it() -> None:
    assert bare("they're") == "they"
