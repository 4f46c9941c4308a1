import pytest

from counterclaim.audit.figures import figures, spelled
from counterclaim.audit.lines import lines
from counterclaim.text.segment import segment
from factories import doc


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It sold at least 40 berths.", [("count", 40.0, "at-least")]),
        ("It cost nearly $2 million.", [("USD", 2e6, "nearly")]),
        ("It was shut for more than a year.", [("year", 1.0, "more-than")]),
        ("The six-page letter came in June 2029.", [("figure", 6.0, "exact"), ("month", "june", "exact"), ("year", 2029.0, "exact")]),
        ("On Monday, 1,400 boats left.", [("weekday", "monday", "exact"), ("count", 1400.0, "exact")]),
        ("A crew of 20 or more sailed.", [("count", 20.0, "at-least")]),
        ("The fourth vote may come.", [("ordinal", 4.0, "exact")]),
    ],
)
def test_kind_value_and_comparator(text: str, expected: list[tuple[str, object, str]]) -> None:
    d = doc(text)
    found = figures(lines(d.text, segment(d))[0], d.text)
    assert [(f.kind, f.value, f.comparator) for f in found] == expected


def test_around_are_the_nearest_content_words() -> None:
    d = doc("The trust sold 40 berths in the harbour.")
    (figure,) = figures(lines(d.text, segment(d))[0], d.text)
    assert figure.around[:2] == ("berth", "sold")


def test_a_number_in_words() -> None:
    assert spelled(480) == "four hundred and eighty"
    assert spelled(21) == "twenty-one"
    assert spelled(2.5) == ""
