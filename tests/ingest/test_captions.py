"""Captions become a transcript."""

import pytest

from counterclaim.errors import UnreadableSource
from counterclaim.ingest.captions import read
from counterclaim.records import DocumentId, DocumentKind

VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Mara Venn>The gate was shut in March.

00:00:03.000 --> 00:00:05.000
<v Odo Roth>Nobody told the council about it.
"""


def test_voices_become_turns() -> None:
    document = read(VTT, DocumentId("d1"), source="a.vtt", sha256="0")
    said = {document.text[t.span.start : t.span.end].strip(): t.name for t in document.turns}
    assert document.kind in (DocumentKind.TRANSCRIPT, DocumentKind.BROADCAST)
    assert said["The gate was shut in March."] == "Mara Venn"


def test_what_is_no_caption_file_is_named() -> None:
    with pytest.raises(UnreadableSource, match=r"^a\.vtt"):
        read("just words", DocumentId("d1"), source="a.vtt", sha256="0")
