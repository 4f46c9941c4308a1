"""A passage is a statement in its place."""

import pytest

from counterclaim.export.passages import carried, passage, publisher, words
from counterclaim.records import DocumentId, Reading, StatementId
from factories import dispute, doc, reading, statement


def test_a_passage_reaches_from_the_source_to_the_content() -> None:
    reading = dispute().reading
    shown = passage(reading, StatementId("s1"))
    assert shown.exact == "Mayor Mara Venn accused the harbour trust of hiding the survey"
    assert reading.documents[reading.statements[StatementId("s1")].document].text[shown.start : shown.end] == shown.exact
    assert (shown.speaker, shown.publisher, shown.published) == ("Mara Venn", "The Ardmoor Gazette", "undated")


def test_words_are_the_content_alone() -> None:
    assert words(dispute().reading, StatementId("s2")) == "the trust had sold nearly 40 berths"


def _printed(*publishers: str | None) -> Reading:
    """One sentence in several outlets."""
    documents = [doc("Mara Venn said the trust hid it.", id=f"d{n}", publisher=p) for n, p in enumerate(publishers, 1)]
    return reading(documents, [statement(d, f"s{d.id}", "the trust hid it") for d in documents], [], speakers={})


@pytest.mark.parametrize(
    ("publishers", "copies", "said"),
    [
        (["A"], {}, ("in 1 document", 1, 1)),
        (["A", "B", "C"], {"d3": "d2"}, ("in 3 documents, 2 of them the same text; 2 independent publishers", 3, 2)),
        (["A", "B"], {"d2": "d1"}, ("in 2 documents, all the same text; 1 independent publisher", 2, 1)),
        (["A", None], {}, ("in 2 documents; 1 independent publisher and 1 not named", 2, 1)),
        ([None, None], {}, ("in 2 documents", 2, 0)),
        (["A", "A"], {}, ("in 2 documents; 1 independent publisher", 2, 1)),
        (["A", "B", "C", "D"], {"d2": "d1", "d4": "d3"}, ("in 4 documents, 4 of them copies of 2 texts; 2 independent publishers", 4, 2)),
    ],
)
def test_copies_of_a_text_and_texts_of_one_publisher_count_once(
    publishers: list[str | None], copies: dict[str, str], said: tuple[str, int, int]
) -> None:
    printed = _printed(*publishers)
    assert carried(printed, printed.statements, {DocumentId(d): DocumentId(of) for d, of in copies.items()}) == said


def test_a_document_without_a_publisher_goes_by_its_file_name() -> None:
    assert publisher(doc("x", id="posts", publisher=None)) == "posts.txt"
