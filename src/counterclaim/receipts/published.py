"""Reads a published brief (`counterclaim/brief/1`) strictly: what could be read in two ways is refused.

Refuses text that is not UTF-8 or starts with a byte-order mark, JSON with a key twice or with NaN, other schemas, values of
another type than the contract's, and keys that sentences and citations do not have. Further keys at the top are allowed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from counterclaim.errors import ReceiptError
from counterclaim.export.brief import SCHEMA, digest


class PublishedCitation(msgspec.Struct, forbid_unknown_fields=True):
    document: str
    sha256: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    verdict: str
    statement: str | None = None


class PublishedSentence(msgspec.Struct, forbid_unknown_fields=True):
    text: str
    voice: str
    citations: list[PublishedCitation]
    party: str | None = None
    charge: str | None = None


class PublishedSection(msgspec.Struct):
    role: str
    heading: str
    sentences: list[PublishedSentence]


class PublishedSource(msgspec.Struct):
    """A listed document. What the brief does not say of it is `UNSET`, and is not compared."""

    id: str
    path: str
    sha256: str
    title: str | msgspec.UnsetType | None = msgspec.UNSET
    publisher: str | msgspec.UnsetType | None = msgspec.UNSET
    byline: str | msgspec.UnsetType | None = msgspec.UNSET
    published_at: str | msgspec.UnsetType | None = msgspec.UNSET
    url: str | msgspec.UnsetType | None = msgspec.UNSET


class _Party(msgspec.Struct):
    id: str


class _Content(msgspec.Struct):
    schema: str
    headline: str
    documents: list[PublishedSource]
    sections: list[PublishedSection]
    parties: list[_Party] | msgspec.UnsetType = msgspec.UNSET
    digest: str | msgspec.UnsetType = msgspec.UNSET


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A brief as it was published. `parties` are the ids it lists, `intact` whether its digest fits; None where it has none."""

    headline: str
    documents: tuple[PublishedSource, ...]
    sections: tuple[PublishedSection, ...]
    parties: frozenset[str] | None
    intact: bool | None


def parse(data: bytes, *, source: str) -> Published:
    """The brief that the bytes hold. Raises ReceiptError, saying what is wrong, where they hold none."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_once, parse_constant=_no_number)
        brief = msgspec.convert(value, _Content)
        json.dumps(value, ensure_ascii=False).encode()  # half of a surrogate pair is read in as many ways as there are readers
    except UnicodeEncodeError as error:
        raise ReceiptError("is no brief: it holds half of a surrogate pair, which is no character", source=source) from error
    except (ValueError, RecursionError) as error:  # msgspec's, json's and the codec's errors are ValueErrors
        raise ReceiptError(f"is no brief: {error}", source=source) from error
    if brief.schema != SCHEMA:
        raise ReceiptError(f"is {brief.schema!r}, not {SCHEMA!r}", source=source)
    return Published(
        headline=brief.headline,
        documents=tuple(brief.documents),
        sections=tuple(brief.sections),
        parties=None if brief.parties is msgspec.UNSET else frozenset(p.id for p in brief.parties),
        intact=None if brief.digest is msgspec.UNSET else brief.digest == digest(value),
    )


def _once(pairs: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """An object in which no key stands twice: readers disagree on which of the two counts."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise ValueError(f"the key {key!r} stands twice in one object")
        found[key] = value
    return found


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")
