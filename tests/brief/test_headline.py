"""Headlines from the fullest to the barest."""

from dataclasses import replace
from typing import Any

from counterclaim.brief.headline import candidates
from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.plan import plan
from counterclaim.records import PartyId, StatementId, Status
from factories import dispute


def test_each_headline_names_the_accuser_and_keeps_the_attribution() -> None:
    evidence = dispute()
    lines = candidates(Teller(evidence.reading, proper_words(evidence.reading)), plan(evidence))
    plain = [line.replace("\ue000", "{").replace("\ue001", "}") for line in lines]
    assert plain[0] == "{p1} accuses {p2} of hiding the survey; {p2} denies it"
    assert all("{p1}" in line for line in plain)
    assert len(plain[-2]) <= len(plain[0])


def _lines(**changes: Any) -> list[str]:
    evidence = dispute()
    first, second = evidence.matrix.rows
    rows = (replace(first, **changes), second)
    changed = replace(evidence, matrix=replace(evidence.matrix, rows=rows))
    lines = candidates(Teller(evidence.reading, proper_words(evidence.reading)), plan(changed))
    return [line.replace("\ue000", "{").replace("\ue001", "}") for line in lines]


def test_without_an_answer_it_says_that_none_was_found() -> None:
    assert _lines(responses=(), status=Status.UNANSWERED)[0] == "{p1} accuses {p2} of hiding the survey; no response found"


def test_of_an_answer_too_unsure_to_be_told_nothing_is_said() -> None:
    assert _lines(responses=())[0] == "{p1} accuses {p2} of hiding the survey"


def test_several_accused_take_a_plural_verb() -> None:
    evidence = dispute()
    trustees = replace(evidence.reading.parties[PartyId("p2")], name="trustees")
    read = replace(evidence.reading, parties={**evidence.reading.parties, trustees.id: trustees})
    line = candidates(Teller(read, proper_words(read)), plan(replace(evidence, reading=read)))[0]
    assert line.endswith("deny it")


def test_a_charge_told_by_a_clause_is_said() -> None:
    charge = replace(dispute().matrix.rows[0].charge, statements=(StatementId("s2"),), gist=StatementId("s2"))
    assert _lines(charge=charge)[0] == "{p1} says the trust had sold nearly 40 berths; {p2} denies it"
