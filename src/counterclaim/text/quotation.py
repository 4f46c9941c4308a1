"""Pairs quotation marks: straight, curly, single, guillemets and doubled apostrophes; nested, unclosed, over paragraphs.

A mark's job is read from its neighbours first and from what is open second. Apostrophes, inches and elided years are
not marks. A quotation that is open at the end of a paragraph goes on if the next paragraph opens with a mark (the
house-style convention for speech over several paragraphs) or holds a curly closing mark that nothing opened, and
otherwise ends there, unclosed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from counterclaim.records import Quotation, Span

_MARK = re.compile(r"``|''|[\"“”„«»‘’']")
_OPENING = {"“", "„", "«", "``"}
_CLOSING = {"”", "»"}
_SINGLE = {"‘", "’", "'"}
_ELISION = re.compile(r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|bout\b|round\b)", re.IGNORECASE)
_CARRY = 2000  # code points within which the closing mark of carried speech must stand
_AFTER_NOTHING = re.compile(r"[\s(\[{—–/-]")


@dataclass(frozen=True, slots=True)
class _Open:
    start: int
    inner: int
    single: bool


def pair(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quotation, ...]:
    """All quotations of a text in order of their start; nested ones have a depth above 0."""
    found: list[Quotation] = []
    carried = False
    for i, paragraph in enumerate(paragraphs):
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        found.extend(_in_paragraph(text, paragraph, following, carried=carried))
        last = found[-1] if found else None
        carried = (
            last is not None
            and last.continued
            and last.span.end >= paragraph.start
            and following is not None
            and not _opens(text, following)
        )
    return tuple(sorted(found, key=lambda q: (q.span.start, -q.span.end)))


def _in_paragraph(text: str, paragraph: Span, following: Span | None, *, carried: bool) -> list[Quotation]:
    found: list[Quotation] = []
    stack: list[_Open] = [_Open(paragraph.start, paragraph.start, False)] if carried else []
    for mark in _MARK.finditer(text, paragraph.start, paragraph.end):
        job = _job(text, mark, paragraph, stack)
        if job == "open":
            if stack and stack[-1].single == (mark.group() in _SINGLE):
                found.extend(_unclosed(text, stack.pop(), mark.start(), len(stack), continued=False))
            stack.append(_Open(mark.start(), mark.end(), mark.group() in _SINGLE))
        elif job == "close":
            while stack and stack[-1].single != (mark.group() in _SINGLE):
                stack.pop()  # a lone apostrophe that looked like an opening single mark
            if stack:
                top = stack.pop()
                if top.inner < mark.start():
                    found.append(Quotation(span=Span(top.start, mark.end()), inner=Span(top.inner, mark.start()), depth=len(stack)))
    continued = following is not None and (_opens(text, following) or _closes_without_opening(text, following))
    for depth, top in enumerate(stack):
        if not top.single or continued:
            found.extend(_unclosed(text, top, paragraph.end, depth, continued=continued))
    return found


def _unclosed(text: str, top: _Open, end: int, depth: int, *, continued: bool) -> list[Quotation]:
    end = top.inner + len(text[top.inner : end].rstrip())
    if (top.single and not continued) or end <= top.inner:
        return []
    return [Quotation(span=Span(top.start, end), inner=Span(top.inner, end), depth=depth, closed=False, continued=continued)]


def _closes_without_opening(text: str, paragraph: Span) -> bool:
    """Whether the next curly mark closes, within a few paragraphs: speech over paragraphs that do not open it again."""
    found = re.compile("[“”]").search(text, paragraph.start, paragraph.start + _CARRY)
    return found is not None and found.group() == "”"


def _opens(text: str, paragraph: Span) -> bool:
    return text[paragraph.start] in "\"“‘«'`"


def _job(text: str, mark: re.Match[str], paragraph: Span, stack: list[_Open]) -> str:
    """open, close or none: what the mark does where it stands."""
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end()] if mark.end() < paragraph.end else " "
    if sign in _SINGLE:
        return _single_job(text, mark, paragraph, stack, before, after)
    if sign in _OPENING:
        typed_wrong = _is_open(stack, single=False) and not before.isspace() and (after.isspace() or mark.end() == paragraph.end)
        return "close" if typed_wrong and sign != "``" else "open"
    if sign in _CLOSING:
        return "close" if _is_open(stack, single=False) else "none"
    return _straight_job(stack, before, after)


def _straight_job(stack: list[_Open], before: str, after: str) -> str:
    can_open = bool(_AFTER_NOTHING.match(before) or before in "‘'“") and not after.isspace()
    if _is_open(stack, single=False):
        return "open" if can_open and before.isspace() else "close"
    if before.isdigit() and not can_open:
        return "none"  # inches
    return "open" if can_open or not after.isspace() else "none"


def _single_job(text: str, mark: re.Match[str], paragraph: Span, stack: list[_Open], before: str, after: str) -> str:
    sign = mark.group()
    if before.isalnum() and after.isalnum():
        return "close" if sign == "’" and after.isupper() and _is_open(stack, single=True) and _spoken_end(before) else "none"
    if _is_open(stack, single=True) and sign != "‘" and not before.isspace():
        return "none" if before == "s" and _closes_later(text, mark.end(), paragraph.end) else "close"
    can_open = bool(_AFTER_NOTHING.match(before) or before in '"“') and not after.isspace() and not _ELISION.match(text, mark.start())
    if sign == "’" or not can_open:
        return "none"
    return "open" if _closes_later(text, mark.end(), paragraph.end) or (sign == "‘" and _spoken_end(text[paragraph.end - 1])) else "none"


def _spoken_end(char: str) -> bool:
    return char in ".,!?…"


def _closes_later(text: str, start: int, end: int) -> bool:
    """Whether a single mark that can close follows: at the end of a word, or after an end mark."""
    return re.compile(r"(?<=[\w.,!?…\])])['’](?!\w)|(?<=[.,!?…])['’](?=\w)").search(text, start, end) is not None


def _is_open(stack: list[_Open], *, single: bool) -> bool:
    return any(o.single == single for o in stack)
