"""Phrases that stand for a party, with their titles, owners and appositions."""

from counterclaim.parties.found import Found, Sort
from counterclaim.parties.mentions import find
from counterclaim.parties.tokens import sentences, spelling
from counterclaim.text.segment import segment
from factories import doc


def _found(text: str) -> tuple[Found, ...]:
    document = doc(text)
    read = sentences(document, segment(document))
    return find(text, read, spelling([read]))


def test_a_title_stands_apart_from_the_name() -> None:
    (venn, *_) = _found("On Monday Mayor Mara Venn spoke.")
    assert (venn.name, venn.role, venn.sort) == ("Mara Venn", "Mayor", Sort.NAME)


def test_a_possessive_inside_a_bodys_name_belongs_to_it() -> None:
    assert [f.name for f in _found("He asked the Selby Passengers' League for help.") if f.sort is Sort.NAME] == [
        "Selby Passengers' League"
    ]


def test_an_owner_is_no_part_of_what_it_owns() -> None:
    found = _found("She wrote to the city's Transport Office in May.")
    office = next(f for f in found if f.name == "Transport Office")
    assert office.owner is not None
    assert found[office.owner].head == "city"


def test_a_word_at_the_start_of_a_sentence_is_no_name_for_that() -> None:
    assert [f.name for f in _found("Doubts linger about the crane. The doubts grow.") if f.sort is Sort.NAME] == []


def test_who_leads_a_body_serves_it() -> None:
    found = _found("Then Greta Arndt, who chairs the league, spoke to the league.")
    arndt = next(f for f in found if f.name == "Greta Arndt")
    assert arndt.serves is not None
    assert found[arndt.serves].head == "league"


def test_a_nickname_inside_a_name_is_part_of_it() -> None:
    found = _found("Then Ned “Long Oars” Arndt, a rower, called it “a joke.” Selby agreed.")
    assert [f.name for f in found if f.sort is Sort.NAME] == ["Ned “Long Oars” Arndt"]


def test_a_name_in_quotation_marks_names_the_person_before_it() -> None:
    found = _found("It was said by a dock worker who goes by the name “Finch.”")
    finch = next(f for f in found if f.name == "Finch")
    assert finch.same is not None
    assert found[finch.same].head == "worker"


def test_a_single_letter_and_a_contraction_are_no_names() -> None:
    found = _found("They made sure that K gets it. I'd call it late.")
    assert [m.text for m in found if m.sort is Sort.NAME] == []
