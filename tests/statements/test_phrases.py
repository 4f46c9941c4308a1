"""Sources: the noun phrase before a verb, and behind one."""

from __future__ import annotations

import pytest

from counterclaim.statements.phrases import phrase_after, phrase_start, subject_before
from statements.sentences import sentence, words


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Mara Venn said so", "said", "Mara Venn"),
        ("Nela Orrin, a ferry pilot, said so", "said", "Nela Orrin , a ferry pilot"),
        ("Nela Orrin, 44, of Selby, said so", "said", "Nela Orrin"),
        ("Nela Orrin, who was away at the time, said so", "said", "Nela Orrin"),
        ("The trust, through its chair Ila Roth, on Sunday denied it", "denied", "The trust , through its chair Ila Roth"),
        ("On Monday Mayor Mara Venn said so", "said", "Mayor Mara Venn"),
        ("In an interview Roth said so", "said", "Roth"),
        ("In Ardmoor, the mayor, a lawyer, said so", "said", "the mayor , a lawyer"),
        ("Venn and her allies argue so", "argue", "Venn and her allies"),
        ("It rained when the clerk said so", "said", "the clerk"),
        ("The man accused of theft said so", "said", "The man accused of theft"),
        ("Sen. Dov Orrin (Selby) said so", "said", "Sen . Dov Orrin ( Selby )"),
        ("The crews - all nine of them - said so", "said", "The crews"),
        ("But she said so", "said", "she"),
        ("Two men who used to work here said so", "said", "Two men who used to work here"),
    ],
)
def test_the_subject_before_a_verb(text: str, verb: str, expected: str) -> None:
    read = sentence(text)
    at = next(i for i, u in enumerate(read) if u.low == verb)
    assert words(read, subject_before(read, at)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("said Ila Roth, who left", "Ila Roth"),
        ("said Ila Roth in a statement", "Ila Roth"),
        ("said Ila Roth on Monday", "Ila Roth"),
        ("said a spokesman for the trust, Dov Orrin, on Monday", "a spokesman for the trust , Dov Orrin"),
        ("said that it rained", ""),
    ],
)
def test_the_phrase_behind_a_cue(text: str, expected: str) -> None:
    read = sentence(text)
    assert words(read, phrase_after(read, 1)) == expected


def test_no_phrase_ends_in_a_preposition() -> None:
    assert phrase_start(sentence("the survey of"), 3) is None
