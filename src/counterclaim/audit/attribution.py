"""Checks that what the sources put in somebody's mouth has not become the draft's own voice.

Looks in each source sentence for words of saying ("said", "the accusation is that", a trailing ", her father said"), for the
words that they govern and that came over into the draft, and asks whether the draft has a word of saying for these words.
Quiet where another source sentence says the same in its own voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.diff import Diff, diff
from counterclaim.audit.lines import Line, Word
from counterclaim.records import Span
from counterclaim.statements.cues import Tense, forms
from counterclaim.text.lexicon import words as lexicon

_LEAST = 0.35  # of a sentence's words that a source sentence must hold
_CAME_OVER = 3  # content words of what was said
_PART = 0.5  # of them
_NEAR = 7  # words between a word of saying and the first that came over
_TAIL = 10  # words of a trailing attribution
_BEHIND = 3  # words between what came over and a word of saying right behind it
_ESTIMATES = frozenset({"estimated", "estimates", "estimate"})
_SENSES = frozenset({"say", "write", "accuse", "belief", "announce", "describe", "admit", "answer", "deny"})
_OUTRIGHT = frozenset({"say", "write", "accuse", "deny", "answer"})
_BEING = frozenset({"is", "are", "was", "were", "be", "been", "being"})
_COORDINATORS = frozenset({"and", "but", "or"})
_RELATIVES = frozenset({"which", "who", "whom", "whose", "that"})
_FRAMES = frozenset({"that", "that!", "quote", "of"})
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:and|but|while|though|although|whereas|yet|so)\s(?!of\s|that\s|to\s)|\s(?:while|whereas)\s")
_TRAILING = re.compile(r",\s+(?:[\w.'’-]+,?\s+){0,14}?[\w'’-]*$")


def as_fact(case: Case) -> Iterator[Seen]:
    """A1: what a source only reports stands in the draft without anybody who says it."""
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        found = next(iter(_found(case, sentence)), None)
        if found:
            yield found


def _found(case: Case, sentence: Sentence) -> Iterator[Seen]:
    for rest, each in zip(sentence.rests, sentence.diffs, strict=True):
        if rest.cover < _LEAST:
            continue
        for at, governed in _governed(each.theirs):
            bare = _bare(each, at, governed)
            if bare and not _plain_elsewhere(case, each, bare) and not _names_speaker(case, each, at, bare):
                yield Seen(
                    where=Span(bare[0].span.start, bare[-1].span.end),
                    message=f"The draft says this itself; the source has “{each.theirs.words[at].text}”.",
                    evidence=" ".join(each.theirs.text.split()),
                    suggestion="Say who said it.",
                )


def _names_speaker(case: Case, each: Diff, at: int, bare: Sequence[Word]) -> bool:
    """Whether ours names who says it in the source, before these words: "the examiners counted" is the examiners' count."""
    place = each.theirs.words[at].span.start
    told = [s for s in case.evidence.reading.statements.values() if s.document == each.theirs.document]
    source = [x for s in told if any(c.start <= place < c.end for c in s.cue) for x in s.source]
    stems = {w.stem for w in each.theirs.words if w.is_content and any(x.start <= w.span.start < x.end for x in source)}
    return any(w.stem in stems for w in each.ours.words if w.span.start < bare[0].span.start)


def _governed(line: Line) -> Iterator[tuple[int, range]]:
    """(index of a word of saying, indexes of the words that it governs) in a source sentence."""
    for i, word in enumerate(line.words):
        size = _clause_end(line, i)
        if not word.quoted and _is_saying(line, i):
            if _is_trailing(line, i):
                yield i, range(_clause_start(line, i), i)
            elif line.low[i] == "according":
                yield i, range(_after_comma(line, i), size)
            else:
                yield i, range(i + 1, size)


def _clause_end(line: Line, i: int) -> int:
    """The index of the first word behind the clause of word i."""
    found = _CLAUSE_END.search(line.text, line.words[i].span.end - line.span.start)
    stop = line.span.start + found.start() if found else line.span.end
    return next((j for j in range(i, len(line.words)) if line.words[j].span.start >= stop), len(line.words))


def _clause_start(line: Line, i: int) -> int:
    """The index of the first word behind the last semicolon before word i: a trailing attribution reaches no farther back."""
    stop = line.span.start + line.text.rfind(";", 0, line.words[i].span.start - line.span.start)
    return next(j for j in range(i + 1) if line.words[j].span.start >= stop)


def _after_comma(line: Line, i: int) -> int:
    """Where what somebody says begins behind "according to ...,"."""
    comma = line.text.find(",", line.words[i].span.end - line.span.start)
    return next((j for j in range(i + 1, len(line.words)) if 0 <= comma < line.words[j].span.start - line.span.start), len(line.words))


def _is_saying(line: Line, i: int) -> bool:
    low = line.low[i]
    if low == "according":
        return True
    if low in lexicon("nominals", "charge"):
        return any(line.low[j : j + 2] in (("is", "that"), ("was", "that")) for j in range(i + 1, i + 5)) or line.low[i + 1 : i + 2] == (
            "that",
        )
    if low in lexicon("audit", "no-cue") or (i and line.words[i].is_capital):
        return False
    if _is_noun(line, i) or (low.endswith("ing") and i and line.low[i - 1] in _BEING and line.low[i + 1 : i + 2] != ("that",)):
        return False
    return low in _ESTIMATES or any(
        f.cue.sense in _SENSES and f.cue.frames & _FRAMES and f.cue.particle == line.low[i + 1 : i + 1 + len(f.cue.particle)]
        for f in forms(low)
    )


