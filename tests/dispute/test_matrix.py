from datetime import UTC, datetime

import pytest

from counterclaim.dispute.matrix import build, status
from counterclaim.records import Act, ChargeId, Directness, PartyId, Response, Stance, StatementId, Status, Wording
from dispute.stories import Line, story, swapped

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")


def response(stance: Stance) -> Response:
    return Response(
        charge=ChargeId("x1"),
        statement=StatementId("s1"),
        by=PartyId("b"),
        stance=stance,
        directness=Directness.SPECIFIC,
        wording=Wording.QUOTED,
    )


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        ([], Status.UNANSWERED),
        ([Stance.NO_COMMENT], Status.NO_COMMENT),
        ([Stance.NO_COMMENT, Stance.DEFLECTS], Status.DEFLECTED),
        ([Stance.DEFLECTS, Stance.CONCEDES], Status.ANSWERED),
    ],
)
def test_the_best_answer_makes_the_status(stances: list[Stance], expected: Status) -> None:
    assert status([response(s) for s in stances]) == expected


def test_each_charge_is_a_row_and_the_documents_read_are_named() -> None:
    reading, claims = story([HID, (Act.DENIAL, "b", "", "denied", "it")], [SOLD])
    matrix = build(reading, claims, as_of=datetime(2031, 3, 9, tzinfo=UTC))
    assert [r.status for r in matrix.rows] == [Status.ANSWERED, Status.UNANSWERED]
    assert (matrix.documents_read, matrix.as_of) == (("d1", "d2"), datetime(2031, 3, 9, tzinfo=UTC))


def test_swapping_the_parties_gives_the_same_rows_swapped() -> None:
    lines = [HID, SOLD, (Act.DENIAL, "b", "", "said:", "“The crane was never sold”")]
    (ours, our_claims), (theirs, their_claims) = story(lines), story(swapped(lines, {"Ferrowick": "Mara", "Council": "Tolland"}))
    one, other = build(ours, our_claims, as_of=None), build(theirs, their_claims, as_of=None)
    assert [(r.charge.statements, r.status) for r in one.rows] == [(r.charge.statements, r.status) for r in other.rows]
    assert [a.stance for r in one.rows for a in r.responses] == [a.stance for r in other.rows for a in r.responses]
