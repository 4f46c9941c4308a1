"""Writes the brief as linked data: a schema.org NewsArticle with its claims and quotations, and a W3C Web Annotation a sentence.

A document without an address is named by its hash (RFC 6920, "ni:///sha-256;..."). Every identifier follows from content, so that
the same brief gives the same bytes. A Claim says who made it and where it appears; it carries no rating.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from counterclaim.export.ledger import when
from counterclaim.records import (
    Brief,
    BriefSentence,
    Citation,
    Document,
    DocumentId,
    DocumentKind,
    Party,
    PartyId,
    PartyKind,
    SectionRole,
    Span,
    Voice,
)
from counterclaim.text.quotation import pair

SCHEMA_ORG = "https://schema.org"
ANNOTATION = "http://www.w3.org/ns/anno.jsonld"

_KINDS: Mapping[DocumentKind, str] = {
    DocumentKind.ARTICLE: "NewsArticle",
    DocumentKind.POST: "SocialMediaPosting",
    DocumentKind.REPORT: "Report",
    DocumentKind.MAIL: "Message",
}


def jsonld(brief: Brief) -> dict[str, Any]:
    """The brief as one graph, ready for `export.ledger.encode`."""
    documents = {d.id: _address(d) for d in brief.documents}
    told = [(section.role, s) for section in brief.sections for s in section.sentences]
    article = {
        "@context": SCHEMA_ORG,
        "@type": "NewsArticle",
        "@id": _urn(brief.headline, *(s.text for _, s in told)),
        "headline": brief.headline,
        "inLanguage": "en",
        "dateModified": when(brief.as_of),
        "articleBody": "\n\n".join(f"{section.heading}\n{' '.join(s.text for s in section.sentences)}" for section in brief.sections),
        "about": [_party(p, brief.parties) for p in brief.parties],
        "citation": [_document(d, documents[d.id]) for d in brief.documents],
        "hasPart": [*_claims(told, documents), *_quotations(told, documents)],
    }
    annotations = [_annotation(s, documents) for s in dict.fromkeys(s for _, s in told)]
    return {"@graph": [_filled(article), *annotations]}


def _address(d: Document) -> str:
    digest = urlsafe_b64encode(bytes.fromhex(d.provenance.sha256)).decode().rstrip("=")
    return d.provenance.url or f"ni:///sha-256;{digest}"


def _document(d: Document, address: str) -> dict[str, Any]:
    return _filled(
        {
            "@type": _KINDS.get(d.kind, "CreativeWork"),
            "@id": address,
            "name": d.title,
            "publisher": {"@type": "Organization", "name": d.provenance.publisher} if d.provenance.publisher else None,
            "datePublished": when(d.published_at),
            "dateModified": when(d.modified_at),
            "url": d.provenance.url,
            "identifier": {"@type": "PropertyValue", "propertyID": "sha-256", "value": d.provenance.sha256},
        }
    )


def _party(p: Party, parties: tuple[Party, ...]) -> dict[str, Any]:
    behind = next((x for x in parties if x.id == p.on_behalf_of), None)
    return _filled(
        {
            "@type": "Person" if p.kind is PartyKind.PERSON else "Organization",
            "@id": f"_:{p.id}",
            "name": p.name,
            "alternateName": [a for a in p.aliases if a != p.name] or None,
            "jobTitle": p.role if p.kind is PartyKind.PERSON else None,
            "affiliation": {"@id": f"_:{behind.id}"} if behind and p.kind is PartyKind.PERSON else None,
        }
    )


def _claims(told: list[tuple[SectionRole, BriefSentence]], documents: Mapping[DocumentId, str]) -> Iterator[dict[str, Any]]:
    """One claim a sentence that tells a charge: what somebody said, never what is so."""
    for s in dict.fromkeys(s for role, s in told if role is SectionRole.ACCUSER):
        appearance = [{"@id": documents[d]} for d in dict.fromkeys(c.document for c in s.citations)]
        yield _filled(
            {
                "@type": "Claim",
                "@id": _urn("claim", s.text),
                "identifier": s.charge,
                "text": s.text,
                "author": _by(s.party),
                "appearance": appearance,
            }
        )


def _quotations(told: list[tuple[SectionRole, BriefSentence]], documents: Mapping[DocumentId, str]) -> Iterator[dict[str, Any]]:
    for s in dict.fromkeys(s for _, s in told if s.voice is Voice.ATTRIBUTED and s.party):
        for quotation in pair(s.text, (Span(0, len(s.text)),)):
            if quotation.depth:
                continue
            words = s.text[quotation.inner.start : quotation.inner.end]
            yield _filled(
                {
                    "@type": "Quotation",
                    "@id": _urn("quotation", s.text, words),
                    "text": words,
                    "spokenByCharacter": _by(s.party),
                    "isPartOf": {"@id": documents[s.citations[0].document]},
                }
            )


def _annotation(s: BriefSentence, documents: Mapping[DocumentId, str]) -> dict[str, Any]:
    return {
        "@context": ANNOTATION,
        "id": _urn("annotation", s.text, *(f"{c.sha256}:{c.span.start}-{c.span.end}" for c in s.citations)),
        "type": "Annotation",
        "motivation": "describing",
        "body": {"type": "TextualBody", "value": s.text, "format": "text/plain", "language": "en"},
        "target": [{"source": documents[c.document], "selector": _selectors(c)} for c in s.citations],
    }


def _selectors(c: Citation) -> list[dict[str, Any]]:
    """The passage by its words, which survive another crawl, and by its offsets."""
    quote = {"type": "TextQuoteSelector", "exact": c.selector.exact, "prefix": c.selector.prefix, "suffix": c.selector.suffix}
    return [quote, {"type": "TextPositionSelector", "start": c.span.start, "end": c.span.end}]


def _by(party: PartyId | None) -> dict[str, str] | None:
    return {"@id": f"_:{party}"} if party else None


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, "\n".join(parts)).urn


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in value.items() if v is not None}
