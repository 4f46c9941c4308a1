"""Owns the act of a statement: what is done by saying it, one of eleven.

Two passes: the words of each statement alone, then the story - an answer is one only where its speaker, or the party for whom
he speaks, stands accused, and what repeats a charge is a charge. Judges words, not truth. Offsets are code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType

from counterclaim.claims.asked import question
from counterclaim.claims.likeness import Likeness, Pool
from counterclaim.claims.sides import sides
from counterclaim.claims.signals import Signals, does_wrong, signals
from counterclaim.claims.weighing import weigh
from counterclaim.claims.words import content_words, text_of
from counterclaim.records import Act, Classification, Document, DocumentId, Form, Party, PartyId, Resolution, Role, Statement, StatementId

_NOBODY: Mapping[PartyId, Party] = MappingProxyType({})
REPEATS = 0.2  # likeness from which a statement about an accused party repeats what it is accused of
SPEAKS_TO = 0.08  # likeness from which the accused's words are about what it is accused of
DENIED = 0.2  # likeness from which a denial in a party's own words is the denial of what another says of it
DENIED_SURE = 0.5  # confidence that what is so denied is a charge
FEWEST = 2  # content words beside names that a charge must have, and must share with the charge it repeats
SURE = 0.4  # confidence from which a target counts as the party that the words are about
CHARGES = 0.35  # likelihood from which words charge somebody
CHARGING = frozenset({Act.ALLEGATION, Act.COUNTER_ACCUSATION})
NO_ANSWER = frozenset({Act.COMMITMENT, Act.CHARACTERISATION, Act.ASSERTION})  # what deflects where an answer was asked for
SHORT = 4  # content words beside names below which a statement tells little
NEAR = 700  # code points after an accusation within which the accused's next words answer it, and the accuser's next words go on


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with all that its act is told from. Speaker and target are the parties in whose name is spoken."""

    id: StatementId
    document: DocumentId
    at: int
    number: int  # in the story's reading order
    speaker: PartyId | None
    target: PartyId | None
    words: frozenset[str]
    signals: Signals
    names_target: bool
    does_it: bool  # the words say the wrong of the target: "the council hid it", not "they hid it from the council"
    confidence: float
    sure: float
    form: Form
    unsourced: bool
    uncued: bool
    asked: frozenset[str] | None  # content words of the question that it answers
    leanings: tuple[float, ...]

    @property
    def about_other(self) -> bool:
        return self.target is not None and self.target != self.speaker


_Verdict = tuple[Act, float]


def classify(
    statements: Sequence[Statement],
    resolutions: Mapping[tuple[StatementId, Role], Resolution],
    documents: Mapping[DocumentId, Document],
    *,
    parties: Mapping[PartyId, Party] = _NOBODY,
) -> tuple[Classification, ...]:
    """One act a statement, in the order given. With `parties` a spokesman's answer counts as his principal's."""
    side = sides(parties)
    said = [_said(i, s, resolutions, documents, parties, side) for i, s in enumerate(statements)]
    story = _Story(said)
    verdicts = [(s, *_verdict(s, story)) for s in said]
    return tuple(Classification(statement=s.id, act=act, confidence=round(s.confidence * sure, 3)) for s, act, sure in verdicts)


def signs_of(
    statements: Sequence[Statement],
    resolutions: Mapping[tuple[StatementId, Role], Resolution],
    documents: Mapping[DocumentId, Document],
    *,
    parties: Mapping[PartyId, Party] = _NOBODY,
) -> list[dict[str, float]]:
    """What `weighing` reads of each statement beside a model's leanings: signs, each 0 to about 1."""
    side = sides(parties)
    said = [_said(i, s, resolutions, documents, parties, side) for i, s in enumerate(statements)]
    story = _Story(said)
    return [_signs(s, story) for s in said]


def _verdict(said: _Said, story: _Story) -> _Verdict:
    """The act by rule or by weight; what the accused says when asked, and is neither an answer nor on the point, deflects."""
    act, sure = _weighed(said, story) if said.leanings else _act(said, story)
    return (Act.DEFLECTION, sure) if act in NO_ANSWER and story.evades(said) else (act, sure)


