import pytest

from audit.stories import seen
from counterclaim.audit.attribution import as_fact
from counterclaim.audit.case import prepare
from counterclaim.audit.draft import draft
from counterclaim.pipeline import read
from factories import doc


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


@pytest.mark.parametrize(
    ("source", "brief"),
    [
        (
            "Dov Pell, an engineer at the north lock, accused the board of ignoring three letters in which he warned about it.",
            "Pell said that the north lock has eleven engineers left.",
        ),
        (
            "The trust on Friday rejected claims that it had hidden the survey of the quay, and accused the mayor of spreading rumours.",
            "The trust rejected claims that it had hidden the survey of the quay.",
        ),
        (
            "The trust said that Venn had denied every word of it.",
            "The Harbour Trust denied that a word of it was false.",
        ),
    ],
)
def test_who_says_it_may_be_the_first_word_that_came_over(source: str, brief: str) -> None:
    assert list(as_fact(prepare(draft("brief.md", brief), read([doc(source)], profile="rules")))) == []
