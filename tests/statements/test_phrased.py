"""Attributions without a reporting verb."""

from __future__ import annotations

import pytest

from counterclaim.statements.hits import hits
from counterclaim.statements.phrased import headed, phrased, taken_up
from statements.sentences import sentence, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained all day, according to Ila Roth.", ("Ila Roth", "according to", "It rained all day")),
        ("According to the trust, it rained all day.", ("the trust", "According to", "it rained all day")),
        ("In the trust's view, it rained all day.", ("the trust's", "In | view", "it rained all day")),
        ("Roth's claim that it rained fell flat.", ("Roth's", "claim", "that it rained fell flat")),
        ("The two allegedly met.", ("", "allegedly", "The two | met")),
        ("Roth could not be reached for comment.", ("Roth", "could not be reached", "for comment")),
        ("Roth had no comment.", ("Roth", "had no", "comment")),
    ],
)
def test_phrased(text: str, expected: tuple[str, str, str]) -> None:
    read = sentence(text)
    assert [shown(read, f) for f in phrased(read)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He hid it - allegations Roth strongly denies.", ("Roth", "strongly denies", "allegations")),
        ("He hid it, which Roth denied.", ("Roth", "denied", "which")),
    ],
)
def test_an_object_before_its_verb(text: str, expected: tuple[str, str, str]) -> None:
    read = sentence(text)
    assert [shown(read, f) for h in hits(read) if (f := taken_up(read, h))] == [expected]


def test_a_headline_with_a_colon() -> None:
    read = sentence("Harbour trust: fund was never touched")
    found = headed(read)
    assert found is not None
    assert shown(read, found) == ("Harbour trust", ":", "fund was never touched")


def test_a_rubric_is_no_source() -> None:
    assert headed(sentence("Exclusive: fund was never touched")) is None