def _weighed(said: _Said, story: _Story) -> _Verdict:
    """The act by weight, where a model read the words; of two charging acts the one that the story tells."""
    chances = weigh(_signs(said, story), said.leanings)
    charging = sum(chances[a] for a in CHARGING)
    best = max((a for a in chances if a not in CHARGING), key=lambda a: chances[a])
    if _tells_a_mind(said):
        return Act.CHARACTERISATION, charging + chances[Act.CHARACTERISATION]
    if best is Act.ASSERTION and story.denied(said):
        return Act.ALLEGATION, max(charging, DENIED_SURE)
    if charging < max(CHARGES, chances[best]):
        return best, chances[best]
    if _judges_a_thing(said):
        return Act.CHARACTERISATION, charging + chances[Act.CHARACTERISATION]
    if _only_cites(said):
        return Act.ASSERTION, chances[Act.ASSERTION]
    if _disowns(said, story):
        return Act.DENIAL, charging + chances[Act.DENIAL]
    back = story.accused_by(said.target, said.speaker, before=said.number)
    return (Act.COUNTER_ACCUSATION if back else Act.ALLEGATION), charging


def _tells_a_mind(said: _Said) -> bool:
    """Whether the few words only say what another believes in or cares for, or does not: a judgement, and no conduct to answer for."""
    s = said.signals
    charges_or_denies = s.wrongs or s.accuses or s.blames or s.complains or s.denies
    return said.about_other and s.of_the_mind and len(said.words) <= SHORT and not charges_or_denies


def _judges_a_thing(said: _Said) -> bool:
    """Whether fault is found with a thing, and nobody is said to have done wrong: "criticised the new timetable"."""
    s = said.signals
    return s.blames and not (said.names_target or s.accuses or s.complains or s.wrongs or s.harsh)


def _disowns(said: _Said, story: _Story) -> bool:
    """Whether the accused says of itself that it did no such wrong: "We have never switched off an alarm"."""
    s = said.signals
    return bool(s.opens_with_i and s.denies_soon and s.wrongs) and story.accused(said.speaker) and not (s.accuses or said.names_target)


def _only_cites(said: _Said) -> bool:
    """Whether something is held up, and nobody is said to have done wrong: "pointing to towns such as Selby", "invoked the strike"."""
    s = said.signals
    return s.cites and not (s.accuses or s.blames or s.complains or s.wrongs or s.harsh)


def _signs(said: _Said, story: _Story) -> dict[str, float]:
    rule, sure = _act(said, story)
    words = {name: min(float(value), 3.0) for name, value in asdict(said.signals).items() if value}
    told = {
        f"rule {rule}": sure,
        "nobody speaks": said.speaker is None,
        "about nobody": said.target is None,
        "about another": said.about_other,
        "target": said.sure,
        "another may do it": said.about_other and said.does_it,
        "speaker accused": story.accused(said.speaker),
        "target accused": said.about_other and story.accused(said.target),
        "speaks to it": story.accused(said.speaker) and story.speaks_to(said),
        "says it again": said.about_other and story.repeats(said),
        "is denied": story.denied(said),
        f"form {said.form}": True,
        "no source": said.unsourced,
        "no cue": said.uncued,
        "short": len(said.words) < SHORT,
        "long": len(said.words) > 14,
    }
    return words | {name: float(value) for name, value in told.items() if value}


def _said(
    number: int,
    statement: Statement,
    resolutions: Mapping[tuple[StatementId, Role], Resolution],
    documents: Mapping[DocumentId, Document],
    parties: Mapping[PartyId, Party],
    side: Mapping[PartyId, PartyId],
) -> _Said:
    text = documents[statement.document].text
    source, about = (resolutions.get((statement.id, role)) for role in (Role.SOURCE, Role.TARGET))
    speaker = None if source is None or source.party is None else side.get(source.party, source.party)
    target = None if about is None or about.party is None or about.confidence < SURE else side.get(about.party, about.party)
    content = text_of(text, statement.content).lower()
    called = {p: [n.lower() for n in (parties[p].name, *parties[p].aliases)] for p in (speaker, target) if p is not None and p in parties}
    names = (content_words(n) for each in called.values() for n in each)
    about_what = question(text, statement)
    return _Said(
        id=statement.id,
        document=statement.document,
        at=statement.content[0].start,
        number=number,
        speaker=speaker,
        target=target,
        words=content_words(content).difference(*names),
        signals=signals(text_of(text, statement.cue).lower(), content),
        names_target=any(re.search(rf"\b{re.escape(n)}\b", content) for n in called.get(target, [])) if target else False,
        does_it=target is None or does_wrong(content, called.get(target, [])),
        confidence=statement.confidence,
        sure=0.0 if about is None or about.party is None else about.confidence,
        form=statement.form,
        unsourced=not statement.source,
        uncued=not statement.cue,
        asked=None if about_what is None else content_words(about_what).difference(*names),
        leanings=statement.leanings,
    )


