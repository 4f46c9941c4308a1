"""The front of the ingest room: one file in, a document out, read by the reader of its format.

`sha256` is of the file's bytes. Refuses, with one sentence that names the file, what is missing, empty, unreadable, no
article or not English.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from counterclaim.errors import UnreadableSource
from counterclaim.ingest import article, captions, feed, formats, letter, office, plain, posts
from counterclaim.ingest.decode import decode
from counterclaim.ingest.files import bytes_of, shown
from counterclaim.records import Document, DocumentId


def read(path: Path, id: DocumentId) -> Document:
    """The document of one file. Refuses a feed with several entries: that is several documents, for `read_all`."""
    documents = read_all(path, (DocumentId(f"{id}.{n}" if n else id) for n in count()))
    if len(documents) > 1:
        raise UnreadableSource(f"the file holds {len(documents)} documents, not one", source=str(path))
    return documents[0]


def read_all(path: Path, ids: Iterator[DocumentId] | None = None) -> tuple[Document, ...]:
    """All documents of one file, in the file's order; one id is taken for each. Raises SourceError."""
    source = shown(path)
    ids = ids or (DocumentId(f"d{n}") for n in count(1))
    data = bytes_of(path)
    sha256 = hashlib.sha256(data).hexdigest()
    suffix = path.suffix.lower()
    if suffix in formats.FEEDS:
        return feed.read(data, ids, source=source, sha256=sha256)
    if suffix in formats.MAIL:
        return (letter.read(data, next(ids), source=source, sha256=sha256),)
    if suffix in formats.OFFICE:
        return (office.read(data, next(ids), suffix=suffix, source=source, sha256=sha256),)
    if suffix in formats.PAGES:
        return (article.read(data, next(ids), source=source, sha256=sha256),)
    if suffix not in formats.PLAIN | formats.POSTS | formats.CAPTIONS:
        raise UnreadableSource(f"files of the kind {suffix or '(no suffix)'} are not read", source=source)
    reader = plain.read if suffix in formats.PLAIN else posts.read if suffix in formats.POSTS else captions.read
    return (reader(decode(data, source=source), next(ids), source=source, sha256=sha256),)
