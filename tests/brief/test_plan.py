"""What a brief says and in which order."""

from dataclasses import replace

import pytest

from counterclaim.brief.length import Length
from counterclaim.brief.plan import _is_small_talk, in_heading, leading, plan
from counterclaim.errors import ThinEvidence
from counterclaim.records import Form, Stance, StatementId
from factories import dispute, doc, party, reading, statement


def test_an_exchange_is_a_sides_charges_with_the_answers_they_got() -> None:
    exchanges = plan(dispute()).exchanges
    assert [(e.accuser, [r.charge.id for r in e.charges], [[a.statement for a in g] for g in e.answers]) for e in exchanges] == [
        ("p1", ["x1", "x2"], [["s4"]])
    ]


def test_charges_without_a_named_accuser_come_last_together() -> None:
    evidence = dispute()
    first, second = evidence.matrix.rows
    unnamed = replace(first, charge=replace(first.charge, accuser=None))
    changed = replace(evidence, matrix=replace(evidence.matrix, rows=(unnamed, second)))
    assert [(e.accuser, [r.charge.id for r in e.charges]) for e in plan(changed).exchanges] == [("p1", ["x2"]), (None, ["x1"])]


def test_what_is_not_sure_enough_is_left_out_but_of_a_full_brief() -> None:
    evidence = dispute()
    first, second = evidence.matrix.rows
    doubtful = replace(second, charge=replace(second.charge, confidence=0.1))
    changed = replace(evidence, matrix=replace(evidence.matrix, rows=(first, doubtful)))
    assert [len(plan(changed, length=length).rows) for length in Length] == [1, 1, 2]


def test_a_second_refusal_is_cited_with_the_first() -> None:
    evidence = dispute()
    first, second = evidence.matrix.rows
    refusals = [replace(first.responses[0], statement=StatementId(s), stance=Stance.NO_COMMENT) for s in ("s3", "s4")]
    changed = replace(evidence, matrix=replace(evidence.matrix, rows=(replace(first, responses=tuple(refusals)), second)))
    assert [[a.statement for a in g] for g in plan(changed).exchanges[0].answers] == [["s3", "s4"]]


def test_demands_are_positions_and_a_short_brief_has_none() -> None:
    assert [plan(dispute(), length=length).positions for length in Length] == [(), ("s3",), ("s3",)]


def test_too_few_statements_are_refused() -> None:
    with pytest.raises(ThinEvidence, match="at least 5 needed"):
        plan(dispute(), fewest=5)


def test_a_charge_of_the_text_is_in_no_heading() -> None:
    assert not in_heading(dispute().reading, StatementId("s1"))


def test_the_first_of_equals_leads() -> None:
    assert leading(dispute().matrix.rows).charge.id == "x1"


def test_what_is_below_the_floor_is_left_out_and_the_row_keeps_its_status() -> None:
    evidence = dispute()
    answered, open_ = evidence.matrix.rows
    rows = (
        replace(answered, responses=(replace(answered.responses[0], confidence=0.4),)),
        replace(open_, charge=replace(open_.charge, confidence=0.4)),
    )
    outline = plan(replace(evidence, matrix=replace(evidence.matrix, rows=rows)), floor=0.5)
    assert [(r.charge.id, r.responses, r.status) for r in outline.rows] == [("x1", (), answered.status)]
    assert [a for e in outline.exchanges for a in e.answers] == []


def test_a_long_line_in_a_headlines_capitals_is_a_headline() -> None:
    line = "Harbour Trust Accuses Mayor Venn Of Hiding The Old Survey Of The Pier And Of Selling It; Venn Denies The Claims In Full"
    document = doc(f"{line}\n\nThe trust spoke on Monday.")
    s = statement(document, "s1", "Of Hiding The Old Survey")
    assert in_heading(reading([document], [s], [], speakers={}), s.id)


def test_small_talk_is_no_position() -> None:
    document = doc("Venn said the trust lied. Venn said: “Thank you.” Venn said: “The pier sank in the storm of early May.”")
    each = [
        statement(document, f"s{n}", words, form=Form.DIRECT)
        for n, words in enumerate(("“Thank you.”", "“The pier sank in the storm of early May.”"))
    ]
    read = reading([document], each, [party("p1", "Mara Venn")], speakers={"s0": "p1", "s1": "p1"})
    assert [_is_small_talk(read, s.id) for s in each] == [True, False]
