"""What the signs of a link weigh."""

from __future__ import annotations

import pytest

from counterclaim.dispute import heads
from counterclaim.dispute.bearing import ALWAYS
from counterclaim.records import Directness, Stance
from counterclaim.text import lexicon


def test_a_denial_by_the_accused_is_a_likelier_answer_than_a_third_partys_remark() -> None:
    denial = {ALWAYS: 1.0, "by the accused": 1.0, "act denial": 1.0, "by the accused, denial": 1.0, "next": 1.0}
    remark = {ALWAYS: 1.0, "by another": 1.0, "act assertion": 1.0, "by another, assertion": 1.0, "elsewhere": 1.0}
    assert 0 < heads.likelihood(remark) < heads.likelihood(denial) < 1


@pytest.mark.parametrize(("act", "stance"), [("denial", Stance.DENIES), ("no-comment", Stance.NO_COMMENT)])
def test_the_act_tells_the_stance(act: str, stance: Stance) -> None:
    assert heads.stance({ALWAYS: 1.0, "by the accused": 1.0, f"act {act}": 1.0, f"by the accused, {act}": 1.0}) is stance


def test_what_no_sign_speaks_for_is_as_likely_as_not_and_to_the_point() -> None:
    assert (heads.likelihood({}), heads.directness({"no such sign": 1.0})) == (0.5, Directness.SPECIFIC)


def test_every_sign_weighs_in_on_an_answer_on_its_directness_and_on_each_stance() -> None:
    assert {len(row.sense.split()) for row in lexicon.terms("link_weights")} == {2 + len(Stance)}
