"""Reads the prose of a Markdown file without moving any character: block structure by CommonMark, then the marks inside lines.

Code blocks, comments and front matter are left out and named by `skipped`; the words of inline code and of links stay.
"""

from __future__ import annotations

import re
from itertools import accumulate

from markdown_it import MarkdownIt

from counterclaim.audit.blanking import JOINER, Chars, Prose
from counterclaim.records import Span

_FRONT = re.compile(r"---[ \t]*\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_INLINE = re.compile(
    r"""(?P<image>!\[[^\]\n]*\]\([^)\n]*\))
      | (?P<target>(?<=\])\([^()\s]*(?:\s+"[^"\n]*")?\))     # the address of a link
      | (?P<tag></?[A-Za-z][^<>\n]*>)
      | (?P<escape>\\(?=[!-/:-@\[-`{-~]))
      | (?P<emphasis>\*+|~~|(?<!\w)_+(?=\S)|(?<=[^\s_])_+(?!\w)|`+)""",
    re.VERBOSE,
)
_LINK = re.compile(r"\[([^\[\]\n]*)\](?=\()")
_LIST_MARK = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|[-+*][ \t]+|\d{1,3}[.)][ \t]+(?=\S))?", re.MULTILINE)


def read(text: str) -> Prose:
    """The prose of a Markdown file."""
    chars = Chars(text)
    front = _FRONT.match(text)
    for hidden in [*([front] if front else []), *_COMMENT.finditer(text)]:
        chars.skip(*hidden.span())
    headings = _blocks(chars, "\n" * text.count("\n", 0, front.end()) + text[front.end() :] if front else text)
    _inline(chars)
    return Prose(text=chars.text, headings=tuple(s for h in headings for s in chars.trimmed(h.start, h.end)), skipped=tuple(chars.skipped))


def _blocks(chars: Chars, text: str) -> list[Span]:
    """Leaves code out and makes each paragraph one line; gives the headings. `text` has the file's lines."""
    starts = [0, *accumulate(len(line) for line in chars.text.split("\n")[:-1])]
    starts = [start + i for i, start in enumerate(starts)] + [len(chars.text)]
    headings = []
    for token in MarkdownIt().parse(text.replace("\r", " ")):  # to the parser, but not to us, a lone "\r" ends a line
        if token.map is None:
            continue
        first, last = (starts[line] for line in token.map)
        if token.type in ("fence", "code_block"):
            chars.skip(first, last)
        elif token.type == "heading_open":
            headings.append(Span(first, last))
        elif token.type == "inline":
            _one_line(chars, first, last)
    return headings


def _one_line(chars: Chars, start: int, end: int) -> None:
    """A paragraph's lines become one; marks at the head of a line go."""
    stretch = chars.text[start:end].rstrip()
    for mark in _LIST_MARK.finditer(stretch):
        chars.blank(start + mark.start(), start + mark.end(), " ")
    for i, char in enumerate(stretch, start):
        if char == "\n":
            chars.blank(i, i + 1, " ")


def _inline(chars: Chars) -> None:
    text = chars.text
    for link in _LINK.finditer(text):
        chars.blank(link.start(), link.start() + 1)
        chars.blank(link.end() - 1, link.end())
    for mark in _INLINE.finditer(text):
        chars.blank(*mark.span(), by=" " if mark["image"] else JOINER)
    chars.entities()
