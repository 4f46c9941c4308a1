import pytest

from audit.stories import seen
from counterclaim.audit.targets import changed


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Venn accused Orla Quist on Monday of hiding a survey of the east quay.", ["Orla Quist"]),
        ("Orla Quist said the crane stopped twice in the winter.", []),
        ("Quist said the crane stopped twice in the winter.", []),
        ("The captain said the crane stopped twice in the winter.", []),
    ],
)
def test_a_name_that_took_another_ones_place(brief: str, expected: list[str]) -> None:
    assert seen(changed, brief) == expected
