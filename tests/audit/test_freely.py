import pytest

from audit.stories import seen
from counterclaim.audit.freely import misattributed

GIVEN = (
    "Orla Quist, a fishing captain, said the crane had stopped twice in the winter and that nobody had oiled the hoist since autumn. "
    "“It stood there like a dead heron for a fortnight,” she said. "
    "Dov Pell, a former treasurer, said the accounts were in order."
)


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Dov Pell, a former treasurer, said the hoist had not been oiled and that the crane stood still for a fortnight.", ["Dov Pell"]),
        ("Orla Quist, a fishing captain, said the hoist had not been oiled and that the crane stood still for a fortnight.", []),
        ("She said the hoist had not been oiled and that the crane stood still for a fortnight.", []),
        ("Dov Pell said the accounts were in order.", []),
    ],
)
def test_what_is_told_freely_belongs_to_who_says_it(brief: str, expected: list[str]) -> None:
    assert seen(misattributed, brief, GIVEN) == expected
