"""The kind of a document, told from its layout alone."""

import pytest

from counterclaim.records import DocumentKind
from counterclaim.text.turns import kind_of, turns

ARTICLE = "Gate shut\n\nThe mayor said on Monday that the gate was shut.\n\nNote: the council meets on Friday."
POSTS = "Mara Venn (@maravenn), 2031-03-09 10:14\nThe gate was shut.\n\nOdo Roth (@odoroth), 2031-03-09 11:02\nIt was not."
SPOKEN = "VENN: The gate was shut in March.\nROTH: It was open.\nVENN: Show us.\nROTH: On Friday."
MAIL = "From: Mara Venn <m@selby.example>\nTo: d@post.example\nSubject: Gate\n\nThe gate was shut."


@pytest.mark.parametrize(
    ("text", "kinds", "count"),
    [
        (ARTICLE, {DocumentKind.ARTICLE}, 0),
        (POSTS, {DocumentKind.POST}, 2),
        (SPOKEN, {DocumentKind.TRANSCRIPT, DocumentKind.INTERVIEW}, 4),
        (MAIL, {DocumentKind.MAIL}, 1),
    ],
    ids=["article", "posts", "spoken", "mail"],
)
def test_the_layout_tells_the_kind(text: str, kinds: set[DocumentKind], count: int) -> None:
    assert kind_of(text) in kinds
    assert len(turns(text)) == count
