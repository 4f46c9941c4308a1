"""Shows the outcome of planted errors as a table for a terminal (a rich renderable; printing is the command line's)."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table


def table(kinds: Sequence[tuple[str, int, int]]) -> Table:
    """One line a kind of (kind, planted, found), and one for all of them."""
    shown = Table("error", *("planted", "found", "would have passed"), show_footer=True)
    for column in shown.columns[1:]:
        column.justify = "right"
    for kind, planted, found in kinds:
        shown.add_row(kind, str(planted), str(found), _share(planted, found))
    planted, found = sum(of for _, of, _ in kinds), sum(of for _, _, of in kinds)
    for column, words in zip(shown.columns, ("all", str(planted), str(found), _share(planted, found)), strict=True):
        column.footer = words
    return shown


def _share(planted: int, found: int) -> str:
    return f"{100 * (planted - found) / planted:.0f} %" if planted else "-"
