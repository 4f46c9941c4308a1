"""Lines and columns count from 1, in code points."""

import pytest

from counterclaim.records import Span
from counterclaim.text.position import Lines, Position

TEXT = "é🙂b\n\nlast"


@pytest.mark.parametrize(("offset", "line", "column"), [(0, 1, 1), (2, 1, 3), (3, 1, 4), (4, 2, 1), (5, 3, 1), (9, 3, 5)])
def test_an_offset_has_a_line_and_a_column(offset: int, line: int, column: int) -> None:
    assert Lines.of(TEXT).position(offset) == Position(line, column)


def test_the_line_around_a_span_has_no_line_end() -> None:
    lines = Lines.of(TEXT)
    assert lines.around(Span(1, 2)) == Span(0, 3)
    assert lines.around(Span(6, 9)) == Span(5, 9)
    assert lines.around(Span(4, 5)) is None
