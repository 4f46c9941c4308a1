import pytest

from counterclaim.dispute.charges import charges
from counterclaim.dispute.link import ANSWERS, MAY, link, wording
from counterclaim.dispute.table import table
from counterclaim.records import Act, Directness, Response, Stance, Wording
from dispute.stories import Line, story

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")
CRANE: Line = (Act.DENIAL, "c", "", "said:", "“The crane was never sold”")
ALL: Line = (Act.DENIAL, "b", "", "denied", "the allegations")
TOLD: Line = (Act.DENIAL, "b", "", "said", "the letter had never been hidden")


def answers(*documents: list[Line]) -> list[tuple[Response, ...]]:
    """The responses of each charge, in the order of the charges."""
    reading, claims = story(*documents)
    told = table(reading)
    found = charges(reading, claims, told)
    linked = link(found, told)
    return [linked[c.id] for c in found]


def test_a_blanket_denial_answers_each_charge_before_it_and_its_words_are_not_reported() -> None:
    first, second = answers([HID, SOLD, ALL])
    assert [(r.statement, r.wording, r.stance) for r in first + second] == [("s3", Wording.NONE, Stance.DENIES)] * 2


def test_confidence_is_how_likely_the_statement_is_an_answer() -> None:
    _, (answer,) = answers([HID, SOLD, CRANE])
    assert ANSWERS <= answer.confidence < 1


def test_where_nothing_is_likely_the_likeliest_is_an_answer_of_low_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    likely = iter([0.22, 0.21])
    monkeypatch.setattr("counterclaim.dispute.heads.likelihood", lambda _: next(likely))
    ((one,),) = answers([HID, TOLD, (Act.ASSERTION, "b", "", "said", "the fair opened in June")])
    assert (one.statement, one.confidence) == ("s2", 0.22)


def test_what_is_not_even_that_likely_answers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.dispute.heads.likelihood", lambda _: MAY - 0.01)
    assert answers([HID, TOLD]) == [()]


def test_a_specific_answer_goes_to_the_charge_whose_words_it_takes_up() -> None:
    first, (answer,) = answers([HID, SOLD, CRANE])
    assert first == ()
    assert (answer.by, answer.directness, answer.wording) == ("c", Directness.SPECIFIC, Wording.QUOTED)


def test_an_answer_in_another_document_is_found() -> None:
    denial: Line = (Act.DENIAL, "b", "", "said", "the engineer’s letter had never been hidden")
    (answer,), second = answers([HID], [SOLD], [denial])
    assert (answer.statement, second) == ("s3", ())


def test_a_refusal_to_comment_counts_for_its_own_document_only() -> None:
    silence: Line = (Act.NO_COMMENT, "b", "", "declined", "to comment")
    first, second = answers([HID, silence], [SOLD])
    assert ([r.stance for r in first], second) == ([Stance.NO_COMMENT], ())


def test_the_finding_is_sooner_the_last_charge_than_the_one_before() -> None:
    (first,), (second,) = answers([HID, SOLD, (Act.CONCESSION, "b", "", "accepted", "the finding")])
    assert second.confidence > first.confidence
    assert second.stance is Stance.CONCEDES


def test_an_assertion_of_the_accused_right_after_the_charge_may_answer_it() -> None:
    ((answer,),) = answers([HID, (Act.ASSERTION, "b", "", "said", "the engineer’s letter was published in March")])
    assert answer.wording is Wording.PARAPHRASED


def test_the_accuser_does_not_answer_for_the_accused() -> None:
    assert answers([HID, (Act.DENIAL, "a", "", "said", "the engineer’s letter was never found")]) == [()]


def test_a_counter_charge_answers_and_has_a_row_of_its_own() -> None:
    counter: Line = (Act.COUNTER_ACCUSATION, "b", "a", "said:", "“Tolland forged the harbour engineer’s letter herself”")
    first, second = answers([HID, counter])
    assert ([(r.statement, r.stance) for r in first], second) == ([("s2", Stance.COUNTERS)], ())


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ((Act.DENIAL, "b", "", "said:", "“We hid nothing”"), Wording.QUOTED),
        ((Act.DENIAL, "b", "", ":", "We hid nothing"), Wording.QUOTED),
        ((Act.DENIAL, "b", "", "said", "the letter had never been hidden"), Wording.PARAPHRASED),
        ((Act.DENIAL, "b", "", "denied", "the allegations"), Wording.NONE),
        ((Act.NO_COMMENT, "b", "", "declined", "to discuss what it called “a private letter”"), Wording.NONE),
    ],
)
def test_wording_tells_whether_the_answers_own_words_are_given(line: Line, expected: Wording) -> None:
    told = table(story([HID, line])[0])
    *_, saying = told.sayings.values()
    assert wording(saying, told) is expected


def test_a_bare_denial_in_the_opening_is_meant_for_every_charge(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.dispute.heads.likelihood", lambda signs: 0.0)
    first, second = answers([HID, ALL, SOLD])
    assert [(r.statement, r.directness, r.confidence) for r in (*first, *second)] == [("s2", Directness.GENERAL, 0.25)] * 2
