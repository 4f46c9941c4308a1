"""Where a content ends."""

from __future__ import annotations

import pytest

from counterclaim.statements.cues import Tense
from counterclaim.statements.extents import clause_end, phrase_end, sentence_end
from statements.sentences import sentence, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it rained and the harbour closed.", "it rained and the harbour closed"),
        ("it rained, adding that the harbour closed.", "it rained"),
        ("it rained and accused Venn of theft.", "it rained"),
        ("it rained, according to Roth.", "it rained"),
        ("it rained - claims Roth denies.", "it rained"),
        ("it rained; Roth denied it.", "it rained"),
        ("it rained - as it often does - all day.", "it rained — as it often does — all day"),
        ("it rained, which she said was normal.", "it rained"),
        ("it rained, but nobody noticed.", "it rained"),
    ],
)
def test_a_clause_ends_where_another_voice_begins(text: str, expected: str) -> None:
    read = sentence(text)
    assert words(read, (0, clause_end(read, 0, Tense.PAST))).replace("-", "—") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the charges on Monday", "the charges"),
        ("the charges in a statement", "the charges"),
        ("the charges and left", "the charges"),
        ("the charges, calling them absurd", "the charges"),
        ("the mayor, the clerk and the trust", "the mayor , the clerk and the trust"),
        ("the charges when she came", "the charges"),
    ],
)
def test_a_phrase_ends_before_what_is_no_part_of_it(text: str, expected: str) -> None:
    read = sentence(text)
    assert words(read, (0, phrase_end(read, 0, Tense.PAST))) == expected


def test_an_end_mark_is_no_content() -> None:
    assert sentence_end(sentence("It rained.")) == 2
