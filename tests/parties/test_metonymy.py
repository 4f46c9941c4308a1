"""Those who run a body stand for it, where the text tells which body."""

import pytest

from counterclaim.records import Role
from factories import named

COMPANY = "Selby Trams is late again, and the company runs no more buses. "


@pytest.mark.parametrize(
    ("text", "target"),
    [
        (COMPANY + "The league alleged that managers knew of the crack.", "Selby Trams"),
        ("Selby Port Trust shut its Tarn Edge plant. The league alleged that managers at Tarn Edge knew of the crack.", "Selby Port Trust"),
        ("The Selby Port Trust met. The league alleged that the Selby Port Trust's managers knew of the crack.", "Selby Port Trust"),
        ("The port was shut. The league alleged that managers knew of the crack.", "managers"),
    ],
)
def test_managers_are_the_body_that_they_run(text: str, target: str) -> None:
    assert named(text, Role.TARGET) == [target]


def test_where_two_companies_could_be_meant_managers_are_nobodys() -> None:
    text = COMPANY + "Ardmoor Gas is closed. The firm owes rent. The league alleged that managers knew of the crack."
    assert named(text, Role.TARGET) == ["managers"]


def test_the_company_of_a_headline_is_the_company_of_the_text() -> None:
    headline = "League Accuses Selby Trams Of Lying; Company Denies It"
    text = f"{headline}\n\nThe league accused Selby Trams of lying. Selby Trams denied it, and the company went home."
    assert named(text, Role.SOURCE)[1] == "Selby Trams"
