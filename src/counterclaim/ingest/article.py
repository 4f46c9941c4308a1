"""Reads saved web pages into documents: main text, title, byline, publisher and address, published and changed times.

The document's text is the page's main text, one blank line between paragraphs, without page furniture. A page's stated
time of publication wins over any other date on it. Refuses a page without a main text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from counterclaim.errors import NotAnArticle
from counterclaim.ingest.decode import decode
from counterclaim.ingest.language import require_english
from counterclaim.records import Document, DocumentId, Provenance
from counterclaim.text.furniture import is_furniture
from counterclaim.text.times import STAMP, moment
from counterclaim.text.turns import told

_CHARSET = re.compile(rb"<meta[^>]{1,200}charset=[\"']?\s*([\w-]+)|<\?xml[^>]{1,80}encoding=[\"']([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SENTENCE = re.compile(r"(?:\S+\s+){4,}\S+[.!?…][\"”’')\]]*(?:\s|$)")
_DATED = re.compile(rf"^(?:(?:last\s+)?(?:updated|published|posted|modified|first published)\W*(?:on|at)?\W*)*{STAMP}\W*$", re.IGNORECASE)
_LD_TIME = re.compile(r"\"(?P<key>datePublished|dateModified)\"\s*:\s*\"(?P<time>[^\"]+)\"")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "parsely-pub-date",
    "pubdate",
    "sailthru.date",
)
_MODIFIED = ("article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "last-modified")
_MOST = 0.6  # of the page's prose that the main text must hold before it is taken to be whole
_BESIDE = ("nav", "footer", "aside", "form", "figure", "header", "noscript", "script", "style")


def read(data: bytes, id: DocumentId, *, source: str, sha256: str) -> Document:
    """The document of a saved page. Raises NotAnArticle where it holds no prose."""
    found = _CHARSET.search(data[:4096])
    declared = next((g.decode("ascii") for g in found.groups() if g), None) if found else None
    html = _DECLARATION.sub("", decode(data, source=source, declared=declared))
    page = _extracted(html, source)
    text = _clean(_whole(html, page.text or ""))
    if not _SENTENCE.search(text):
        raise NotAnArticle("the page holds no main text", source=source)
    require_english(text, source=source)
    times = _times(html)
    kind, turns = told(text)
    return Document(
        id=id,
        kind=kind,
        text=text,
        title=page.title or None,
        byline=_byline(page.author),
        published_at=_first(times, _PUBLISHED) or moment(page.date or ""),
        modified_at=_first(times, _MODIFIED),
        provenance=Provenance(path=source, sha256=sha256, url=page.url or None, publisher=page.sitename or None),
        turns=turns,
    )


def _extracted(html: str, source: str, *, recall: bool = False) -> Any:
    """What trafilatura finds: an object with text, title, author, date, sitename, url."""
    from trafilatura import bare_extraction  # a third of a second to import

    found = bare_extraction(html, with_metadata=True, include_comments=False, include_tables=False, favor_recall=recall)
    if found is None:
        raise NotAnArticle("the page holds no main text", source=source)
    return found


def _whole(html: str, text: str) -> str:
    """The text, or a longer reading of the page where a part of the article was left out (trafilatura issue 85).

    A story in several blocks can come back without the last ones, and an answer often stands there.
    """
    prose = _prose(html)
    if len(text) >= _MOST * sum(map(len, prose)):
        return text
    wider = _extracted(html, "", recall=True).text or ""
    longest = max(text, wider, key=len)
    return longest if len(longest) >= _MOST * sum(map(len, prose)) else "\n".join(prose)


def _tree(html: str) -> Any:
    from trafilatura import load_html

    return load_html(html)


def _prose(html: str) -> list[str]:
    """The sentences in paragraphs of the page's articles, each once; nothing from navigation, boxes and forms."""
    tree = _tree(html)
    if tree is None:
        return []
    inside = "".join(f"[not(ancestor::{tag})]" for tag in _BESIDE)
    blocks = tree.xpath(f"//article//p{inside}") or tree.xpath(f"//main//p{inside}")
    words = (" ".join(block.text_content().split()) for block in blocks)
    return list(dict.fromkeys(w for w in words if _SENTENCE.search(w)))


def _clean(text: str) -> str:
    """The paragraphs without furniture, bylines and bare dates."""
    paragraphs = (line.strip() for line in text.split("\n"))
    return "\n\n".join(p for p in paragraphs if p and not is_furniture(p) and not _DATED.match(p))


def _times(html: str) -> dict[str, str]:
    """Every time that the page states about itself, by the name it gives it, in lower case."""
    tree = _tree(html)
    return {} if tree is None else dict(_stated(tree))


def _stated(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        for found in _LD_TIME.finditer(script.text or ""):
            yield found["key"].lower(), found["time"]
    for element in tree.xpath("//meta[@content] | //time[@itemprop][@datetime]"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        yield name.lower(), element.get("content") or element.get("datetime")


def _first(times: dict[str, str], names: tuple[str, ...]) -> datetime | None:
    return next((at for name in names if name in times and (at := moment(times[name]))), None)


def _byline(author: str | None) -> str | None:
    """Names as names: a byline in capitals is written as names are."""
    names = [n.strip() for n in (author or "").split(";") if n.strip()]
    return ", ".join(n.title() if n.isupper() else n for n in names) or None
