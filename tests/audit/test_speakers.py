import pytest

from audit.stories import seen
from counterclaim.audit.speakers import misattributed


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("“Nobody hid the survey,” said Dov Pell.", ["Dov Pell"]),
        ("“Nobody hid the survey,” said Ila Roth.", []),
        ("“Nobody hid the survey,” Roth said.", []),
        ("“Nobody hid the survey,” she said.", []),
        ("Mara Venn said the crane “stays where it is if the tenants agree.”", ["Mara Venn"]),
        ("Dov Pell said the crane stopped twice in the winter.", ["Dov Pell"]),
        ("Orla Quist said the crane stopped twice in the winter.", []),
        ("Orla Quist said the crane “stays where it is if the tenants agree.”", []),
    ],
)
def test_words_belong_to_who_says_them_in_the_source(brief: str, expected: list[str]) -> None:
    assert seen(misattributed, brief) == expected
