"""Sentences in a document's own voice that tell an event."""

import pytest

from counterclaim.brief.context import context
from counterclaim.records import Reading
from factories import dispute, doc, reading


def _found(read: Reading) -> list[str]:
    return [read.documents[d].text[s.start : s.end] for d, s in context(read)]


def test_an_event_is_context_and_a_statement_is_not() -> None:
    assert _found(dispute().reading) == ["The storm of March 2031 closed the port for nine days."]


def test_what_stands_under_a_heading_for_context_comes_first() -> None:
    text = "The vote is set for April and all are invited.\n\nBackground\n\nThe hall was built by the old guild in 1921."
    assert _found(reading([doc(text)], [], [], speakers={})) == [
        "The hall was built by the old guild in 1921.",
        "The vote is set for April and all are invited.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "He came to the old mill in the spring of 1921.",
        "Port Chief Angry That Vote On Mill Was Lost.",
        "We met at the mill once in 1926, on a Sunday.",
        "The mill accused the guild of stealing in 1926.",
        "Odo Venn, a keeper since 1921, said the mill had closed.",
        "The mill closed in 1926 after what it called “a dry year”.",
    ],
    ids=["points back", "headline", "first person", "accuses", "reports", "quotes"],
)
def test_what_cannot_stand_alone_is_no_context(text: str) -> None:
    assert _found(reading([doc(f"{text} Nothing else is told here.")], [], [], speakers={})) == []


def test_a_dateline_is_left_out() -> None:
    text = "ARDMOOR, March 4 (Fenland Wire) - The hall was built by the old guild in 1921."
    assert _found(reading([doc(text)], [], [], speakers={})) == ["The hall was built by the old guild in 1921."]
