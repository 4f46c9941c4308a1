"""Who speaks, from the words that name a source or from what stands around."""

import pytest

from counterclaim.records import Role
from factories import named


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mara Venn said the road was open, adding that it was wet.", ["Mara Venn", "Mara Venn"]),
        ("VENN: The road was open.\nROTH: It was not open.\nVENN: It was.\nROTH: Then show us.", ["Venn", "Roth", "Venn", "Roth"]),
    ],
    ids=["elided", "turns"],
)
def test_speakers(text: str, speakers: list[str]) -> None:
    assert named(text, Role.SOURCE)[: len(speakers)] == speakers
