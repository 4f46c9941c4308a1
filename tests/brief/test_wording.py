"""A source's words keep their order and letters; only marks, spaces and the final mark change."""

import pytest

from counterclaim.brief.wording import closed, cut, is_quotation, lower_first, stop, words_of
from counterclaim.records import Span
from counterclaim.text.segment import segment
from factories import doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "It is shut."', "She said: “It is shut.”"),
        ("She said: 'He called it \"a\nlie\".'", "She said: “He called it ‘a lie’.”"),
        ("She said: ''It is shut.''", "She said: “It is shut.”"),
        ("The dockers’ hall isn’t open.", "The dockers’ hall isn’t open."),
    ],
    ids=["straight", "single outside", "two apostrophes", "apostrophes stay"],
)
def test_quotation_marks_become_even(text: str, expected: str) -> None:
    document = doc(text.replace("\n", " "))
    assert words_of(document, segment(document), Span(0, len(document.text))) == expected


def test_speech_carried_over_from_the_paragraph_before_gets_its_mark() -> None:
    document = doc("Venn said: “The gate was shut.\n\nNobody was told,” she said.")
    second = document.text.index("Nobody")
    assert words_of(document, segment(document), Span(second, len(document.text))) == "“Nobody was told,” she said."


def test_a_long_quotation_is_cut_only_where_a_sentence_ends() -> None:
    first, second = "We opened the gate at noon.", "word " * 45 + "end."
    assert cut(f"“{first} {second}”") == first


def test_a_long_first_sentence_stays_whole() -> None:
    long = "word " * 60 + "end."
    assert cut(f"“{long}”") == long


@pytest.mark.parametrize(
    ("inner", "mark", "expected"),
    [
        ("It is shut,", ".", "“It is shut.”"),
        ("Is it shut?", ".", "“Is it shut?”"),
        ("It is shut.", ",", "“It is shut,”"),
        ("They say ‘shut.’", ".", "“They say ‘shut.’”"),
        ("They say ‘shut,’", ".", "“They say ‘shut’.”"),
        ("It is shut .", ".", "“It is shut.”"),
        ('It is shut,"', ".", "“It is shut.”"),
    ],
)
def test_the_final_mark_stands_inside(inner: str, mark: str, expected: str) -> None:
    assert closed(inner, mark) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It is shut", "It is shut."),
        ("It is shut,", "It is shut."),
        ("She said “no”", "She said “no.”"),
        ("Is it?", "Is it?"),
        ('It is shut."', "It is shut."),
    ],
)
def test_a_sentence_ends_once(sentence: str, expected: str) -> None:
    assert stop(sentence) == expected


def test_a_clause_is_small_unless_it_opens_with_a_name() -> None:
    names = frozenset({"Ardmoor"})
    assert [lower_first(t, names) for t in ("The gate", "Ardmoor is", "I am", "NATO is")] == ["the gate", "Ardmoor is", "I am", "NATO is"]


def test_only_one_whole_quotation_is_a_quotation() -> None:
    assert [is_quotation(t) for t in ("“It is.”", "“It” is", "it “is”", "“A,” and “B”")] == [True, False, False, False]
