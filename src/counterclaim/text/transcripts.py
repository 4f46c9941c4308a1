"""Reads `NAME:` and `((NAME))` labels - transcripts, interviews, broadcast scripts - and gives each turn to the one whose label it bears.

Code points; a turn's span is what follows the label, its name the label as it stands. The document's own people -
newsreader, correspondent, interviewer - speak in the document's voice and get no turn. Refuses labels that head a list,
a note or a photograph: labels must recur, or cover most of the text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from counterclaim.records import DocumentKind, Span, Turn
from counterclaim.text.furniture import is_furniture
from counterclaim.text.lines import lines, starts_block

_TITLE = (
    r"(?:The\s+)?(?:Mr|Mrs|Ms|Miss|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Prof|Judge|Chair|Chairman|Chairwoman|Senator|Minister|President"
    r"|Deputy|Councillor|Cllr)"
)
_CAPITALS = r"(?:Mc|Mac|O['’])?[A-Z][A-Z0-9.'’&/-]*(?:,?\s(?:Mc|Mac|O['’]|[“\"])?[A-Z0-9][A-Z0-9.'’&/\"”-]*){0,8}"
_NAMED = rf"(?:{_TITLE}\.?\s)?[A-Z][\w'’.-]*(?:\s(?:of|the|de|van|von|[A-Z0-9][\w'’.-]*)){{0,4}}"
_LABEL = re.compile(
    rf"""^(?:[\[(]?\d{{1,2}}:\d{{2}}(?::\d{{2}})?[\])]?\s*[–—-]?\s*)?     # a time
         (?:\*\*|__)?                                                     # Markdown bold
         (?P<label>{_CAPITALS}|{_NAMED}|@\w+)
         (?P<note>\s*[\[(][^\])\n]{{1,60}}[\])])?                          # (through an interpreter)
         (?:(?:\*\*|__)?:(?:\*\*|__)?(?:\s+|$)|(?<=^[QA])(?:\.\s+|\s{{2,}}|\t))   # Q: , Q. or Q and a gap
    """,
    re.VERBOSE,
)
_IN_BRACKETS = re.compile(rf"^\(\((?P<label>{_CAPITALS}|{_NAMED})\)\)(?:\s+|$)")  # ((Mara Venn))
# Words that head a line with a colon and are no speaker.
_NO_SPEAKER = re.compile(
    r"""^(?:note|read|watch|related|update\w*|photos?|file\ photo|images?|video|breaking|exclusive|correction|clarification
        |editor.?s\ note|see\ also|more|listen|who|what|when|where|why|how|name|age|date|time|place|subject|re|to|from|cc|contact
        |media\ contact|phone|tel|email|e-mail|web|website|source|sources|summary|caption|headline|byline|topic|tags|location
        |background|conclusion|bottom\ line|key\ points?|example|warning|ps|p\.s|p\.p\.s|item\ \d+|slug|duration|voice.?over
        |sound|music|fx|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\ \d+.*|new|opinion|analysis|review|fact|myth|false
        |true|verdict|claim|pros?|cons|first|second|third|yes|no|but|and)$""",
    re.VERBOSE | re.IGNORECASE,
)
_CLIP = re.compile(
    r"^(?:CLIP|SOUNDBITE|SOUND BITE|SOT|ACTUALITY|ACTUALITIES|ACT|TAPE|INSERT|AUDIO|VIDEO CLIP|SYNC|GRAB)\b(?:\s*\d+)?[,:\s–—-]*"
)
_STAFF = re.compile(
    r"^(?:THE )?(?:(?:CO )?(?:ANCHOR|HOST)|NEWSREADER|NEWSCASTER|PRESENTER|CUE|INTRO|LINK|REPORTER|CORRESPONDENT|NARRATOR"
    r"|ANNOUNCER|MODERATOR|INTERVIEWER|STUDIO|VOICE|V ?O)(?: \d+)?$"
)
_ON_AIR = re.compile(
    r"^(?:THE )?(?:(?:CO )?ANCHOR|NEWSREADER|NEWSCASTER|PRESENTER|CUE|CORRESPONDENT|REPORTER|ANNOUNCER|STUDIO|VOICE|V ?O)(?: \d+)?$"
)
# "IVA BRAND, HOST:" once, "BRAND:" afterwards.
_STAFF_NAME = re.compile(
    r"^.*?(?P<last>[^\s,]+), (?:[A-Z0-9]+ )*(?:ANCHOR|HOST|BYLINE|CORRESPONDENT|REPORTER|PRESENTER|NEWSREADER|MODERATOR)$"
)
_PROGRAMME = re.compile(
    r"\b(?:radio|television|tv|bulletin|newscast|broadcast|drivetime|breakfast show|news at|o.clock news|rundown|running order)\b",
    re.IGNORECASE,
)
_STAGE = re.compile(r"^[\[(*][^\n]{1,100}[\])*]$|^(?:VOICES|APPLAUSE|LAUGHTER)\W.{0,60}$|^(?:Ends?|ENDS|#{3,}|-{3,}|\*{3,})$")
_QUESTION = re.compile(r"\?\W*$")
_OPENS = "\"“‘'«"


@dataclass(frozen=True, slots=True)
class _Row:
    """A line, with its label where it has one. `key` is the label as it is compared."""

    line: Span
    body: int
    label: Span | None = None
    key: str = ""


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Who holds the floor. `since` keeps two turns of one speaker apart."""

    name: str
    at: Span | None
    since: int


