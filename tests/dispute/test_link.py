import pytest

from counterclaim.dispute.charges import charges
from counterclaim.dispute.link import is_blanket, link
from counterclaim.dispute.table import table
from counterclaim.records import Act, Directness, Response, Stance, StatementId, Wording
from dispute.stories import Line, story

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")
ALL: Line = (Act.DENIAL, "b", "", "denied", "the allegations")


def answers(*documents: list[Line]) -> list[tuple[Response, ...]]:
    """The responses of each charge, in the order of the charges."""
    reading, claims = story(*documents)
    told = table(reading)
    found = charges(reading, claims, told)
    linked = link(found, told)
    return [linked[c.id] for c in found]


def test_a_blanket_denial_answers_each_charge_before_it_and_its_words_are_not_reported() -> None:
    first, second = answers([HID, SOLD, ALL])
    assert [(r.statement, r.directness, r.wording, r.stance) for r in first + second] == [
        ("s3", Directness.GENERAL, Wording.NONE, Stance.DENIES)
    ] * 2


def test_a_denial_in_the_opening_means_what_is_charged_after_it_too() -> None:
    first, second = answers([HID, ALL, SOLD])
    assert [[r.statement for r in each] for each in (first, second)] == [["s2"], ["s2"]]


def test_a_denial_before_a_charge_is_no_answer_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("counterclaim.dispute.link.OPENING", 0)
    first, second = answers([HID, ALL, SOLD])
    assert ([r.statement for r in first], second) == (["s2"], ())


def test_a_specific_answer_goes_to_the_charge_whose_words_it_takes_up() -> None:
    denial: Line = (Act.DENIAL, "c", "", "said:", "“The crane was never sold”")
    first, (answer,) = answers([HID, SOLD, denial])
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


def test_the_finding_is_the_last_charge_and_not_every_one() -> None:
    accepts: Line = (Act.CONCESSION, "b", "", "accepted", "the finding")
    first, second = answers([HID, SOLD, accepts])
    assert (first, [(r.statement, r.stance) for r in second]) == ((), [("s3", Stance.CONCEDES)])


def test_the_accuser_does_not_answer_for_the_accused() -> None:
    assert answers([HID, (Act.DENIAL, "a", "", "said", "the engineer’s letter was never found")]) == [()]


def test_a_counter_charge_answers_and_has_a_row_of_its_own() -> None:
    counter: Line = (Act.COUNTER_ACCUSATION, "b", "a", "said", "Tolland had forged two invoices")
    first, second = answers([HID, counter])
    assert ([(r.statement, r.stance) for r in first], second) == ([("s2", Stance.COUNTERS)], ())


def test_a_denial_that_names_no_conduct_is_a_blanket_one() -> None:
    reading, _ = story(
        [ALL, (Act.DENIAL, "b", "", "said:", "“We have broken no law”"), (Act.DENIAL, "b", "", "denied", "selling the crane")]
    )
    told = table(reading)
    assert [is_blanket(told.sayings[StatementId(f"s{i}")], told) for i in (1, 2, 3)] == [True, True, False]
