"""Parties are numbered in the order of their first part; aliases are names only."""

from counterclaim.parties.cast import Casting
from counterclaim.parties.cluster import Entity
from counterclaim.parties.pronouns import Choice
from counterclaim.records import PartyKind, Role, StatementId


def test_a_party_has_its_fullest_name_and_the_others_as_aliases() -> None:
    entity = Entity(kind=PartyKind.PERSON)
    entity.names.update(["Venn", "Venn", "Mara Venn"])
    casting = Casting()
    casting.add(StatementId("s1"), Role.SOURCE, Choice(entity, (entity,), 0.9))
    casting.add(StatementId("s2"), Role.SOURCE, Choice(None))
    cast = casting.cast()
    assert [(p.id, p.name, p.aliases) for p in cast.parties] == [("p1", "Mara Venn", ("Venn",))]
    assert [r.party for r in cast.resolutions] == ["p1", None]
