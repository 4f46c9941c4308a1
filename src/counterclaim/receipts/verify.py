"""Re-checks a published brief against its sources, offline, and fails closed: what cannot be checked does not hold.

Takes the brief as published and the documents as read from the sources now; gives one `Failure` for each listed source,
receipt or quotation that does not hold. No failure means that every one of them was checked and holds. What receipts cannot
prove (words of the brief outside quotation marks) is said in docs/receipts.md.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from counterclaim.export.ledger import document as told
from counterclaim.receipts.published import Published, PublishedCitation, PublishedSentence, PublishedSource, parse
from counterclaim.receipts.use import holds, quotations, use
from counterclaim.records import Document

__all__ = ["Extent", "Failure", "extent", "parse", "verify"]  # whoever verifies also parses

_SAID_OF_ITSELF = ("title", "publisher", "byline", "published_at", "url")


@dataclass(frozen=True, slots=True)
class Failure:
    """What does not hold: a place in the brief ("section 3 (lead), sentence 2"), and the reason."""

    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """How much of a brief there is to check."""

    sources: int
    sentences: int
    receipts: int
    quotations: int
    has_digest: bool


def verify(brief: Published, documents: Iterable[Document]) -> list[Failure]:
    """All that does not hold, in reading order."""
    return list(_failures(brief, documents))


def extent(brief: Published) -> Extent:
    """What `verify` looks at: every one of these, or it says why not."""
    sentences = [x for s in brief.sections for x in s.sentences]
    lines = [brief.headline, *(s.heading for s in brief.sections), *(x.text for x in sentences)]
    return Extent(
        sources=len(brief.documents),
        sentences=len(sentences),
        receipts=sum(len(x.citations) for x in sentences),
        quotations=sum(len(quotations(line)) for line in lines),
        has_digest=brief.intact is not None,
    )


def _failures(brief: Published, documents: Iterable[Document]) -> Iterator[Failure]:
    if brief.intact is False:
        yield Failure("brief", "it was changed after it was written: its digest is not that of its content")
    if not any(s.sentences for s in brief.sections):
        yield Failure("brief", "holds no sentence")
    listed = {s.id: s for s in brief.documents}
    found = _found(brief.documents, documents)
    for source in brief.documents:
        yield from (Failure(f"document {source.id}", r) for r in _listing(source, brief.documents, found))
    exacts = [c.exact for s in brief.sections for x in s.sentences for c in x.citations]
    yield from (Failure("headline", r) for r in _unquoted(brief.headline, exacts))
    for i, section in enumerate(brief.sections, start=1):
        yield from (Failure(f"heading {i}", r) for r in _unquoted(section.heading, exacts))
        for k, sentence in enumerate(section.sentences, start=1):
            place = f"section {i} ({section.role}), sentence {k}"
            if sentence.party is not None and brief.parties is not None and sentence.party not in brief.parties:
                yield Failure(place, f"is given to {sentence.party}, whom the brief does not list")
            yield from (Failure(place, r) for r in _sentence(sentence, listed, found))


# --- listed sources


@dataclass(frozen=True, slots=True)
class _Found:
    """The documents that one listed source may be: of its hash, and of those the ones that say of themselves what it says."""

    of_hash: tuple[Document, ...]
    alike: tuple[Document, ...]


def _found(listed: Sequence[PublishedSource], documents: Iterable[Document]) -> Mapping[str, _Found]:
    by_hash: dict[str, list[Document]] = defaultdict(list)
    for d in documents:
        by_hash[d.provenance.sha256].append(d)
    of_hash = {s.id: tuple(by_hash[s.sha256]) for s in listed}
    return {s.id: _Found(of_hash[s.id], tuple(d for d in of_hash[s.id] if not _differences(s, d))) for s in listed}


def _listing(source: PublishedSource, listed: Sequence[PublishedSource], found: Mapping[str, _Found]) -> Iterator[str]:
    if Counter(s.id for s in listed)[source.id] > 1:
        yield f"the id {source.id} is listed twice"
    candidates = found[source.id]
    if not candidates.of_hash:
        yield f"no source with the hash of {source.path} is there: it is missing, or a byte of it was changed"
    elif not candidates.alike:
        yield f"{source.path} has another {_differences(source, candidates.of_hash[0])[0]} than the brief says"
    elif sum(s.sha256 == source.sha256 for s in listed) > len(candidates.of_hash):
        yield f"{source.path} is listed more often than it is there"


def _differences(source: PublishedSource, document: Document) -> list[str]:
    """What the brief says of a source and the source does not."""
    now = told(document)
    return [k for k in _SAID_OF_ITSELF if (said := getattr(source, k)) is not msgspec.UNSET and said != now[k]]


# --- sentences


def _sentence(s: PublishedSentence, listed: Mapping[str, PublishedSource], found: Mapping[str, _Found]) -> Iterator[str]:
    if not s.citations:
        yield "cites nothing"
    quoted = quotations(s.text)
    for c in s.citations:
        yield from _citation(c, listed.get(c.document), found)
        if (now := use(quoted, c.exact)) != c.verdict:
            yield f"the receipt for {c.document}, {c.start} to {c.end}, says {c.verdict}, but the use is {now}"
    yield from _unquoted(s.text, [c.exact for c in s.citations])


def _citation(c: PublishedCitation, source: PublishedSource | None, found: Mapping[str, _Found]) -> Iterator[str]:
    if source is None:
        yield f"cites {c.document}, which the brief does not list"
        return
    if source.sha256 != c.sha256:
        yield f"the receipt's hash is not that of {c.document}"
        return
    candidates = found[source.id].alike
    if not candidates:
        yield f"the cited words cannot be checked: {source.path} does not hold"
    elif not (texts := [d.text for d in candidates if _stands(d.text, c)]):
        yield f"{source.path} does not hold the cited words at {c.start} to {c.end}"
    elif not any(t[: c.start].endswith(c.prefix) and t[c.end :].startswith(c.suffix) for t in texts):
        yield f"the words around {c.start} to {c.end} of {source.path} are not those of the receipt"


def _stands(text: str, c: PublishedCitation) -> bool:
    return 0 <= c.start < c.end <= len(text) and text[c.start : c.end] == c.exact


def _unquoted(text: str, exacts: Sequence[str]) -> Iterator[str]:
    """Quotations of a line that stand in no cited passage."""
    return (f"“{q}” stands in no cited passage" for q in quotations(text) if not any(holds(q, e) for e in exacts))
