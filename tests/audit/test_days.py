from datetime import UTC, date, datetime

import pytest

from audit.stories import against
from counterclaim.audit.days import dated, moved
from counterclaim.records import Severity
from factories import doc

SPOKE = doc("Mara Venn spoke at the east quay yesterday. The board meets on Monday.", published_at=datetime(2031, 3, 3, tzinfo=UTC))


def found(brief: str) -> list[Severity | None]:
    return [s.severity for s in moved(against(brief, SPOKE))]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("9 March 2031", [None]), ("3 March 2031", [])],
)
def test_yesterday_of_another_day(day: str, expected: list[Severity | None]) -> None:
    assert found(f"---\ndate: {day}\n---\nMara Venn spoke at the east quay yesterday.") == expected
    assert found(f"# Mayor speaks\n\n{day}\n\nMara Venn spoke at the east quay yesterday.") == expected


def test_a_draft_without_a_date_gets_a_note_for_yesterday_only() -> None:
    assert found("Mara Venn spoke at the east quay yesterday.") == [Severity.NOTE]
    assert found("The board meets on Monday.") == []
    assert found("Mara Venn spoke at the east quay.") == []


def test_where_a_draft_says_its_date() -> None:
    assert dated("---\ntitle: x\ndate: 2031-03-09\n---\nText.") == date(2031, 3, 9)
    assert dated("# Title\n\nPublished 9 March 2031\n\nText.") == date(2031, 3, 9)
    assert dated("# Title\n\nThe port closed on 9 March 2031 for nine days.") is None
