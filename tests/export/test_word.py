"""The brief as a Word file: every sentence, every receipt, headings; one clear sentence where python-docx is absent."""

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from counterclaim.brief.write import write
from counterclaim.errors import CounterclaimError
from counterclaim.export.receipts import listed
from counterclaim.export.word import word
from counterclaim.ingest.formats import is_own
from factories import dispute


def test_it_holds_headings_sentences_and_receipts() -> None:
    brief = write(dispute())
    file = docx.Document(BytesIO(word(brief)))
    text = [p.text for p in file.paragraphs]
    headings = [p.text for p in file.paragraphs if p.style is not None and (p.style.name or "").startswith("Heading")]
    assert text[0] == brief.headline
    assert headings == [*(s.heading for s in brief.sections), "Receipts", "Sources"]
    for s in (s for section in brief.sections for s in section.sentences):
        assert any(t.startswith(s.text + " [") for t in text)
    assert sum(t.startswith("[") for t in text) == len(listed(brief))


def test_it_is_known_as_ours(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_bytes(word(write(dispute())))
    assert is_own(tmp_path / "brief.docx")


def test_without_python_docx_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(CounterclaimError, match=r"needs pip install 'counterclaim\[documents\]'"):
        word(write(dispute()))


def test_control_characters_of_a_source_do_not_break_it() -> None:
    brief = write(dispute())
    file = docx.Document(BytesIO(word(replace(brief, headline="A \x1b\x00 B"))))
    assert file.paragraphs[0].text == "A \ufffd\ufffd B"
