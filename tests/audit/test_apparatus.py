"""Reference marks and our own receipts are no prose; a bracketed number elsewhere is."""

import pytest

from counterclaim.audit.apparatus import bare
from counterclaim.audit.blanking import Prose
from counterclaim.audit.draft import draft
from counterclaim.brief import render
from counterclaim.brief.write import write
from factories import dispute


def _read(text: str) -> str:
    return bare(Prose(text=text), text).text.replace("\u2060", "")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Venn left. [1][12] Roth stayed.", "Venn left. Roth stayed."),
        ("“No,” she said.[^3]", "“No,” she said."),
        ("It cost [40] crowns.", "It cost [40] crowns."),
        ("“[Forty] berths [No. 6]”", "“[Forty] berths [No. 6]”"),
    ],
)
def test_a_mark_after_a_sentence_is_no_prose(text: str, prose: str) -> None:
    assert _read(text) == prose


def test_our_own_receipts_are_skipped_and_named_and_nothing_of_the_brief_is() -> None:
    brief = write(dispute())
    for path, text in (("b.md", render.markdown(brief)), ("b.html", render.html(brief))):
        read = draft(path, text)
        told = " ".join(read.prose.replace("\u2060", "").split())
        assert all(" ".join(s.text.split()) in told for section in brief.sections for s in section.sentences)
        assert "SHA-256" not in told
        assert read.skipped
        assert {text[h.start : h.end] for h in read.headings} == {brief.headline, *(s.heading for s in brief.sections)}


def test_another_text_with_such_a_heading_is_read_to_its_end() -> None:
    assert "Words." in draft("b.md", "# A\n\n## Receipts\n\nWords.").prose
