import pytest

from audit.stories import seen
from counterclaim.audit.attribution import as_fact


@pytest.mark.parametrize(
    ("brief", "flagged"),
    [
        ("The repair fund may have paid for a private road to the lighthouse.", True),
        ("The trust had sold at least 40 berths for about $2 million since June 2029.", True),
        ("According to Pell, the repair fund may have paid for a private road to the lighthouse.", False),
        ("The repair fund may have paid for a private road to the lighthouse, a former treasurer said.", False),
        ("The storm of March 2031 closed the port for nine days.", False),
    ],
)
def test_what_the_sources_only_report_needs_somebody_who_says_it(brief: str, flagged: bool) -> None:
    assert bool(seen(as_fact, brief)) is flagged
