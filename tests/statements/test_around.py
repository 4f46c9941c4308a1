"""Reporting clauses behind or inside what is said."""

from __future__ import annotations

import pytest

from counterclaim.statements.around import around, bare, dateline_end
from counterclaim.statements.hits import hits
from counterclaim.statements.units import Kind
from statements.sentences import sentence, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We paid,” Roth said.", ("Roth", "said", "“We paid,”")),
        ("“We paid,” said Ila Roth, the chair.", ("Ila Roth , the chair", "said", "“We paid,”")),
        ("“We paid,” said Roth, “and then we left.”", ("Roth", "said", "“We paid,” | “and then we left.”")),
        ("“We paid,” Roth told a public meeting, “twice.”", ("Roth", "told", "“We paid,” | “twice.”")),
        ("The trust paid, Roth said on Monday.", ("Roth", "said", "The trust paid")),
        ("To stay open, crews said, the port must dredge.", ("crews", "said", "To stay open | the port must dredge")),
        ("The budget “is wrong,” she said.", ("she", "said", "The budget “is wrong,”")),
    ],
)
def test_content_before_its_cue(text: str, expected: tuple[str, str, str]) -> None:
    read = sentence(text)
    found = [f for hit in hits(read) if (f := around(read, hit, []))]
    assert [shown(read, f) for f in found] == [expected]


@pytest.mark.parametrize("text", ["On Monday, Roth said.", "Roth came, she said that it rained.", "Roth left, said no."])
def test_what_is_no_reporting_clause(text: str) -> None:
    read = sentence(text)
    assert [f for hit in hits(read) if (f := around(read, hit, []))] == []


def test_a_verb_that_the_lexicon_does_not_hold() -> None:
    read = sentence("“We paid twice!” an angry Roth thundered back.")
    at = next(i for i, u in enumerate(read) if u.kind is Kind.QUOTE)
    found = bare(read, at)
    assert found is not None
    assert shown(read, found)[0] == "an angry Roth"


def test_a_dateline_is_no_content() -> None:
    assert dateline_end(sentence("ARDMOOR, June 10 (NPA) - The trust paid.")) == 8
