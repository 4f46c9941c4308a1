"""Where the content stands behind a cue."""

from __future__ import annotations

import pytest

from counterclaim.statements.frames import content_of, opened
from counterclaim.statements.hits import hits
from statements.sentences import sentence, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Roth said that it rained.", "that it rained"),
        ("Roth said it rained.", "it rained"),
        ("Roth said on the pier that it rained.", "that it rained"),
        ("Roth said on Monday the trust paid.", "the trust paid"),
        ("Roth said: “We paid.”", "“We paid.”"),
        ("Roth wrote on X, “We paid.”", "“We paid.”"),
        ("Roth accused Venn of hiding it.", "Venn of hiding it"),
        ("Roth urged Venn to leave.", "Venn to leave"),
        ("Roth called on Venn to leave.", "Venn to leave"),
        ("Roth denied the charges.", "the charges"),
        ("Roth refused to leave.", "to leave"),
        ("Roth told reporters on the pier that it rained.", "that it rained"),
        ("Roth told her it rained.", "it rained"),
        ("Roth asked whether it rained.", "whether it rained"),
        ("Roth described the plan as absurd.", "the plan as absurd"),
        ("Roth called the plan “a joke.”", "the plan “a joke.”"),
        ("Roth did not respond to a request for comment.", "a request for comment"),
        ("Roth said Venn “was wrong.”", "Venn “was wrong.”"),
    ],
)
def test_a_frame(text: str, expected: str) -> None:
    read = sentence(text)
    found = content_of(read, next(iter(hits(read))))
    assert found is not None
    assert " | ".join(words(read, p) for p in found[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Said Roth, “We paid.”", "“We paid.”"), ("Continued Roth: “We paid.”", "“We paid.”")],
)
def test_a_sentence_that_opens_with_its_cue(text: str, expected: str) -> None:
    read = sentence(text)
    front = opened(read, next(iter(hits(read))))
    assert front is not None
    assert (words(read, front[0]), words(read, front[1][0])) == ("Roth", expected)


def test_a_colon_at_the_end_waits_for_the_next_paragraph() -> None:
    read = sentence("Roth answered in a post, writing:")
    assert [content_of(read, h) for h in hits(read) if h.cue.lemma == "write"] == [((), 7)]


def test_a_cue_without_content_is_none() -> None:
    read = sentence("Roth spoke and said.")
    assert [content_of(read, h) for h in hits(read)] == [None]
