"""A quotation that begins or stops beside a word that turns its sense is named."""

import pytest

from counterclaim.receipts.beside import turned_beside
from counterclaim.receipts.passages import literal, passages
from factories import doc

DOCUMENT = doc("She will not pay the toll unless it rains. “Never” was his word. The gate may open; not today.")
SOURCES = passages({DOCUMENT.id: DOCUMENT})


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("pay the toll", "the source has “not” right before these words"),
        ("She will", "the source goes on with “not” right after these words"),
        ("the toll", "the source goes on with “unless” right after these words"),
        ("She will not pay", ""),
        ("was his word", ""),
        ("open", "the source has “may” right before these words"),
        ("gate may open", ""),
        ("toll", ""),
    ],
    ids=["after a negation", "before one", "before a condition", "with it", "a quotation", "after a hedge", "a stop", "one word"],
)
def test_the_neighbours_in_the_sentence_count(words: str, reason: str) -> None:
    asked = words.split()
    [(r, start)] = literal(asked, SOURCES)
    assert turned_beside(SOURCES.runs[r], start, start + len(asked)) == reason
