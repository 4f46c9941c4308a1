"""Reads a saved mail (.eml) into a document: its header fields and its plain words, in the sender's voice.

Times are aware UTC. Refuses a mail without words of its own in plain text or HTML.
"""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from html import unescape

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.decode import decode
from counterclaim.ingest.language import require_english
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance
from counterclaim.text.mail import mail
from counterclaim.text.times import moment

_FIELDS = ("From", "To", "Cc", "Date", "Subject")
_BREAK = re.compile(r"<(?:br|/p|/div|/li|/h\d)\b[^>]*>", re.IGNORECASE)
_TAG = re.compile(r"<(?:style|script)\b.*?</(?:style|script)>|<[^>]+>", re.IGNORECASE | re.DOTALL)


def read(data: bytes, id: DocumentId, *, source: str, sha256: str) -> Document:
    """The document of a mail's bytes."""
    message = message_from_bytes(data, policy=policy.default)
    if not message["From"]:
        raise UnreadableSource("the file is no mail: it has no From field", source=source)
    body = _body(message, source)
    if not body.strip():
        raise EmptySource("the mail holds no words", source=source)
    require_english(body, source=source)
    head = "\n".join(f"{name}: {' '.join(str(message[name]).split())}" for name in _FIELDS if message[name])
    text = f"{head}\n\n{body}"
    return Document(
        id=id,
        kind=DocumentKind.MAIL,
        text=text,
        title=str(message["Subject"] or "").strip() or None,
        byline=str(message["From"]),
        published_at=moment(str(message["Date"] or "")),
        provenance=Provenance(path=source, sha256=sha256),
        turns=mail(text),
    )


def _content(part: MIMEPart, source: str) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):  # an encoding that nobody knows: judged by the bytes
        return decode(bytes(part.get_payload(decode=True) or b""), source=source)


def _body(message: EmailMessage, source: str) -> str:
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return ""
    content = _content(part, source).replace("\r\n", "\n")
    if part.get_content_subtype() == "html":
        content = unescape(_TAG.sub("", _BREAK.sub("\n", content)))
    return content.strip() + "\n"
