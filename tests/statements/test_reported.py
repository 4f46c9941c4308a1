"""Verbs, sources and contents of one sentence."""

from __future__ import annotations

import pytest

from counterclaim.statements.reported import reported
from statements.sentences import sentence, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Roth said it rained and accused Venn of hiding the survey.",
            [("Roth", "said", "it rained"), ("Roth", "accused", "Venn of hiding the survey")],
        ),
        ("Venn was later accused of theft by Roth.", [("", "was later accused", "Venn | of theft by Roth")]),
        ("Roth used a newsletter to assert that it rained.", [("Roth", "assert", "that it rained")]),
        ("Roth released a statement saying it rained.", [("Roth", "saying", "it rained")]),
        ("Citing the survey, the mayor left.", [("the mayor", "Citing", "the survey")]),
        ("The clerk, who said it rained, left.", [("who", "said", "it rained")]),
        ("While Venn claimed that it rained, the clerk left.", [("Venn", "claimed", "that it rained")]),
        ("When asked whether it rained, Roth left.", [("", "asked", "whether it rained")]),
        (
            "Roth said the clerk had told her that it rained.",
            [("Roth", "said", "the clerk had told her that it rained"), ("the clerk", "had told", "that it rained")],
        ),
        (
            "One said a clerk had told him that it rained.",
            [("One", "said", "a clerk had told him that it rained"), ("a clerk", "had told", "that it rained")],
        ),
        ("She denies it and says the clerk had it.", [("She", "denies", "it"), ("She", "says", "the clerk had it")]),
    ],
)
def test_reported(text: str, expected: list[tuple[str, str, str]]) -> None:
    read = sentence(text)
    assert [shown(read, f) for f in reported(read)] == expected


def test_the_relative_word_belongs_to_the_content() -> None:
    read = sentence("Roth left the office, which she said has no heating.")
    assert [shown(read, f) for f in reported(read)] == [("she", "said", "which | has no heating")]


def test_a_present_without_a_subject_reports_nothing() -> None:
    assert list(reported(sentence("to say so is easy"))) == []
