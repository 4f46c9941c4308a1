"""A newsroom's own list of names is known before the first text is read."""

from counterclaim.parties.roster import Listed, Roster
from counterclaim.records import PartyKind


def test_an_empty_roster_lists_nobody() -> None:
    assert Roster().listed == ()


def test_a_listed_party_has_a_kind() -> None:
    assert Listed(name="Selby Port", kind=PartyKind.ORGANISATION).kind is PartyKind.ORGANISATION
