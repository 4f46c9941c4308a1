"""Words as this room reads them."""

from counterclaim.parties.tokens import sentences, spelling
from counterclaim.text.segment import segment
from factories import doc


def test_a_possessive_ending_is_a_word_of_its_own() -> None:
    document = doc("The mayor’s F.B.I. file and @selby.")
    (sentence,) = sentences(document, segment(document))
    assert [w.text for w in sentence.words] == ["The", "mayor", "’s", "F.B.I.", "file", "and", "@selby", "."]


def test_how_a_word_is_written_elsewhere_tells_a_name() -> None:
    document = doc("Gates closed at noon. Then the gates opened. In Selby it rained.")
    read = sentences(document, segment(document))
    written = spelling([read])
    first, selby = read[0].words[0], read[2].words[1]
    assert (written.is_name(first, False), written.is_name(selby, False)) == (False, True)


def test_furniture_is_not_read() -> None:
    document = doc("The mayor spoke.\n\nHelp us improve.")
    assert len(sentences(document, segment(document))) == 1


def test_a_name_may_begin_with_a_small_article() -> None:
    document = doc("On Monday Samir al-Haddad spoke.")
    (sentence,) = sentences(document, segment(document))
    assert [w.capital for w in sentence.words if w.text == "al-Haddad"] == [True]


def test_a_word_in_capitals_for_stress_is_no_name() -> None:
    document = doc("She does NOT keep the WHO file.")
    read = sentences(document, segment(document))
    written = spelling([read])
    assert [w.text for w in read[0].words if written.is_name(w, False)] == ["WHO"]
