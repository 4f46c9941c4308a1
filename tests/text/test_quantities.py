"""Numbers as they stand and as they are meant."""

from __future__ import annotations

import pytest

from counterclaim.records import Comparator, Span
from counterclaim.text.quantities import quantities


def read(text: str) -> list[tuple[str, float | None, str | None, Comparator, str | None]]:
    return [(text[q.span.start : q.span.end], q.value, q.unit, q.comparator, q.scope) for q in quantities(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("let nearly 700 old ferries rot", ("nearly 700", 700.0, None, Comparator.ABOUT, "old ferries")),
        ("wants its 4,200 “unlicensed” harbour guards gone", ("4,200", 4200.0, None, Comparator.EXACT, "unlicensed harbour guards")),
        ("cost tens of billions of crowns", ("tens of billions of crowns", None, "crowns", Comparator.EXACT, None)),
        ("took 38,000 crowns in May", ("38,000 crowns", 38000.0, "crowns", Comparator.EXACT, None)),
        ("about 40 per cent of voters", ("about 40 per cent", 40.0, "%", Comparator.ABOUT, "voters")),
        ("paid £4.5m for it", ("£4.5m", 4.5e6, "GBP", Comparator.EXACT, None)),
        ("at least 40 berths", ("at least 40", 40.0, None, Comparator.AT_LEAST, "berths")),
        ("no more than 3 tonnes", ("no more than 3 tonnes", 3.0, "tonnes", Comparator.AT_MOST, None)),
        ("more than a dozen boats", ("more than a dozen", 12.0, None, Comparator.MORE_THAN, "boats")),
        ("two hundred and some", ("two hundred", 200.0, None, Comparator.EXACT, None)),
        ("three-quarters of the fleet", ("three-quarters", 0.75, None, Comparator.EXACT, None)),
        ("fewer than 30 people", ("fewer than 30", 30.0, None, Comparator.LESS_THAN, "people")),
    ],
)
def test_a_quantity(text: str, expected: tuple[object, ...]) -> None:
    assert read(text) == [expected]


def test_a_third_is_a_share_of_something() -> None:
    ((words, value, _, _, scope),) = read("a third of the crews")
    assert (words, round(value or 0, 3), scope) == ("a third", 0.333, "crews")


@pytest.mark.parametrize(
    "text",
    ["on 9 March 2031 it rained", "in 2014 and 1998", "one of them spoke", "Berth 14 was sold", "at 5:30 p.m. he left", "the 1st crew"],
)
def test_dates_times_names_and_pronouns_count_nothing(text: str) -> None:
    assert read(text) == []


def test_only_the_span_is_read() -> None:
    text = "Nine boats and 40 crews"
    assert [q.value for q in quantities(text, Span(11, len(text)))] == [40.0]
