import pytest

from audit.stories import seen
from counterclaim.audit.cuts import edges, ellipses


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Venn said: “The trust is … permitted to sell the berths.”", ["“The trust is … permitted to sell the berths.”"]),
        ("Venn said: “The trust is not permitted … unless the survey is published.”", []),
    ],
)
def test_a_cut_inside_the_marks(brief: str, expected: list[str]) -> None:
    assert seen(ellipses, brief) == expected


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Quist said: “The crane stays where it is.”", ["“The crane stays where it is.”"]),
        ("Quist said the crane “stays where it is” if the tenants agree.", []),
        ("Venn said the trust was “permitted to sell the berths.”", ["“permitted to sell the berths.”"]),
        ("Venn said: “The trust is not permitted to sell the berths unless the survey is published.”", []),
    ],
)
def test_a_quotation_cut_off_from_what_turns_it(brief: str, expected: list[str]) -> None:
    assert seen(edges, brief) == expected
