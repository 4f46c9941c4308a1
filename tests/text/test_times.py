"""Times as people write them, in UTC; what could be two days is none."""

from datetime import UTC, datetime

import pytest

from counterclaim.text.times import moment


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2031-03-09", datetime(2031, 3, 9, tzinfo=UTC)),
        ("2031-03-09T10:14:00+01:00", datetime(2031, 3, 9, 9, 14, tzinfo=UTC)),
        ("2031-03-09 10:14", datetime(2031, 3, 9, 10, 14, tzinfo=UTC)),
        ("9 March 2031, 10:14", datetime(2031, 3, 9, 10, 14, tzinfo=UTC)),
        ("March 9, 2031 3:40 p.m.", datetime(2031, 3, 9, 15, 40, tzinfo=UTC)),
        ("Mon, 09 Mar 2026 15:40:00 EST", datetime(2026, 3, 9, 20, 40, tzinfo=UTC)),
        ("2026/8/17 09:41:05", datetime(2026, 8, 17, 9, 41, 5, tzinfo=UTC)),
    ],
)
def test_a_time_is_read(written: str, expected: datetime) -> None:
    assert moment(written) == expected


@pytest.mark.parametrize("written", ["someday", "", "2031-13-45", "9999-12-31T23:59-12:00", "0001-01-01T00:00+14:00"])
def test_what_is_no_time_is_none(written: str) -> None:
    assert moment(written) is None
