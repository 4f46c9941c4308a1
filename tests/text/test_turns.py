"""The kind of a document, and who speaks in it, told from its layout alone."""

import pytest

from counterclaim.records import DocumentKind
from counterclaim.text.turns import kind_of, told, turns

ARTICLE = "Gate shut\n\nThe mayor said on Monday that the gate was shut.\n\nNote: the council meets on Friday."
LIST = "Three things\n\nThe accuser: Mara Venn leads the trust.\n\nThe accused: Odo Roth leads it not.\n\nThe money: It is gone."
DATELINE = "SELBY, March 9 (Fen Wire) - The mayor said that the gate was shut.\n\nMara Venn, 2031-03-09\n\nShe left at noon."
EMBEDDED = "The mayor was quick to answer.\n\nThe gate was shut. — Odo Roth (@odoroth) March 9, 2031\n\nShe said no more."
SIGNED = "The gate was shut all winter, and nobody was told about it.\n— Odo Roth (@odoroth) March 9, 2031\n"
POSTS = (
    "Mara Venn (@maravenn), 2031-03-09 10:14\nThe gate was shut.\n\nOdo Roth (@odoroth), 2031-03-09 11:02\nRT @maravenn: The gate was shut."
)
HANDLES = "@maravenn: The gate was shut.\n@odoroth: It was not."
SPOKEN = "VENN: The gate was shut in March.\nROTH: It was open.\nVENN: Show us.\nROTH: On Friday."
INTERVIEW = "Q: Was the gate shut?\n\nA: It was.\n\nQ: Who shut it?\n\nA: Ask the council.\n\nWe did not."
BROADCAST = (
    "NEWSREADER: A row over the gate.\n\nCLIP, MARA VENN, HARBOUR TRUST: “It was shut.\n\n“All winter.”\n\n"
    "The council says no.\n\nNEWSREADER: The weather."
)
RELEASE = (
    "Our answer on the gate\n\nPRESS STATEMENT\nIssued by the Selby Harbour Trust, Selby, 9 March 2031\n\n"
    "We shut no gate in March.\n\nEnds. Notes to editors: the trust dates from 1911."
)
MAIL = "From: Mara Venn <m@selby.example>\nTo: d@post.example\nSubject: Gate\n\nThe gate was shut.\n--\nMara Venn, chair"
REPORT = "1. Introduction\nThe gate was shut.\n2. Findings\nNobody was told.\n3. Recommendations\nTell somebody."


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (ARTICLE, DocumentKind.ARTICLE, []),
        (LIST, DocumentKind.ARTICLE, []),
        (DATELINE, DocumentKind.ARTICLE, []),
        (EMBEDDED, DocumentKind.ARTICLE, [("Odo Roth", "The gate was shut.")]),
        (SIGNED, DocumentKind.POST, [("Odo Roth", "The gate was shut all winter, and nobody was told about it.")]),
        (POSTS, DocumentKind.POST, [("Mara Venn", "The gate was shut."), ("Mara Venn", "The gate was shut.")]),
        (HANDLES, DocumentKind.POST, [("@maravenn", "The gate was shut."), ("@odoroth", "It was not.")]),
        (INTERVIEW, DocumentKind.INTERVIEW, [("A", "It was."), ("A", "Ask the council.\n\nWe did not.")]),
        (BROADCAST, DocumentKind.BROADCAST, [("MARA VENN", "“It was shut.\n\n“All winter.”")]),
        (RELEASE, DocumentKind.RELEASE, [("Selby Harbour Trust", "We shut no gate in March.")]),
        (MAIL, DocumentKind.MAIL, [("Mara Venn", "The gate was shut.")]),
        (REPORT, DocumentKind.REPORT, []),
    ],
    ids=["article", "list", "dateline", "embedded", "signed", "posts", "handles", "interview", "broadcast", "release", "mail", "report"],
)
def test_the_layout_tells_the_kind_and_who_speaks(text: str, kind: DocumentKind, said: list[tuple[str, str]]) -> None:
    assert kind_of(text) is kind
    assert [(t.name, text[t.span.start : t.span.end]) for t in turns(text)] == said


def test_a_transcript_has_a_turn_for_each_label() -> None:
    kind, found = told(SPOKEN)
    assert kind is DocumentKind.TRANSCRIPT
    assert [t.name for t in found] == ["VENN", "ROTH", "VENN", "ROTH"]


@pytest.mark.parametrize("text", [POSTS, SPOKEN, INTERVIEW, BROADCAST, RELEASE, MAIL])
def test_a_name_stands_where_the_turn_says(text: str) -> None:
    labels = [(t.name, text[t.name_at.start : t.name_at.end]) for t in turns(text) if t.name_at]
    assert labels
    assert all(name == label or label.startswith("@") for name, label in labels)
