import pytest

from audit.stories import against, places
from counterclaim.audit.headline import unsupported

SOURCE = "Mayor Mara Venn said the trust had hidden the survey of the east quay. The port was closed for nine days."
BODY = "\n\nMayor Mara Venn said the trust had hidden the survey of the east quay."


@pytest.mark.parametrize(
    ("title", "flagged"),
    [
        ("Trust has hidden the survey of the east quay", True),
        ("Trust has hidden the survey of the east quay, mayor says", False),
        ("Mayor: trust has hidden the survey of the east quay", False),
        ("Trust may have hidden the survey of the east quay", False),
        ("Trust “has hidden the survey” of the east quay", False),
        ("Port was closed for nine days", False),
    ],
)
def test_a_headline_must_not_drop_who_says_it(title: str, flagged: bool) -> None:
    assert bool(places(unsupported, against(f"# {title}{BODY}", SOURCE))) is flagged


def test_what_a_source_says_itself_needs_no_speaker() -> None:
    plain = "The trust has hidden the survey of the east quay."
    assert places(unsupported, against(f"# Trust has hidden the survey of the east quay{BODY}", SOURCE, plain)) == []


def test_a_draft_without_a_headline_has_nothing_to_check() -> None:
    assert places(unsupported, against("Venn said the trust had hidden the survey.", SOURCE)) == []
