"""One invented story, read as a whole, and what a check sees in a draft about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from counterclaim.audit.case import Case, prepare
from counterclaim.audit.check import Seen
from counterclaim.audit.draft import draft
from counterclaim.pipeline import read
from counterclaim.records import Document, Evidence
from factories import doc

GAZETTE = (
    "Mayor Mara Venn accused the harbour trust on Monday of hiding a survey of the east quay. "
    "“The trust is not permitted to sell the berths unless the survey is published,” Venn told the council. "
    "She said the trust had sold at least 40 berths for about $2 million since June 2029.\n\n"
    "The harbour trust denied hiding the survey. “Nobody hid the survey. It was on the shelf,” said Ila Roth, its chair. "
    "Roth said the board is considering a new survey next year.\n\n"
    "Inspectors are investigating the alleged misuse of the repair fund by the trust. "
    "Dov Pell, a former treasurer, said the repair fund may have paid for a private road to the lighthouse. "
    "The storm of March 2031 closed the port for nine days."
)
POST = (
    "Orla Quist, a fishing captain, said the crane stopped twice in the winter. "
    "“The crane stays where it is if the tenants agree,” Quist told reporters. "
    "The tenants of the quay did not respond to a request for comment. Quist rejected the claim that she had left the league."
)


@cache
def evidence() -> Evidence:
    return read([doc(GAZETTE), doc(POST, id="d2", publisher="The Selby Post")])


def _read(given: str | Document) -> Evidence:
    return read([doc(given) if isinstance(given, str) else given])


def case(brief: str) -> Case:
    return prepare(draft("brief.md", brief), evidence())


def seen(run: Callable[[Case], Iterable[Seen]], brief: str, given: str | Document | None = None) -> list[str]:
    """The places in the draft at which a check sees something; `given` is read in place of the story."""
    prepared = case(brief) if given is None else prepare(draft("brief.md", brief), _read(given))
    return [prepared.document.text[s.where.start : s.where.end] for s in run(prepared)]


def against(brief: str, *texts: str | Document, path: str = "brief.md") -> Case:
    """A brief against other sources than the story's, read by rules."""
    documents = [t if isinstance(t, Document) else doc(t, id=f"d{n}", publisher=f"The Paper {n}") for n, t in enumerate(texts, 1)]
    return prepare(draft(path, brief), read(documents, profile="rules"))


def places(run: Callable[[Case], Iterable[Seen]], prepared: Case) -> list[str]:
    """The places in a prepared draft at which a check sees something."""
    return [prepared.document.text[s.where.start : s.where.end] for s in run(prepared)]
