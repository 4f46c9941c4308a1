"""Marks may hide and add nothing that changes the sense."""

import pytest

from counterclaim.receipts.cuts import is_cut, marked
from counterclaim.receipts.passages import passages
from counterclaim.records import VerdictKind
from factories import doc

DOCUMENT = doc(
    "“The ferry will sail on Monday with Mrs. Roth aboard, I think,” Venn said. “The ferry will never … sail on Monday again,” "
    "said Roth. “[A]ll of it [the fund] went to the pier, and two crowns to the hall.”"
)
SOURCES = passages({DOCUMENT.id: DOCUMENT})


def _kinds(quotation: str) -> list[VerdictKind]:
    return [v.kind for v in marked(quotation, SOURCES)]


@pytest.mark.parametrize(
    ("quotation", "kinds"),
    [
        ("The ferry will sail", []),
        ("…", []),
        ("sail on Monday … aboard", [VerdictKind.MARKED]),
        ("with Mrs. Roth … I think", [VerdictKind.MARKED]),
        ("[all] of it [the fund] went to the pier", [VerdictKind.MARKED]),
        ("[A]ll of it … went to the pier", [VerdictKind.MARKED]),
        ("[a]ll of it [the money] went", [VerdictKind.ALTERED]),
        ("went … [not] on Monday", []),
        ("[A]ll of it [the money]", [VerdictKind.ALTERED]),
        ("never … [not] sail on Monday again", [VerdictKind.ALTERED]),
        ("[She] will sail on Monday with", [VerdictKind.REVIEW]),
        ("never … sail on Monday … again", [VerdictKind.MARKED]),
        ("The ferry will … sail on Monday again", [VerdictKind.ALTERED]),
        ("The ferry will … on Monday", [VerdictKind.REVIEW]),
        ("went to the pier … to the hall", [VerdictKind.REVIEW]),
        ("I think … The ferry", [VerdictKind.REVIEW]),
    ],
    ids=[
        "no mark", "no word", "a cut", "an abbreviation ends no sentence", "a bracket at an edge", "the source's own brackets cut",
        "the source's own bracket changed", "pieces that do not follow", "the source's own bracket changed at an edge",
        "a bracket beside the source's ellipsis", "a name at an edge", "the source's ellipsis and an empty cut", "a negation cut",
        "two places, one of them bad", "a number cut", "two voices",
    ],
)  # fmt: skip
def test_a_mark_is_judged_by_what_it_hides_and_adds(quotation: str, kinds: list[VerdictKind]) -> None:
    assert _kinds(quotation) == kinds


@pytest.mark.parametrize(
    ("quotation", "told"),
    [("The ferry will … sail on Monday again", True), ("I think … The ferry", True), ("[a]ll of it [the money] went", False)],
    ids=["a negation cut", "voices joined", "a bracket"],
)
def test_a_cut_is_told_from_a_bracket(quotation: str, told: bool) -> None:
    assert [is_cut(v) for v in marked(quotation, SOURCES)] == [told]
