"""A reporter's log finds its charges by key and changes no status."""

from datetime import UTC, datetime

from counterclaim.dispute.inquiries import place
from counterclaim.records import ChargeId, Inquiry
from factories import dispute


def _asked(key: str, day: int) -> Inquiry:
    return Inquiry(charge=key, asked="the harbour trust", at=datetime(2031, 3, day, tzinfo=UTC), means="phone")


def test_an_entry_goes_to_the_charge_of_its_key_oldest_first() -> None:
    evidence = dispute()
    key = evidence.keys[ChargeId("x2")]
    placed, lost = place(evidence, [_asked(key, 9), _asked(f" {key.upper()}", 4)])
    assert [e.at.day for e in placed[ChargeId("x2")]] == [4, 9]
    assert (list(placed), lost) == (["x2"], ())


def test_an_entry_without_a_charge_is_handed_back() -> None:
    stray = _asked("k00000000", 4)
    assert place(dispute(), [stray]) == ({}, (stray,))
