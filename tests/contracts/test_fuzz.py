"""Whatever a brief holds - any Unicode, any Markdown, any HTML - reading and auditing it never fails and never leaves its text."""

from __future__ import annotations

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.audit import silence
from counterclaim.audit.draft import draft
from counterclaim.audit.mend import mends
from counterclaim.audit.mutate import mutate
from counterclaim.audit.profile import Profile
from counterclaim.audit.report import audit
from counterclaim.audit.review import review
from counterclaim.export.annotations import commands
from counterclaim.export.audit import as_text
from counterclaim.export.sarif import sarif
from counterclaim.records import Draft, Span
from factories import dispute

EVIDENCE = dispute()
_PROSE = [
    *(
        "Mara Venn",
        "Roth",
        "the trust",
        "said",
        "accused",
        "denied",
        "hid the survey",
        "40 berths",
        "nearly 40",
        "in March 2031",
        "may have",
    ),
    *(
        "“",
        "”",
        '"',
        "'",
        "’",
        "‘",
        "«",
        "…",
        "[",
        "]",
        ". ",
        ", ",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\u2060",
        "\u200b",
        "e\u0301",
        "🙂",
        "\x00",
        "\x85",
    ),
    *(
        "&quot;",
        "&amp;",
        "&#8220;",
        "&#0;",
        "&#x110000;",
        "&",
        "<!-- counterclaim: allow A5 because of it -->",
        "<!-- counterclaim:",
        "-->",
    ),
]
_PROSE += ["yesterday", "Monday", "officials", "a source", "several outlets report", "the hardliner", "doubled", "in a letter", "she"]
_PROSE += ["Orla Quisst", "mayor", "former", "replied", "  "]
_MARKDOWN = [
    *("## Bottom line\n", "## Context\n", "<!-- counterclaim/brief/1 -->\n", "\n1. x (d1.txt, characters 0–9, SHA-256 000000000000): y\n"),
    *("# ", "## ", "> ", "- ", "1. ", "```\n", "~~~", "    code\n", "---\n", "...\n", "***", "**", "*", "__", "_", "~~", "`", "\\"),
    *("[a](b)", "[a](", "![", "](", "|", "<b>", "</b>", "<!--", "===\n", "a: b\n", "[^1]", "[1]", "\r"),
]
_HTML = [
    *(
        "<p>",
        "</p>",
        "<h1>",
        "</h1>",
        "<script>",
        "</script>",
        "<style>",
        "<q>",
        "</q>",
        "<br/>",
        "<b",
        "<",
        ">",
        "</",
        "<!",
        "<!DOCTYPE",
        "<?",
    ),
    *("<![CDATA[", "]]>", "<a href='", '<a title="“', "'>", "<pre>", "<svg>", "<table><tr><td>", "</html", "<textarea>", "<title>"),
]


def _made_of(*pieces: str) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(pieces) | st.text(max_size=4), max_size=40).map("".join)


def _fits(read: Draft, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(read.text)


def _holds(path: str, text: str) -> None:
    read = draft(path, text)
    assert (read.text, len(read.prose)) == (text, len(text))
    spans = [*read.sentences, *read.headings, *read.skipped, *(q.span for q in read.quotations), *(q.inner for q in read.quotations)]
    assert all(_fits(read, s) for s in spans)
    assert list(read.sentences) == sorted(read.sentences)
    report = review(audit(read, EVIDENCE), read, Profile())
    assert all(_fits(read, f.where) for f in report.findings)
    assert as_text([report], {path: text})
    assert commands(report, read).count("\n") == len(report.findings)
    assert len(sarif([(report, read)])["runs"][0]["results"]) == len(report.findings)
    assert all(_fits(read, m.where) and m.applied(text) != text for m in mutate(read, EVIDENCE, Random(0), per_kind=1))
    certain = mends(read, EVIDENCE)
    assert all(text[m.where.start : m.where.end] == m.was for m in certain)
    assert all(a.where.end <= b.where.start for a, b in pairwise(certain))
    assert silence.silences(read) == silence.silences(read)


@pytest.mark.parametrize("path", ["b.md", "b.html", "b.txt"])
@settings(max_examples=20, deadline=None)
@given(text=st.text(max_size=200))
def test_any_unicode(path: str, text: str) -> None:
    _holds(path, text)


@settings(max_examples=40, deadline=None)
@given(text=_made_of(*_PROSE))
def test_any_prose(text: str) -> None:
    _holds("b.txt", text)


@settings(max_examples=60, deadline=None)
@given(text=_made_of(*_PROSE, *_MARKDOWN))
def test_any_markdown(text: str) -> None:
    _holds("b.md", text)


@settings(max_examples=60, deadline=None)
@given(text=_made_of(*_PROSE, *_HTML))
def test_any_html(text: str) -> None:
    _holds("b.html", text)
