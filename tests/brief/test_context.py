"""Sentences in a document's own voice that tell an event."""

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
