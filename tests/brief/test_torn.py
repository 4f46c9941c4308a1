"""Words that stop before a negation, or inside a predicate, are torn."""

import pytest

from counterclaim.brief.phrases import Teller
from counterclaim.brief.torn import is_torn
from counterclaim.records import StatementId
from factories import doc, party, reading, statement


def _torn(text: str, content: str | list[str], cue: str = "said") -> bool:
    document = doc(text)
    s = statement(document, "s1", content, cue=cue)
    return is_torn(reading([document], [s], [], speakers={}), s)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Venn said one letter was shown and the other was not.", "one letter was shown and the other was"),
        ("Venn said the pier was never closed.", "the pier was"),
        ("Venn said there was no fire.", "there was"),
        ("Venn said the pier hadn’t closed.", "the pier had"),
        ("Venn said she disliked the three-year plan.", "she disliked the three"),
        ("Venn said the cost of the pier had doubled.", "the cost of the pier had"),
        ("Venn cut the rope, she said, which was silly.", "which was silly"),
        ("“The pier was closed,” Venn said, not “by us.”", ["“The pier was closed,”", "“by us.”"]),
    ],
    ids=["not", "never", "no", "contraction", "in a word", "predicate", "relative", "between"],
)
def test_words_that_lose_their_sense_are_torn(text: str, content: str | list[str]) -> None:
    assert _torn(text, content)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Venn said the pier was as good as it was.", "the pier was as good as it was"),
        ("Venn said the pier was not closed.", "the pier was not closed"),
        ("Venn said the pier was shut, not sold.", "the pier was shut"),
        ("“The pier is shut,” Venn did not say, “for good.”", ["“The pier is shut,”", "“for good.”"]),
    ],
    ids=["ends so", "whole", "after a comma", "in the cue"],
)
def test_whole_words_are_not(text: str, content: str | list[str]) -> None:
    assert not _torn(text, content, cue="did not say" if "did not" in text else "said")


def test_torn_words_are_told_by_the_whole_sentence() -> None:
    document = doc("Mara Venn said one contract was shown to the board and one was neither shown nor told.")
    s = statement(document, "s1", "one contract was shown to the board and one was", source="Mara Venn", cue="said")
    teller = Teller(reading([document], [s], [party("p1", "Mara Venn")], speakers={"s1": "p1"}), frozenset())
    assert teller.sentence(StatementId("s1")).endswith("neither shown nor told.”")
