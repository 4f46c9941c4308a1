"""The lexicon of reporting words."""

from __future__ import annotations

import pytest

from counterclaim.statements.cues import Tense, forms, sense_of


def test_a_form_knows_its_verb_and_tense() -> None:
    (form,) = forms("accuses")
    assert (form.cue.lemma, form.cue.sense, form.tense) == ("accuse", "accuse", Tense.PRESENT)


def test_the_longest_particle_comes_first() -> None:
    assert [f.cue.particle for f in forms("called")][-1] == ()


def test_a_form_that_is_also_its_past_says_so() -> None:
    assert [f.ambiguous for f in forms("read")] == [True]


def test_a_preposition_behind_no_needs_a_negation() -> None:
    cue = forms("respond")[0].cue
    assert (cue.prepositions(negated=False), cue.prepositions(negated=True)) == (frozenset(), frozenset({"to"}))


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("has repeatedly denied", "deny"),
        ("called for", "demand"),
        ("said", "say"),
        ("accused", "accuse"),
        ("danced", None),
        ("declined", "decline"),
    ],
)
def test_the_sense_of_a_cue_as_it_stands(cue: str, expected: str | None) -> None:
    assert sense_of(cue) == expected
