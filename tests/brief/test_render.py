"""A brief for people: numbered receipts in Markdown, one page in HTML."""

from markupsafe import escape

from counterclaim.brief.render import html, markdown
from counterclaim.brief.write import write
from factories import dispute


def test_markdown_numbers_its_receipts_and_lists_each() -> None:
    text = markdown(write(dispute()))
    body, receipts = text.split("## Receipts\n")
    assert text.startswith("# Venn accuses the harbour trust")
    assert "[1]" in body
    assert receipts.strip().startswith("1. The Ardmoor Gazette (d1.txt, characters ")


def test_html_is_one_page_without_scripts_that_holds_every_sentence() -> None:
    brief = write(dispute())
    page = html(brief)
    assert "<script" not in page
    assert "http" not in page
    for section in brief.sections:
        assert str(escape(section.heading)) in page
        assert all(str(escape(s.text)) in page for s in section.sentences)
