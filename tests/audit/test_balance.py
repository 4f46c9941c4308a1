from audit.stories import against
from counterclaim.audit.balance import uneven

LONG = " ".join(f"She said the trust had hidden survey {n} of the east quay from the council in that year." for n in range(2031, 2036))
BACK = " ".join(f"Roth said the survey of {n} had been on the shelf of the office for all to read." for n in range(2031, 2036))
SOURCE = f"Mayor Mara Venn accused Ila Roth of hiding the survey of the quay. {LONG} Ila Roth denied hiding the survey. {BACK}"


def test_one_side_with_nearly_all_the_words() -> None:
    mine = f"Mayor Mara Venn accused Ila Roth of hiding the survey of the quay. {LONG.replace('She', 'Venn')}"
    assert len(list(uneven(against(mine, SOURCE)))) == 1
    assert list(uneven(against(f"{mine} {BACK}", SOURCE))) == []


def test_a_short_draft_is_not_weighed() -> None:
    assert list(uneven(against("Mayor Mara Venn accused Ila Roth of hiding the survey.", SOURCE))) == []
