import pytest

from audit.stories import against
from counterclaim.audit.unclear import speaker
from counterclaim.records import Severity

SOURCE = "Mara Venn met Ila Roth on Monday. Roth said the survey was late. The storm closed the port. The crane broke."


def found(brief: str) -> list[Severity | None]:
    return [s.severity for s in speaker(against(brief, SOURCE))]


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Mara Venn wrote to the board. The storm closed the port. The crane broke. She said the survey was late.", [None]),
        ("Mara Venn met Ila Roth on Monday. She said the survey was late.", [Severity.NOTE]),
        ("Mara Venn wrote to the board. She said the survey was late.", []),
        ("Mara Venn said the crane broke. She said the survey was late.", []),
        ("Mara Venn wrote to the board. The storm closed the port. Venn said the survey was late.", []),
    ],
)
def test_who_speaks_must_be_clear(brief: str, expected: list[Severity | None]) -> None:
    assert found(brief) == expected
