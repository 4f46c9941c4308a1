"""A charge is cut where a phrase ends, or not at all."""

import pytest

from counterclaim.brief.shorten import short


@pytest.mark.parametrize(
    ("text", "conduct", "expected"),
    [
        ("hiding the old survey from the council and selling nearly forty berths", True, "hiding the old survey from the council"),
        ("hiding the old survey from the council unless it was asked for it", True, None),
        ("the trust has hidden the survey, which the council wanted in May", False, "the trust has hidden the survey"),
        ("the trust — which she called a den of thieves — sold the berths", False, None),
        ("If she wins the vote in May, she will close the harbour", False, None),
        ("Nobody has hidden the survey, but of course, the council lost it", False, None),
        ("the trust has hidden “the old survey, and the new one too” in May", False, "the trust has hidden “the old survey”"),
        ("selling berths", True, "selling berths"),
    ],
    ids=["two conducts", "condition", "relative clause", "remark", "what stands first", "but", "quotation", "short"],
)
def test_a_cut_never_turns_the_sense(text: str, conduct: bool, expected: str | None) -> None:
    assert short(text, 8, conduct=conduct) == (expected or text)
