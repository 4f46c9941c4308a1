"""How a statement bears on a charge."""

from __future__ import annotations

from counterclaim.dispute.bearing import Bearing, Signs, is_blanket
from counterclaim.dispute.charges import charges
from counterclaim.dispute.table import table
from counterclaim.records import Act, StatementId
from dispute.stories import Line, story

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
SOLD: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of selling the crane in secret")
ALL: Line = (Act.DENIAL, "b", "", "denied", "the allegations")


def bearings(*documents: list[Line]) -> list[Signs]:
    """The signs of the last statement, for each charge that it can answer."""
    reading, claims = story(*documents)
    told = table(reading)
    bearing = Bearing(told, charges(reading, claims, told))
    *_, last = told.sayings.values()
    return [signs for _, signs in bearing.candidates(last)]


def test_signs_tell_who_speaks_with_what_act_and_where() -> None:
    first, second = bearings([HID, SOLD, ALL])
    assert first.keys() >= {"by the accused", "act denial", "by the accused, denial", "two on", "blanket", "another stands nearer"}
    assert second.keys() >= {"next", "stands nearest", "after the charge"}


def test_a_spokeswoman_speaks_for_the_accused() -> None:
    assert all("for the accused" in signs for signs in bearings([HID, SOLD, (Act.DENIAL, "c", "", "denied", "the allegations")]))


def test_shared_words_speak_for_the_charge_that_has_them() -> None:
    first, second = bearings([HID, SOLD], [(Act.ASSERTION, "b", "", "said", "the crane was never sold")])
    assert "like" not in first
    assert second.keys() >= {"like", "fits best", "elsewhere"}


def test_a_statement_that_stands_before_the_charge_is_told_apart() -> None:
    reading, claims = story([(Act.DENIAL, "b", "", "denied", "any wrongdoing"), HID])
    told = table(reading)
    ((_, signs),) = Bearing(told, charges(reading, claims, told)).candidates(told.sayings[StatementId("s1")])
    assert "two before" in signs
    assert "after the charge" not in signs


def test_the_accuser_and_who_makes_the_charge_answer_nothing() -> None:
    assert bearings([HID, (Act.DENIAL, "a", "", "said", "the engineer’s letter was never found")]) == []
    assert bearings([HID]) == []


def test_every_sign_there_is_weighs_something() -> None:
    assert all(value > 0 for signs in bearings([HID, SOLD, ALL]) for value in signs.values())


def test_a_denial_that_names_no_conduct_is_a_blanket_one() -> None:
    reading, _ = story(
        [ALL, (Act.DENIAL, "b", "", "said:", "“We have broken no law”"), (Act.DENIAL, "b", "", "denied", "selling the crane")]
    )
    told = table(reading)
    assert [is_blanket(told.sayings[StatementId(f"s{i}")], told) for i in (1, 2, 3)] == [True, True, False]
