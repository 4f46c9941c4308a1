"""Reads captions (WebVTT, SRT) into a transcript: voice tags and `NAME:` labels make turns, cue times are dropped.

The document's text holds a line a turn, "Name: words". Refuses a file without cues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from operator import itemgetter

from counterclaim.errors import UnreadableSource
from counterclaim.ingest.language import require_english
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance, Span, Turn
from counterclaim.text.turns import told

_TIMES = re.compile(r"^(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}.*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[\w.]+)?\s+([^>]+)>")
_TAG = re.compile(r"</?[\w.]+(?:\s[^>]*)?>|\{\\[^}]*\}")
_LABEL = re.compile(r"^(?:>>\s*)?(?P<name>[A-Z][\w.'’-]*(?: [A-Z0-9][\w.'’-]*){0,4}):\s+")


def read(content: str, id: DocumentId, *, source: str, sha256: str) -> Document:
    """The document of a decoded caption file."""
    cues = list(_cues(content))
    if not cues:
        raise UnreadableSource("the file holds no cues with words in them", source=source)
    text, turns = _set_out(cues)
    require_english(text, source=source)
    kind = DocumentKind.TRANSCRIPT if turns else told(text)[0]
    return Document(id=id, kind=kind, text=text, provenance=Provenance(path=source, sha256=sha256), turns=turns)


def _cues(content: str) -> Iterator[tuple[str, str]]:
    """(speaker, words) of each piece of a cue; the speaker goes on until another is named."""
    times = list(_TIMES.finditer(content))
    speaker = ""
    ends = [t.start() for t in times[1:]] + [len(content)]
    for cue, end in zip(times, ends, strict=False):
        block = content[cue.end() : end]
        payload = re.split(r"\n[ \t]*\n", block.strip("\n"), maxsplit=1)[0]
        for piece in re.split(r"(?=<v[ .])", payload):
            voice = _VOICE.search(piece)
            words = unescape(_TAG.sub("", _VOICE.sub("", piece)))
            for line in words.split("\n"):
                label = None if voice else _LABEL.match(line.strip())
                speaker = voice[1].strip() if voice else label["name"] if label else speaker
                said = line.strip()[label.end() if label else 0 :].removeprefix("- ").strip()
                if said:
                    yield speaker, said


def _set_out(cues: list[tuple[str, str]]) -> tuple[str, tuple[Turn, ...]]:
    """(one line a turn, the turns of those who are named)."""
    text = ""
    turns = []
    for speaker, group in groupby(cues, key=itemgetter(0)):
        words = " ".join(said for _, said in group)
        label = f"{speaker}: " if speaker else ""
        start = len(text) + len(label)
        if speaker:
            turns.append(Turn(span=Span(start, start + len(words)), name=speaker, name_at=Span(len(text), len(text) + len(speaker))))
        text += f"{label}{words}\n"
    return text, tuple(turns)
