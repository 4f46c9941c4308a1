from audit.stories import seen
from counterclaim.audit.omission import missing

CHARGE = "Mayor Mara Venn accused the harbour trust on Monday of hiding a survey of the east quay."


def test_a_charge_without_the_answer_that_the_sources_have() -> None:
    assert seen(missing, CHARGE) == [CHARGE]


def test_a_charge_with_its_answer() -> None:
    assert seen(missing, f"{CHARGE} The harbour trust denied hiding the survey.") == []


def test_no_charge_no_answer_due() -> None:
    assert seen(missing, "The storm of March 2031 closed the port for nine days.") == []
