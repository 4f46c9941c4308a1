"""True words are checked for whose they are."""

import pytest

from counterclaim.receipts.passages import passages
from counterclaim.receipts.speaker import around, check_speaker
from counterclaim.records import PartyId, PartyKind, Verdict, VerdictKind
from factories import doc, party, reading, span, statement

DOCUMENT = doc(
    "“The gate was shut,” Venn said. Roth agreed: “The gate was shut indeed.” “It rained,” somebody said. “Never again,” said Kell. "
    "The pier was closed."
)
STATEMENTS = [
    statement(DOCUMENT, "s1", "“The gate was shut,”"),
    statement(DOCUMENT, "s2", "“The gate was shut indeed.”"),
    statement(DOCUMENT, "s3", "“It rained,”"),
    statement(DOCUMENT, "s4", "“Never again,”"),
]
PARTIES = [
    party("p1", "Venn", on_behalf_of=PartyId("p2")),
    party("p2", "Roth"),
    party("p3", "Orme Harbour", PartyKind.ORGANISATION),
    party("p4", "Kell", on_behalf_of=PartyId("p3")),
]
READING = reading([DOCUMENT], STATEMENTS, PARTIES, speakers={"s1": "p1", "s2": "p2", "s4": "p4"})
SOURCES = passages(READING.documents)


@pytest.mark.parametrize(
    ("quotation", "speaker", "kind", "reason"),
    [
        ("The gate was shut", "p1", VerdictKind.VERBATIM, ""),
        ("The gate was shut", "p2", VerdictKind.VERBATIM, ""),
        ("The gate was shut indeed", "p1", VerdictKind.REVIEW, "the source gives these words to Roth"),
        ("Never again", "p3", VerdictKind.VERBATIM, ""),
        ("Never again", "p2", VerdictKind.REVIEW, "the source gives these words to Kell"),
        ("It rained", "p1", VerdictKind.REVIEW, "the source does not clearly say whose words these are"),
        ("The pier was closed", "p1", VerdictKind.REVIEW, "the source does not clearly say whose words these are"),
        ("The gate was open indeed", "p1", VerdictKind.ALTERED, "the source has other words"),
    ],
    ids=["own", "said by both", "another's", "a spokesman's for his body", "a stranger's", "nobody's", "the reporter's", "altered"],
)
def test_words_belong_to_who_said_them(quotation: str, speaker: str, kind: VerdictKind, reason: str) -> None:
    verdict = check_speaker(quotation, PartyId(speaker), SOURCES, READING)
    assert (verdict.kind, verdict.reason) == (kind, reason)


def test_the_statement_around_a_place_is_found_and_no_place_has_none() -> None:
    place = span(DOCUMENT, "rained")
    verdict = Verdict(kind=VerdictKind.VERBATIM, document=DOCUMENT.id, span=place)
    assert [s.id for s in around(verdict, READING)] == ["s3"]
    assert around(Verdict(kind=VerdictKind.NOT_FOUND), READING) == []
