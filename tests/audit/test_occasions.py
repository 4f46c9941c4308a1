import pytest

from audit.stories import against, places
from counterclaim.audit.occasions import changed

LETTER = "In a letter to the board, Mara Venn said the survey of the east quay was hidden."


@pytest.mark.parametrize(
    ("brief", "flagged"),
    [
        ("In an interview, Mara Venn said the survey of the east quay was hidden.", True),
        ("In a letter, Mara Venn said the survey of the east quay was hidden.", False),
        ("Mara Venn said the survey of the east quay was hidden.", False),
        ("In an interview, Dov Pell said the port was closed.", False),
    ],
)
def test_a_letter_is_no_interview(brief: str, flagged: bool) -> None:
    assert bool(places(changed, against(brief, LETTER))) is flagged