class _Story:
    """Who openly accuses whom of what, by the accused."""

    def __init__(self, said: Sequence[_Said]) -> None:
        self._likeness = Likeness(s.words for s in said)
        self._near: dict[tuple[PartyId, DocumentId], list[_Said]] = {}  # the accusations of a party that stand in one document
        self._first: dict[PartyId, dict[PartyId | None, int]] = {}  # by accused and accuser, the number of the first accusation
        self._pools: dict[PartyId, Pool[StatementId]] = {}
        for s in said:
            if s.target is not None and s.about_other and _accuses_openly(s):
                self._accuse(s.target, s)
        self._denied = frozenset(s.id for s in self._contradicted(said))

    def _accuse(self, party: PartyId, said: _Said) -> None:
        self._near.setdefault((party, said.document), []).append(said)
        first = self._first.setdefault(party, {})
        first[said.speaker] = min(said.number, first.get(said.speaker, said.number))
        self._pools.setdefault(party, Pool(self._likeness)).add(said.words, said.id)

    def _contradicted(self, said: Sequence[_Said]) -> Iterator[_Said]:
        """What a party says of another that the other plainly denies in its own words: by that it becomes a charge."""
        about: dict[PartyId, Pool[_Said]] = {}
        for s in said:
            if s.target is not None and s.about_other and not s.signals.negated:
                about.setdefault(s.target, Pool(self._likeness)).add(s.words, s)
        for denial in said:
            if denial.speaker in about and denial.signals.says_i and denial.signals.negated:
                for s, like in about[denial.speaker].like(denial.words).items():
                    if like >= DENIED:
                        self._accuse(denial.speaker, s)
                        yield s

    def denied(self, said: _Said) -> bool:
        """Whether the one spoken of denies it in so many words."""
        return said.id in self._denied

    def accused(self, party: PartyId | None) -> bool:
        return party in self._first

    def accused_by(self, accuser: PartyId | None, accused: PartyId | None, *, before: int) -> bool:
        first = None if accuser is None or accused is None else self._first.get(accused, {}).get(accuser)
        return first is not None and first < before

    def speaks_to(self, said: _Said) -> bool:
        """Whether the accused speaks about what it is accused of, or right after it."""
        return self._like(said, said.speaker) >= SPEAKS_TO or any(_soon_after(said, a) for a in self._beside(said, said.speaker))

    def evades(self, said: _Said) -> bool:
        """Whether the accused, asked about what it is accused of, speaks of something else."""
        if said.asked is None or not self.accused(said.speaker) or self._like(said, said.speaker) >= SPEAKS_TO:
            return False
        return not said.asked or self._like(replace(said, words=said.asked), said.speaker) >= SPEAKS_TO

    def repeats(self, said: _Said) -> bool:
        """Whether words about somebody say again what that party is accused of, or go on about it."""
        goes_on = any(a.speaker == said.speaker and _soon_after(said, a) for a in self._beside(said, said.target))
        return goes_on or self._like(said, said.target, sharing=FEWEST) >= REPEATS

    def _beside(self, said: _Said, party: PartyId | None) -> list[_Said]:
        """What accuses the party in the same document."""
        return [] if party is None else self._near.get((party, said.document), [])

    def _like(self, said: _Said, accused: PartyId | None, *, sharing: int = 1) -> float:
        """The likeness of a statement and that other one which accuses the party in words most like it."""
        pool = self._pools.get(accused) if accused is not None else None
        likes = {} if pool is None else pool.like(said.words, sharing=sharing)
        return max((like for id, like in likes.items() if id != said.id), default=0.0)


