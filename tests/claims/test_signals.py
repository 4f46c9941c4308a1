import pytest

from counterclaim.claims.signals import signals


def test_an_accusing_cue_accuses_whatever_follows() -> None:
    assert signals("has accused", "the council of painting the quay").accuses
    assert not signals("said", "the council painted the quay").accuses


def test_denying_needs_a_flat_denial_or_a_charge_to_deny() -> None:
    assert signals("denied", "it").denies
    assert signals("dismissed", "the allegations").denies
    assert not signals("dismissed", "two harbour pilots").denies


@pytest.mark.parametrize("cue", ["declined", "did not respond", "refused"])
def test_declining_needs_something_to_answer(cue: str) -> None:
    assert signals(cue + " to comment" if cue == "refused" else cue, "to comment").declines
    assert not signals("declined", "the invitation").declines


def test_negation_soon_after_the_opening_is_told_from_a_late_one() -> None:
    assert signals("said", "we have never sold a berth").denies_soon
    assert not signals("said", "we sold the crane and the tug to a yard that does not exist").denies_soon
