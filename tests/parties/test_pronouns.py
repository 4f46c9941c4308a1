"""A pronoun goes to the party that leads by evidence; between equals nobody is chosen."""

import pytest

from counterclaim.parties.cluster import Entity
from counterclaim.parties.pronouns import Choice, Hints, agrees
from counterclaim.records import PartyKind
from factories import doc
from parties.stage import name_of, stage


def _entity(kind: PartyKind, *genders: str) -> Entity:
    entity = Entity(kind=kind)
    entity.genders.update(genders)
    return entity


def _choice(text: str, pronoun: str, hints: Hints | None = None) -> Choice:
    scene = stage(doc(text))[0][0]
    at = next(i for i, m in enumerate(scene.found) if m.text == pronoun)
    return scene.pronouns.resolve(at, hints)


def test_agreement_needs_no_guess() -> None:
    unknown = _entity(PartyKind.PERSON)
    assert agrees("she", unknown)
    assert agrees("he", unknown)


def test_what_a_text_says_of_a_person_counts() -> None:
    assert [agrees(p, _entity(PartyKind.PERSON, "f")) for p in ("she", "he", "it")] == [True, False, False]


def test_a_body_is_it_or_they() -> None:
    assert [agrees(p, _entity(PartyKind.ORGANISATION)) for p in ("it", "they", "she")] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("On Monday Mara Venn wrote to Ila Roth. She was late.", "She", "Mara Venn"),
        ("On Monday Mara Venn met Mr Roth. He was late.", "He", "Roth"),
        ("When he was late, Odo Venn ran.", "he", "Odo Venn"),
        ("In her letter, Ila Roth asked for more.", "her", "Ila Roth"),
    ],
    ids=["the subject before", "by title", "the subject ahead", "the owner ahead"],
)
def test_a_pronoun_is_read_by_place_and_title(text: str, pronoun: str, name: str) -> None:
    assert name_of(_choice(text, pronoun).entity) == name


def test_an_even_choice_gives_nobody_and_keeps_both() -> None:
    text = "On Monday there were Mara Venn and Ila Roth and they left. She sang."
    choice = _choice(text, "She")
    assert {name_of(e) for e in choice.candidates} == {"Mara Venn", "Ila Roth"}
    assert choice.confidence < 0.9


def test_whom_the_statements_point_to_weighs_more() -> None:
    text = "On Monday Mara Venn wrote to Ila Roth. She was late."
    scene = stage(doc(text))[0][0]
    at = next(i for i, m in enumerate(scene.found) if m.text == "She")
    roth = next(scene.home(i) for i, m in enumerate(scene.found) if m.name == "Ila Roth")
    assert roth is not None
    assert scene.pronouns.resolve(at, Hints(weights=((roth, 4.0),))).entity is roth
    assert scene.pronouns.resolve(at, Hints(excluded=(roth,))).entity is not roth
