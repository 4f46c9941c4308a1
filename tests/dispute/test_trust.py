"""How much a charge is trusted."""

from __future__ import annotations

from counterclaim.dispute.charges import charges
from counterclaim.dispute.link import link
from counterclaim.dispute.matrix import trusted
from counterclaim.dispute.table import table
from counterclaim.dispute.trust import ALWAYS, likelihood, signs
from counterclaim.text import lexicon
from factories import dispute


def test_a_sure_act_and_a_sure_target_speak_for_a_charge() -> None:
    assert likelihood({ALWAYS: 1.0, "act": 0.9, "target": 0.9}) > likelihood({ALWAYS: 1.0, "act": 0.4, "target": 0.4})


def test_signs_tell_of_statements_and_answers() -> None:
    evidence = dispute()
    told = table(evidence.reading)
    (first, *_) = charges(evidence.reading, tuple(evidence.claims.values()), told)
    found = signs(first, link([first], told)[first.id], evidence.reading, told)
    assert found[ALWAYS] == 1.0
    assert 0 < found["act"] <= 1
    assert all(value > 0 for value in found.values())


def test_what_is_below_the_floor_is_no_row_and_the_rest_is_numbered_anew() -> None:
    evidence = dispute()
    told = table(evidence.reading)
    found = charges(evidence.reading, tuple(evidence.claims.values()), told)
    assert trusted(found, evidence.reading, told, floor=1.01) == []
    assert [c.id for c in trusted(found, evidence.reading, told, floor=0.0)] == [f"x{i}" for i in range(1, len(found) + 1)]


def test_every_sign_has_a_weight_that_is_a_number() -> None:
    assert {row.term for row in lexicon.terms("row_weights") if isinstance(float(row.sense), float)} >= {ALWAYS, "act", "target"}
