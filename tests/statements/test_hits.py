"""Which words report, and in which voice."""

from __future__ import annotations

import pytest

from counterclaim.statements.hits import Voice, hits
from statements.sentences import sentence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roth claims that it rained", [("claim", Voice.ACTIVE)]),
        ("the claims were false", []),
        ("the alleged fraud", []),
        ("Roth was accused of theft", [("accuse", Voice.PASSIVE)]),
        ("a man accused of theft", [("accuse", Voice.PASSIVE)]),
        ("Roth left, saying it rained", [("say", Voice.PARTICIPLE)]),
        ("Roth wants to deny it", [("deny", Voice.INFINITIVE)]),
        ("Critics say it rained", [("say", Voice.ACTIVE)]),
        ("Roth did not respond to it", [("respond", Voice.ACTIVE)]),
        ("her reports", []),
    ],
)
def test_hits(text: str, expected: list[tuple[str, Voice]]) -> None:
    assert [(h.cue.lemma, h.voice) for h in hits(sentence(text))] == expected


def test_a_hit_covers_its_group_and_particle() -> None:
    hit = next(hits(sentence("Venn has repeatedly called for it")))
    assert (hit.group, hit.at, hit.end) == (1, 3, 5)
