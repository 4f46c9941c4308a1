"""An edited brief gives its words, not its receipts."""

import msgspec
import pytest

from counterclaim.brief.edited import read
from counterclaim.brief.render import markdown
from counterclaim.brief.write import write
from counterclaim.errors import ReceiptError
from counterclaim.export.brief import brief as as_json
from factories import dispute


def test_our_own_markdown_and_json_give_the_same_words() -> None:
    brief = write(dispute())
    from_markdown = read(markdown(brief).encode(), source="brief.md")
    assert from_markdown == read(msgspec.json.encode(as_json(brief)), source="brief.json")
    assert from_markdown.headline == brief.headline
    assert [(s.heading, list(s.stretches)) for s in from_markdown.sections] == [
        (s.heading, [x.text for x in s.sentences]) for s in brief.sections
    ]


def test_new_sentences_between_marks_are_apart() -> None:
    edited = read(b"# A\n\n## B\n\nOne said. [1][2] Another said. [3]\nA third line", source="x.md")
    assert [s.stretches for s in edited.sections] == [("One said.", "Another said.", "A third line")]


@pytest.mark.parametrize("data", [b"no headline", b"\xff\xfe", b'{"schema": "other"}'])
def test_what_is_no_brief_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(ReceiptError, match=r"^x\.md: is no"):
        read(data, source="x.md")
