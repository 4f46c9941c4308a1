"""Signs and leanings weighed to an act."""

from __future__ import annotations

import pytest

from counterclaim.claims.weighing import ACTS, BIAS, weigh
from counterclaim.records import Act
from counterclaim.text import lexicon

LEVEL = (0.0,) * len(ACTS)


def test_likelihoods_sum_to_one() -> None:
    assert sum(weigh({"rule denial": 0.9}, LEVEL).values()) == pytest.approx(1)


def test_a_leaning_moves_its_act() -> None:
    leaning = tuple(4.0 if a is Act.DEMAND else 0.0 for a in ACTS)
    assert weigh({}, leaning)[Act.DEMAND] > weigh({}, LEVEL)[Act.DEMAND]


def test_a_sign_that_nobody_weighed_changes_nothing() -> None:
    assert weigh({"never seen": 1.0}, LEVEL) == weigh({}, LEVEL)


def test_every_row_holds_a_weight_for_each_act() -> None:
    rows = {row.term: row.sense.split() for row in lexicon.terms("act_weights")}
    assert BIAS in rows
    assert {len(each) for each in rows.values()} == {len(ACTS)}
