"""Paragraphs, sentences, headings and furniture."""

from __future__ import annotations

import pytest

from counterclaim.text import segment as module
from counterclaim.text.segment import segment
from factories import doc


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segment(doc(text)).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gov. Mara Venn spoke. She left.", ["Gov. Mara Venn spoke.", "She left."]),
        ("The U.S. crew came at 5 p.m. on Friday. It rained.", ["The U.S. crew came at 5 p.m. on Friday.", "It rained."]),
        ("“We paid.”Roth then left.", ["“We paid.”", "Roth then left."]),
        ("“Who paid?” Roth asked.", ["“Who paid?”", "Roth asked."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_is_a_paragraph_and_a_short_title_a_heading() -> None:
    text = "Roth's Response\nShe denied it all.\nHelp us improve."
    layout = segment(doc(text))
    assert [text[p.start : p.end] for p in layout.headings] == ["Roth's Response"]
    assert [text[p.start : p.end] for p in layout.furniture] == ["Help us improve."]


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour trust has told the council that it will not open its books\n"
        "before the end of the month, and that nobody on its board was asked what\n"
        "the survey had cost or who had ordered it in the first place."
    )
    assert len(segment(doc(text)).paragraphs) == 1


def test_offsets_count_code_points() -> None:
    text = "🚢🚢 Venn spoke. She left."
    assert sentences(text) == ["🚢🚢 Venn spoke.", "She left."]


def test_one_paragraph_alone_can_be_split() -> None:
    text = "Mr. Venn left. “Who knew?” she said. "
    assert [text[s.start : s.end] for s in module.sentences(text)] == ["Mr. Venn left.", "“Who knew?” she said."]
    assert module.sentences(" ") == ()
