"""Medium, time and hedges of a statement."""

from __future__ import annotations

import pytest

from counterclaim.records import Statement
from counterclaim.statements.details import hedges
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc, span
from statements.sentences import told


def first(text: str) -> Statement:
    document = doc(text)
    return extract(document, segment(document), RulesTagger())[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roth said in a post on X that it rained.", "in a post on X"),
        ("At a rally in Ardmoor, Roth said it rained.", "At a rally in Ardmoor"),
        ("Roth told the Selby Post that it rained.", "told the Selby Post"),
        ("“We paid,” Roth told reporters on the pier.", "told reporters on the pier"),
        ("Roth used a social media post to say that it rained.", "a social media post"),
        ("“We paid,” Roth tweeted.", "tweeted"),
        ("Roth told Venn that it rained.", ""),
        ("Roth explained to reporters that it rained.", "to reporters"),
        ("According to the council, it rained.", ""),
        ("Roth said the trust lied in a statement.", ""),
        ("Roth answered on the steps of the town hall. “We paid,” she said.", "on the steps of the town hall"),
        ("Roth answered at a rally in Ardmoor. “We paid,” Venn said.", ""),
        ("Roth spoke at a rally in Ardmoor.\n\n“We paid,” she said.", ""),
        ("Roth fell ill at a rally in Ardmoor. “We paid,” she said.", ""),
    ],
)
def test_the_medium(text: str, expected: str) -> None:
    assert told(text, first(text).medium) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roth on Sunday denied it.", "on Sunday"),
        ("Roth said it rained on Sunday.", ""),
        ("Roth said last week that it rained.", "last week"),
    ],
)
def test_the_words_that_say_when(text: str, expected: str) -> None:
    when = first(text).when
    assert told(text, (when,) if when else ()) == expected


def test_hedges_stand_inside_the_content() -> None:
    document = doc("Roth said the boats may allegedly sink in May.")
    content = span(document, "the boats may allegedly sink in May")
    assert told(document.text, hedges(document.text, (content,))) == "may | allegedly"
