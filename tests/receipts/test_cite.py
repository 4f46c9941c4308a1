"""A citation holds its passage's words, place and file hash."""

from counterclaim.receipts.cite import cite
from counterclaim.records import VerdictKind
from factories import doc, span


def test_a_citation_carries_the_exact_words_and_the_words_around_them() -> None:
    document = doc("The mayor spoke. “The gate was shut,” she said. Then she left.")
    place = span(document, "“The gate was shut,” she said")
    citation = cite(document, place, verdict=VerdictKind.VERBATIM)
    assert citation.selector.exact == document.text[place.start : place.end]
    assert citation.selector.prefix == "The mayor spoke. "
    assert citation.selector.suffix == ". Then she left."
    assert citation.sha256 == document.provenance.sha256
