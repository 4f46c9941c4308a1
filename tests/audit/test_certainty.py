import pytest

from audit.stories import seen
from counterclaim.audit.certainty import modality


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Roth said the board will order a new survey next year.", ["survey"]),
        ("Roth said the board is considering a new survey next year.", []),
        ("The storm of March 2031 closed the port for nine days.", []),
    ],
)
def test_what_is_open_is_not_told_as_settled(brief: str, expected: list[str]) -> None:
    assert seen(modality, brief) == expected


def test_what_is_ahead_is_not_told_as_done() -> None:
    given = "The harbour league said on Tuesday that it would appeal against the ruling of the port court."
    assert seen(modality, "The harbour league has appealed against the ruling of the port court.", given) == ["appealed"]
    assert seen(modality, "The harbour league will appeal against the ruling of the port court.", given) == []
