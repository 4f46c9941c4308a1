"""A party is found by what people type, and nobody is guessed."""

import pytest

from counterclaim.errors import AmbiguousParty, UnknownParty
from counterclaim.parties.lookup import look_up
from counterclaim.records import PartyKind
from factories import party

CAST = (
    party("p1", "Mara Venn", aliases=("Venn", "Gov. Venn")),
    party("p2", "Selby Water Authority", PartyKind.ORGANISATION),
    party("p3", "Odo Roth", role="clerk"),
    party("p4", "Ila Roth"),
    party("p5", "harbour trust", PartyKind.ORGANISATION),
)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("Mara Venn", "p1"),
        ("venn", "p1"),
        ("Ms Venn", "p1"),
        ("M. Venn", "p1"),
        ("Mara", "p1"),
        ("SWA", "p2"),
        ("the water authority", "p2"),
        ("Water", "p2"),
        ("The Harbour Trust", "p5"),
        ("p4", "p4"),
    ],
)
def test_a_name_leads_to_its_party(name: str, id: str) -> None:
    assert look_up(name, CAST).id == id


def test_two_of_a_name_are_both_listed() -> None:
    with pytest.raises(AmbiguousParty) as refused:
        look_up("Roth", CAST)
    assert str(refused.value) == "'Roth' could be Odo Roth (p3, clerk) or Ila Roth (p4); give more of the name, or the id"


def test_a_whole_name_is_not_doubted_because_another_ends_so() -> None:
    assert look_up("Roth", (*CAST, party("p6", "Roth"))).id == "p6"


def test_an_unknown_name_is_answered_with_the_nearest() -> None:
    with pytest.raises(UnknownParty, match=r"no party of this story is called 'Mara Wenn'; the nearest names are Mara Venn \(p1\)"):
        look_up("Mara Wenn", CAST)


def test_a_story_without_parties_has_none_to_offer() -> None:
    with pytest.raises(UnknownParty, match=r"no party of this story is called 'Venn'$"):
        look_up("Venn", ())
