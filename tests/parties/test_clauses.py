"""How a mention stands in its sentence is told by closed words and endings."""

import pytest

from counterclaim.parties.clauses import is_verb
from counterclaim.parties.found import Case, Found
from parties.stage import mentions


def _one(text: str, words: str) -> Found:
    return next(m for m in mentions(text) if m.text == words)


@pytest.mark.parametrize(
    ("text", "words", "case"),
    [
        ("She left.", "She", Case.SUBJECT),
        ("The clerk saw her.", "her", Case.OBJECT),
        ("The clerk saw her letter.", "her", Case.POSSESSIVE),
        ("The clerk told him.", "him", Case.OBJECT),
        ("It was late.", "It", Case.SUBJECT),
    ],
)
def test_a_pronoun_has_a_case(text: str, words: str, case: Case) -> None:
    assert _one(text, words).case is case


def test_a_subject_stands_before_its_verb() -> None:
    text = "On Monday Mara Venn quickly denied that Ila Roth had met Odo Storr."
    assert [m.subject for m in mentions(text)] == [True, True, False]


def test_clauses_are_counted() -> None:
    text = "On Monday Mara Venn left when Ila Roth came; Odo Storr stayed."
    assert [m.clause for m in mentions(text)] == [0, 1, 2]


def test_a_name_is_no_verb() -> None:
    assert [is_verb(w) for w in ("said", "walked", "was", "letter")] == [True, True, True, False]
