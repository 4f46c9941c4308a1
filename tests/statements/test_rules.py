"""The rules tagger on whole texts."""

from __future__ import annotations

import pytest

from counterclaim.records import Attribution, Tagger
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc
from statements.sentences import tagged


def test_it_is_a_tagger() -> None:
    tagger: Tagger = RulesTagger()
    document = doc("It rained.")
    found: tuple[Attribution, ...] = tagger.tag(document, segment(document))
    assert found == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Who paid?” Roth asked.", [("Roth", "asked", "“Who paid?”")]),
        ("Roth answered in a post, writing:\n“We paid.”Venn then left.", [("Roth", "writing", "“We paid.”")]),
        (
            "“Nobody came,” said a docker who goes by the name “Tar.” His brother, Dov “Lamps” Orrin, said the trust slept.",
            [
                ("a docker who goes by the name “Tar.”", "said", "“Nobody came,”"),
                ("His brother, Dov “Lamps” Orrin", "said", "the trust slept"),
            ],
        ),
        ('Roth said: "It rained." Then Venn left.', [("Roth", "said", '"It rained."')]),
        ("''We paid,'' Roth said. ''Twice, in March.''", [("Roth", "said", "''We paid,'' | ''Twice, in March.''")]),
        ("Harbour trust: fund was never touched\n\nIt rained.", [("Harbour trust", ":", "fund was never touched")]),
        ("Roth denied it.\nRoth said: help us improve.", [("Roth", "denied", "it"), ("Roth", "said", "help us improve")]),
    ],
)
def test_texts(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert tagged(text) == expected


def test_furniture_is_never_tagged() -> None:
    assert tagged("Help us improve.\nShare this article\nRead more: Roth said it rained") == []
