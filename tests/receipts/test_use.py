"""How a sentence uses a passage is worked out from the two texts alone."""

import pytest

from counterclaim.receipts.use import holds, quotations, use
from counterclaim.records import VerdictKind

PASSAGE = "“The gate was shut at nine, and nobody was told why until the morning,” she said."


@pytest.mark.parametrize(
    ("quotation", "verdict"),
    [
        ("The gate was shut at nine,", VerdictKind.VERBATIM),
        ("the gate was shut", VerdictKind.VERBATIM),
        ("The gate … at nine", VerdictKind.MARKED),
        ("[It] was shut at nine", VerdictKind.MARKED),
        ("The gate was open", None),
        ("gate was not shut", None),
        ("The gate was shut … until the morning", None),
        ("The gate was [not] shut", None),
        ("The gate was shut [at 9]", None),
        ("at nine … The gate", None),
        ("[It]", None),
        ("…", None),
        ("The gate\nat nine", None),
    ],
    ids=[
        "the words", "a small first letter", "an ellipsis", "a bracket", "another word", "a word more", "a cut that hides a negation",
        "a bracket that adds one", "a bracket that adds a number", "pieces reversed", "a bracket alone", "no word", "a line break",
    ],
)  # fmt: skip
def test_a_quotation_holds_word_for_word_or_with_marks_that_hide_nothing(quotation: str, verdict: VerdictKind | None) -> None:
    assert holds(quotation, PASSAGE) is verdict


def test_the_best_use_counts_and_none_is_a_paraphrase() -> None:
    assert use(["Something else", "The gate … at nine", "was shut"], PASSAGE) is VerdictKind.VERBATIM
    assert use(["Something else"], PASSAGE) is VerdictKind.PARAPHRASE


def test_all_quotations_of_a_line_are_read() -> None:
    assert quotations('Venn: “We ‘shut it’ late,” and "why"') == ("We ‘shut it’ late,", "shut it", "why")
    assert quotations("") == ()
