import pytest

from audit.stories import against, places
from counterclaim.audit.offices import changed

SOURCE = (
    "The county auditor, Runa Feld, who took over from Joss Varrel in January, said she was reviewing it. "
    "Former treasurer Dov Pell agreed. Senator Orla Quist and Bren Amsel of the upper house met them."
)


@pytest.mark.parametrize(
    ("brief", "flagged"),
    [
        ("County auditor Joss Varrel said the office was reviewing it.", ["Joss Varrel"]),
        ("County auditor Runa Feld said she was reviewing it.", []),
        ("Treasurer Dov Pell agreed.", ["Treasurer Dov Pell"]),
        ("Former treasurer Dov Pell agreed.", []),
        ("Senator Bren Amsel met them.", []),
        ("The auditor, Pell said, agreed.", []),
    ],
)
def test_a_role_is_who_holds_it_in_the_sources(brief: str, flagged: list[str]) -> None:
    assert places(changed, against(brief, SOURCE)) == flagged
