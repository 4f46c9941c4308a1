"""A role goes to the party that bears it."""

from counterclaim.parties.resolve import resolve
from counterclaim.records import Role
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc, named


def test_the_governor_is_who_was_called_so() -> None:
    assert named("Governor Mara Venn met the press. The governor said the road was open.", Role.SOURCE) == ["Mara Venn"]


def test_the_company_is_the_company_of_the_text() -> None:
    text = "Selby Trams is late again. The league said on Monday that the company had sold nothing."
    assert named(text, Role.TARGET) == ["Selby Trams"]


def test_a_role_that_nobody_bears_is_a_party_of_its_own() -> None:
    assert named("A clerk said the road was open.", Role.SOURCE) == ["clerk"]


def test_the_body_before_a_role_is_who_is_spoken_for() -> None:
    document = doc("The league met. League spokeswoman Ines Varga said the road was open.")
    layouts = {document.id: segment(document)}
    cast = resolve({document.id: document}, layouts, extract(document, layouts[document.id], RulesTagger()))
    assert [p.on_behalf_of for p in cast.parties if p.name == "Ines Varga"] == [p.id for p in cast.parties if p.name == "league"]
