"""Whom a statement is about, and to whom it was said."""

import pytest

from counterclaim.records import Role
from factories import named


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Mara Venn accused Ila Roth of hiding the letter.", "Ila Roth"),
        ("Mara Venn said Ila Roth had hidden the letter in Selby.", "Ila Roth"),
        ("Mara Venn called Ila Roth “a disgrace.”", "Ila Roth"),
        ("Mara Venn accused Selby Council Secretary Ila Roth of hiding the letter.", "Ila Roth"),
    ],
)
def test_the_target_is_whose_conduct_is_told(text: str, target: str) -> None:
    assert named(text, Role.TARGET) == [target]


def test_nobody_is_the_target_of_words_about_oneself() -> None:
    assert named("Mara Venn said she had slept well.", Role.TARGET) == [None]


def test_who_is_told_is_the_addressee() -> None:
    assert named("Mara Venn told Ila Roth that the road was open.", Role.ADDRESSEE) == ["Ila Roth"]
