"""A role goes to the party that bears it."""

from counterclaim.records import Role
from factories import named


def test_the_governor_is_who_was_called_so() -> None:
    assert named("Governor Mara Venn met the press. The governor said the road was open.", Role.SOURCE) == ["Mara Venn"]


def test_the_company_is_the_company_of_the_text() -> None:
    text = "Selby Trams is late again. The league said on Monday that the company had sold nothing."
    assert named(text, Role.TARGET) == ["Selby Trams"]


def test_a_role_that_nobody_bears_is_a_party_of_its_own() -> None:
    assert named("A clerk said the road was open.", Role.SOURCE) == ["clerk"]
