"""A page becomes its main text, once, with its own dates and names."""

from datetime import UTC, datetime

import pytest

from counterclaim.errors import NotAnArticle
from counterclaim.ingest.article import read
from counterclaim.records import Document, DocumentId

PAGE = """<html lang="en"><head><title>Gate row</title><meta property="og:site_name" content="The Selby Post">
<meta property="article:published_time" content="2031-03-02T07:15:00+01:00">
<meta property="article:modified_time" content="2031-03-11T10:00:00+01:00">
</head><body><nav>Home | Town</nav><article><h1>Gate row</h1><p class="byline">BY TOBY LARKBY and RUBY OSK</p>
<p>Mayor Mara Venn said the council took <nobr>41,000 crowns</nobr> from the gate fund in March, and that nobody was told.</p>
<p>The council has until Friday to answer in writing, its clerk said on Monday.</p>
</article><footer>Share this article</footer></body></html>"""


def _read(page: str) -> Document:
    return read(page.encode(), DocumentId("d1"), source="page.html", sha256="0")


def test_the_main_text_is_there_once_and_furniture_is_not() -> None:
    text = _read(PAGE).text
    assert text.count("took 41,000 crowns from the gate fund") == 1
    assert text.count("The council has until Friday") == 1
    assert "Home | Town" not in text


def test_the_date_of_publication_is_not_that_of_the_last_change() -> None:
    document = _read(PAGE)
    assert document.published_at == datetime(2031, 3, 2, 6, 15, tzinfo=UTC)
    assert document.modified_at == datetime(2031, 3, 11, 9, tzinfo=UTC)


def test_a_byline_keeps_its_names() -> None:
    byline = _read(PAGE).byline or ""
    assert "Toby Larkby" in byline
    assert "Ruby Osk" in byline


def test_a_page_without_a_main_text_is_no_article() -> None:
    with pytest.raises(NotAnArticle, match=r"^page\.html: "):
        _read("<html><body><nav>Home | Town | Sport</nav></body></html>")


def test_an_article_in_parts_is_read_whole() -> None:
    part = "<p>In part {0} the mayor said that the council had known of the gate since month {0}, and that nobody was told.</p>"
    parts = "".join(f"<section class='ad-break part-{n}'>{part.format(n)}</section>" for n in range(1, 9))
    text = _read(f"<html><body><article><h1>Gate row</h1>{parts}</article></body></html>").text
    assert [text.count(f"In part {n} ") for n in range(1, 9)] == [1] * 8
