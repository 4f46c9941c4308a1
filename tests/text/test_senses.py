"""The senses of acts.tsv in a text."""

from counterclaim.text.senses import places, senses, without


def test_a_starred_term_stands_for_every_word_that_begins_so() -> None:
    assert senses("They were bribing him and hid it", "wrong") == ["bribing", "hid"]


def test_without_takes_the_words_of_a_sense_out() -> None:
    assert without("the allegations about the crane", "accusation").split() == ["the", "about", "the", "crane"]


def test_places_say_where_the_words_begin() -> None:
    assert places("They hid it", "wrong") == [5]
    assert places("They met", "wrong") == []
