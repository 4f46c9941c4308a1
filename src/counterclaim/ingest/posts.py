"""Reads exported posts (JSON) into one document, set out as a plain thread, whose turns are known from the data.

Shape: a list of posts, one post, or {"posts": [...]} with title, publisher, url; a post has text, author or name, and may
have id, created_at and quoted (a post). Refuses other JSON, naming what is wrong and where ("posts[2].text").
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from counterclaim.errors import EmptySource, UnreadableSource
from counterclaim.ingest.language import require_english
from counterclaim.ingest.values import ValuesError, from_json, short
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance, Span, Turn
from counterclaim.text.lines import trimmed
from counterclaim.text.threads import voices
from counterclaim.text.times import moment


@dataclass(frozen=True, slots=True, kw_only=True)
class _Post:
    name: str
    handle: str | None
    text: str
    at: datetime | None
    quoted: _Post | None


def read(content: str, id: DocumentId, *, source: str, sha256: str) -> Document:
    """The document of a file of posts."""
    try:
        data = from_json(content)
    except ValuesError as error:
        raise UnreadableSource(f"the file is no valid JSON: {error}", source=source) from error
    around = data if isinstance(data, dict) and "posts" in data else {}
    posts = tuple(_posts(around.get("posts", data if isinstance(data, list) else [data]), source))
    if not any(p.text.strip() or p.quoted for p in posts):
        raise EmptySource("the file holds no posts with words in them", source=source)
    text, turns = _set_out(posts)
    require_english(text, source=source)
    return Document(
        id=id,
        kind=DocumentKind.POST,
        text=text,
        title=_words(around, "title"),
        published_at=min((p.at for p in posts if p.at), default=None),
        provenance=Provenance(path=source, sha256=sha256, url=_words(around, "url"), publisher=_words(around, "publisher")),
        turns=turns,
    )


def _words(fields: Mapping[str, object], key: str) -> str | None:
    value = fields.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _posts(data: object, source: str) -> Iterator[_Post]:
    if not isinstance(data, list):
        raise UnreadableSource("posts is no list", source=source)
    for i, item in enumerate(data):
        yield _post(item, f"posts[{i}]", source)


def _post(data: object, where: str, source: str) -> _Post:
    """One post; `where` is its place in the file, for the error."""
    if not isinstance(data, dict):
        raise UnreadableSource(f"{where} is no post: it has no fields", source=source)
    for key in ("text", "author", "name", "created_at"):
        if data.get(key) is not None and not isinstance(data[key], str):
            raise UnreadableSource(f"{where}.{key} is not text", source=source)
    author, name = (data.get("author") or "").strip(), (data.get("name") or "").strip()
    if data.get("text") is None or not (author or name):
        lacking = "text" if data.get("text") is None else "author"
        raise UnreadableSource(f"{where} is no post: it has no {lacking}", source=source)
    written = data.get("created_at")
    at = moment(written) if written else None
    if written and at is None:
        raise UnreadableSource(f"{where}.created_at {short(written)} is no date, or more than one", source=source)
    quoted = None if data.get("quoted") is None else _post(data["quoted"], f"{where}.quoted", source)
    handle = author if author.startswith("@") else None
    text = data["text"].replace("\r\n", "\n").replace("\r", "\n")
    return _Post(name=name or author, handle=handle, text=text, at=at, quoted=quoted)


def _set_out(posts: tuple[_Post, ...]) -> tuple[str, tuple[Turn, ...]]:
    """(the thread as text, its turns): a header line for each post, its words below, what it quotes after it."""
    names = {p.handle: p.name for post in posts for p in (post, post.quoted) if p and p.handle}
    text = ""
    turns: list[Turn] = []
    for post in _in_order(posts):
        lead = "Quoting " if post[1] else ""
        text += ("\n" if text else "") + lead
        name_at = Span(len(text), len(text) + len(post[0].name))
        text += _header(post[0]) + "\n"
        span = trimmed(text + post[0].text, len(text), len(text) + len(post[0].text))
        text += post[0].text.rstrip("\n") + "\n"
        if span:
            turn = Turn(span=span, name=post[0].name, name_at=name_at, handle=post[0].handle, at=post[0].at)
            turns.extend(voices(text, turn, names=names))
    return text, tuple(turns)


def _in_order(posts: tuple[_Post, ...]) -> Iterator[tuple[_Post, bool]]:
    """Each post, and after it what it quotes, with whether it is quoted."""
    for post in posts:
        yield post, False
        quoted = post.quoted
        while quoted:
            yield quoted, True
            quoted = quoted.quoted


def _header(post: _Post) -> str:
    handle = f" ({post.handle})" if post.handle and post.handle != post.name else ""
    return f"{post.name}{handle}" + (f", {post.at:%Y-%m-%d %H:%M} UTC" if post.at else "")
