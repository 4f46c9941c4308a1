"""Word files and PDFs give their words, paragraph by paragraph; damage is named."""

from io import BytesIO

import pytest

from counterclaim.errors import UnreadableSource
from counterclaim.ingest.office import read
from counterclaim.records import Document, DocumentId


def _read(data: bytes, suffix: str) -> Document:
    return read(data, DocumentId("d1"), suffix=suffix, source=f"a{suffix}", sha256="0")


def _pdf(*lines: str) -> bytes:
    """The smallest file that holds the lines, 14 points apart."""
    words = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {words} ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream",
    ]
    body = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    trailer = f"trailer<</Size {count}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 {count}\n0000000000 65535 f \n{table}{trailer}".encode()


def test_a_word_file_gives_its_paragraphs() -> None:
    docx = pytest.importorskip("docx", reason="needs the documents extra")
    file = docx.Document()
    for paragraph in ("Gate shut", "The mayor said on Monday that the gate was shut.", ""):
        file.add_paragraph(paragraph)
    stream = BytesIO()
    file.save(stream)
    document = _read(stream.getvalue(), ".docx")
    assert document.text == "Gate shut\n\nThe mayor said on Monday that the gate was shut."
    assert document.title == "Gate shut"


def test_lines_that_a_pdf_broke_are_joined() -> None:
    pytest.importorskip("pdfminer", reason="needs the documents extra")
    assert (
        _read(_pdf("The mayor said that the coun-", "cil had shut the gate."), ".pdf").text
        == "The mayor said that the council had shut the gate."
    )


@pytest.mark.parametrize("suffix", [".docx", ".pdf"])
def test_a_damaged_file_is_named(suffix: str) -> None:
    with pytest.raises(UnreadableSource, match=rf"^a\{suffix}: "):
        _read(b"no such thing", suffix)
