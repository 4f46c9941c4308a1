"""What is unsure stands in the body at most."""

from dataclasses import replace

import pytest

from counterclaim.brief.certain import SURE, answers, certain, disputes, is_silent, stance
from counterclaim.brief.length import Length
from counterclaim.brief.write import write
from counterclaim.records import Evidence, PartyId, SectionRole, Stance, StatementId
from factories import dispute

LOW = SURE - 0.1
TOP = (SectionRole.SUMMARY, SectionRole.LEAD, SectionRole.BOTTOM_LINE)


def _with(*, charges: tuple[float, float] = (1.0, 1.0), answer: float = 1.0, **response: object) -> Evidence:
    evidence = dispute()
    rows = [replace(r, charge=replace(r.charge, confidence=c)) for r, c in zip(evidence.matrix.rows, charges, strict=True)]
    rows[0] = replace(rows[0], responses=(replace(rows[0].responses[0], confidence=answer, **response),))  # type: ignore[arg-type]
    return replace(evidence, matrix=replace(evidence.matrix, rows=tuple(rows)))


def _stance(evidence: Evidence) -> Stance | None:
    return stance(evidence.reading, evidence.matrix.rows[:1])


def test_unsure_charges_and_answers_are_told_apart() -> None:
    rows = _with(charges=(1.0, LOW), answer=LOW).matrix.rows
    assert ([r.charge.id for r in certain(rows)], answers(rows[0])) == (["x1"], ())
    assert [is_silent([r]) for r in rows] == [False, True]


def test_only_the_accuseds_side_denies_and_only_surely() -> None:
    each = [_with(), _with(answer=LOW), _with(by=PartyId("p1")), _with(stance=Stance.JUSTIFIES), _with(stance=Stance.NO_COMMENT)]
    assert [_stance(e) for e in each] == [Stance.DENIES, None, None, None, Stance.NO_COMMENT]


def test_words_that_deny_nothing_are_no_denial() -> None:
    evidence = _with(statement=StatementId("s2"))  # "the trust had sold nearly 40 berths"
    assert not disputes(evidence.reading, evidence.matrix.rows[0].responses[0])
    assert _stance(evidence) is None
    bottom = next(s for s in write(evidence).sections if s.role is SectionRole.BOTTOM_LINE).sentences[0].text
    assert bottom.startswith("Answered or commented on: ")


def test_several_charges_are_denied_where_each_of_them_is() -> None:
    evidence = _with()
    assert stance(evidence.reading, evidence.matrix.rows) is None


def test_an_unsure_denial_stands_in_the_body_only() -> None:
    brief = write(_with(charges=(1.0, LOW), answer=LOW))
    assert brief.headline == "Venn accuses the harbour trust of hiding the survey"
    told = {s.role: " ".join(x.text for x in s.sentences) for s in brief.sections}
    assert "Nobody hid the survey" in told[SectionRole.RESPONSE]
    assert not any("Nobody hid" in told.get(r, "") or "o response" in told.get(r, "") for r in TOP)
    assert told[SectionRole.BOTTOM_LINE].startswith("Possibly answered: ")


def test_an_unsure_charge_stands_in_the_body_only() -> None:
    brief = write(_with(charges=(1.0, LOW)))
    told = {s.role: " ".join(x.text for x in s.sentences) for s in brief.sections}
    assert "40 berths" in told[SectionRole.ACCUSER]
    assert not any("40 berths" in told.get(r, "") or "llegations" in told.get(r, "") for r in TOP)


@pytest.mark.parametrize("length", list(Length))
def test_where_no_charge_is_sure_nobody_is_accused_above_the_body(length: Length) -> None:
    brief = write(_with(charges=(LOW, LOW)), length=length)
    assert brief.headline == "What Venn says"
    told = {s.role: [x.text for x in s.sentences] for s in brief.sections}
    assert told[SectionRole.SUMMARY] == ["Who accuses whom was not found surely enough in the 2 sources read to be summed up here."]
    assert SectionRole.BOTTOM_LINE not in told
