"""Wording drift between outlets: what a later text lost or changed, and what is no drift."""

import pytest

from counterclaim.claims.drift import drifts
from counterclaim.claims.witnesses import witnesses
from counterclaim.records import Document, DocumentId, DriftKind, Reading
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc, party, reading, statement


def _found(*texts: str) -> list[tuple[str, str, str]]:
    """The drifts between texts that carry one claim: kind, words before, words now."""
    documents = [doc(text, id=f"d{n}") for n, text in enumerate(texts, 1)]
    read = _reading(documents)
    return [
        (
            d.kind,
            read.documents[read.statements[d.earlier].document].text[d.was.start : d.was.end],
            "" if d.now is None else read.documents[read.statements[d.later].document].text[d.now.start : d.now.end],
        )
        for d in drifts(read, [tuple(read.statements)], {})
    ]


def _reading(documents: list[Document]) -> Reading:
    statements = [s for d in documents for s in extract(d, segment(d), RulesTagger())]
    return reading(documents, statements, [party("p1", "Mara Venn")], speakers={s.id: "p1" for s in statements})


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            "Mara Venn said the trust may have hidden the survey.",
            "Mara Venn said the trust had hidden the survey.",
            [(DriftKind.LOST_HEDGE, "may", "")],
        ),
        ("Mara Venn said the trust may have hidden the survey.", "Mara Venn said the trust might have hidden the survey.", []),
        ("Mara Venn said the trust may sue and the mole is sinking.", "Mara Venn said the mole is sinking.", []),
        (
            "Mara Venn said the trust sold 14 berths.",
            "Mara Venn said the trust sold 40 berths.",
            [(DriftKind.CHANGED_NUMBER, "14", "40")],
        ),
        (
            "Mara Venn said the trust sold nearly 40 berths.",
            "Mara Venn said the trust sold 40 berths.",
            [(DriftKind.CHANGED_NUMBER, "nearly 40", "40")],
        ),
        ("Mara Venn said the trust sold 40 berths.", "Mara Venn said the trust sold forty berths.", []),
        ("Mara Venn said the trust sold 40 berths.", "Mara Venn said the trust sold berths in 9 weeks.", []),
        (
            "Mara Venn said the trust sold the berths.",
            "Mara Venn admitted the trust sold the berths.",
            [(DriftKind.CHANGED_VERB, "said", "admitted")],
        ),
        ("Mara Venn said the trust sold the berths.", "The trust sold the berths, Mara Venn added.", []),
        (
            "Mara Venn said: “They did not hide the survey on the day it came.”",
            "Mara Venn said they did “hide the survey”.",
            [(DriftKind.CUT_QUOTATION, "They did not hide the survey on the day it came.", "hide the survey")],
        ),
        ("Mara Venn said: “It was hidden. I saw the shelf.”", "Mara Venn said: “I saw the shelf.”", []),
    ],
)
def test_a_difference_between_two_outlets_is_named_with_both_wordings(
    before: str, after: str, expected: list[tuple[str, str, str]]
) -> None:
    assert _found(before, after) == expected


def test_the_nearest_earlier_wording_is_compared_not_the_first() -> None:
    first, second, third = (f"Mara Venn said the trust sold {n} berths at the pier." for n in (14, 40, 40))
    assert [(was, now) for _, was, now in _found(first, second, third.replace("at", "near"))] == [("14", "40")]


def test_a_quotation_that_nobody_closed_ends_with_the_content() -> None:
    open_ = doc("“They hid the survey on the very day, Mara Venn said on the quay.", id="d1")
    closed = doc("“They hid the survey on the very day,” Mara Venn said.", id="d2")
    words = "They hid the survey on the very day,"
    told = [statement(open_, "s1", f"“{words}", cue="said"), statement(closed, "s2", f"“{words}”", cue="said")]
    read = reading([open_, closed], told, [party("p1", "Mara Venn")], speakers={"s1": "p1", "s2": "p1"})
    assert drifts(read, [tuple(read.statements)], {}) == ()


def test_a_copy_of_a_text_drifts_nowhere() -> None:
    told = "Mara Venn said the trust had sold nearly 40 berths at the old pier in the harbour of Selby before the storm came. "
    documents = [doc(told, id="d1"), doc(told.replace("nearly 40", "40"), id="d2")]
    read = _reading(documents)
    same = witnesses(read.documents)
    assert same == {"d1": "d1", "d2": "d1"}
    assert drifts(read, [tuple(read.statements)], same) == ()
    assert len(drifts(read, [tuple(read.statements)], {DocumentId("d1"): DocumentId("d1")})) == 1
