"""Reads Word files and PDFs into documents, as far as they hold words: one paragraph a block, a blank line between.

Lines that a PDF broke are joined, and so are words broken at a line's end. Needs the `documents` extra and says so where
it is absent. Refuses a file of scanned pages: pictures of words are no words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from types import MappingProxyType

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.language import require_english
from counterclaim.ingest.plain import headline
from counterclaim.records import Document, DocumentId, Provenance
from counterclaim.text.turns import told

_BROKEN_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_BLOCK = re.compile(r"\n[ \t]*\n|\f")


def read(data: bytes, id: DocumentId, *, suffix: str, source: str, sha256: str) -> Document:
    """The document of a .docx or .pdf file's bytes."""
    text = words(data, suffix=suffix, source=source)
    require_english(text, source=source)
    kind, turns = told(text)
    return Document(id=id, kind=kind, text=text, title=headline(text), provenance=Provenance(path=source, sha256=sha256), turns=turns)


def words(data: bytes, *, suffix: str, source: str) -> str:
    """The words of a .docx or .pdf file's bytes."""
    try:
        text = _READERS[suffix](data)
    except ImportError as error:
        raise UnreadableSource(f"reading {suffix} files needs pip install 'counterclaim[documents]'", source=source) from error
    except Exception as error:  # the libraries raise whatever the damage leads them to
        raise UnreadableSource(f"the file is damaged, or no {suffix} file: {error}", source=source) from error
    if not text.strip():
        raise EmptySource("the file holds no words (scanned pages are pictures of words)", source=source)
    return text


def _word(data: bytes) -> str:
    import docx

    return "\n\n".join(said for paragraph in docx.Document(BytesIO(data)).paragraphs if (said := paragraph.text.strip()))


def _pdf(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    blocks = _BLOCK.split(extract_text(BytesIO(data)))
    joined = (" ".join(_BROKEN_WORD.sub("", block).split()) for block in blocks)
    return "\n\n".join(block for block in joined if block)


_READERS: MappingProxyType[str, Callable[[bytes], str]] = MappingProxyType({".docx": _word, ".pdf": _pdf})
