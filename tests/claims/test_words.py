from counterclaim.claims.words import content_words, first, senses, stem, text_of, without
from counterclaim.records import Span


def test_forms_of_one_word_have_one_stem() -> None:
    assert {stem(w) for w in ("obstructed", "obstructing", "obstructs")} == {"obstruct"}
    assert stem("gate") == "gate"


def test_common_words_and_names_endings_are_left_out() -> None:
    assert content_words("The council’s engineers have drained it") == {"council", "engine", "drain"}


def test_text_of_joins_the_pieces_and_straightens_the_marks() -> None:
    assert text_of("“They hid it,” she said, “twice.”", [Span(0, 14), Span(25, 33)]) == '"They hid it," "twice."'


def test_a_starred_term_stands_for_every_word_that_begins_so() -> None:
    assert senses("They were bribing him and hid it", "wrong") == ["bribing", "hid"]


def test_without_takes_the_words_of_a_sense_out() -> None:
    assert without("the allegations about the crane", "accusation").split() == ["the", "about", "the", "crane"]


def test_first_says_where_the_sense_begins() -> None:
    assert first("They hid it", "wrong") == 5
    assert first("They met", "wrong") is None
