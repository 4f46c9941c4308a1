"""Owners, appositions and whom somebody leads, by the words between two mentions."""

from __future__ import annotations

import pytest

from counterclaim.records import Role
from factories import named
from parties.stage import mentions


@pytest.mark.parametrize(
    ("text", "owned", "owner"),
    [
        ("Tam Orr’s lawyer spoke.", "Tam Orr’s lawyer", "Tam Orr"),
        ("A lawyer for Tam Orr spoke.", "lawyer", "Tam Orr"),
        ("Then the council's top clerk spoke.", "top clerk", "council"),
    ],
)
def test_owners(text: str, owned: str, owner: str) -> None:
    found = mentions(text)
    (only,) = [m for m in found if m.text == owned]
    assert only.owner is not None
    assert found[only.owner].text == owner


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Mara Venn, the mayor, spoke.", True),
        ("The mayor, Mara Venn, spoke.", True),
        ("Then a retired judge named Mara Venn spoke.", True),
        ("When Mara Venn spoke, the mayor said nothing.", False),
        ("In a letter to the mayor, Mara Venn asked for more.", False),
        ("They wrote to Mara Venn, a person close to them said.", False),
    ],
)
def test_appositions(text: str, linked: bool) -> None:
    assert any(m.same is not None for m in mentions(text)) is linked


def test_whom_somebody_leads() -> None:
    found = mentions("Then Mara Venn, who chairs the council, spoke.")
    served = found[0].serves
    assert served is not None
    assert found[served].text == "council"


def test_a_body_led_by_somebody() -> None:
    found = mentions("Then the Selby League, led by retired teacher Mara Venn, spoke.")
    (venn,) = [m for m in found if m.name == "Mara Venn"]
    assert venn.serves is not None
    assert found[venn.serves].text == "Selby League"


def test_its_spokesman_belongs_to_the_body_named_before() -> None:
    found = mentions("The company, in the words of its spokesman, Dov Orrin, denied it.")
    (man,) = [m for m in found if m.head == "spokesman"]
    assert man.owner is not None
    assert found[man.owner].head == "company"


def test_whoever_heads_a_body_that_somebody_owns_is_the_name_that_follows() -> None:
    text = "The head of the pilots' league, Osric Pell, was ill. Pell said the tug was late."
    assert named(text, Role.SOURCE) == ["Osric Pell"]
