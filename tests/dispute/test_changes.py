"""What newer documents add: rows, answers, passages, a status - found by content, whatever the ids are now."""

from dataclasses import replace

from counterclaim.dispute.changes import compare
from counterclaim.dispute.keys import keys
from counterclaim.dispute.matrix import build
from counterclaim.records import Act, Change, ChangeKind, Evidence, Row, Status
from dispute.stories import Line, story
from factories import dispute

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")
NEVER: Line = (Act.DENIAL, "b", "", "said:", "“We never hid the harbour engineer’s letter”")


def _evidence(*documents: list[Line]) -> Evidence:
    reading, claims = story(*documents)
    matrix = build(reading, claims, as_of=None)
    return Evidence(reading=reading, claims={c.id: c for c in claims}, matrix=matrix, keys=keys(reading, matrix))


def _told(changes: tuple[Change, ...]) -> list[tuple[str, str | None, str | None]]:
    return [(c.kind, c.charge, c.was or c.statement) for c in changes]


def test_the_same_documents_change_nothing() -> None:
    assert compare(_evidence([HID, NEVER]), _evidence([HID, NEVER])) == ()


def test_a_late_answer_fills_a_cell_and_changes_the_status() -> None:
    assert _told(compare(_evidence([HID]), _evidence([HID], [NEVER]))) == [
        (ChangeKind.NEW_STATUS, "x1", Status.UNANSWERED),
        (ChangeKind.NEW_ANSWER, "x1", "s2"),
    ]


def test_a_further_passage_and_a_new_charge_are_told_apart() -> None:
    again: Line = (*HID[:3], "says", "Ferrowick Council hid the harbour engineer’s letter")
    changes = compare(_evidence([HID]), _evidence([HID], [again, SOLD]))
    assert _told(changes) == [(ChangeKind.NEW_PASSAGE, "x1", "s2"), (ChangeKind.NEW_CHARGE, "x2", "s3")]


def test_a_charge_keeps_its_identity_when_its_number_changes() -> None:
    newer = _evidence([HID, SOLD])
    renumbered = tuple(reversed(newer.matrix.rows))
    turned = replace(newer, matrix=replace(newer.matrix, rows=renumbered))
    assert compare(turned, newer) == ()


def test_a_charge_that_is_read_otherwise_now_is_gone_by_its_key() -> None:
    evidence = dispute()
    rows: tuple[Row, ...] = evidence.matrix.rows[:1]
    changes = compare(evidence, replace(evidence, matrix=replace(evidence.matrix, rows=rows)))
    assert [(c.kind, c.key) for c in changes] == [(ChangeKind.GONE, list(evidence.keys.values())[1])]
