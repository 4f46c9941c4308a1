from dataclasses import replace

from audit.stage import evidence
from audit.stories import places
from counterclaim.audit.case import Case, prepare
from counterclaim.audit.draft import draft
from counterclaim.audit.unanswered import far, mismatched, unsaid
from counterclaim.records import Row, Status

CHARGES = "Mayor Mara Venn accused the harbour trust of hiding the survey. She also said that the trust had sold nearly 40 berths."
ANSWER = "“Nobody hid the survey,” said Ila Roth, the trust's chair."


def case(text: str, *, silent: bool = False) -> Case:
    """The hand-made dispute; `silent`: nobody has answered anything in it."""
    read = evidence()
    rows = tuple(Row(charge=r.charge, responses=(), status=Status.UNANSWERED) for r in read.matrix.rows)
    return prepare(draft("brief.md", text), replace(read, matrix=replace(read.matrix, rows=rows)) if silent else read)


def test_silence_about_silence() -> None:
    assert places(unsaid, case(CHARGES, silent=True)) == ["Mayor Mara Venn accused the harbour trust of hiding the survey."]
    assert places(unsaid, case(f"{CHARGES} No response was found in the two sources read.", silent=True)) == []
    assert places(unsaid, case(f"{CHARGES} {ANSWER}", silent=True)) == []
    assert places(unsaid, case("The storm of March 2031 closed the port for nine days.", silent=True)) == []


def test_a_party_that_answers_somewhere_is_not_called_silent() -> None:
    assert places(unsaid, case(CHARGES)) == []


def test_an_answer_under_another_charge() -> None:
    berths = "Mayor Mara Venn also said that the trust had sold nearly 40 berths. Ila Roth replied: “Nobody hid the survey.”"
    survey = "Mayor Mara Venn accused the harbour trust of hiding the survey. Ila Roth replied: “Nobody hid the survey.”"
    assert places(mismatched, case(berths)) == ["replied"]
    assert places(mismatched, case(survey)) == []


def test_an_answer_far_below_its_charge() -> None:
    between = " ".join(f"The storm of March closed the port on day {n}." for n in range(4, 14))
    assert places(far, case(f"{CHARGES} {between} {ANSWER}")) == ["Mayor Mara Venn accused the harbour trust of hiding the survey."]
    assert places(far, case(f"{CHARGES} {ANSWER} {between}")) == []
