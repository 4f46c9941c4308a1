import pytest

from audit.stories import against
from counterclaim.audit.labels import unequal
from counterclaim.records import Severity

SOURCE = "Mayor Mara Venn and Ila Roth, the trust's chair, disagreed about the quay."


@pytest.mark.parametrize(
    ("brief", "expected"),
    [
        ("Mayor Mara Venn and the hardliner Ila Roth disagreed about the quay.", [None]),
        ("Mayor Mara Venn and Ila Roth, the trust's chair, disagreed about the quay.", []),
        ("The radical Mara Venn and the hardliner Ila Roth disagreed about the quay.", []),
        ("Mayor Mara Venn called Ila Roth “a hardliner” on the quay.", []),
    ],
)
def test_one_side_has_a_label_and_the_other_an_office(brief: str, expected: list[Severity | None]) -> None:
    assert [s.severity for s in unequal(against(brief, SOURCE))] == expected


def test_a_label_of_the_sources_is_worth_a_note() -> None:
    brief = "Mayor Mara Venn and the hardliner Ila Roth disagreed about the quay."
    assert [s.severity for s in unequal(against(brief, brief))] == [Severity.NOTE]