def _soon_after(said: _Said, other: _Said) -> bool:
    return 0 < said.at - other.at <= NEAR


def _accuses_openly(said: _Said) -> bool:
    s = said.signals
    return s.accuses or (said.does_it and not s.denies and (s.blames or s.wrongs > 0) and not (s.opens_with_i and s.negated))


def _act(said: _Said, story: _Story) -> _Verdict:
    """The act and how sure it is, 0..1."""
    if said.signals.declines:
        return Act.NO_COMMENT, 0.95
    answer = _answer(said, story) if story.accused(said.speaker) else _bare_answer(said)
    return answer or _charge(said, story) or _other(said)


def _bare_answer(said: _Said) -> _Verdict | None:
    """An answer whose charge was not found: a cue that denies or admits says by itself that there is one."""
    s = said.signals
    if s.denies:
        return Act.DENIAL, 0.8
    if s.admits and not said.about_other and (s.wrongs or s.admission):
        return Act.CONCESSION, 0.6
    if s.untrue and s.accusation and not s.accuses:
        return Act.DENIAL, 0.55
    return (Act.DENIAL, 0.6) if s.opens_with_i and s.denies_soon and (s.wrongs or s.guilt) else None


def _answer(said: _Said, story: _Story) -> _Verdict | None:
    """What a statement of an accused party is, if it is an answer."""
    s = said.signals
    if s.denies:
        return Act.DENIAL, 0.9
    if (s.accuses or (s.blames and not s.untrue)) and said.about_other:
        return _against(said, story)
    if s.admits and not s.judges:
        return Act.CONCESSION, 0.75
    if _says_no(said):
        return Act.DENIAL, 0.75
    if s.admission and not said.about_other and not s.negated:
        return Act.CONCESSION, 0.6
    if s.demands:
        return None
    if said.about_other and (s.wrongs or s.harsh or s.blames or s.complains):
        return _against(said, story)
    if not story.speaks_to(said):
        return None
    if s.grounds or s.defends:
        return Act.JUSTIFICATION, 0.55
    return None if said.about_other or story.evades(said) or s.will or s.blames else (Act.DENIAL, 0.45)


def _says_no(said: _Said) -> bool:
    """Whether the accused's words say that it is not so: no, never, untrue, or a plain "we do"."""
    s = said.signals
    if s.untrue and (s.accusation or not said.about_other or s.says_i):
        return True
    if said.about_other:
        return s.opens_with_pronoun and s.denies_soon
    return s.denies_soon or (s.says_i and s.negated) or s.emphatic


def _against(said: _Said, story: _Story) -> _Verdict:
    """An accusation by the accused: a counter-accusation if the other side spoke first."""
    return (Act.COUNTER_ACCUSATION if story.accused_by(said.target, said.speaker, before=said.number) else Act.ALLEGATION), 0.7


def _charge(said: _Said, story: _Story) -> _Verdict | None:
    """Allegation: an accusing cue, words of wrongdoing about somebody else, or a charge said again."""
    s = said.signals
    if said.target is not None and not said.about_other:
        return None
    if s.accuses:
        return Act.ALLEGATION, 0.9
    if (s.blames and not s.praise) or (s.complains and (s.wrongs or s.harsh or s.negated)):
        return Act.ALLEGATION, 0.7
    if said.target is None or s.demands or len(said.words) < FEWEST:
        return None
    if story.denied(said):
        return Act.ALLEGATION, 0.6
    if s.wrongs and said.does_it:
        return Act.ALLEGATION, min(0.5 + 0.1 * s.wrongs, 0.8)
    return (Act.ALLEGATION, 0.5) if story.repeats(said) and not s.of_the_mind and not s.praise else None


def _other(said: _Said) -> _Verdict:
    s = said.signals
    if s.demands or s.should:
        return Act.DEMAND, 0.7
    if s.promises or (s.will and not said.about_other):
        return Act.COMMITMENT, 0.7
    if s.judges or s.harsh or s.praise:
        return Act.CHARACTERISATION, 0.6
    return Act.ASSERTION, 0.6
