"""A sentence finds the statement it rests on, or the reason why it has none."""

import pytest

from counterclaim.brief.trace import tracer
from counterclaim.records import BriefSentence
from factories import dispute


@pytest.mark.parametrize(
    ("sentence", "party", "charge", "statement"),
    [
        ("The harbour trust was accused by nobody but Mayor Venn of hiding the survey.", None, None, None),
        ("Mayor Mara Venn said the trust sold nearly 40 berths.", "p1", "x2", "s2"),
        ("Venn has urged the trust to open its books.", "p1", None, "s3"),
        ("“Nobody hid the survey,” said Ila Roth.", "p3", "x1", "s4"),
        ("The trust said: “It was on the shelf.”", "p3", "x1", "s4"),
    ],
)
def test_a_sentence_finds_its_statement(sentence: str, party: str | None, charge: str | None, statement: str | None) -> None:
    told = tracer(dispute()).trace(sentence)
    if statement is None:
        assert isinstance(told, str)
    else:
        assert isinstance(told, BriefSentence)
        assert (told.party, told.charge, told.citations[0].statement) == (party, charge, statement)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The city said that it will not forget the survey.", "names no party"),
        ("The trust sold nearly 40 berths.", "no reporting verb"),
        ("Venn said that the trust had sold nearly 60 berths.", "60"),
        ("Venn said that the trust had not sold nearly 40 berths.", "negates"),
        ("Roth said that somebody hid the survey on the shelf.", "drops a negation"),
        ("Roth said: “Nobody burned the survey.”", "the source has other words"),
        ("Roth said: “somebody hid the survey.”", "the source has other words"),
        ("Venn said: “It was on the shelf.”", "not in one statement of the party"),
        ("Venn accused the trust of stealing the lighthouse.", "does not say it (no "),
    ],
)
def test_what_no_statement_holds_has_no_passage(sentence: str, reason: str) -> None:
    told = tracer(dispute()).trace(sentence)
    assert isinstance(told, str)
    assert reason in told


def test_a_quotation_that_nobody_said_is_told_apart() -> None:
    assert [bool(list(tracer(dispute()).misquoted(t))) for t in ("“Nobody hid the survey”", "“a nest of thieves”", "no marks")] == [
        False,
        True,
        False,
    ]
