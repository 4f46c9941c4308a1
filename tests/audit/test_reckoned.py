import pytest

from audit.stories import against, places
from counterclaim.audit.reckoned import as_fact, derived

SALES = "The trust sold 14 berths in 2030 and 28 in 2031, Venn said."
LOSS = "Mara Venn said the loss of the harbour fund was 3 million crowns. Ila Roth said the loss of the harbour fund was 1 million crowns."


@pytest.mark.parametrize(
    ("brief", "source", "flagged"),
    [
        ("Sales of berths doubled in 2031, Venn said.", SALES, ["doubled"]),
        ("Venn asked twice about the berths.", SALES, []),
        ("It sold twice as many berths in 2031.", SALES, ["twice"]),
        ("Half of the berths were sold.", SALES, ["Half"]),
        ("The council waited half an hour.", SALES, []),
        ("Sales of berths doubled in 2031, Venn said.", "Venn said sales had doubled in 2031.", []),
    ],
)
def test_a_ratio_needs_a_source(brief: str, source: str, flagged: list[str]) -> None:
    assert places(derived, against(brief, source)) == flagged


@pytest.mark.parametrize(
    ("brief", "source", "flagged"),
    [
        ("The loss of the harbour fund was 3 million crowns.", LOSS, True),
        ("Venn said the loss of the harbour fund was 3 million crowns.", LOSS, False),
        ("The loss of the harbour fund was 3 million crowns.", f"{LOSS} The loss of the harbour fund was 3 million crowns.", False),
        ("The loss of the harbour fund was 3 million crowns.", "Venn said the loss of the harbour fund was 3 million crowns.", False),
    ],
)
def test_a_disputed_figure_is_somebodys(brief: str, source: str, flagged: bool) -> None:
    assert bool(places(as_fact, against(brief, source))) is flagged
