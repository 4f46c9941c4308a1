from counterclaim.dispute.charges import charges
from counterclaim.dispute.table import table
from counterclaim.records import Act, Charge
from dispute.stories import Line, story, swapped

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")


def found(*documents: list[Line]) -> tuple[Charge, ...]:
    reading, claims = story(*documents)
    return charges(reading, claims, table(reading))


def test_one_conduct_told_in_two_documents_is_one_charge() -> None:
    again: Line = (Act.ALLEGATION, "a", "b", "said", "the council kept the engineer’s letter in a drawer")
    (charge,) = found([HID], [again])
    assert (charge.accuser, charge.accused, charge.statements) == ("a", "b", ("s1", "s2"))


def test_two_conducts_are_two_charges_even_in_one_statement() -> None:
    assert [c.statements for c in found([HID, SOLD])] == [("s1",), ("s2",)]
    both: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the engineer’s letter and of selling the crane")
    assert [c.statements for c in found([both])] == [("s1",), ("s1",)]


def test_a_quotation_right_after_a_charge_goes_on_about_it() -> None:
    quotation: Line = (Act.ALLEGATION, "a", "b", "said:", "“Nobody asked us, and nobody told us”")
    assert [c.statements for c in found([SOLD, quotation])] == [("s1", "s2")]


def test_things_with_other_numbers_are_other_charges() -> None:
    lines: list[Line] = [(Act.ALLEGATION, "a", "b", "alleged", f"the council sold Berth {n} to a cousin") for n in (14, 15)]
    assert [c.statements for c in found(lines)] == [("s1",), ("s2",)]


def test_self_criticism_praise_and_a_charge_against_nobody_are_no_charges() -> None:
    own: Line = (Act.ALLEGATION, "c", "b", "said", "the council failed the town")
    praise: Line = (Act.CHARACTERISATION, "a", "b", "praised", "the council for the new crane")
    nobody: Line = (Act.ALLEGATION, "a", "", "said", "the fund was emptied")
    assert found([own, praise, nobody]) == ()


def test_a_spokesmans_charge_is_that_of_his_body() -> None:
    lone: Line = (Act.ALLEGATION, "c", "a", "said", "Tolland had forged two invoices")
    body: Line = (Act.ALLEGATION, "b", "a", "said", "Tolland forged the two invoices")
    assert [c.accuser for c in found([lone])] == ["b"]
    assert [c.accuser for c in found([lone], [body])] == ["b"]


def test_a_further_document_that_does_not_accuse_anew_tells_the_first_charge_in_its_own_words() -> None:
    otherwise: Line = (Act.ALLEGATION, "a", "b", "said", "the paper lay unread all winter")
    assert [c.statements for c in found([HID], [otherwise])] == [("s1", "s2")]
    assert [c.statements for c in found([HID], [SOLD])] == [("s1",), ("s2",)]


def test_the_gist_is_a_statement_of_the_charge() -> None:
    quotation: Line = (Act.ALLEGATION, "a", "b", "said:", "“They hid the engineer’s letter for a year”")
    (charge,) = found([HID, quotation])
    assert charge.gist == "s2"


def test_swapping_the_parties_gives_the_same_charges_swapped() -> None:
    lines = [HID, SOLD]
    words = {"Ferrowick": "Mara", "Council": "Tolland"}
    ours, theirs = found(lines), found(swapped(lines, words))
    assert [(c.accused, c.accuser, c.statements) for c in ours] == [("b", "a", ("s1",)), ("b", "a", ("s2",))]
    assert [(c.accuser, c.accused, c.statements) for c in theirs] == [(c.accused, c.accuser, c.statements) for c in ours]


def test_what_goes_on_after_two_conducts_is_a_charge_of_its_own() -> None:
    both: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the engineer’s letter and of selling the crane")
    more: Line = (Act.ALLEGATION, "a", "b", "saying", "nobody had weighed the bread")
    assert [c.statements for c in found([both, more])] == [("s1",), ("s1",), ("s2",)]


def test_words_that_only_name_the_accused_are_no_charge() -> None:
    assert found([(Act.ALLEGATION, "a", "b", "brought up", "Ferrowick Council")]) == ()


def test_the_gist_tells_no_other_charge_where_there_is_a_choice() -> None:
    both: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the engineer’s letter and of selling the crane")
    assert [c.gist for c in found([both, HID])] == ["s2", "s1"]


def test_what_is_also_claimed_is_another_charge() -> None:
    also: Line = (Act.ALLEGATION, "a", "b", "also claimed", "nobody had weighed the bread")
    assert [c.statements for c in found([SOLD, also])] == [("s1",), ("s2",)]
