"""A brief names no speaker for a pronoun that stands far from its name."""

from dataclasses import replace

import pytest

from counterclaim.brief.sure import cautious
from counterclaim.records import PartyId, PartyKind, ResponseMatrix, Role
from factories import dispute, doc, party, reading, statement


def _speaker(text: str, source: str, name: str, kind: PartyKind = PartyKind.PERSON) -> PartyId | None:
    document = doc(text)
    told = statement(document, "s1", "the gate was shut", source=source, cue="said")
    read = reading([document], [told], [party("p1", name, kind)], speakers={"s1": "p1"})
    empty = ResponseMatrix(rows=(), replies=(), documents_read=(document.id,))
    return cautious(replace(dispute(), reading=read, matrix=empty)).reading.resolutions[told.id, Role.SOURCE].party


@pytest.mark.parametrize(
    ("text", "source", "name", "sure"),
    [
        ("Venn came late. Then she said the gate was shut.", "she", "Mara Venn", True),
        (
            "Venn came. It rained. The boats lay still. A bell rang. Nobody stirred. Then she said the gate was shut.",
            "she",
            "Mara Venn",
            False,
        ),
        ("A keeper came late. Then she said the gate was shut.", "she", "keeper", False),
        ("Mara Venn said the gate was shut.", "Mara Venn", "Mara Venn", True),
    ],
)
def test_he_and_she_need_a_name_that_stands_near(text: str, source: str, name: str, sure: bool) -> None:
    assert _speaker(text, source, name) == ("p1" if sure else None)


@pytest.mark.parametrize(
    ("text", "sure"),
    [("The Canal Board met, and it said the gate was shut.", True), ("The Canal Board met. Then it said the gate was shut.", False)],
)
def test_it_needs_its_name_in_the_same_sentence(text: str, sure: bool) -> None:
    assert _speaker(text, "it", "Canal Board", PartyKind.ORGANISATION) == ("p1" if sure else None)


def test_a_charge_that_nobody_surely_makes_has_no_accuser() -> None:
    evidence = dispute()
    nobody = {k: replace(r, party=None) if r.role is Role.SOURCE else r for k, r in evidence.reading.resolutions.items()}
    unsure = replace(evidence, reading=replace(evidence.reading, resolutions=nobody))
    assert {row.charge.accuser for row in cautious(unsure).matrix.rows} == {None}
    assert {row.charge.accuser for row in cautious(evidence).matrix.rows} == {"p1"}
