"""Sources are prepared once, with the place of every word."""

from counterclaim.receipts.passages import literal, passages
from factories import doc, statement

TEXT = "“We were,” Mrs. Venn said, “never asked. Nobody was.” The pier stays."
DOCUMENT = doc(TEXT)
SOURCES = passages({DOCUMENT.id: DOCUMENT}, [statement(DOCUMENT, "s1", ["“We were,”", "“never asked. Nobody was.”"])])


def test_words_are_found_in_the_document_and_across_a_reporting_clause() -> None:
    assert list(literal(["never", "asked"], SOURCES)) == [(0, 5), (1, 2)]
    assert list(literal(["were", "never"], SOURCES)) == [(1, 1)]
    assert SOURCES.runs[1].is_joined


def test_only_the_first_letter_may_be_small_or_large() -> None:
    assert list(literal(["the", "pier"], SOURCES)) == [(0, 9)]
    assert list(literal(["The", "Pier"], SOURCES)) == []


def test_a_run_knows_where_its_words_stand_and_whether_they_are_one_sentence() -> None:
    run = SOURCES.runs[0]
    span = run.span(5, 7)
    assert TEXT[span.start : span.end] == "never asked"
    assert run.between(2, 2) == ",” "
    assert run.is_one_sentence(0, 7)
    assert not run.is_one_sentence(5, 8)
