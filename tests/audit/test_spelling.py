import pytest

from audit.stories import against
from counterclaim.audit.spelling import misspelt

SOURCE = "Piers Valdane, chief executive of the line, met Marit Sollis. Jonas Sollis and Jonah Sollis wrote to Valdane."


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Piers Valdene met her. Valdene's letter came.", [("Valdene", "Valdane"), ("Valdene", "Valdane")]),
        ("Piers Vladane met her.", [("Vladane", "Valdane")]),
        ("Piers Valdane met her.", []),
        ("Piers Velden met her.", []),  # two letters
        ("Jonar Sollis wrote.", []),  # either of two
        ("Valdene met her.", []),  # nothing else of the name is there
        ("She spoke of “Piers Valdene” there.", []),
    ],
)
def test_only_a_slip_of_one_letter_in_a_name_of_the_sources(brief: str, expected: list[tuple[str, str]]) -> None:
    prepared = against(brief, SOURCE)
    found = list(misspelt(prepared))
    assert [(was, now) for _, was, now in found] == expected
    assert all(prepared.document.text[where.start : where.end] == was for where, was, _ in found)
