"""Lines are what holds words; white space at their ends is none of them."""

from counterclaim.records import Span
from counterclaim.text.lines import lines, starts_block, trimmed

TEXT = "  one \n\n two\nthree\n"


def test_blank_lines_are_none() -> None:
    assert [TEXT[x.start : x.end] for x in lines(TEXT)] == ["one", "two", "three"]


def test_a_stretch_of_white_space_is_nothing() -> None:
    assert trimmed(TEXT, 5, 9) is None
    assert trimmed(TEXT, 0, 6) == Span(2, 5)


def test_a_block_starts_below_a_blank_line() -> None:
    assert [starts_block(TEXT, x) for x in lines(TEXT)] == [True, True, False]
