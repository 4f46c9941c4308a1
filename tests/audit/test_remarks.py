import pytest

from counterclaim.audit.lines import Line, Word
from counterclaim.audit.remarks import finds_none, remarks
from counterclaim.receipts.tokens import words
from counterclaim.records import Span


def line(text: str) -> Line:
    read = words(text, 0, len(text))
    places = zip(read.words, read.places, strict=True)
    return Line(text, Span(0, len(text)), tuple(Word(w, Span(*at), quoted=False) for w, at in places), 0)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("On that charge, no response was found from Venn in the 3 sources read.", "no"),
        ("Venn makes two allegations against the harbour trust.", "two"),
        ("Unanswered in the sources read: Roth's statement on the berths.", "Unanswered"),
        ("One of the sources read reported it.", "One"),
    ],
)
def test_what_a_draft_says_of_its_own_reading(text: str, first: str) -> None:
    assert remarks(line(text))[0].text == first


@pytest.mark.parametrize("text", ["Venn did not respond to two letters.", "The trust sold two berths.", "The claim of 40 berths is open."])
def test_what_is_news(text: str) -> None:
    assert remarks(line(text)) == ()


def test_that_no_answer_was_found() -> None:
    assert finds_none(line("No reply by Roth was found in the sources."))
    assert not finds_none(line("Venn makes two allegations against the trust."))
