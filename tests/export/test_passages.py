"""A passage is a statement in its place."""

from counterclaim.export.passages import passage, words
from counterclaim.records import StatementId
from factories import dispute


def test_a_passage_reaches_from_the_source_to_the_content() -> None:
    reading = dispute().reading
    shown = passage(reading, StatementId("s1"))
    assert shown.exact == "Mayor Mara Venn accused the harbour trust of hiding the survey"
    assert reading.documents[reading.statements[StatementId("s1")].document].text[shown.start : shown.end] == shown.exact
    assert (shown.speaker, shown.publisher, shown.published) == ("Mara Venn", "The Ardmoor Gazette", "undated")


def test_words_are_the_content_alone() -> None:
    assert words(dispute().reading, StatementId("s2")) == "the trust had sold nearly 40 berths"
