"""Checks that nobody is given an office that the sources give to somebody else, or had only once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.audit.case import Case
from counterclaim.audit.check import Seen
from counterclaim.audit.speakers import people, same_name
from counterclaim.audit.together import Named
from counterclaim.parties.found import Sort
from counterclaim.parties.words import long_form, senses, title_sense
from counterclaim.records import Mention
from counterclaim.text.lexicon import words as lexicon


def changed(case: Case) -> Iterator[Seen]:
    """A12: a role that the sources give to another, or only with "former" or "deputy"."""
    documents = case.evidence.reading.documents.values()
    theirs = [(d.text, n) for d in documents for n in case.together.named[d.id] if n.sort is Sort.NAME and n.roles]
    held = [(n, r.text) for text, n in theirs for r in n.roles if _belongs(text, n, r)]
    for sentence in case.sentences:
        for named in people(case, sentence):
            for role in named.roles:
                if _belongs(case.document.text, named, role):
                    yield from _held(case, named, role.text, held)


def _belongs(text: str, named: Named, role: Mention) -> bool:
    """Whether a role stands in a name, right before or behind it, or before it between commas; "the mayor, Roth said" is two people."""
    if role.span.end > named.span.start:
        return True
    return "," not in text[role.span.end : named.span.start] or text[named.span.end : named.span.end + 1] in tuple(",.;)")


def _held(case: Case, named: Named, role: str, theirs: Sequence[tuple[Named, str]]) -> Iterator[Seen]:
    head = _head(role)
    if head is None or _limits(role):
        return
    same = [(n, r) for n, r in theirs if _head(r) == head]
    own = [r for n, r in same if same_name(named, n)]
    if own and all(_limits(r) for r in own):
        yield Seen(
            where=named.span,
            message=f"The sources call {named.text} “{own[0]}”, not “{role}”.",
            evidence=own[0],
            suggestion=f"Write “{own[0]}”.",
        )
    elif not own and not _is_called(case, named, head):
        other = next(((n, r) for n, r in same if not _limits(r)), None)
        if other is not None:
            yield Seen(
                where=named.span,
                message=f"No source gives {named.text} the role “{role}”; they give it to {other[0].text}.",
                evidence=f"{other[0].text}: {other[1]}",
                suggestion="Check who holds it.",
            )


def _head(role: str) -> str | None:
    """The noun of a role, where it is an office that one person holds: "mayor", "chair"; not "worker", nor "senator", which many are."""
    words = role.lower().replace(".", "").split()
    head = long_form(words[-1]) if words else ""
    held = senses(head) & {"leads", "office"} or title_sense(head) == "office"
    return head if held and head not in lexicon("sourcing", "shared-office") else None


def _limits(role: str) -> frozenset[str]:
    return lexicon("sourcing", "limit") & frozenset(role.lower().replace("-", " ").split())


def _is_called(case: Case, named: Named, head: str) -> bool:
    """Whether a source sentence that names the party holds the word, and nobody else there has it."""
    for line in case.sources.lines:
        holds = line.document is not None and head in map(long_form, line.low)
        inside = case.together.inside(line.document, line.span) if line.document and holds else []
        others = {_head(r.text) for n in inside if not same_name(named, n) for r in n.roles}
        if head not in others and any(same_name(named, n) for n in inside):
            return True
    return False
