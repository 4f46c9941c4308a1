"""Checks one quotation against the sources: is it there, word for word, and does its cutting change what was said?

In this order: the words as they stand; the pieces around an ellipsis or a bracket, in order, close together; what stands to
the left, in the gaps and to the right; at last the nearest passage, as evidence only. No fuzzy match ever counts as found.
Verdicts: verbatim, marked, review (with its reason), altered, not-found. There is no shortest length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from counterclaim.receipts.tokens import Words, words
from counterclaim.records import Document, DocumentId, Span, Statement, Verdict, VerdictKind

_NEGATION = frozenset(
    {"not", "no", "never", "nor", "neither", "none", "nobody", "nothing", "cannot", "without", "hardly", "denies", "denied"}
    | {f"{verb}n't" for verb in ("is", "are", "was", "were", "do", "does", "did", "has", "have", "had")}
    | {f"{verb}n't" for verb in ("wo", "would", "ca", "could", "should", "must")}
)
_HEDGE = frozenset(
    {"if", "unless", "may", "might", "could", "would", "alleged", "allegedly", "reportedly", "perhaps", "possibly", "apparently"}
    | {"probably", "suspected", "purported"}
)
_RIGHT = frozenset({"unless", "if", "but", "except"})
_BRACKET = re.compile(r"\[([^\]]*)\]|\(\s*(?:\.\.\.|…)\s*\)")
_ELLIPSIS = re.compile(r"\[?\(?(?:\.\s?\.\s?\.|…)\)?\]?")
_FARTHEST = 60  # words between two pieces of one quotation
_NEAR = 62.0  # similarity of 100 from which a passage is shown as what was altered
_LEFT_OUT, _JOINED = "the cut leaves out", "the pieces come from different sentences"
_SENTENCE = re.compile(r"[.!?…]['\"”’)]*\s")


@dataclass(frozen=True, slots=True)
class Passages:
    """The sources, prepared once: words of every document, and of statements whose pieces stand around a reporting clause."""

    texts: Mapping[DocumentId, str]
    runs: tuple[tuple[DocumentId, Words], ...]
    starts: Mapping[str, tuple[tuple[int, int], ...]] = field(repr=False)


def passages(documents: Mapping[DocumentId, Document], statements: Sequence[Statement] = ()) -> Passages:
    """Prepares sources for many checks."""
    runs = [(d.id, words(d.text)) for d in documents.values()]
    for s in statements:
        if len(s.content) > 1:
            pieces = [words(documents[s.document].text, c.start, c.end) for c in s.content]
            runs.append((s.document, Words(tuple(w for p in pieces for w in p.words), tuple(x for p in pieces for x in p.places))))
    starts: dict[str, list[tuple[int, int]]] = {}
    for r, (_, run) in enumerate(runs):
        for i, word in enumerate(run.words):
            starts.setdefault(word.casefold(), []).append((r, i))
    return Passages({d.id: d.text for d in documents.values()}, tuple(runs), {k: tuple(v) for k, v in starts.items()})


def check(quotation: str, sources: Passages) -> Verdict:
    """The verdict on the words between a pair of quotation marks (with or without the marks)."""
    asked = words(quotation).words
    if not asked:
        return Verdict(kind=VerdictKind.REVIEW, reason="no word stands between the marks")
    literal = list(_literal(asked, sources))
    if literal:
        return _best(_look_around(r, i, i + len(asked), asked, sources) for r, i in literal)
    if _ELLIPSIS.search(quotation) or _BRACKET.search(quotation):
        marked = _pieces(quotation, sources)
        if marked:
            return marked
    return _nearest(asked, sources)


def is_cut(verdict: Verdict) -> bool:
    """Whether the verdict is about what a cut inside the quotation hides or joins."""
    return verdict.kind in (VerdictKind.ALTERED, VerdictKind.REVIEW) and verdict.reason.startswith((_LEFT_OUT, _JOINED))


def _literal(asked: Sequence[str], sources: Passages) -> Iterator[tuple[int, int]]:
    """Where the words stand in order: (run, index of the first word). The first letter may be large or small."""
    for r, i in sources.starts.get(asked[0].casefold(), ()):
        run = sources.runs[r][1].words
        if run[i + 1 : i + len(asked)] == tuple(asked[1:]) and _same_start(asked[0], run[i]) and i + len(asked) <= len(run):
            yield r, i


def _same_start(asked: str, found: str) -> bool:
    return asked == found or (asked[1:] == found[1:] and asked[0].casefold() == found[0].casefold())


def _best(verdicts: Iterator[Verdict]) -> Verdict:
    """One good place is enough: the words may stand elsewhere too."""
    order = list(VerdictKind)
    return min(verdicts, key=lambda v: order.index(v.kind))


def _look_around(r: int, start: int, end: int, asked: Sequence[str], sources: Passages) -> Verdict:
    """A literal match, unless a word right before or after it in its sentence turns its sense: then an editor looks."""
    document, run = sources.runs[r]
    text = sources.texts[document]
    span = Span(run.places[start][0], run.places[end - 1][1])
    before = run.words[start - 1].casefold() if start and not _break(text, run.places[start - 1][1], span.start) else ""
    after = run.words[end].casefold() if end < len(run.words) and not _break(text, span.end, run.places[end][0]) else ""
    reason = ""
    if before in _NEGATION or before in _HEDGE:
        reason = f"the source has “{run.words[start - 1]}” right before these words"
    elif after in _RIGHT and len(asked) > 1:
        reason = f"the source goes on with “{run.words[end]}” right after these words"
    kind = VerdictKind.REVIEW if reason else VerdictKind.VERBATIM
    return Verdict(kind=kind, reason=reason, evidence=_shown(text, span), document=document, span=span)


def _break(text: str, left: int, right: int) -> bool:
    """Whether a sentence or a quotation ends or begins between two words."""
    between = text[left:right]
    return bool(re.search(r"[.!?…;:\n\"“”«»]|''", between))


# --- pieces around an ellipsis or a bracket


def _pieces(quotation: str, sources: Passages) -> Verdict | None:
    """The pieces in order in one run, near each other; None where they are not."""
    inserted = [m.group(1) for m in _BRACKET.finditer(quotation) if m.group(1) and not _ELLIPSIS.fullmatch(m.group(1).strip())]
    cut = _BRACKET.sub("\n", quotation)
    parts = [p for p in (words(x).words for x in re.split(r"\n+", _ELLIPSIS.sub("\n", cut))) if p]
    if not parts:
        return None
    found = [(r, places) for r, first in _literal(parts[0], sources) if (places := _following(parts, r, first, sources))]
    return _best(_judged(parts, places, r, inserted, sources) for r, places in found) if found else None


def _following(parts: Sequence[Sequence[str]], r: int, first: int, sources: Passages) -> list[int] | None:
    run = sources.runs[r][1].words
    places, at = [first], first + len(parts[0])
    for part in parts[1:]:
        found = next((i for i in range(at, min(at + _FARTHEST, len(run))) if run[i : i + len(part)] == tuple(part)), None)
        if found is None:
            return None
        places.append(found)
        at = found + len(part)
    return places


def _judged(parts: Sequence[Sequence[str]], places: Sequence[int], r: int, inserted: Sequence[str], sources: Passages) -> Verdict:
    document, run = sources.runs[r]
    text = sources.texts[document]
    end = places[-1] + len(parts[-1])
    span = Span(run.places[places[0]][0], run.places[end - 1][1])
    gaps = [run.words[a + len(p) : b] for p, a, b in zip(parts, places, places[1:], strict=False)]
    hidden = [w for gap in gaps for w in gap if _turns(w) or w.casefold() in _HEDGE or w[0].isdigit()]
    added = [w for x in inserted for w in words(x).words if w.casefold() in _NEGATION or w[0].isdigit()]
    kind, reason = VerdictKind.MARKED, ""
    if added:
        kind, reason = VerdictKind.ALTERED, f"the bracket adds “{' '.join(added)}”"
    elif turning := [w for w in hidden if _turns(w)]:
        kind, reason = VerdictKind.ALTERED, f"{_LEFT_OUT} “{turning[0]}”"
    elif hidden:
        kind, reason = VerdictKind.REVIEW, f"{_LEFT_OUT} “{hidden[0]}”"
    elif any(
        _SENTENCE.search(text[run.places[a + len(p) - 1][1] : run.places[b][0]] + " ")
        for p, a, b in zip(parts, places, places[1:], strict=False)
    ):
        kind, reason = VerdictKind.REVIEW, _JOINED
    return Verdict(kind=kind, reason=reason, evidence=_shown(text, span), document=document, span=span)


def _turns(word: str) -> bool:
    """Whether a word negates; "No" with a capital is most often the head of a number or of a sentence of its own."""
    return word.casefold() in _NEGATION and word != "No"


# --- the nearest passage, as evidence


def _nearest(asked: Sequence[str], sources: Passages) -> Verdict:
    best: tuple[float, DocumentId, Span] | None = None
    needle = " ".join(asked).casefold()
    for document, run in sources.runs:
        hay = " ".join(run.words).casefold()
        found = fuzz.partial_ratio_alignment(needle, hay, score_cutoff=max(_NEAR, best[0] if best else 0.0))
        if found is None or not hay:
            continue
        first = hay[: found.dest_start].count(" ")
        last = min(hay[: max(found.dest_end - 1, 0)].count(" "), len(run.places) - 1)
        best = (found.score, document, Span(run.places[first][0], run.places[last][1]))
    if best is None:
        return Verdict(kind=VerdictKind.NOT_FOUND, reason="these words stand in no source")
    _, document, span = best
    return Verdict(
        kind=VerdictKind.ALTERED,
        reason="the source has other words",
        evidence=_shown(sources.texts[document], span),
        document=document,
        span=span,
    )


def _shown(text: str, span: Span) -> str:
    return " ".join(text[span.start : span.end].split())
