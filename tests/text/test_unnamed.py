"""What a model reads in the place of names."""

from __future__ import annotations

from counterclaim.text.segment import segment
from counterclaim.text.unnamed import PLACEHOLDERS
from counterclaim.text.words import read
from factories import doc


def read_of(text: str) -> list[str]:
    return list(read(text, segment(doc(text))).texts)


def test_a_name_is_the_same_placeholder_throughout() -> None:
    assert read_of("Oyelaran's aide met Valdane. Oyelaran left.") == [
        f"{PLACEHOLDERS[0]}'s", "aide", "met", PLACEHOLDERS[1], ".", PLACEHOLDERS[0], "left", ".",
    ]  # fmt: skip


def test_two_stories_that_differ_in_names_and_pronouns_are_one() -> None:
    one = read_of("Mara Stone told him that Odo Price, a spokesman, lied. Stone said she was Mr Price's wife.")
    other = read_of("Odo Price told her that Mara Stone, a spokeswoman, lied. Price said he was Ms Stone's husband.")
    assert one == other


def test_public_names_and_the_words_of_the_language_stay() -> None:
    text = "On Monday the Senate heard Republicans , NASA and the Harbour Board ."
    assert read_of(text) == text.lower().split()


def test_an_institution_after_a_name_stays() -> None:
    assert read_of("She left Valdane University .")[1:] == ["left", PLACEHOLDERS[0], "university", "."]


def test_a_headline_in_title_case_hides_its_names_alone() -> None:
    assert read_of("Valdane Says Harbour Is Safe")[1:] == ["says", "harbour", "is", "safe"]


def test_a_capital_at_the_beginning_tells_nothing() -> None:
    assert read_of("Gauges rose.")[0] == "gauges"
