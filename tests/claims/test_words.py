from counterclaim.claims.words import content_words, stem, text_of
from counterclaim.records import Span


def test_forms_of_one_word_have_one_stem() -> None:
    assert {stem(w) for w in ("obstructed", "obstructing", "obstructs")} == {"obstruct"}
    assert stem("gate") == "gate"


def test_common_words_and_names_endings_are_left_out() -> None:
    assert content_words("The council’s engineers have drained it") == {"council", "engine", "drain"}


def test_what_is_glued_to_a_word_is_no_content_word() -> None:
    assert content_words("They've said the mayor doesn't read, and he won't") == {"mayor", "read"}


def test_text_of_joins_the_pieces_and_straightens_the_marks() -> None:
    assert text_of("“They hid it,” she said, “twice.”", [Span(0, 14), Span(25, 33)]) == '"They hid it," "twice."'