def transcript(text: str) -> tuple[DocumentKind, tuple[Turn, ...]] | None:
    """(transcript, interview, broadcast or post; the turns) of a labelled text; None where no labels carry it."""
    rows = [_row(text, line) for line in lines(text)]
    keys = _speakers(text, rows)
    if not keys:
        return None
    rows = [r if r.key in keys else _Row(r.line, r.line.start) for r in rows]
    kind = _kind(text, rows, keys)
    own = _own_people(text, rows, keys, kind)
    return kind, tuple(_turns(text, rows, own))


def _row(text: str, line: Span) -> _Row:
    words = text[line.start : line.end]
    found = _IN_BRACKETS.match(words) or _LABEL.match(words)
    if not found or _NO_SPEAKER.match(found["label"]):
        return _Row(line, line.start)
    label = Span(line.start + found.start("label"), line.start + found.end("label"))
    return _Row(line, line.start + found.end(), label, re.sub(r"[^\w@,'’-]+", " ", found["label"]).strip().upper())


def _speakers(text: str, rows: Sequence[_Row]) -> frozenset[str]:
    """The labels that are speakers of this text; none where it is no labelled text."""
    count = Counter(r.key for r in rows if r.label)
    if not count:
        return frozenset()
    first = next(i for i, r in enumerate(rows) if r.label)
    blocks = sum(r.label is not None or starts_block(text, r.line) for r in rows[first:])
    share = count.total() / blocks
    sure = {r.key for r in rows if r.label and _is_no_word(text[r.label.start : r.label.end])}
    recurring = {key for key, n in count.items() if n > 1}
    if count["Q"] > 1 or count["A"] > 2 or (count["Q"] and count["A"]):
        return frozenset(sure | recurring | (count.keys() & {"Q", "A"}))
    if any(_is_on_air(key) for key in count) and count.total() >= 2:
        return frozenset(sure | recurring | {key for key in count if _STAFF.match(key)})
    on_labels = share >= 0.6 and len(count) > 1 and (sure >= count.keys() or recurring)
    spread = share >= 0.15 and sum(count[key] > 2 for key in recurring) > 1
    return frozenset(count) if on_labels or spread else frozenset()


def _is_no_word(label: str) -> bool:
    """Whether a label cannot be ordinary words: it is in capitals, or a handle."""
    return label.isupper() or label[0] == "@"


def _is_on_air(key: str) -> bool:
    """Whether a label belongs to a programme: a clip, or somebody who works on it."""
    return any(pattern.match(key) for pattern in (_CLIP, _ON_AIR, _STAFF_NAME))


