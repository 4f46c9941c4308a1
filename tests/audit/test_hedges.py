import pytest

from audit.stories import seen
from counterclaim.audit.hedges import dropped, intentions


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Pell said the repair fund paid for a private road to the lighthouse.", ["paid"]),
        ("Pell said the repair fund may have paid for a private road to the lighthouse.", []),
        ("Pell suspects that the repair fund paid for a private road to the lighthouse.", []),
        ("Inspectors are investigating the misuse of the repair fund by the trust.", ["misuse"]),
        ("Inspectors are investigating the alleged misuse of the repair fund by the trust.", []),
    ],
)
def test_a_lost_hedge(brief: str, expected: list[str]) -> None:
    assert seen(dropped, brief) == expected


def test_what_is_considered_is_not_yet_done() -> None:
    assert seen(intentions, "Roth said the board will order a new survey next year.") == ["survey"]
    assert seen(intentions, "Roth said the board is considering a new survey next year.") == []
