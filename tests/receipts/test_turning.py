"""Which words turn the sense of their neighbours."""

import pytest

from counterclaim.receipts.turning import HEDGES, NEGATIONS, TURNING_AFTER, negates


@pytest.mark.parametrize("word", ["not", "Never", "isn't", "can't", "nobody"])
def test_these_negate(word: str) -> None:
    assert negates(word)


@pytest.mark.parametrize("word", ["note", "gate", "may"])
def test_these_do_not(word: str) -> None:
    assert not negates(word)


def test_the_lists_are_small_letters_only() -> None:
    assert all(w == w.casefold() for w in NEGATIONS | HEDGES | TURNING_AFTER)


def test_the_head_of_a_number_is_no_negation() -> None:
    assert not negates("No", "6")
    assert negates("No", "boots")
