"""Re-checks a published brief against its sources, offline, and fails closed: what cannot be checked does not hold.

Takes the brief's JSON (`counterclaim/brief/1`) and the documents as read from the sources now; gives one `Failure` for each
receipt or quotation that does not hold. No failure means that every one of them was checked and holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import msgspec

from counterclaim.errors import ReceiptError
from counterclaim.receipts.tokens import words
from counterclaim.records import Document, SectionRole, Span, VerdictKind, Voice
from counterclaim.text.quotation import pair

SCHEMA = "counterclaim/brief/1"


class _Citation(msgspec.Struct, forbid_unknown_fields=True):
    document: str
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    verdict: VerdictKind
    statement: str | None = None


class _Sentence(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    voice: Voice
    citations: list[_Citation]
    party: str | None = None
    charge: str | None = None


class _Section(msgspec.Struct):
    role: SectionRole
    heading: str
    sentences: list[_Sentence]


class _Source(msgspec.Struct):
    id: str
    path: str
    sha256: str


class Published(msgspec.Struct):
    """A brief as it was published; further keys are allowed at the top and in `documents`."""

    schema: str
    headline: str
    documents: list[_Source]
    sections: list[_Section]


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not hold: a place in the brief ("section 3, sentence 2"), and the reason."""

    place: str
    reason: str


def parse(data: bytes, *, source: str) -> Published:
    """The brief that the bytes hold. Raises ReceiptError, naming the place in the JSON, where they hold none."""
    try:
        brief = msgspec.json.decode(data, type=Published)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ReceiptError(f"is no brief: {error}", source=source) from error
    if brief.schema != SCHEMA:
        raise ReceiptError(f"is {brief.schema!r}, not {SCHEMA!r}", source=source)
    return brief


def verify(brief: Published, documents: Iterable[Document]) -> list[Failure]:
    """Every receipt and quotation of a brief that does not hold, in reading order."""
    by_hash = {d.provenance.sha256: d for d in documents}
    listed = {s.id: s for s in brief.documents}
    exacts = [c.exact for s in brief.sections for x in s.sentences for c in x.citations]
    failures = [Failure("headline", r) for r in _unquoted(brief.headline, exacts)]
    sentences = 0
    for i, section in enumerate(brief.sections, start=1):
        failures += [Failure(f"heading {i}", r) for r in _unquoted(section.heading, exacts)]
        for k, sentence in enumerate(section.sentences, start=1):
            sentences += 1
            place = f"section {i} ({section.role}), sentence {k}"
            failures += [Failure(place, r) for r in _sentence(sentence, listed, by_hash)]
    return failures or ([] if sentences else [Failure("brief", "holds no sentence")])


def _quotations(text: str) -> list[str]:
    """The words between quotation marks in one line of a brief, read by the same eyes as the sources."""
    return [text[q.inner.start : q.inner.end] for q in pair(text, (Span(0, len(text)),))] if text else []


def _sentence(s: _Sentence, listed: Mapping[str, _Source], by_hash: Mapping[str, Document]) -> Iterator[str]:
    if not s.citations:
        yield "cites nothing"
    for c in s.citations:
        yield from _citation(c, listed, by_hash)
    yield from _unquoted(s.text, [c.exact for c in s.citations])


def _citation(c: _Citation, listed: Mapping[str, _Source], by_hash: Mapping[str, Document]) -> Iterator[str]:
    source = listed.get(c.document)
    if source is None:
        yield f"cites {c.document}, which the brief does not list"
        return
    if source.sha256 != c.sha256:
        yield f"the receipt's hash is not that of {c.document}"
        return
    document = by_hash.get(c.sha256)
    if document is None:
        yield f"no source with the hash of {source.path} is there: it is missing, or a byte of it was changed"
        return
    text = document.text
    if not 0 <= c.start < c.end <= len(text) or text[c.start : c.end] != c.exact:
        yield f"{source.path} does not hold the cited words at {c.start} to {c.end}"
    elif not (text[: c.start].endswith(c.prefix) and text[c.end :].startswith(c.suffix)):
        yield f"the words around {c.start} to {c.end} of {source.path} are not those of the receipt"


def _unquoted(text: str, exacts: Iterable[str]) -> Iterator[str]:
    """Quotations of the text that stand in no cited passage."""
    passages = [words(e).words for e in exacts]
    for quotation in _quotations(text):
        asked = words(quotation).words
        if not any(_holds(p, asked) for p in passages):
            yield f"“{quotation}” stands in no cited passage"


def _holds(passage: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    n = len(asked)
    return n > 0 and any(_equal(passage[i : i + n], asked) for i in range(len(passage) - n + 1))


def _equal(found: tuple[str, ...], asked: tuple[str, ...]) -> bool:
    """Equal words; the first letter may be large or small, as it opens a sentence or not."""
    return found[1:] == asked[1:] and found[0][1:] == asked[0][1:] and found[0][:1].casefold() == asked[0][:1].casefold()
