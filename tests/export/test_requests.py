"""Requests for comment: one for each charge without an answer, in the documents' words, neutral, with a log to fill."""

from dataclasses import replace
from datetime import UTC, datetime

from counterclaim.export.requests import log, requests
from counterclaim.records import ChargeId, Evidence, Status
from factories import dispute

DEADLINE = datetime(2031, 3, 12, 17, tzinfo=UTC)


def _with(status: Status) -> Evidence:
    evidence = dispute()
    rows = (evidence.matrix.rows[0], replace(evidence.matrix.rows[1], status=status))
    return replace(evidence, matrix=replace(evidence.matrix, rows=rows))


def test_only_a_charge_without_an_answer_is_asked_about() -> None:
    (made,) = requests(dispute())
    key = dispute().keys[ChargeId("x2")]
    assert (made.key, made.to, made.name) == (key, "harbour trust", f"request-{key}-harbour-trust.txt")


def test_a_request_says_what_was_said_where_and_by_when_to_answer() -> None:
    (made,) = requests(dispute(), deadline=DEADLINE)
    assert "She also said that the trust had sold nearly 40 berths" in made.text
    assert "The Ardmoor Gazette, undated" in made.text
    assert "Reply by:   12 March 2031, 17:00 UTC" in made.text
    assert "It is made by: Mara Venn." in made.text
    assert "no response was found in the 2 sources read" in made.text
    assert "does not mean that we hold the allegation to be true" in made.text


def test_without_a_deadline_there_is_a_line_to_fill() -> None:
    assert "Reply by:   ____" in requests(dispute())[0].text


def test_what_the_documents_say_about_an_answer_is_said() -> None:
    assert "no comment was given" in requests(_with(Status.NO_COMMENT))[0].text
    assert "do not take up this point" in requests(_with(Status.DEFLECTED))[0].text
    assert requests(_with(Status.ANSWERED)) == ()


def test_a_charge_without_a_named_accuser_says_so() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[1]
    nameless = replace(row, charge=replace(row.charge, accuser=None))
    made = requests(replace(evidence, matrix=replace(evidence.matrix, rows=(nameless,))))
    assert "somebody whom the text does not name" in made[0].text


def test_words_that_several_outlets_print_are_shown_once_with_every_place() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[1]
    twice = replace(row, charge=replace(row.charge, statements=row.charge.statements * 2))
    made = requests(replace(evidence, matrix=replace(evidence.matrix, rows=(twice,))))
    assert made[0].text.count("sold nearly 40 berths") == 1
    assert made[0].text.count("The Ardmoor Gazette, undated") == 2


def test_a_link_is_given_where_there_is_one() -> None:
    evidence = dispute()
    first, second = evidence.reading.documents.values()
    linked = replace(first, provenance=replace(first.provenance, url="https://gazette.example/berths"), title="Berths")
    evidence = replace(evidence, reading=replace(evidence.reading, documents={linked.id: linked, second.id: second}))
    assert "“Berths”, The Ardmoor Gazette, undated\n   https://gazette.example/berths\n" in requests(evidence)[0].text


def test_the_log_has_a_row_a_request_still_to_be_asked() -> None:
    made = requests(dispute())
    assert log(made, deadline=DEADLINE) == (f"charge,asked,at,means,deadline,outcome\n{made[0].key},harbour trust,,,2031-03-12 17:00,\n")
