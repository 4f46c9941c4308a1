"""Writes the brief as a Word file: headings that a screen reader can walk, receipts numbered in the text and listed at the end.

Needs python-docx, from the `documents` extra. Refuses nothing that the brief holds; a passage is printed up to MOST_WORDS words.
"""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.export.brief import SCHEMA
from counterclaim.export.receipts import file_name, listed, numbers, passage, place
from counterclaim.records import Brief

_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)


def word(brief: Brief) -> bytes:
    """The brief as the bytes of a .docx file."""
    try:
        import docx
    except ImportError as error:
        raise CounterclaimError("writing .docx files needs pip install 'counterclaim[documents]'") from error
    file = docx.Document()
    file.core_properties.title = _fit(brief.headline)[:255]  # Word keeps no more
    file.core_properties.author = ""
    file.core_properties.language = "en"
    file.core_properties.keywords = SCHEMA  # by which the file is told from a source
    file.add_heading(_fit(brief.headline), level=0)
    _sections(file, brief)
    _receipts(file, brief)
    out = BytesIO()
    file.save(out)
    return out.getvalue()


def _sections(file: Any, brief: Brief) -> None:
    numbered = numbers(brief)
    for section in brief.sections:
        file.add_heading(_fit(section.heading), level=1)
        for s in section.sentences:
            paragraph = file.add_paragraph(_fit(s.text) + " ")
            run = paragraph.add_run(" ".join(f"[{n}]" for n in dict.fromkeys(numbered[c] for c in s.citations)))
            run.font.superscript = True


def _receipts(file: Any, brief: Brief) -> None:
    documents = {d.id: d for d in brief.documents}
    file.add_heading("Receipts", level=1)
    for n, citation in listed(brief).items():
        paragraph = file.add_paragraph(f"[{n}] ")
        paragraph.add_run(_fit(passage(citation))).italic = True
        paragraph.add_run(_fit(f" {place(documents[citation.document], citation)}"))
    file.add_heading("Sources", level=1)
    for d in brief.documents:
        file.add_paragraph(_fit(f"{d.title or file_name(d)} ({file_name(d)}, SHA-256 {d.provenance.sha256})"), style="List Bullet")
