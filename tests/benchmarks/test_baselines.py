"""Baselines change the matrix only in what their name says."""

from benchmarks.baselines import nearest_denial, no_cross_document_links, no_merging

from counterclaim.dispute.matrix import build
from counterclaim.records import Act, Evidence, Status
from dispute.stories import Line, story

HID: Line = (Act.ALLEGATION, "a", "b", "accused", "Ferrowick Council of hiding the harbour engineer’s letter")
AGAIN: Line = (Act.ALLEGATION, "a", "b", "said", "Ferrowick Council hid the harbour engineer’s letter in a drawer")
NEVER: Line = (Act.DENIAL, "b", "", "said:", "“We never hid the harbour engineer’s letter”")
OTHER: Line = (Act.DENIAL, "a", "", "said:", "“I never sold the boat”")


def _evidence(*documents: list[Line]) -> Evidence:
    reading, claims = story(*documents)
    return Evidence(reading=reading, claims={c.id: c for c in claims}, matrix=build(reading, claims, as_of=None))


def _links(evidence: Evidence) -> list[tuple[list[str], list[str], str]]:
    return [(list(r.charge.statements), [a.statement for a in r.responses], r.status) for r in evidence.matrix.rows]


def test_the_nearest_denial_is_taken_whoever_says_it() -> None:
    evidence = _evidence([HID, OTHER, NEVER])
    assert _links(evidence) == [(["s1"], ["s3"], Status.ANSWERED)]
    assert _links(nearest_denial(evidence)) == [(["s1"], ["s2"], Status.ANSWERED)]
    assert _links(nearest_denial(_evidence([HID], [NEVER]))) == [(["s1"], [], Status.UNANSWERED)]


def test_without_merging_each_statement_is_a_charge() -> None:
    evidence = _evidence([HID, NEVER], [AGAIN])
    assert [r[0] for r in _links(evidence)] == [["s1", "s3"]]
    assert [r[0] for r in _links(no_merging(evidence))] == [["s1"], ["s3"]]


def test_without_links_across_documents_an_answer_elsewhere_is_lost() -> None:
    assert _links(_evidence([HID], [NEVER])) == [(["s1"], ["s2"], Status.ANSWERED)]
    assert _links(no_cross_document_links(_evidence([HID], [NEVER]))) == [(["s1"], [], Status.UNANSWERED)]
    here = _evidence([HID, NEVER])
    assert _links(no_cross_document_links(here)) == _links(here)
