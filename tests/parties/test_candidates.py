"""What speaks for a party as the one that a statement is about."""

from __future__ import annotations

from counterclaim.parties.candidates import NOBODY, Candidate, of_party, probabilities
from counterclaim.parties.cluster import Entity
from counterclaim.records import PartyKind
from counterclaim.text import lexicon


def test_the_greatest_value_of_a_feature_is_kept_and_none_is_left_out() -> None:
    candidate = Candidate(Entity())
    candidate.add(subject=1.0, later=0.5, owner=0.0)
    candidate.add(subject=0.0, later=1.0)
    assert candidate.features == {"subject": 1.0, "later": 1.0}


def test_probabilities_leave_room_for_nobody() -> None:
    inside, outside = Candidate(Entity(), {"inside": 1.0, "subject": 1.0}), Candidate(Entity(), {"around": 1.0})
    chances = probabilities([inside, outside])
    assert chances[inside.entity] > chances[outside.entity] > 0
    assert sum(chances.values()) < 1


def test_no_candidate_no_chance() -> None:
    assert probabilities([]) == {}


def test_a_place_that_never_acts_is_told_apart_from_a_person() -> None:
    place = of_party(Entity(places=3))
    person = of_party(Entity(kind=PartyKind.PERSON, names=Entity().names + Entity().names))
    assert place["a place"] == place["never acts"] == 1.0
    assert person["person"] == 1.0
    assert person["a place"] == 0.0


def test_what_counts_together_is_crossed() -> None:
    candidate = Candidate(Entity(), {"person": 1.0, "acts": 1.0, "headline": 1.0})
    candidate.cross(empty=True)
    assert candidate.features["person acts"] == candidate.features["headline, nobody inside"] == 1.0


def test_every_weight_is_a_number_and_nobody_has_one() -> None:
    weights = {row.term: float(row.sense) for row in lexicon.terms("targets")}
    assert NOBODY in weights
