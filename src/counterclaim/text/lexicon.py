"""Owns the packaged word lists: typed, cached, immutable rows of `data/*.tsv`.

A row is a term (several forms may stand in it, separated by commas), its sense, its origin and its licence. Refuses a
list without the four columns and a row that does not fill them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from counterclaim.errors import RecordError

COLUMNS = ("term", "sense", "origin", "licence")


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a word list. What `term` and `sense` hold is said by the module that owns the list."""

    term: str
    sense: str
    origin: str
    licence: str

    @property
    def forms(self) -> tuple[str, ...]:
        return tuple(self.term.split(","))


@cache
def terms(name: str) -> tuple[Term, ...]:
    """All rows of one list in their order. `name` is the file's name without `.tsv`."""
    path = files("counterclaim").joinpath("data", f"{name}.tsv")
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    if tuple(header.split("\t")) != COLUMNS:
        raise RecordError(f"a word list has the columns {', '.join(COLUMNS)}", source=name)
    return tuple(_row(name, line) for line in lines if line.strip())


@cache
def words(name: str, sense: str) -> frozenset[str]:
    """All forms of one list that carry a sense."""
    return frozenset(form for term in terms(name) if term.sense == sense for form in term.forms)


def _row(name: str, line: str) -> Term:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS) or not all(cells):
        raise RecordError(f"a row must fill the {len(COLUMNS)} columns: {line!r}", source=name)
    return Term(*cells)
