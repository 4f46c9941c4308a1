from audit.stories import seen
from counterclaim.audit.owed import missing

GIVEN = (
    "Mayor Mara Venn accused Dov Pell, the treasurer, of paying for a private road out of the repair fund. "
    "Pell said the road leads to the lighthouse and belongs to the town."
)
CHARGE = "Mara Venn accused Dov Pell of paying for a private road out of the repair fund."


def test_an_answer_that_denies_nothing_is_owed_too() -> None:
    assert seen(missing, CHARGE, GIVEN) == [CHARGE]


def test_an_answer_that_is_told() -> None:
    assert seen(missing, f"{CHARGE} Pell said the road belongs to the town.", GIVEN) == []
    assert seen(missing, f"{CHARGE} He answered that the road leads to the lighthouse.", GIVEN) == []
