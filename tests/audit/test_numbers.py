import pytest

from audit.stories import seen
from counterclaim.audit.numbers import changed, comparators


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Venn said the trust had sold at least 60 berths for about $2 million.", ["at least 60"]),
        ("Venn said the trust had sold at least 40 berths for about $5 million.", ["about $5 million"]),
        ("Venn said the trust had sold at least 40 berths since July 2029.", ["July"]),
        ("The storm of March 2030 closed the port for nine days.", ["2030"]),
        ("The storm of March 2031 closed the port for nine days.", []),
        ("Venn said the trust had sold at least 40 berths for about $2 million since June 2029.", []),
    ],
)
def test_a_value_that_no_source_gives(brief: str, expected: list[str]) -> None:
    assert seen(changed, brief) == expected


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Venn said the trust had sold 40 berths for about $2 million.", ["40"]),
        ("Venn said the trust had sold nearly 40 berths for about $2 million.", ["nearly 40"]),
        ("Venn said the trust had sold at least 40 berths for around $2 million.", []),
    ],
)
def test_a_comparator_lost_or_turned(brief: str, expected: list[str]) -> None:
    assert seen(comparators, brief) == expected
