"""The words that say where something was said."""

from __future__ import annotations

import pytest

from counterclaim.statements.medium import medium_at, used_medium
from statements.sentences import sentence


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("in a statement", 3),
        ("in a brief but official statement that", 6),
        ("in a post on X, she", 5),
        ("at a rally in Ardmoor", 5),
        ("on Facebook", 2),
        ("in an interview with the Gazette on", 6),
        ("on the steps of the town hall", 7),
        ("from the dispatch box on", 4),
        ("on all steps of the plan", 0),
        ("in the steps of his father", 0),
        ("in Ardmoor", 0),
        ("in the way that a statement", 0),
        ("by telephone that", 2),
        ("by a court in", 0),
        ("to a report by", 0),
        ("in response to the ruling", 0),
        ("in his response to the board", 6),
        ("on Friday blocked the release", 0),
        ("in a leaked letter", 4),
    ],
)
def test_a_medium_behind_a_preposition(text: str, length: int) -> None:
    assert medium_at(sentence(text), 0) == length


def test_a_medium_that_somebody_used() -> None:
    assert used_medium(sentence("a social media post to say"), 0) == 4
