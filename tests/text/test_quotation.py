"""Pairs of quotation marks of every make."""

from __future__ import annotations

import pytest

from counterclaim.text.segment import segment
from factories import doc


def outer(text: str) -> list[str]:
    return [text[q.span.start : q.span.end] for q in segment(doc(text)).quotations if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We paid,” Roth said. “Twice.”", ["“We paid,”", "“Twice.”"]),
        ('Roth said: "We paid." Then she left.', ['"We paid."']),
        ("''We paid,'' Roth said.", ["''We paid,''"]),
        ("‘We paid,’ Roth said. It’s the crew’s word.", ["‘We paid,’"]),
        ("«We paid», Roth said.", ["«We paid»"]),
        ("“We paid,“ said Roth. “Twice.”", ["“We paid,“", "“Twice.”"]),
        ('The board is 12" wide. "Yes," she said.', ['"Yes,"']),
        ("She called it “the ‘lost’ fund” twice.", ["“the ‘lost’ fund”"]),
        ("‘They sold the boats,’her nephew said.", ["‘They sold the boats,’"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert outer(text) == expected


def test_a_quotation_inside_another_is_deeper() -> None:
    quotations = segment(doc("“She said ‘never’ to us.”")).quotations
    assert [q.depth for q in quotations] == [0, 1]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    (quotation,) = segment(doc("“We paid, she said.\n\nNobody else spoke.")).quotations
    assert (quotation.closed, quotation.continued) == (False, False)


def test_speech_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    first, second = segment(doc("“We paid.\n\n“We paid twice.”")).quotations
    assert (first.continued, second.closed) == (True, True)


def test_speech_goes_on_to_a_closing_mark_that_nothing_opened() -> None:
    text = "“We paid,” Roth said. “We paid twice.\n\nWe will not pay again.”\n\nShe left."
    assert outer(text) == ["“We paid,”", "“We paid twice.", "We will not pay again.”"]
