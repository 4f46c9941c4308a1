"""A newsroom's own list is read whole or refused with the entry's number and name."""

from datetime import date
from typing import Any

import pytest

from counterclaim.errors import RosterError
from counterclaim.parties.roster import Listed, Office, Roster, roster
from counterclaim.records import PartyKind


def test_an_entry_holds_names_and_dated_offices() -> None:
    entry = {
        "name": "Mara Venn",
        "aliases": ["M. Venn"],
        "offices": [{"title": "mayor", "body": "Selby", "start": "2029-05-01", "end": date(2033, 5, 1)}],
    }
    office = Office(title="mayor", body="Selby", start=date(2029, 5, 1), end=date(2033, 5, 1))
    expected = Roster((Listed(name="Mara Venn", aliases=("M. Venn",), offices=(office,)),))
    assert roster({"parties": [entry]}, source="r.toml") == roster([entry], source="r.yaml") == expected


def test_an_entry_may_be_a_body() -> None:
    assert roster([{"name": "Selby Port", "kind": "organisation"}], source="r.yaml").listed[0].kind is PartyKind.ORGANISATION


@pytest.mark.parametrize(("day", "held"), [(date(2031, 5, 1), True), (date(2031, 4, 30), False), (None, True)])
def test_an_office_is_held_from_its_first_day_on(day: date | None, held: bool) -> None:
    assert Office(title="mayor", start=date(2031, 5, 1)).held_on(day) is held


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"names": []}, r"r\.yaml: a roster is a list of entries under `parties`"),
        ([{"aliases": ["M. Venn"]}], r"r\.yaml: entry 1: .*missing required field `name`"),
        ([{"name": "Selby"}, "Mara"], r"entry 2: "),
        ([{"name": "Mara Venn", "kind": "city"}], r"entry 1 \(Mara Venn\): Invalid enum value 'city'"),
        ([{"name": "Mara Venn", "alias": "M. Venn"}], r"entry 1 \(Mara Venn\): unknown key 'alias'"),
        ([{"name": "Mara Venn", "offices": [{"title": "mayor", "from": "2029-05-01"}]}], r"unknown key 'from'"),
        ([{"name": "Mara Venn", "offices": [{"title": "mayor", "start": "May 2029"}]}], r"Mara Venn\): Invalid .*offices\[0\]\.start"),
        ([{"name": "Mara Venn", "offices": [{"title": "mayor", "start": "2029-05-01", "end": "2028-05-01"}]}], r"ends before it starts"),
        ([{"name": " "}], r"a name is empty"),
        (
            [{"name": "Mara Venn"}, {"name": "M. Venn", "aliases": ["mara venn"]}],
            r"entry 2 \(M\. Venn\): the name 'mara venn' is entry 1's too",
        ),
    ],
)
def test_what_is_not_understood_is_refused(values: Any, said: str) -> None:
    with pytest.raises(RosterError, match=said):
        roster(values, source="r.yaml")
