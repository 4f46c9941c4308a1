"""Tables for a terminal hold a line a statement and a line a charge."""

import io

from rich.console import Console

from counterclaim.export.tables import charges, party, statements
from counterclaim.export.who import profile
from counterclaim.records import PartyId
from factories import dispute


def _printed(table: object) -> str:
    console = Console(width=160, file=io.StringIO())
    with console.capture() as captured:
        console.print(table)
    return captured.get()


def test_every_statement_has_its_line() -> None:
    assert statements(dispute()).row_count == 4


def test_a_charge_shows_its_status_and_answer() -> None:
    shown = _printed(charges(dispute()))
    assert "answered" in shown
    assert "Ila Roth: denies (The Selby Post)" in shown
    assert "no response was found" in shown


def test_a_party_is_shown_with_its_voices_and_the_charges_it_faces() -> None:
    evidence = dispute()
    shown = _printed(party(profile(evidence, evidence.reading.parties[PartyId("p2")])))
    assert "harbour trust; also trust; for it: Ila Roth" in shown
    assert "Charges it faces" in shown
    assert "Charges it makes: none was found in what was read" in shown
