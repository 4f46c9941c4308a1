"""Words are compared by letters, not by typography."""

import unicodedata

from counterclaim.receipts.tokens import words


def test_typography_is_no_difference() -> None:
    assert words("“It’s—fine”").words == words('"It\'s - fine"').words == ("It's", "fine")


def test_composition_and_soft_hyphens_are_no_difference() -> None:
    assert words(unicodedata.normalize("NFD", "Renée’s cof\u00adfee")).words == ("Renée's", "coffee")


def test_numbers_are_whole_words() -> None:
    assert words("1,400 crowns, 40% and 3.5").words == ("1,400", "crowns", "40", "%", "and", "3.5")


def test_places_are_offsets_into_the_text() -> None:
    text = "🚢 the cof\u00adfee"
    assert [text[a:b] for a, b in words(text).places] == ["the", "cof\u00adfee"]
