"""Who is who in a story's statements, across documents, even-handedly."""

from collections.abc import Sequence

import pytest

from counterclaim.parties.resolve import resolve
from counterclaim.records import Cast, Document, Role
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc


def _cast(*documents: Document) -> Cast:
    layouts = {d.id: segment(d) for d in documents}
    statements = [s for d in documents for s in extract(d, layouts[d.id], RulesTagger())]
    return resolve({d.id: d for d in documents}, layouts, statements)


def _named(cast: Cast, role: Role) -> list[str | None]:
    names = {p.id: p.name for p in cast.parties}
    return [None if r.party is None else names[r.party] for r in cast.resolutions if r.role is role]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Mayor Mara Venn spoke on Monday. She said the gate was shut.", ["Mara Venn"]),
        (
            "Mara Venn accused Ila Roth of hiding the letter. She denies it and says the clerk had it all along.",
            ["Mara Venn", "Ila Roth", "Ila Roth"],
        ),
        ("Odo Venn, the pilot, said the crane was broken. “It fell,” Venn said.", ["Odo Venn", "Odo Venn"]),
        ("The harbour council met on Friday. The council said it had sold nothing.", ["harbour council"]),
    ],
    ids=["pronoun", "the accused denies", "surname", "short form"],
)
def test_a_source_is_one_party(text: str, speakers: Sequence[str]) -> None:
    assert _named(_cast(doc(text)), Role.SOURCE) == speakers


def test_the_accused_is_the_target() -> None:
    assert _named(_cast(doc("Mara Venn accused the harbour council of hiding the survey.")), Role.TARGET) == ["harbour council"]


def test_parties_are_one_across_documents() -> None:
    cast = _cast(doc("Mara Venn said the gate was shut."), doc("Venn said the gate was open.", id="d2"))
    assert _named(cast, Role.SOURCE) == ["Mara Venn", "Mara Venn"]


def test_a_spokeswoman_speaks_for_somebody() -> None:
    cast = _cast(doc("The Selby Harbour Trust is late. “It was open,” said Ila Roth, a spokeswoman for the Selby Harbour Trust."))
    names = {p.id: p.name for p in cast.parties}
    roth = next(p for p in cast.parties if p.name == "Ila Roth")
    assert roth.on_behalf_of is not None
    assert names[roth.on_behalf_of] == "Selby Harbour Trust"


def test_swapping_two_names_swaps_only_them() -> None:
    text = "Mara Venn accused Ila Roth of hiding the letter. Roth denied the accusation. Venn said Roth had lied to the council."
    swapped = (
        text.replace("Mara Venn", "#")
        .replace("Venn", "%")
        .replace("Ila Roth", "Mara Venn")
        .replace("Roth", "Venn")
        .replace("#", "Ila Roth")
        .replace("%", "Roth")
    )
    swap = {"Mara Venn": "Ila Roth", "Ila Roth": "Mara Venn", None: None}
    for role in (Role.SOURCE, Role.TARGET):
        assert _named(_cast(doc(swapped)), role) == [swap[n] for n in _named(_cast(doc(text)), role)]
