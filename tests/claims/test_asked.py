import pytest

from counterclaim.claims.asked import question
from factories import doc, statement


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the letter, Pell said the harbour was busy.",
        "It rained. When pressed by reporters on the letter, Pell said the harbour was busy.",
        "Pell, questioned about the letter, said the harbour was busy.",
        "Pell said the harbour was busy when asked why the letter was late. It rained.",
    ],
)
def test_a_question_beside_a_statement_is_seen(text: str) -> None:
    asked = question(text, statement(doc(text), "s1", "the harbour was busy", source="Pell", cue="said"))
    assert asked is not None
    assert "the letter" in asked


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the letter, Tolland laughed. Pell said the harbour was busy.",
        "Pell, who asked not to be named, said the harbour was busy.",
        "Pell said the harbour was busy. He was asked about the letter too.",
        "Pell said the harbour was busy and asked for a meeting.",
    ],
)
def test_a_question_in_another_sentence_or_a_request_is_none(text: str) -> None:
    assert question(text, statement(doc(text), "s1", "the harbour was busy", source="Pell", cue="said")) is None
