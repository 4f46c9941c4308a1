"""The table of planted errors: a line a kind, and the share of all that would have passed."""

import io

from rich.console import Console

from counterclaim.export.trial import table


def _printed(*kinds: tuple[str, int, int]) -> list[list[str]]:
    console = Console(width=100, file=io.StringIO())
    with console.capture() as captured:
        console.print(table(kinds))
    rows = (row.strip("│┃ ").replace("┃", "│").split("│") for row in captured.get().splitlines() if "│" in row or "┃" in row)
    return [[cell.strip() for cell in row] for row in rows]


def test_a_kind_has_its_share_and_all_have_theirs() -> None:
    rows = _printed(("altered-quote", 4, 3), ("loaded-word", 4, 0))
    assert rows[1:] == [["altered-quote", "4", "3", "25 %"], ["loaded-word", "4", "0", "100 %"], ["all", "8", "3", "62 %"]]


def test_nothing_planted_has_no_share() -> None:
    assert _printed()[-1] == ["all", "0", "0", "-"]
