import pytest

from audit.stories import seen
from counterclaim.audit.answers import invented


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Pell declined to comment.", ["declined to comment"]),
        ("Venn denied selling the berths.", ["denied"]),
        ("The harbour trust denied hiding the survey.", []),
        ("The tenants did not respond to a request for comment.", []),
        ("Quist rejected the claim that she had left the league.", []),
        ("No response from Pell was found in the sources.", []),
    ],
)
def test_an_answer_needs_a_source(brief: str, expected: list[str]) -> None:
    assert seen(invented, brief) == expected
