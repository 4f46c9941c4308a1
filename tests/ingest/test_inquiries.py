"""A reporter's log, as CSV and as TOML: read whole, or refused with the row and what is wrong in it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from counterclaim.errors import LogError
from counterclaim.ingest.inquiries import read
from counterclaim.records import Inquiry

ENTRY = Inquiry(
    charge="3f9a1c2b",
    asked="Harbour Trust, press office",
    at=datetime(2031, 3, 9, 10, 30, tzinfo=UTC),
    means="phone",
    deadline=datetime(2031, 3, 10, tzinfo=UTC),
    outcome="no reply",
)
HEADING = "charge,asked,at,means,deadline,outcome\n"


def _log(tmp_path: Path, name: str, text: str) -> Path:
    path = tmp_path / name
    path.write_text(text, "utf8")
    return path


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("log.csv", HEADING + '3f9a1c2b,"Harbour Trust, press office",2031-03-09 10:30,phone,2031-03-10,no reply\n\n'),
        (
            "semicolons.csv",
            HEADING.replace(",", ";") + "3f9a1c2b;Harbour Trust, press office;9 March 2031 10:30;phone;2031-03-10;no reply\n",
        ),
        (
            "log.toml",
            '[[inquiry]]\ncharge = "3f9a1c2b"\nasked = "Harbour Trust, press office"\nat = 2031-03-09T10:30:00Z\nmeans = "phone"\n'
            'deadline = 2031-03-10\noutcome = "no reply"\n',
        ),
    ],
)
def test_an_entry_reads_the_same_from_every_form(name: str, text: str, tmp_path: Path) -> None:
    assert read(_log(tmp_path, name, text)) == (ENTRY,)


def test_a_row_that_is_still_to_be_asked_is_no_entry(tmp_path: Path) -> None:
    assert read(_log(tmp_path, "log.csv", HEADING + "3f9a1c2b,Harbour Trust,,,2031-03-10,\n")) == ()


def test_deadline_and_outcome_may_be_missing(tmp_path: Path) -> None:
    (entry,) = read(_log(tmp_path, "log.csv", "charge,asked,at,means\n3f9a1c2b,Ila Roth,2031-03-09,e-mail\n"))
    assert (entry.deadline, entry.outcome) == (None, None)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("log.csv", HEADING + "3f9a,Ila Roth,31 February 2031,phone,,\n", "row 2: 'at' is no single date: '31 February 2031'"),
        ("log.csv", HEADING + "3f9a,Ila Roth,2031-03-09,phone,03/04/2031,\n", "row 2: 'deadline' is no single date"),
        ("log.csv", HEADING + "3f9a,Ila Roth,2031-03-09,phone,2031-03-08,\n", "row 2: the deadline '2031-03-08' is before"),
        ("log.csv", HEADING + "3f9a,Ila Roth,,phone,,\n", "row 2: 'at' is empty"),
        ("log.csv", HEADING + "3f9a,Roth, Ila,2031-03-09,phone,,\n", "row 2: 7 cells under 6 columns"),
        ("log.csv", "charge,who,at,means\n", "the heading has the unknown column 'who'"),
        ("log.csv", "charge,asked,at\n", "the heading lacks the column 'means'"),
        ("log.toml", "[[inquiry]]\ncharge = \n", "not TOML"),
        ("log.toml", '[[inquiry]]\ncharge = "3f9a"\nby = "me"\n', "entry 1 has the unknown column 'by'"),
        ("log.toml", 'newsroom = "x"\n', r"nothing but entries that begin with \[\[inquiry\]\]"),
        ("log.txt", "charge\n", "a log is a .csv or a .toml file"),
    ],
)
def test_what_is_wrong_is_said_with_its_row(name: str, text: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(LogError, match=said) as refused:
        read(_log(tmp_path, name, text))
    assert name in str(refused.value)


def test_a_missing_log_is_named(tmp_path: Path) -> None:
    with pytest.raises(LogError, match=r"gone\.csv: the log cannot be opened"):
        read(tmp_path / "gone.csv")
