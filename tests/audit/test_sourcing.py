import pytest

from audit.stories import against, places
from counterclaim.audit.sourcing import anonymous, inflated
from counterclaim.records import Severity

WALL = "An official said the harbour wall was unsafe."
NAMED = "Petra Loom, a deckhand, said the trust had stolen the crane of the east quay."


@pytest.mark.parametrize(
    ("brief", "source", "flagged"),
    [
        ("Officials said the harbour wall was unsafe.", WALL, ["Officials"]),
        ("An official said the harbour wall was unsafe.", WALL, []),
        ("Officials said the harbour wall was unsafe.", "Two officials said the harbour wall was unsafe.", []),
        ("The officials said the harbour wall was unsafe.", WALL, []),
        ("Officials said the crane had moved north.", WALL, []),
    ],
)
def test_one_official_is_not_officials(brief: str, source: str, flagged: list[str]) -> None:
    assert places(inflated, against(brief, source)) == flagged


def test_a_charge_by_nobody_where_the_source_names_who_says_it() -> None:
    (found,) = anonymous(against("A source said the trust had stolen the crane of the east quay.", NAMED))
    assert found.severity is None
    assert found.suggestion is not None
    assert "Petra Loom" in found.suggestion


@pytest.mark.parametrize(
    ("brief", "source", "severities"),
    [
        ("A source said the trust had stolen the crane.", "A source said the trust had stolen the crane.", [Severity.NOTE]),
        ("Petra Loom said the trust had stolen the crane.", NAMED, []),
        ("A source said the crane moved in March.", NAMED, []),
        ("The mayor said the trust had stolen the crane.", NAMED, []),
    ],
)
def test_an_unnamed_source_of_the_sources_is_worth_a_note(brief: str, source: str, severities: list[Severity]) -> None:
    assert [s.severity for s in anonymous(against(brief, source))] == severities
