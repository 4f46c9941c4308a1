"""Errors of words: each planter makes one small change of its kind, or none where there is no place for it."""

from random import Random

import pytest

from audit.stage import alone
from counterclaim.audit import plants

QUOTED = "Roth said: “The board may not sell the berths unless the tenants agree.”"


def _all(planter: plants.Planter, text: str) -> set[str]:
    here, ground, _ = alone(text)
    return {corrupted for seed in range(60) if (corrupted := planter(here, ground, Random(seed))) is not None}


def test_a_quotation_is_altered_by_one_word_inside_its_marks() -> None:
    found = _all(plants.altered_quote, QUOTED)
    assert found
    for text in found:
        assert text.startswith("Roth said: “")
        assert text.endswith("”")
        assert abs(len(text.split()) - len(QUOTED.split())) <= 1


def test_a_cut_leaves_verbatim_words_and_loses_what_governs_them() -> None:
    assert _all(plants.truncated_quote, QUOTED) == {
        "Roth said: “sell the berths unless the tenants agree.”",
        "Roth said: “The board may … sell the berths unless the tenants agree.”",
        "Roth said: “not sell the berths unless the tenants agree.”",
        "Roth said: “The board … not sell the berths unless the tenants agree.”",
        "Roth said: “the tenants agree.”",
        "Roth said: “The board may not sell the berths … the tenants agree.”",
        "Roth said: “The board may not sell the berths.”",
    }


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("At least 40 berths were sold.", "40 berths"),
        ("It was built in 2014.", "2014"),
        ("It happened on Monday.", "Monday"),
        ("It opened on 4 March.", "4 March"),
        ("The trust has six boats.", "six"),
        ("It cost 3 million crowns.", "3 million"),
    ],
)
def test_a_number_or_date_becomes_another(text: str, gone: str) -> None:
    found = _all(plants.changed_number, text)
    assert found
    assert text not in found
    assert any(gone not in f for f in found)


def test_numbers_of_a_quotation_or_a_receipt_stay() -> None:
    assert _all(plants.changed_number, "Roth said “40 berths” [12].") == set()


def test_a_comparator_turns_and_a_hedge_on_a_number_goes() -> None:
    assert "Nearly 40 berths were sold." not in _all(plants.changed_number, "Nearly 40 berths were sold.")
    assert "More than 40 berths were sold." in _all(plants.changed_number, "Nearly 40 berths were sold.")
    assert _all(plants.dropped_hedge, "It took about 40 days to talk about it.") == {"It took 40 days to talk about it."}


def test_a_hedge_is_lost() -> None:
    assert _all(plants.dropped_hedge, "Venn said the alleged fraud may have ended.") == {
        "Venn said the fraud may have ended.",
        "Venn said the alleged fraud had ended.",
        "Venn said the alleged fraud will have ended.",
    }


def test_a_proceeding_gets_further() -> None:
    assert _all(plants.stage_inflation, "Venn accused the head of the trust of hiding it.") == {
        "The head of the trust was charged with hiding it."
    }
    assert "Police convicted him." in _all(plants.stage_inflation, "Police arrested him.")


def test_a_neutral_word_becomes_a_slanted_one_outside_quotation_marks() -> None:
    assert _all(plants.loaded_word, "The group wrote “the group said it”.") == {
        "The mob wrote “the group said it”.",
        "The group fumed “the group said it”.",
    }


def test_a_cause_or_a_fact_is_invented_at_the_end() -> None:
    found = _all(plants.unsupported, "The trust closed the quay.")
    assert all(f.startswith(("The trust closed the quay, ", "The trust closed the quay. ")) and f.endswith(".") for f in found)
    assert _all(plants.unsupported, "Roth said: “We closed the quay.”") == set()


@pytest.mark.parametrize(
    "planter", [plants.altered_quote, plants.truncated_quote, plants.changed_number, plants.dropped_hedge, plants.stage_inflation]
)
def test_a_sentence_without_a_place_for_the_kind_stays_as_it_is(planter: plants.Planter) -> None:
    assert _all(planter, "The quay is closed.") == set()
