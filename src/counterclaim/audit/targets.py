"""Checks that what is said of one party is not told of another: a name that took another's place between shared words.

A swap is seen only where three words or more right before or behind the two are the same in both sentences. Quiet where
the source sentence names the draft's party too: it may be said of both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.audit.case import Case, Sentence
from counterclaim.audit.check import Seen
from counterclaim.audit.diff import Diff
from counterclaim.audit.lines import Line
from counterclaim.audit.remarks import remarks
from counterclaim.audit.speakers import ADJECTIVE, is_party, people, same_name
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import PartyKind, Role, Span

_LEAST = 0.3  # of a sentence's words that a source sentence must hold
_PRONOUNS = frozenset({"he", "she", "they", "i", "we", "him", "her", "them", "his", "their", "it", "its", "who"})
_BARE = 0.4  # of a sentence's words besides a strange name, that the source sentence must hold
_FEW = 4  # names of a sentence in which one strange one tells
_NEARLY = 0.6  # of the best one's cover
_RUN = 3  # words that follow, or precede, a swapped name in both sentences
_INSERTED = re.compile(r",\s+(?:[\w.'’-]+\s+){1,6}(?:sa(?:id|ys)|told [\w ]+|wrote|argued|added|contended),\s")
_OBJECT = frozenset({"him", "her", "them", "it"})
_REACH = 3  # sentences around one in which a pronoun's name may stand


def changed(case: Case) -> Iterator[Seen]:
    """A17: what is said of one party told of another."""
    for sentence in case.sentences:
        if sentence.line.is_heading:
            continue
        seen: dict[Span, Seen] = {}
        for rest, each in zip(sentence.rests, sentence.diffs, strict=True):
            if rest.cover >= _LEAST and each.theirs.document is not None:
                for named, instead in _swaps(case, sentence, each):
                    seen.setdefault(
                        named.span,
                        Seen(
                            where=named.span,
                            message=f"The draft has “{named.text}” where the source has “{instead}”.",
                            evidence=" ".join(each.theirs.text.split()),
                            suggestion=f"Check whether “{instead}” is meant.",
                        ),
                    )
        if not seen:
            seen.update((x.where, x) for x in _exchanged(case, sentence))
        yield from seen.values()


def _exchanged(case: Case, sentence: Sentence) -> Iterator[Seen]:
    """One name of the draft's sentence is strange to the sentence that it closely rests on, and one name of that is missing.

    Quiet where a pronoun on either side may stand for the other's name, and where the sentences beside name the strange one.
    """
    rest = sentence.rests[0] if sentence.rests else None
    if rest is None or remarks(sentence.line):
        return
    ours = [n for n in people(case, sentence) if not ADJECTIVE.fullmatch(n.text)]
    theirs = [n for n in _names(case, rest.line) if not ADJECTIVE.fullmatch(n.text)]
    near = [t for line in _around(case, rest.line) for t in _every(case, line)]
    strange = [n for n in ours if not any(same_name(n, t) for t in near)]
    missing = [t for t in theirs if not any(same_name(n, t) for n in case.together.inside(DRAFT, sentence.line.span))]
    if len(strange) != 1 or len(missing) != 1 or len(ours) > _FEW or _bare_cover(case, sentence, rest.line, strange[0]) < _BARE:
        return
    if _is_elsewhere(case, sentence, strange[0]) or _may_be_same(case, strange[0], missing[0]):
        return
    yield Seen(
        where=strange[0].span,
        message=f"The draft has “{strange[0].text}” where the source has “{missing[0].text}”.",
        evidence=" ".join(rest.line.text.split()),
        suggestion=f"Check whether “{missing[0].text}” is meant.",
    )


def _around(case: Case, line: Line) -> list[Line]:
    """A source sentence, with those before where a pronoun may stand for a name of theirs."""
    return case.sources.beside(line, _REACH) if _PRONOUNS & set(line.low) else [line]


def _names(case: Case, line: Line) -> list[Named]:
    """The names of a source sentence, each once."""
    found: list[Named] = []
    for n in case.together.inside(line.document, line.span) if line.document else ():
        if n.sort is Sort.NAME and not n.located and not any(same_name(n, f) for f in found):
            found.append(n)
    return found


def _every(case: Case, line: Line) -> list[Named]:
    return case.together.inside(line.document, line.span) if line.document else []


def _bare_cover(case: Case, sentence: Sentence, line: Line, strange: Named) -> float:
    """The share of our sentence's words, weighed and without the strange name, that the source sentence holds."""
    bare = frozenset(w.stem for w in sentence.line.words if w.is_content and not strange.span.start <= w.span.start < strange.span.end)
    return case.sources.total(bare & line.content) / case.sources.total(bare) if bare else 0.0


