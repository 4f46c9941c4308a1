"""A pronoun goes to the party that leads by evidence; between equals nobody is chosen."""

from counterclaim.parties.cluster import Entity
from counterclaim.parties.pronouns import agrees
from counterclaim.records import PartyKind


def _entity(kind: PartyKind, *genders: str) -> Entity:
    entity = Entity(kind=kind)
    entity.genders.update(genders)
    return entity


def test_agreement_needs_no_guess() -> None:
    unknown = _entity(PartyKind.PERSON)
    assert agrees("she", unknown)
    assert agrees("he", unknown)


def test_what_a_text_says_of_a_person_counts() -> None:
    assert [agrees(p, _entity(PartyKind.PERSON, "f")) for p in ("she", "he", "it")] == [True, False, False]


def test_a_body_is_it_or_they() -> None:
    assert [agrees(p, _entity(PartyKind.ORGANISATION)) for p in ("it", "they", "she")] == [True, True, False]
