"""Text files keep their text as it is; what a file says about itself stands in its front matter."""

from datetime import UTC, datetime

import pytest

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.plain import headline, read
from counterclaim.records import Document, DocumentId, DocumentKind

BODY = "Mayor Mara Venn spoke on Monday.\n\nShe said the gate was shut.\n"


def _read(content: str) -> Document:
    return read(content, DocumentId("d1"), source="a.txt", sha256="0")


def test_front_matter_is_no_part_of_the_text() -> None:
    document = _read(
        '---\ntitle: "Gate: shut"\npublisher: The Selby Post\nauthor: [Ila Roth, Odo Venn]\n'
        f"date: 2031-03-09T08:00:00+01:00\nkind: release\n---\n{BODY}"
    )
    assert document.text == BODY
    assert (document.title, document.provenance.publisher, document.byline) == ("Gate: shut", "The Selby Post", "Ila Roth, Odo Venn")
    assert document.published_at == datetime(2031, 3, 9, 7, tzinfo=UTC)
    assert document.kind is DocumentKind.RELEASE


def test_a_text_without_front_matter_is_whole() -> None:
    assert _read(BODY).text == BODY


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ("title: a: b", "no valid YAML"),
        ("date: someday", "is no date"),
        ("kind: poem", "is none of article"),
    ],
)
def test_front_matter_that_means_nothing_is_named(front: str, said: str) -> None:
    with pytest.raises(UnreadableSource, match=said):
        _read(f"---\n{front}\n---\n{BODY}")


def test_front_matter_alone_is_an_empty_source() -> None:
    with pytest.raises(EmptySource, match="holds no text"):
        _read("---\ntitle: x\n---\n\n")


def test_a_first_line_without_an_end_mark_is_the_headline() -> None:
    assert headline("Gate shut\n\nThe mayor said on Monday that the gate was shut.") == "Gate shut"
    assert headline("The mayor said the gate was shut.\n\nShe left.") is None


def test_a_given_kind_gives_a_post_its_author() -> None:
    document = _read("---\nkind: post\nauthor: Odo Roth\n---\nI signed nothing.")
    assert [(t.name, document.text[t.span.start : t.span.end]) for t in document.turns] == [("Odo Roth", "I signed nothing.")]


def test_a_line_of_dashes_is_text() -> None:
    assert _read("---\nThe gate was shut.\n---\nIt rained.").text == "---\nThe gate was shut.\n---\nIt rained."
