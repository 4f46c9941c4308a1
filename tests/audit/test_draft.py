from counterclaim.audit.draft import draft, joined
from counterclaim.records import Span


def test_spans_are_places_in_the_file() -> None:
    text = "# Crane row\n\nPell said: “I have signed *nothing*.” Venn **left**. He did\nnot return."
    d = draft("brief.md", text)
    assert [text[s.start : s.end] for s in d.sentences] == [
        "Crane row",
        "Pell said: “I have signed *nothing*.”",
        "Venn **left**.",
        "He did\nnot return.",
    ]
    assert [text[q.inner.start : q.inner.end] for q in d.quotations] == ["I have signed *nothing*."]
    assert [text[h.start : h.end] for h in d.headings] == ["Crane row"]


def test_entities_in_a_page_do_not_hide_a_quotation() -> None:
    text = "<p>As Pell put it &mdash; &ldquo;I don&rsquo;t sign&rdquo;.</p>"
    d = draft("brief.html", text)
    (quotation,) = d.quotations
    assert joined(d.prose, quotation.inner.start, quotation.inner.end)[0] == "I don’t sign"
    assert text[quotation.span.start : quotation.span.end] == "&ldquo;I don&rsquo;t sign&rdquo;"


def test_any_other_file_is_plain_text() -> None:
    d = draft("brief.txt", "A *star* stays.\n")
    assert d.sentences == (Span(0, 15),)
    assert "*star*" in d.prose
