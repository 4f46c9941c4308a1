"""Plants errors about people into a brief: another speaker, another accused, no speaker, an answer invented or left out.

Whom a sentence means is read from the names that stand in it; what the sources say of a party, from their sentences that
name it. Where the evidence leaves a doubt, nothing is planted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from random import Random

from counterclaim.audit.ground import Ground, Sentence, swaps
from counterclaim.records import Party, PartyId, PartyKind, Response, Span, Stance

_SAY = (
    r"(?:said|says|told|tells|added|adds|wrote|writes|called|described|argued|denied|denies|accused|accuses|alleged|alleges|rejected|stated"
    r"|replied|answered|asked|claimed|maintained|insisted|declined|acknowledged|promised|announced|warned|testified|confirmed)"
)
_SPEAKS_AFTER = re.compile(rf"(?:,[^.;“”\"]{{2,60}},)?\s+(?:also\s+|has\s+|had\s+)?{_SAY}\b")
_SPEAKS_BEFORE = re.compile(
    r"(?:\b(?:said|says|wrote|added|replied|argued)|\b[Aa]ccording to)\s+"
    r"(?:(?!(?:that|on|in|at|to|about|by|for|if|he|she|they|it)\b)[a-z’'-]+\s+){0,4}(?:[A-Z][a-z]{1,7}\.?\s+)?$"
)
_NAME_ENDS = re.compile(r"[,.;:”\"]|$|\s(?:of|who|in|on|at)\b")
_ATTRIBUTE = re.compile(
    r"\s(?!(?:of|and|or|for|with|in|on|at|over|to|by|from|about|after|before|when|while|who|which|that|as|is|was|were|had|has|did)\b)[a-z]|[’']s?\b"
)
_CHARGED = re.compile(
    r"\b(?:accus\w+|alleg\w+|blam\w+|charg(?:ed|es?)|against|critici[sz]\w+|denounc\w+|fault\w*)\b[^.;]{0,40}$", re.IGNORECASE
)
_STATE = r"(?:said|says|stated|wrote|writes|argued|argues|alleged|alleges|claimed|claims|maintained|added|warned|testified|announced)"
_LEADING = re.compile(
    rf"^(?P<who>[^“”\",;]{{2,60}}?)\s+{_STATE}\s+(?:that\s+)?(?P<what>(?:the|a|an|its|his|her|their|[A-Z])\b[^“”\"]{{20,}})$"
)
_TRAILING = re.compile(
    rf"^(?P<what>[^“”\"]{{20,}}?),\s+(?:[^“”\",]{{2,60}}\s{_STATE}|{_STATE}\s[^“”\",]{{2,60}}|according to\s[^“”\"]{{2,80}})\.$"
)
_FACTIVE = re.compile(
    r"\b(?P<who>accused)\s+(?P<whom>[^.;“”\"]{3,60}?)\s+of(?=\s\w+ing\b)"
    r"|\b(?P<verb>said|says|alleged|claimed|argued)\b(?=\s+that\b|\s+(?:the|his|her|its)\b)"
)
_ANSWERED = re.compile(r"\b(?:den(?:y|ie[sd])|reject|refut|disput|untrue|false|not true|no truth|nothing of the)", re.IGNORECASE)
_SILENT = re.compile(r"\b(?:comment|respon|repl(?:y|ie)|reach(?:ed)?\b|unavailable|silent)", re.IGNORECASE)
_SENTENCE = re.compile(r"[^.!?\n]+")


def misattribution(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """The words given to another person or body of the story."""
    places = [(p, at) for p, at in _named(here, ground) if _speaks(here, at)]
    return _exchanged(here, places, ground, rng)


def changed_target(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """The accusation moved to another party."""
    places = [(p, at) for p, at in _named(here, ground) if _CHARGED.search(here.text[: at.start]) and not _speaks(here, at)]
    places = [(p, at) for p, at in places if not _ATTRIBUTE.match(here.text, at.end)]
    return _exchanged(here, places, ground, rng)


def allegation_as_fact(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """The attribution of a contested statement taken away, or its verb made one that takes it as true."""
    if not ground.is_contested(here.text):
        return None
    options = [
        _capital(m["what"]) + ("." if m.re is _TRAILING else "") for m in (_LEADING.match(here.text), _TRAILING.match(here.text)) if m
    ]
    factive = _FACTIVE.search(here.text)
    if factive and here.own(*factive.span()):
        words = f"exposed {factive['whom']} for" if factive["who"] else rng.choice(["revealed", "pointed out"])
        options.append(here.replaced(*factive.span(), words))
    return rng.choice(options) if options else None


def invented_response(here: Sentence, ground: Ground, rng: Random) -> str | None:
    """A sentence more, by which a party named here denied it or kept silent, though no source says so."""
    options = []
    for party, _ in _named(here, ground):
        told = " ".join(_told_of(party, ground))
        kinds = [("silence", _SILENT), ("denial", _ANSWERED)]
        options += [(party, rng.choice(swaps(kind))[1]) for kind, said in kinds if not said.search(told)]
    if not options:
        return None
    party, answer = rng.choice(options)
    name = party.name if party.name[:1].isupper() else f"The {party.name}"
    return f"{here.text} {name} {answer}."


def left_out(ground: Ground) -> Iterator[tuple[Span, str]]:
    """Stretches of the brief without all that answers one charge which the brief carries: (stretch, what is left of it)."""
    draft = ground.draft
    sentences = [s for s in draft.sentences if s not in draft.headings]
    words = [draft.prose[s.start : s.end] for s in sentences]
    for row in ground.evidence.matrix.rows:
        near = list(enumerate(zip(["", *words], words, strict=False)))
        answers = [i for i, (before, now) in near if any(_gives(now, before, r, ground) for r in row.responses)]
        charged = [i for i, (_, now) in near if any(ground.takes_up(now, of) for of in row.charge.statements)]
        if answers and set(charged) - set(answers):
            gone = [sentences[i] for i in answers]
            yield Span(gone[0].start, gone[-1].end), _without(draft.text, gone)


def _gives(words: str, before: str, response: Response, ground: Ground) -> bool:
    """Whether a sentence tells of a denial, or takes up a response, of one whom it names or the sentence before does."""
    by = next((forms for p, forms in ground.parties() if p.id == response.by), ())
    denied = response.stance is Stance.DENIES and _ANSWERED.search(words) and any(form in words for form in by)
    return bool(denied) or (any(form in before + words for form in by) and ground.takes_up(words, response.statement))


def _without(text: str, answers: Sequence[Span]) -> str:
    """The text from the first answer to the last, with no answer in it."""
    between = (text[a.end : b.start] for a, b in pairwise(answers))
    return "".join(between).strip(" ")


def _named(here: Sentence, ground: Ground) -> list[tuple[Party, Span]]:
    """Each party that the sentence names in its own voice, where it does so first; a longer name wins over one inside it."""
    found: list[tuple[Party, Span]] = []
    for party, forms in ground.parties():
        places = (Span(*m.span()) for form in forms for m in re.finditer(rf"(?<![\w-]){re.escape(form)}(?![\w-])", here.text))
        at = next((s for s in places if here.own(s.start, s.end)), None)
        if at:
            found.append((party, at))
    return [(p, s) for p, s in found if not any(o.start <= s.start and s.end <= o.end and o != s for _, o in found)]


def _speaks(here: Sentence, at: Span) -> bool:
    before = _SPEAKS_BEFORE.search(here.text[: at.start]) and _NAME_ENDS.match(here.text, at.end)
    return bool(before or _SPEAKS_AFTER.match(here.text, at.end))


def _exchanged(here: Sentence, places: Sequence[tuple[Party, Span]], ground: Ground, rng: Random) -> str | None:
    """One of the parties exchanged for another of its sort that the sentence does not name."""
    if not places:
        return None
    party, at = rng.choice(places)
    present = {p.id for p, _ in _named(here, ground)}
    others = [p for p, _ in ground.parties() if p.id not in present and _alike(p, party) and not _kin(p, party) and p.name not in here.text]
    the = here.text[: at.start].lower().endswith("the ")
    others = [p for p in others if p.kind is not PartyKind.PERSON or (" " in p.name and not the)]
    others = [p for p in others if p.name in ground.draft.prose] or others
    return here.replaced(at.start, at.end, rng.choice(others).name) if others else None


def _alike(a: Party, b: Party) -> bool:
    return (a.kind is PartyKind.PERSON) == (b.kind is PartyKind.PERSON)


def _kin(a: Party, b: Party) -> bool:
    """Whether one speaks for the other, or they share a part of their names: it could be the same one after all."""
    ids: set[PartyId | None] = {a.on_behalf_of, b.on_behalf_of} - {None}
    shared = {w for w in a.name.lower().split() if len(w) > 2} & {w for w in b.name.lower().split() if len(w) > 2}
    return bool(ids & {a.id, b.id}) or bool(shared)


def _told_of(party: Party, ground: Ground) -> Iterator[str]:
    """The sentences of the sources and of the brief near the party's name, and near those who speak for it."""
    names = [
        n for p, forms in ground.parties() if p.id == party.id or party.id == p.on_behalf_of or p.id == party.on_behalf_of for n in forms
    ]
    last = {n.split()[-1].lower() for n in names} | {n.lower() for n in names}
    texts = [*(d.text for d in ground.evidence.reading.documents.values()), ground.draft.prose]
    for text in texts:
        sentences = _SENTENCE.findall(text)
        for before, now in zip(["", *sentences], sentences, strict=False):
            if any(n in f"{before} {now}".lower() for n in last):
                yield now


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
