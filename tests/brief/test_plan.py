"""What a brief says and in which order."""

from dataclasses import replace

import pytest

from counterclaim.brief.plan import in_heading, leading, plan
from counterclaim.errors import ThinEvidence
from counterclaim.records import StatementId
from factories import dispute


def test_a_side_is_a_principal_with_those_who_speak_for_it() -> None:
    sides = plan(dispute()).sides
    assert [(s.party, s.members, len(s.charges), len(s.answers)) for s in sides] == [("p1", ("p1",), 2, 0), ("p2", ("p2", "p3"), 0, 1)]


def test_demands_are_positions_and_events_are_context() -> None:
    outline = plan(dispute())
    reading = dispute().reading
    assert outline.positions == ("s3",)
    assert [reading.documents[d].text[s.start : s.end] for d, s in outline.context] == [
        "The storm of March 2031 closed the port for nine days."
    ]


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
    assert [a for side in outline.sides for a in side.answers] == []
