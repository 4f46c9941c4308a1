"""A dated office finds its holder on a document's day, and nobody where the text points elsewhere."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest

from counterclaim.parties.resolve import resolve
from counterclaim.parties.roster import Listed, Office, Roster
from counterclaim.records import Document, PartyKind, Role
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc

ROSTER = Roster(
    (
        Listed(name="Mara Venn", offices=(Office(title="mayor", body="Selby", end=date(2031, 4, 30)),)),
        Listed(name="Odo Roth", offices=(Office(title="mayor", body="Selby", start=date(2031, 5, 1)),)),
        Listed(name="Ila Storr", offices=(Office(title="spokeswoman", body="Selby Water Authority"),)),
        Listed(name="Selby Water Authority", kind=PartyKind.ORGANISATION, aliases=("Aquarium",)),
    )
)


def _speakers(*documents: Document) -> Sequence[str | None]:
    layouts = {d.id: segment(d) for d in documents}
    statements = [s for d in documents for s in extract(d, layouts[d.id], RulesTagger())]
    cast = resolve({d.id: d for d in documents}, layouts, statements, roster=ROSTER)
    names = {p.id: p.name for p in cast.parties}
    return [None if r.party is None else names[r.party] for r in cast.resolutions if r.role is Role.SOURCE]


@pytest.mark.parametrize(
    ("text", "month", "speaker"),
    [
        ("The mayor of Selby said the gate was shut.", 3, "Mara Venn"),
        ("The mayor of Selby said the gate was shut.", 5, "Odo Roth"),
        ("On Monday Selby shut the gate. The mayor said it was rusty.", 3, "Mara Venn"),
        ("The mayor of Ardmoor said the gate was shut.", 3, "mayor"),
        ("The former mayor of Selby said the gate was shut.", 5, "former mayor"),
        ("The mayor said the gate was shut.", 3, "mayor"),
    ],
    ids=["before", "after", "the place is named", "another place", "a former one", "nothing points to the place"],
)
def test_an_office_is_held_on_a_day(text: str, month: int, speaker: str) -> None:
    assert _speakers(doc(text, published_at=datetime(2031, month, 9, tzinfo=UTC))) == [speaker]


def test_an_alias_is_one_with_the_name() -> None:
    assert _speakers(doc("On Monday Aquarium said the gate was shut."), doc("Storr said it was open.", id="d2")) == [
        "Selby Water Authority",
        "Ila Storr",
    ]


def test_a_roster_says_for_whom_somebody_speaks() -> None:
    document = doc("The Selby Water Authority is late. Ila Storr said the gate was shut.")
    layout = segment(document)
    cast = resolve({document.id: document}, {document.id: layout}, extract(document, layout, RulesTagger()), roster=ROSTER)
    names = {p.id: p.name for p in cast.parties}
    assert [names[p.on_behalf_of] for p in cast.parties if p.on_behalf_of] == ["Selby Water Authority"]
