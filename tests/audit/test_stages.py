import pytest

from audit.stories import seen
from counterclaim.audit.stages import inflated


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("The trust was charged over the alleged misuse of the repair fund.", ["was charged"]),
        ("Inspectors arrested a man over the alleged misuse of the repair fund.", ["arrested"]),
        ("Inspectors are investigating the alleged misuse of the repair fund.", []),
        ("Nobody has been charged over the alleged misuse of the repair fund by the trust.", []),
        ("The trust was not charged over the alleged misuse of the repair fund.", []),
    ],
)
def test_a_step_that_no_source_names(brief: str, expected: list[str]) -> None:
    assert seen(inflated, brief) == expected
