"""Selectors find exactly their passage or nothing."""

import pytest

from counterclaim.anchors import anchor, locate, normalise
from counterclaim.records import Span, TextQuoteSelector


def test_normalise_keeps_every_offset() -> None:
    text = "“It’s – fine”\u00a0she said"
    assert normalise(text) == '"It\'s - fine" she said'
    assert len(normalise(text)) == len(text)


def test_a_selector_finds_its_place_again() -> None:
    text = "One gate was shut. Two gates were open. One gate was shut."
    span = Span(40, 58)
    assert locate(text, anchor(text, span)) == span


@pytest.mark.parametrize(
    ("text", "selector"),
    [
        ("The hostels and the old motel are closed.", TextQuoteSelector(exact="Ostel")),
        ("A gate. A gate.", TextQuoteSelector(exact="A gate.")),
        ("Nothing here.", TextQuoteSelector(exact="")),
        ("The hostels are closed.", TextQuoteSelector(exact="hostel")),
    ],
    ids=["look-alike", "two places", "no words", "part of a word"],
)
def test_a_passage_that_is_gone_or_unclear_is_not_found(text: str, selector: TextQuoteSelector) -> None:
    assert locate(text, selector) is None


def test_offsets_count_code_points() -> None:
    text = "🚢🚢 Row: she said “no” today."
    assert locate(text, TextQuoteSelector(exact="“no”")) == Span(17, 21)
