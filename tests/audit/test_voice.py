import pytest

from audit.stories import case, seen
from counterclaim.audit.voice import adopted, alleged, asymmetry, mind, verbs, words
from counterclaim.records import Severity


def test_verbs_that_vouch_or_take_a_side() -> None:
    assert seen(adopted, "Venn exposed that the trust hid a survey.") == ["exposed"]
    assert seen(adopted, "Venn said that the trust hid a survey.") == []
    assert seen(verbs, "Roth ranted that the survey was on the shelf.") == ["ranted"]


def test_a_mild_verb_is_worth_a_note_only() -> None:
    (found,) = verbs(case("Roth insisted that the survey was on the shelf."))
    assert found.severity is Severity.NOTE


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("The trust's cronies sold the berths.", ["cronies"]),
        ("Venn spoke of “cronies” of the trust.", []),
        ("The trust shamelessly sold the berths.", ["shamelessly"]),
        ("The trust sold the berths.", []),
    ],
)
def test_slanted_words_in_the_drafts_own_voice(brief: str, expected: list[str]) -> None:
    assert seen(words, brief) == expected


def test_one_side_says_and_the_other_claims() -> None:
    brief = "Venn said the berths were sold. Venn said the survey was hidden. Roth claimed it was there. Roth claimed nobody hid it."
    assert seen(asymmetry, brief) == ["claimed"]
    assert seen(asymmetry, brief.replace("claimed", "said")) == []


def test_minds_and_double_doubt() -> None:
    assert seen(mind, "Venn believes the trust hid it.") == ["believes"]
    assert seen(alleged, "Venn accused the trust of allegedly hiding it.") == ["allegedly"]