def _is_noun(line: Line, i: int) -> bool:
    """Whether a form that can be a noun is one: "his remarks", "Venn's claims", "several reports"."""
    if not any("noun" in f.cue.frames and f.tense in (Tense.PRESENT, Tense.BASE) for f in forms(line.low[i])) or not i:
        return False
    before = line.words[i - 1]
    return before.text.lower().endswith(("'s", "s'")) or before.low in lexicon("grammar", "determiner") | lexicon("grammar", "possessive")


def _is_trailing(line: Line, i: int) -> bool:
    """Whether a word of saying stands in the last words of its sentence, behind a comma or a quotation mark.

    Not in "letters in which he warned", nor where it goes on another verb: "denied it, and accused her of lying".
    """
    if len(line.words) - i > _TAIL or i < _CAME_OVER or line.low[i].endswith("ing") or _RELATIVES & set(line.low[i - 3 : i]):
        return False
    if line.low[i - 1] in _COORDINATORS:
        return False
    before = line.text[: line.words[i].span.start - line.span.start]
    return line.low[i] == "according" or (bool(_TRAILING.search(before)) and "that" not in line.low[i + 1 : i + 2])


def _bare(each: Diff, at: int, governed: range) -> list[Word]:
    """The words of ours that came over from what was said, where nobody says them now."""
    if at in each.back or any(w.stem == each.theirs.words[at].stem and not w.quoted for w in each.ours.words):
        return []
    content = [j for j in governed if each.theirs.words[j].is_content and not each.theirs.words[j].quoted]
    over = [j for j in content if j in each.back and not each.ours.words[each.back[j]].quoted]
    if len(over) < _CAME_OVER or not (_PART * len(content) <= len(over) or _is_near(each, at, governed)):
        return []
    ours = sorted(each.back[j] for j in over)
    run = _run(ours)
    return [] if len(run) < _CAME_OVER or _attributed(each, run, governed) else [each.ours.words[i] for i in run]


def _is_near(each: Diff, at: int, governed: range) -> bool:
    """Whether what came over begins, or ends, right beside the word of saying."""
    reach = _NEAR + (_TAIL if governed.start == 0 else 0)
    return any(abs(j - at) <= reach for j in governed if j in each.back)


def _run(ours: Sequence[int]) -> list[int]:
    """The first words of ours up to a hole of more than a clause."""
    run = [ours[0]]
    for i in ours[1:]:
        if i - run[-1] > 8:
            break
        run.append(i)
    return run


def _attributed(each: Diff, run: Sequence[int], governed: range) -> bool:
    """Whether ours has a word of saying before these words in their clause, or trails one."""
    line = each.ours
    first, last = line.words[run[0]].span.start - line.span.start, line.words[run[-1]].span.end - line.span.start
    left = max((m.end() for m in _CLAUSE_END.finditer(line.text, 0, first)), default=0)
    inner = {w.stem for j in governed if not (w := each.theirs.words[j]).low.endswith("ing")}
    for word in line.words:
        place = word.span.start - line.span.start
        if not may_say(word.low) or (word.stem in inner and not _is_outright(word.low)):
            continue
        if left <= place < first or word.low == "according":
            return True
        if place > last and (_TRAILING.search(line.text[last:place]) or len(line.text[last:place].split()) <= _BEHIND):
            return True
        if first < place < last and (re.search(r",\s+(?:[\w.'’-]+\s+){1,6}$", line.text[:place]) or _opens(line, run, word)):
            return True
    return False


def _opens(line: Line, run: Sequence[int], saying: Word) -> bool:
    """Whether only a name or two of what came over stand before a word of saying: they are who says the rest."""
    before = [line.words[i] for i in run if line.words[i].span.start < saying.span.start]
    return len(before) <= _CAME_OVER and 2 * len(before) < len(run) and all(w.is_capital for w in before if w.is_content)


def _is_outright(low: str) -> bool:
    """Whether a word tells by itself that somebody says it or wishes it, even where the source has it inside another saying."""
    return low in lexicon("audit", "wish") or any(f.cue.sense in _OUTRIGHT and "noun" not in f.cue.frames for f in forms(low))


def may_say(low: str) -> bool:
    """A generous reading: anything that can tell a reader that somebody says, thinks or wants it."""
    verbs = [f for f in forms(low) if not ("noun" in f.cue.frames and f.tense is Tense.BASE)]
    return bool(verbs) or low in _loose()


@cache
def _loose() -> frozenset[str]:
    """What tells, beside the verbs of saying, that somebody says it."""
    return lexicon("nominals", "charge") | lexicon("nominals", "nominal") | lexicon("audit", "attributing") | lexicon("audit", "wish")


def _plain_elsewhere(case: Case, each: Diff, bare: Sequence[Word]) -> bool:
    """Whether another source sentence holds those words and no word of saying for them."""
    wanted = frozenset(w.stem for w in bare)
    for rest in case.sources.rests(wanted):
        if rest.line == each.theirs or rest.cover < _PART:
            continue
        theirs = [j for j, w in enumerate(rest.line.words) if w.stem in wanted]
        told = {j for _, governed in _governed(rest.line) for j in governed}
        if sum(j not in told for j in theirs) >= _PART * len(wanted):
            return True
    return False


def adopted_from(case: Case, ours: Line, theirs: Line) -> list[Word]:
    """The words of one line that the other puts in somebody's mouth and the first in nobody's, where no source says them itself."""
    each = diff(ours, theirs)
    for at, governed in _governed(theirs):
        bare = _bare(each, at, governed)
        if bare and not _plain_elsewhere(case, each, bare):
            return bare
    return []
