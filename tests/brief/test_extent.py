"""A statement's words reach to the end of their phrase."""

import pytest

from counterclaim.brief.extent import begins, whole
from counterclaim.records import Reading
from factories import doc, party, reading, statement


def _told(text: str, content: str) -> str:
    document = doc(text)
    s = statement(document, "s1", content)
    read = reading([document], [s], [], speakers={})
    last = whole(read, s).content[-1]
    return document.text[last.start : last.end]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("Venn declined to speak in the absence of her lawyer.", "to speak in", "to speak in the absence of her lawyer"),
        ("Venn took the line, and left.", "the", "the line"),
        ("Venn wants 12 “untried” pilots out after the crash.", "12 “untried”", "12 “untried” pilots out"),
        ("Venn told them of a fire and a flood.", "a fire and", "a fire"),
        ("Venn accused the trust of waste, saying: “Look.”", "of waste, saying:", "of waste"),
        ("Venn said the boats had gone.", "the boats had gone", "the boats had gone"),
        ("Venn did as she was told to.", "as she was told to", "as she was told to"),
    ],
    ids=["preposition", "article", "attribute", "and", "saying", "whole", "nothing follows"],
)
def test_a_phrase_is_never_left_open(text: str, content: str, expected: str) -> None:
    assert _told(text, content) == expected


def _relative(speaker: str) -> Reading:
    document = doc("Venn said the trust had sold the crane, which she said led to the fire.")
    first = statement(document, "s1", "the trust had sold the crane")
    second = statement(document, "s2", "which she said led to the fire", cue="she said")
    parties = [party("p1", "Mara Venn"), party("p2", "Ivo Orm")]
    return reading([document], [first, second], parties, speakers={"s1": "p1", "s2": speaker})


def test_a_relative_clause_of_the_speaker_belongs_to_what_it_goes_on_with() -> None:
    read = _relative("p1")
    first, second = read.statements.values()
    last = whole(read, first).content[-1]
    assert read.documents[first.document].text[last.start : last.end].endswith("crane, which she said led to the fire")
    assert begins(read, second) is first


def test_somebody_elses_relative_clause_does_not() -> None:
    read = _relative("p2")
    first, second = read.statements.values()
    assert (whole(read, first).content, begins(read, second)) == (first.content, second)


def test_a_subject_between_the_cue_and_its_words_is_kept() -> None:
    document = doc("Venn said that it “never slept” in May.")
    s = statement(document, "s1", "“never slept” in May", cue="said")
    first = whole(reading([document], [s], [], speakers={}), s).content[0]
    assert document.text[first.start : first.end] == "it “never slept” in May"
