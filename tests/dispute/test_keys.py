"""Keys of charges: the same for the same words and names, found again when more was read."""

from dataclasses import replace

from counterclaim.dispute.keys import index, keys, match
from counterclaim.dispute.matrix import build
from counterclaim.records import Act, ChargeId
from dispute.stories import Line, story
from factories import dispute

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")


def test_a_key_goes_with_the_words_not_with_the_place_in_the_matrix() -> None:
    (one, one_claims), (other, other_claims) = story([HID]), story([SOLD, HID])
    first = keys(one, build(one, one_claims, as_of=None))
    second = keys(other, build(other, other_claims, as_of=None))
    assert list(second.values())[1] == first[ChargeId("x1")]
    assert len(set(second.values())) == 2


def test_typography_and_names_of_documents_do_not_change_a_key() -> None:
    straight: Line = (*HID[:4], HID[4].replace("’", "'"))
    (one, one_claims), (other, other_claims) = story([HID]), story([], [straight])
    assert keys(one, build(one, one_claims, as_of=None)) == keys(other, build(other, other_claims, as_of=None))


def test_two_conducts_in_one_statement_have_two_keys() -> None:
    reading, claims = story([(Act.ALLEGATION, "a", "b", "accused", "the council of hiding the engineer letter and of selling the crane")])
    found = list(keys(reading, build(reading, claims, as_of=None)).values())
    assert found == [found[0], f"{found[0]}-2"]


def test_a_key_from_before_a_better_gist_and_a_fuller_name_still_finds_the_charge() -> None:
    evidence = dispute()
    reading, matrix = evidence.reading, evidence.matrix
    noted = keys(reading, matrix)[ChargeId("x1")]
    row = matrix.rows[0]
    fuller = replace(reading.parties[row.charge.accused], name="Selby Harbour Trust")
    read = replace(reading, parties={**reading.parties, fuller.id: fuller})
    better = replace(row.charge, gist=matrix.rows[1].charge.gist, statements=(*row.charge.statements, matrix.rows[1].charge.gist))
    later = replace(matrix, rows=(replace(row, charge=better),))
    assert keys(read, later)[ChargeId("x1")] != noted
    assert match(f" {noted.upper()} ", index(read, later)) == "x1"


def test_words_that_two_charges_hold_find_neither_without_the_parties() -> None:
    evidence = dispute()
    first, second = evidence.matrix.rows
    both = replace(second, charge=replace(second.charge, accuser=None, gist=first.charge.gist, statements=first.charge.statements))
    matrix = replace(evidence.matrix, rows=(first, both))
    known, made = index(evidence.reading, matrix), keys(evidence.reading, matrix)
    assert [match(k, known) for k in made.values()] == ["x1", "x2"]
    assert match(made[ChargeId("x1")][:7] + "000", known) is None


def test_other_words_give_no_charge() -> None:
    evidence = dispute()
    assert match("k00000000", index(evidence.reading, evidence.matrix)) is None
