"""What a model reads of a document."""

from __future__ import annotations

from counterclaim.text.segment import segment
from counterclaim.text.words import CASINGS, QUOTED, Words, read
from factories import doc


def words(text: str) -> Words:
    return read(text, segment(doc(text)))


def test_words_are_tokens_with_plain_marks() -> None:
    found = words("“Nobody hid it,” he said.")

    assert found.texts == ('"', "nobody", "hid", "it", ",", '"', "he", "said", ".")


def test_doubled_apostrophes_are_one_mark() -> None:
    found = words("She said: ''We will stay.''")

    assert found.texts == ("he", "said", ":", '"', "we", "will", "stay", ".", '"')
    assert found.spans[3].end - found.spans[3].start == 2


def test_casing_is_told_apart() -> None:
    found = words("Today at NATO PhD at 9 .")

    expected = ("capitalised", "lower", "upper", "mixed", "lower", "number", "mark")
    assert expected == tuple(CASINGS[c] for c in found.casing)


def test_quoted_marks_inside_and_nested() -> None:
    found = words("“He told me ‘stay here’ twice,” she said.")

    expected = ("mark", "inside", "inside", "inside", "mark", "nested", "nested", "mark", "inside", "inside", "mark")
    assert expected == tuple(QUOTED[q] for q in found.quoted[:11])
    assert set(found.quoted[11:]) == {QUOTED.index("outside")}


def test_paragraphs_and_sentences_are_numbered() -> None:
    found = words("Roth spoke. Venn left.\n\nThe port closed.")

    assert found.paragraphs == (0, 0, 0, 0, 0, 0, 1, 1, 1, 1)
    assert found.sentences == (0, 0, 0, 1, 1, 1, 2, 2, 2, 2)


def test_a_text_without_words_has_none() -> None:
    assert words(" \n ").spans == ()
