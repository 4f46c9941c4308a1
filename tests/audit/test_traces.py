import pytest

from audit.stories import against, places
from counterclaim.audit.case import Case
from counterclaim.audit.traces import thin, untraceable
from factories import doc

SOURCE = doc("Mayor Mara Venn accused the harbour trust of hiding the survey. The port was closed.")
HASH = SOURCE.provenance.sha256[:12]
BRIEF = f"""# Mayor accuses trust

<!-- counterclaim/brief/1: our own writing, never a source -->

## Summary

Mayor Mara Venn accused the harbour trust of hiding the survey. [1]
The port was closed. [1][2]

## Receipts

1. The Ardmoor Gazette (d1.txt, characters 0–63, SHA-256 {HASH}): Mayor Mara Venn accused the harbour trust of hiding the survey.
2. The Ardmoor Gazette (d1.txt, characters 64–84, SHA-256 {HASH}): The port was closed.
"""


def brief(text: str, path: str = "brief.md") -> Case:
    return against(text, SOURCE, path=path)


def test_every_sentence_of_ours_has_its_receipt() -> None:
    assert places(untraceable, brief(BRIEF)) == []
    assert places(untraceable, brief(BRIEF.replace("survey. [1]\nThe", "survey.\nThe"))) != []


@pytest.mark.parametrize(
    ("was", "becomes", "fault"),
    [
        ("[1][2]", "[1][3]", "not in the list"),
        (f"–84, SHA-256 {HASH}", "–84, SHA-256 000000000000", "not among the sources"),
        ("64–84", "64–840", "beyond the end"),
    ],
)
def test_a_receipt_that_names_no_passage(was: str, becomes: str, fault: str) -> None:
    (found,) = untraceable(brief(BRIEF.replace(was, becomes)))
    assert fault in found.message


def test_what_others_wrote_needs_no_receipts() -> None:
    assert places(untraceable, brief("Mayor Mara Venn accused the trust.")) == []


def test_a_brief_of_ours_about_too_little() -> None:
    assert places(thin, brief(BRIEF)) == []
    assert len(list(thin(against(BRIEF, "The port was closed for nine days.")))) == 1
    assert list(thin(against("The port was closed.", "The port was closed for nine days."))) == []
