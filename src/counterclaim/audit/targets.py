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
from counterclaim.audit.speakers import is_party, people, same_name
from counterclaim.audit.together import DRAFT, Named
from counterclaim.parties.found import Sort
from counterclaim.records import PartyKind, Role, Span

_LEAST = 0.3  # of a sentence's words that a source sentence must hold
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
        yield from seen.values()


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
    near = [n for line in case.sources.beside(each.theirs, _REACH) if line.document for n in case.together.inside(line.document, line.span)]
    return not any(same_name(ours, n) for n in near)


def _kind(case: Case, named: Named) -> PartyKind | None:
    return next((p.kind for p in case.together.parties.values() if is_party(named, p)), None)
