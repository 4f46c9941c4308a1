import pytest

from audit.stories import against, places
from counterclaim.audit.wires import inflated, thin

AGENCY = "The harbour fund is empty, the port office reported on Monday. The council will meet on Friday."
OTHER = "The league of captains elected a new chair. The harbour fund was said to be empty by the port office on Monday."


@pytest.mark.parametrize(
    ("brief", "sources", "flagged"),
    [
        ("Several outlets report that the harbour fund is empty.", (AGENCY, AGENCY), True),
        ("Several outlets report that the harbour fund is empty.", (AGENCY, OTHER), False),
        ("One outlet reports that the harbour fund is empty.", (AGENCY, AGENCY), False),
    ],
)
def test_copies_are_one_outlet(brief: str, sources: tuple[str, ...], flagged: bool) -> None:
    assert bool(places(inflated, against(brief, *sources))) is flagged


def test_background_that_one_outlet_alone_has() -> None:
    brief = "# News\n\nVenn spoke.\n\n## Context\n\nThe league of captains elected a new chair."
    assert places(thin, against(brief, AGENCY, OTHER)) == ["The league of captains elected a new chair."]
    assert places(thin, against(brief, OTHER)) == []
    assert places(thin, against(brief.replace("The league", "According to The Paper 2, the league"), AGENCY, OTHER)) == []