def _kind(text: str, rows: Sequence[_Row], keys: frozenset[str]) -> DocumentKind:
    first = next(r.line.start for r in rows if r.label)
    if any(_is_on_air(k) for k in keys) or (_PROGRAMME.search(text, 0, first) and any(_STAFF.match(k) for k in keys)):
        return DocumentKind.BROADCAST
    if all(text[r.label.start] == "@" for r in rows if r.label):
        return DocumentKind.POST
    if {"Q", "A"} <= keys or (keys & {"Q", "A"} and len(keys) <= 2) or "INTERVIEWER" in keys or _asker(text, rows, keys):
        return DocumentKind.INTERVIEW
    return DocumentKind.TRANSCRIPT


def _own_people(text: str, rows: Sequence[_Row], keys: frozenset[str], kind: DocumentKind) -> frozenset[str]:
    """The labels of those who speak for the document."""
    staff = {k for k in keys if _STAFF.match(k) or _STAFF_NAME.match(k) or k == "Q"}
    staff |= keys & {found["last"] for k in keys if (found := _STAFF_NAME.match(k))}
    if kind is DocumentKind.BROADCAST and any(_CLIP.match(k) for k in keys):
        staff |= {k for k in keys if not _CLIP.match(k)}  # who is not on tape is at work
    asker = _asker(text, rows, keys) if kind is DocumentKind.INTERVIEW else None
    return frozenset(staff | ({asker} if asker else set()))


def _asker(text: str, rows: Sequence[_Row], keys: frozenset[str]) -> str | None:
    """In a text of two labels that take turns, the one who mostly asks."""
    if len(keys) != 2:
        return None
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for row in rows:
        if row.label:
            spoken[row.key] += 1
            asked[row.key] += _QUESTION.search(text, row.body, row.line.end) is not None
    most, least = sorted(keys, key=lambda k: (asked[k] / spoken[k], k), reverse=True)
    is_interview = spoken[most] > 1 and asked[most] / spoken[most] >= 0.6 and asked[least] / spoken[least] < 0.3
    return most if is_interview else None


def _turns(text: str, rows: Sequence[_Row], own: frozenset[str]) -> Iterator[Turn]:
    """The turns in order; a stage direction cuts one in two."""
    for speaker, group in groupby(_spoken(text, rows, own), key=itemgetter(0)):
        pieces = [piece for _, piece in group]
        if speaker:
            handle = speaker.name if speaker.name.startswith("@") else None
            yield Turn(span=Span(pieces[0].start, pieces[-1].end), name=speaker.name, name_at=speaker.at, handle=handle)


def _spoken(text: str, rows: Sequence[_Row], own: frozenset[str]) -> Iterator[tuple[_Speaker | None, Span]]:
    """Each line with the one who speaks it; None where the document does."""
    keys = {row.key for row in rows if row.label}
    speaker: _Speaker | None = None
    on_tape = False
    for row in rows:
        words = text[row.line.start : row.line.end]
        if row.label:
            speaker = None if row.key in own else _speaker(text, row.label)
            on_tape = _CLIP.match(row.key) is not None and text[row.body : row.body + 1] in tuple(_OPENS)
            if row.body < row.line.end:
                yield speaker, Span(row.body, row.line.end)
            if keys == {"Q"}:  # only the questions bear a label: what follows one is the answer
                speaker = _Speaker("A", None, row.line.start)
        elif on_tape and words[0] not in _OPENS:  # words on tape end with their quotation
            speaker = None
            yield None, row.line
        elif _STAGE.match(words) or is_furniture(words) or (keys == {"A"} and _QUESTION.search(words)):
            yield None, row.line
        else:
            yield speaker, row.line


def _speaker(text: str, label: Span) -> _Speaker:
    """Whom a label names: "CLIP, IVA BRAND, COOKS' UNION" is Iva Brand."""
    words = text[label.start : label.end]
    clip = _CLIP.match(words)
    start = label.start + (clip.end() if clip and clip.end() < len(words) else 0)
    name = text[start : label.end].split(",")[0].strip()
    return _Speaker(name, Span(start, start + len(name)), label.start)