def _is_elsewhere(case: Case, sentence: Sentence, strange: Named) -> bool:
    """Whether another sentence that ours rests on, nearly as close, names our party."""
    best = sentence.rests[0].cover
    return any(r.cover >= _NEARLY * best and any(same_name(strange, n) for n in _every(case, r.line)) for r in sentence.rests[1:])


def _may_be_same(case: Case, ours: Named, theirs: Named) -> bool:
    """Whether two names may be one party's: read as one, or one an organisation's and the other its person's."""
    one = next((p for p in case.together.parties.values() if is_party(ours, p)), None)
    two = next((p for p in case.together.parties.values() if is_party(theirs, p)), None)
    return one is None or two is None or one.id in (two.id, two.on_behalf_of) or two.id == one.on_behalf_of


def _swaps(case: Case, sentence: Sentence, each: Diff) -> Iterator[tuple[Named, str]]:
    for ours in people(case, sentence):
        for theirs in (_before(case, each, ours), _behind(case, each, ours)):
            if theirs is not None and _differ(case, sentence, each, ours, theirs):
                yield ours, theirs.text
                break


def _before(case: Case, each: Diff, ours: Named) -> Named | None:
    """Who stands in theirs before the words that follow our name; an inserted ", his team said," is passed over."""
    line = each.ours
    at = next((i for i, w in enumerate(line.words) if w.span.start >= ours.span.end), len(line.words))
    inserted = _INSERTED.match(line.text, ours.span.end - line.span.start)
    if inserted:
        at = next((i for i, w in enumerate(line.words) if w.span.start >= line.span.start + inserted.end()), at)
    j = each.pairs.get(at)
    return None if j is None or _run(each, at, 1) < _RUN else _mention(case, each, j - 1)


def _behind(case: Case, each: Diff, ours: Named) -> Named | None:
    """Who stands in theirs behind the words that lead to our name."""
    at = next((i for i, w in enumerate(each.ours.words) if w.span.end > ours.span.start), 0) - 1
    j = each.pairs.get(at)
    return None if j is None or _run(each, at, -1) < _RUN else _mention(case, each, j + 1)


def _run(each: Diff, i: int, step: int) -> int:
    """How many words pair one by one from word i on, forwards or backwards."""
    n = 0
    while i + n * step in each.pairs and each.pairs[i + n * step] == each.pairs[i] + n * step:
        n += 1
    return n


def _mention(case: Case, each: Diff, j: int) -> Named | None:
    """The party that word j of theirs belongs to, where ours has nothing like it."""
    if each.theirs.document is None or not 0 <= j < len(each.theirs.words) or j in each.back:
        return None
    at = each.theirs.words[j].span.start
    return next((n for n in case.together.inside(each.theirs.document, each.theirs.span) if n.span.start <= at < n.span.end), None)


def _differ(case: Case, sentence: Sentence, each: Diff, ours: Named, theirs: Named) -> bool:
    """Whether the two cannot be the same party."""
    document = each.theirs.document
    if document is None or any(same_name(ours, n) for n in case.together.inside(document, each.theirs.span)):
        return theirs.sort is Sort.BODY and _kind(case, ours) is PartyKind.PERSON
    if theirs.sort is Sort.NAME:
        return not any(same_name(theirs, n) for n in case.together.inside(DRAFT, sentence.line.span))
    if theirs.sort is Sort.PRONOUN:
        return _pronoun_is_other(case, each, ours, theirs)
    return theirs.sort is Sort.BODY and _kind(case, ours) is PartyKind.PERSON


def _pronoun_is_other(case: Case, each: Diff, ours: Named, pronoun: Named) -> bool:
    """Whether a pronoun of the source stands for somebody else: the target of its statement, or nobody near of our name."""
    for s in case.evidence.reading.statements.values():
        if (
            pronoun.text.lower() in _OBJECT
            and s.document == each.theirs.document
            and any(c.start <= pronoun.span.start < c.end for c in s.content)
        ):
            target = case.together.who.get((s.id, Role.TARGET))
            if target is not None:
                return not is_party(ours, case.together.parties[target])
    for s in case.evidence.reading.statements.values():
        if s.document == each.theirs.document and any(c.start <= pronoun.span.start < c.end for c in s.source):
            party = case.together.speaker(s.id)
            if party is not None and is_party(ours, party):
                return False
    near = [n for line in case.sources.beside(each.theirs, _REACH) if line.document for n in case.together.inside(line.document, line.span)]
    return not any(same_name(ours, n) for n in near)


def _kind(case: Case, named: Named) -> PartyKind | None:
    return next((p.kind for p in case.together.parties.values() if is_party(named, p)), None)
