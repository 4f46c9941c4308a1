"""Reads the prose of an HTML page without moving any character: tags blanked, entities read, scripts and comments left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from counterclaim.audit.blanking import Chars, Prose
from counterclaim.records import Span

_HIDDEN_TAGS = frozenset({"script", "style", "head", "template", "noscript", "svg", "pre"})
_INLINE_TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def read(text: str) -> Prose:
    """The prose of a page."""
    reader = _Page(text)
    reader.feed(text)
    reader.close()
    return reader.prose()


class _Page(HTMLParser):
    """Blanks what is no text as the parser passes it."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self._chars = Chars(text)
        self._lines = [0, *(m.end() for m in re.finditer("\n", text))]
        self._source = text
        self._at = 0
        self._hidden: list[tuple[str, int]] = []
        self._heading: int | None = None
        self._headings: list[Span] = []

    def prose(self) -> Prose:
        if self._hidden:
            self._chars.skip(self._hidden[0][1], len(self._source))
        headings = tuple(s for h in self._headings for s in self._chars.trimmed(h.start, h.end))
        return Prose(text=self._chars.text, headings=headings, skipped=tuple(self._chars.skipped))

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _tag(self, tag: str, end: int) -> None:
        start = self._here()
        self._chars.blank(start, end)
        if tag not in _INLINE_TAGS:
            self._chars.write(start, end, "\n")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser passes it)
        end = self._here() + len(self.get_starttag_text() or "")
        if tag in _HIDDEN_TAGS:
            self._hidden.append((tag, self._here()))
        if tag in _HEADINGS:
            self._heading = end
        self._tag(tag, end)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (the parser passes it)
        self._tag(tag, self._here() + len(self.get_starttag_text() or ""))

    def handle_endtag(self, tag: str) -> None:
        start = self._here()
        end = self._source.find(">", start) + 1 or len(self._source)
        if self._hidden and tag == self._hidden[-1][0]:
            _, opened = self._hidden.pop()
            if not self._hidden:
                self._chars.skip(opened, end)
        if tag in _HEADINGS and self._heading is not None and self._heading < start:
            self._headings.append(Span(self._heading, start))
            self._heading = None
        self._tag(tag, end)

    def handle_data(self, data: str) -> None:
        start = self._here()
        for i, char in enumerate(data, start):  # a line break in the source of a page is a space
            if char == "\n":
                self._chars.blank(i, i + 1, " ")

    def handle_entityref(self, name: str) -> None:
        self._chars.entities(self._here(), self._here() + len(name) + 2)

    def handle_charref(self, name: str) -> None:
        self._chars.entities(self._here(), self._here() + len(name) + 3)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Reads "<![...>" as browsers do, as a comment; the library's own reading fails on what is no CDATA."""
        return self.parse_bogus_comment(i, report)

    def handle_comment(self, data: str) -> None:
        start = self._here()
        self._chars.skip(start, self._source.find(">", start + len(data)) + 1 or len(self._source))

    def handle_decl(self, decl: str) -> None:
        self._chars.blank(self._here(), self._here() + len(decl) + 3, " ")

    def handle_pi(self, data: str) -> None:
        self._chars.blank(self._here(), self._here() + len(data) + 3, " ")
