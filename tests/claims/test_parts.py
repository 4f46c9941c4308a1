from counterclaim.claims.parts import apart, parts_of
from counterclaim.text.quantities import quantities
from factories import doc, span, statement


def words(text: str, content: str) -> list[str]:
    document = doc(text)
    return [document.text[p.spans[0].start : p.spans[-1].end] for p in parts_of(statement(document, "s1", content), document)]


def test_two_conducts_are_two_parts() -> None:
    text = "Tolland accused the council of selling the crane in secret and of hiding the engineer's letter."
    assert words(text, "the council of selling the crane in secret and of hiding the engineer's letter") == [
        "the council of selling the crane in secret",
        "hiding the engineer's letter",
    ]


def test_one_conduct_with_two_objects_is_one_part() -> None:
    text = "Tolland accused the council of selling the crane and the tug."
    assert words(text, "the council of selling the crane and the tug") == ["the council of selling the crane and the tug"]


def test_a_quotation_is_never_split() -> None:
    text = "She said: “They were accused of lying to us, and hiding the letter.”"
    assert len(words(text, "“They were accused of lying to us, and hiding the letter.”")) == 1


def test_the_number_that_names_a_thing_tells_it_apart_and_an_amount_does_not() -> None:
    document = doc("Berth 14 was sold. Berth 15 was sold. Nearly 40 boats left. 41 boats left.")
    one, other, about, exact = (
        parts_of(statement(document, f"s{i}", text), document)[0]
        for i, text in enumerate(("Berth 14 was sold", "Berth 15 was sold", "Nearly 40 boats left", "41 boats left"))
    )
    assert apart(one.names, other.names)
    assert not apart(about.names, exact.names)


def test_two_finite_conducts_of_one_subject_are_two_parts() -> None:
    content = "the council sold the crane in secret and has burned the engineer's letter"
    assert words(f"Tolland said {content}.", content) == ["the council sold the crane in secret", "has burned the engineer's letter"]


def test_what_only_tells_more_of_a_thing_is_no_further_conduct() -> None:
    content = "the council sold a crane built in Ardmoor and painted by schoolchildren of the town"
    assert words(f"Tolland said {content}.", content) == [content]


def test_the_amounts_of_a_part_are_its_own() -> None:
    assert _amounts("the council sold nearly 40 old boats and paid the engineer 900 crowns") == [{40.0}, {900.0}]


def _amounts(content: str) -> list[frozenset[float]]:
    document = doc(f"Tolland said {content}.")
    told = statement(document, "s1", content, quantities=quantities(document.text, span(document, content)))
    return [p.amounts for p in parts_of(told, document)]


def test_a_second_clause_with_that_is_a_further_conduct() -> None:
    content = "the council sold the crane in secret and that it had taken a cut of the ticket price"
    assert words(f"Tolland said {content}.", content)[1] == "had taken a cut of the ticket price"
