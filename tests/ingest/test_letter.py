"""A mail is its sender's own voice."""

from counterclaim.ingest.letter import read
from counterclaim.records import DocumentId, DocumentKind

MAIL = b"""From: Mara Venn <mara@selby.example>
To: desk@selbypost.example
Subject: The gate
Date: Mon, 09 Mar 2026 08:00:00 +0000

The council never asked us about the gate. We will answer in writing by Friday.
"""


def test_the_sender_speaks() -> None:
    document = read(MAIL, DocumentId("d1"), source="a.eml", sha256="0")
    assert document.kind is DocumentKind.MAIL
    assert document.title == "The gate"
    assert [t.name for t in document.turns] == ["Mara Venn"]
    assert "never asked us" in document.text[document.turns[0].span.start : document.turns[0].span.end]


def test_an_encoding_that_nobody_knows_is_judged_by_the_bytes() -> None:
    head = b"From: Mara Venn <mara@selby.example>\nContent-Type: text/plain; charset=utf-99\n\n"
    document = read(head + "The café was never shut.".encode(), DocumentId("d1"), source="a.eml", sha256="0")
    assert "The café was never shut." in document.text
