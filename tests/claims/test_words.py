from counterclaim.claims.words import content_words, likeness, senses, stem, text_of, weights, without
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


def test_a_word_of_every_text_weighs_less_than_a_word_of_one() -> None:
    weight = weights([frozenset({"crane", "harbour"}), frozenset({"letter", "harbour"})])
    assert weight["harbour"] < weight["crane"]


def test_likeness_is_one_for_the_same_words_and_none_without_a_shared_word() -> None:
    one = frozenset({"crane", "sold"})
    assert round(likeness(one, one, {}), 6) == 1.0
    assert likeness(one, frozenset({"letter"}), {}) == 0.0
