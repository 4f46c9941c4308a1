"""A source's reporting words become neutral ones."""

import pytest

from counterclaim.brief.verbs import neutral, past


@pytest.mark.parametrize(
    ("cue", "past"),
    [
        ("claimed", "said"),
        ("angrily insisted", "said"),
        ("admits", "said"),
        ("has accused", "accused"),
        ("pushed back on", "disputed"),
        ("slammed", "criticised"),
    ],
)
def test_a_verb_that_takes_sides_is_replaced(cue: str, past: str) -> None:
    verb = neutral(cue)
    assert verb is not None
    assert verb.past == past


@pytest.mark.parametrize("cue", ["hummed", "did not say", "never denied", "hasn’t responded", "stopped short of saying"])
def test_an_unknown_or_negated_cue_has_no_verb(cue: str) -> None:
    assert neutral(cue) is None


@pytest.mark.parametrize(
    ("cue", "told"), [("rules", "ruled"), ("finds", "found"), ("mock", "mocked"), ("praised", "praised"), ("has found", "has found")]
)
def test_a_present_verb_is_told_in_the_past(cue: str, told: str) -> None:
    assert past(cue) == told


def test_a_noun_in_a_cue_is_no_verb() -> None:
    assert (neutral("pointing to states"), neutral("in the report")) == (None, None)
    said = neutral("wanted to state")
    assert said is not None
    assert said.past == "said"
