"""Tables for a terminal hold a line a statement and a line a charge."""

import io
from dataclasses import replace
from datetime import UTC, datetime

from rich.console import Console

from counterclaim.export.lines import Beside
from counterclaim.export.tables import charges, party, statements
from counterclaim.export.who import profile
from counterclaim.records import Change, ChangeKind, ChargeId, Drift, DriftKind, Inquiry, PartyId, Span, StatementId, Status
from factories import dispute


def _printed(table: object, width: int = 160) -> str:
    console = Console(width=width, file=io.StringIO())
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def test_every_statement_has_its_line() -> None:
    assert statements(dispute()).row_count == 4


def test_a_charge_shows_its_status_and_answer() -> None:
    shown = _printed(charges(dispute()))
    assert "answered" in shown
    assert "Ila Roth denies (The Selby Post)" in shown
    assert "no response was found" in shown


def test_a_charge_shows_what_was_asked_what_is_new_and_other_wordings() -> None:
    asked = Inquiry(charge="k", asked="Ila Roth", at=datetime(2031, 3, 9, tzinfo=UTC), means="phone", outcome="no reply")
    beside = Beside(
        inquiries={ChargeId("x2"): (asked,)},
        changes=(
            Change(kind=ChangeKind.NEW_STATUS, key="k", charge=ChargeId("x1"), was=Status.UNANSWERED),
            Change(kind=ChangeKind.NEW_ANSWER, key="k", charge=ChargeId("x1"), statement=StatementId("s4")),
            Change(kind=ChangeKind.GONE, key="k9"),
        ),
    )
    drift = Drift(kind=DriftKind.LOST_HEDGE, earlier=StatementId("s1"), later=StatementId("s4"), was=Span(0, 5))
    shown = _printed(charges(replace(dispute(), drifts=(drift,)), beside))
    assert "answered (was unanswered)" in shown
    assert "Ila Roth denies (The Selby Post), new" in shown
    assert "first-hand: asked Ila Roth on 9 March 2031 by phone; no reply" in shown
    assert "lost hedge: “Mayor” (The Ardmoor Gazette), not in The Selby Post" in shown
    assert "read otherwise now: k9" in shown


def test_what_is_unsure_is_marked_or_counted() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[0]
    unsure = replace(row, charge=replace(row.charge, confidence=0.4))
    evidence = replace(evidence, matrix=replace(evidence.matrix, rows=(unsure, evidence.matrix.rows[1])))
    assert "low confidence" in _printed(charges(evidence, Beside(low_below=0.5)))
    assert "not shown for confidence below 0.5: 1 of the charges" in _printed(charges(evidence, Beside(hide_below=0.5)))


def test_eighty_columns_are_enough() -> None:
    shown = _printed(charges(dispute()), width=80)
    assert max(map(len, shown.splitlines())) <= 80
    assert "Mara Venn → harbour trust" in shown


def test_a_party_is_shown_with_its_voices_and_the_charges_it_faces() -> None:
    evidence = dispute()
    shown = _printed(party(profile(evidence, evidence.reading.parties[PartyId("p2")])))
    assert "harbour trust; also trust; for it: Ila Roth" in shown
    assert "Charges it faces" in shown
    assert "Charges it makes: none was found in what was read" in shown
