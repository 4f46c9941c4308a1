"""Tables for a terminal hold a line a statement and a line a charge."""

import io

from rich.console import Console

from counterclaim.export.tables import charges, statements
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
