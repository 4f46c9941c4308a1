from counterclaim.claims.sides import sides
from counterclaim.records import Party, PartyId, PartyKind
from factories import party


def found(*parties: Party) -> dict[str, str]:
    return {str(one): str(other) for one, other in sides({p.id: p for p in parties}).items()}


def test_a_spokesman_stands_with_the_one_he_speaks_for_in_the_end() -> None:
    board, director = party("b", "Board"), party("d", "Director", on_behalf_of=PartyId("b"))
    spokesman = party("s", "Varga", on_behalf_of=PartyId("d"))
    assert found(board, director, spokesman) == {"b": "b", "d": "b", "s": "b"}


def test_a_ring_ends() -> None:
    assert set(found(party("p", "P", on_behalf_of=PartyId("q")), party("q", "Q", on_behalf_of=PartyId("p")))) == {"p", "q"}


def test_a_body_named_after_a_person_stands_with_that_person() -> None:
    campaign = party("c", "Tolland campaign", PartyKind.ORGANISATION)
    assert found(party("t", "Mara Tolland"), campaign)["c"] == "t"


def test_a_surname_of_two_persons_names_neither() -> None:
    campaign = party("c", "Tolland campaign", PartyKind.ORGANISATION)
    assert found(party("t", "Mara Tolland"), party("u", "Ivo Tolland"), campaign)["c"] == "c"


def test_a_body_that_merely_bears_a_name_stands_alone() -> None:
    assert found(party("t", "Mara Tolland"), party("b", "Tolland Bay", PartyKind.ORGANISATION))["b"] == "b"
