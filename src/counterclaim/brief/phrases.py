"""Turns one statement into one English sentence, or into a phrase that stands for it, from the statement's own words.

Three forms, in this order: the source's own predicate with a neutral verb ("X accused Y of ...", "X denied ..."), a
quotation ("X said: “...”"), a reported clause ("X said that ..."). Where none of them would be grammatical, the outlet's
words are quoted as the outlet's. Parties are placeholders of brief.naming.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.brief.naming import name_of
from counterclaim.brief.verbs import SAID, Verb, neutral
from counterclaim.brief.wording import LONGEST_QUOTATION, closed, cut, is_quotation, lower_first, pieces_of, stop, words_of
from counterclaim.records import Reading, Role, Span, Statement, StatementId, party_of

_OBJECT_PRONOUN = re.compile(r"^(?:him|her|them|it)\b(?=\s+(?:of|for|to)\b)")
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|cost|costs|led|leads)\b")
_NO_CLAUSE = re.compile(
    r"(?:to|of|for|with|about|as|and|but|or|which|who|back|away|onto|into)\b|\w+ing\b(?!\s+(?:is|was|has|had|will|would)\b)"
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-Z‘])")
_PARTICIPLE = re.compile(r"\w+ing\b")
_OPENERS = frozenset(
    "The A An He She It They We His Her Their This That These There No In On At If When After Before For As But And Some All".split()  # noqa: SIM905
)
_SHORTEST_CLAUSE = 3  # words
_LONGEST_LINK = 8  # words between a cue and its content ("told reporters on the steps that")
_PREPOSITION = re.compile(r"^(?:in|on|at|during|through|via|before|after|by|from)\b", re.IGNORECASE)
_LONGEST_PHRASE = 24  # words of a charge inside another sentence


@dataclass(frozen=True, slots=True)
class Teller:
    """A reading and the words that keep their capital inside a sentence."""

    reading: Reading
    proper: frozenset[str]

    def sentence(self, statement: StatementId) -> str:
        """The statement as one sentence that names who says it."""
        s = self.reading.statements[statement]
        return stop(_medium(self, s) + _body(self, s))

    def phrase(self, statement: StatementId) -> str:
        """The statement as a noun phrase, for "on ..., no response was found": "X’s accusation of ...", "X’s statement that ..."."""
        s = self.reading.statements[statement]
        who = _genitive(self, s)
        text = _content(self, s)
        if charge := self.gerund(statement):
            return f"{who} accusation of {_short(charge)}"
        pieces = _quoted_pieces(self, s) or ([text] if is_quotation(text) else [])
        if pieces:
            return f"{who} statement “{_short(_telling(self, s, pieces))}”"
        if (verb := _verb(self, s)) and verb.takes == "that" and _opens_clause(text):
            return f"{who} statement that {_short(lower_first(text, self.proper))}"
        return f"{who} allegation"

    def gerund(self, statement: StatementId) -> str | None:
        """What stands after "accused Y of" in the statement ("hiding the letter"); None where it is put otherwise."""
        s = self.reading.statements[statement]
        text = _content(self, s)
        found = re.match(r"(?:(?!\bof\b).){1,80}?\bof\s+(\w+ing\b.*)", text)
        return found.group(1).strip(" .") if found and (verb := _verb(self, s)) and verb.past == "accused" else None


def proper_words(reading: Reading) -> frozenset[str]:
    """Words that the sources never write small: names, months, peoples. They keep their capital anywhere."""
    small: set[str] = set()
    large: set[str] = set()
    for d in reading.documents.values():
        for word in re.findall(r"\b[^\W\d_][\w’']*", d.text):
            (small if word[0].islower() else large).add(word)
    return frozenset(w for w in large if w.lower() not in small) - _OPENERS


def _body(t: Teller, s: Statement) -> str:
    subject, verb, text = _subject(t, s), _verb(t, s), _content(t, s)
    if not s.cue and _own_turn(t, s):
        clause = f"{subject} {'wrote' if _is_post(t, s) else 'said'}"
        stretches = [_unquoted(p) for p in pieces_of(t.reading.documents[s.document], t.reading.layouts[s.document], _joined(t, s))]
        return _interrupted(stretches, clause) if len(stretches) > 1 else f"{clause}: {closed(cut(stretches[0]), '.')}"
    said = "wrote" if verb and verb.past == "wrote" else "said"
    if len(s.content) > 1 and (pieces := _quoted_pieces(t, s)):
        return _interrupted(pieces, f"{subject} {said}")
    if is_quotation(text) and _is_sentence(text):
        return f"{subject} {said}: {closed(cut(text), '.')}"
    if verb and verb.takes == "that" and not is_quotation(text) and _opens_clause(text):
        return f"{subject} {verb.past} that {lower_first(text, t.proper)}"
    if predicate := _predicate(t, s, verb):
        return f"{subject} {predicate}"
    return _quoted_outlet(t, s)


def _predicate(t: Teller, s: Statement, verb: Verb | None) -> str | None:
    """The source's own words from the cue to the content, with a neutral verb; None where they are not one stretch after the source."""
    if not s.cue or s.cue[-1].end > s.content[0].start or (verb is None and _PARTICIPLE.search(_cue(t, s))):
        return None
    text = t.reading.documents[s.document].text
    link = " ".join(text[s.cue[-1].end : s.content[0].start].split())
    if len(link.split()) > _LONGEST_LINK or re.search(r"[“\"”.;:]", link):
        return None
    content = _content(t, s)
    for role in (Role.TARGET, Role.ADDRESSEE):
        if party := party_of(t.reading, s.id, role):
            content = _OBJECT_PRONOUN.sub(name_of(party), content)
    if content == "to comment" and not verb:
        link = ""
    words = [verb.past if verb else _cue(t, s), link.strip(" ,"), content]
    return " ".join(w for w in words if w)


def _quoted_outlet(t: Teller, s: Statement) -> str:
    """The last resort: the outlet's sentence, quoted as the outlet's."""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    start, end = min(x.start for x in [*s.source, *s.cue, *s.content]), max(x.end for x in [*s.source, *s.cue, *s.content])
    around = [x for x in layout.sentences if x.start <= start and end <= x.end]
    whole = around[0] if around else Span(start, end)
    inner = words_of(document, layout, whole).replace("“", "‘").replace("”", "’")
    return f"{document.provenance.publisher or 'One source'} reported of {_subject(t, s)}: “{stop(inner)}”"


def _subject(t: Teller, s: Statement) -> str:
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    if speaker:
        return name_of(speaker)
    if s.source:
        document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
        words = words_of(document, layout, s.source[0]).strip(" ,")
        return "an unnamed source" if words.casefold() in ("he", "she", "they", "it", "who") else lower_first(words, t.proper)
    return "an unnamed source"


def _genitive(t: Teller, s: Statement) -> str:
    subject = _subject(t, s)
    return f"{subject}’s" if party_of(t.reading, s.id, Role.SOURCE) else "the"


def _cue(t: Teller, s: Statement) -> str:
    text = t.reading.documents[s.document].text
    return " ".join(" ".join(text[c.start : c.end].split()) for c in s.cue)


def _verb(t: Teller, s: Statement) -> Verb | None:
    """The neutral verb; "said" where the source has no cue; None where the table does not hold the cue."""
    return neutral(_cue(t, s)) if s.cue else SAID


def _content(t: Teller, s: Statement) -> str:
    """The content's pieces as one stretch, a pronoun for the target replaced by its name, no "that" at its head."""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    pieces = pieces_of(document, layout, s.content)
    text = " ".join(pieces)
    return re.sub(r"^that\s+", "", text.strip(" ,;:—–-"))


def _quoted_pieces(t: Teller, s: Statement) -> list[str]:
    """The pieces of a statement where each of them is a quotation of its own; none otherwise."""
    pieces = pieces_of(t.reading.documents[s.document], t.reading.layouts[s.document], s.content)
    return pieces if all(is_quotation(p) for p in pieces) and _is_sentence(pieces[0]) else []


def _interrupted(pieces: Sequence[str], clause: str) -> str:
    """“A,” X said. “B.” - the clause stands where the source has one, so that no two pieces are joined that were apart."""
    first, *rest = pieces
    if len(first.split()) > LONGEST_QUOTATION:
        return f"{clause}: {closed(cut(first), '.')}"
    opening = closed(first.strip("“”"), ",")
    following = rest[0]
    size = len(first.split()) + len(following.split())
    if size > LONGEST_QUOTATION and _is_sentence(following):
        return f"{clause}: {closed(first.strip('“”'), '.')}"
    link = "." if _is_sentence(following) else ","
    return f"{opening} {clause}{link} {closed(cut(following), '.')}"


def _joined(t: Teller, s: Statement) -> list[Span]:
    """The pieces of a statement; those between which nothing but white space stands are one."""
    text, out = t.reading.documents[s.document].text, [s.content[0]]
    for piece in s.content[1:]:
        if text[out[-1].end : piece.start].strip():
            out.append(piece)
        else:
            out[-1] = Span(out[-1].start, piece.end)
    return out


def _unquoted(text: str) -> str:
    """A post's or a turn's own words go inside our marks: theirs become single."""
    return text.replace("“", "‘").replace("”", "’")


def _own_turn(t: Teller, s: Statement) -> bool:
    """Whether the words are somebody's own: a post, a release, a `NAME:` turn."""
    return any(x.span.start <= s.content[0].start < x.span.end for x in t.reading.documents[s.document].turns)


def _is_post(t: Teller, s: Statement) -> bool:
    return any(x.span.start <= s.content[0].start < x.span.end and (x.handle or x.at) for x in t.reading.documents[s.document].turns)


def _is_sentence(quotation: str) -> bool:
    """Whether a quotation opens like a sentence, so that it can follow a colon; a fragment keeps the words around it."""
    return re.match(r"“[‘\[(…]*[A-Z0-9]", quotation) is not None


def _opens_clause(text: str) -> bool:
    """Whether the words can follow "said that": a that-verb's content is a clause unless it opens with what cannot open one."""
    return len(text.split()) >= _SHORTEST_CLAUSE and not _NO_CLAUSE.match(text) and not _FINITE.match(text)


def _medium(t: Teller, s: Statement) -> str:
    """ "In a post on X, " where the source gives a medium that can open a sentence."""
    if not s.medium:
        return ""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    words = words_of(document, layout, s.medium[0]).strip(" ,")
    if _PREPOSITION.match(words):
        return f"{words[0].upper()}{words[1:]}, "
    if re.match(r"(?:an?|the)\s", words):
        return f"In {words}, "
    return ""


def _telling(t: Teller, s: Statement, pieces: Sequence[str]) -> str:
    """The sentence of a quotation that stands for it: the first that names its target, else the longest."""
    sentences = [x for piece in pieces for x in _SENTENCE_END.split(piece.strip("“”").strip())]
    target = party_of(t.reading, s.id, Role.TARGET)
    party = t.reading.parties.get(target) if target else None
    called = [party.name, party.name.split()[-1], *party.aliases] if party else []
    naming = [x for x in sentences if any(name in x for name in called)]
    return (naming or [max(sentences, key=len)])[0]


def _short(text: str) -> str:
    """At most _LONGEST_PHRASE words, cut at a comma or the end of a quotation where there is one."""
    text = re.sub(r"[.,;:]+(?=[”’]*$)", "", text.strip(" .,;:"))
    words = text.split()
    if len(words) <= _LONGEST_PHRASE:
        return text
    head = " ".join(words[:_LONGEST_PHRASE])
    cutting = max((m.start() for m in re.finditer(r",\s", head) if m.start() > 30), default=len(head))
    head = head[:cutting]
    return head + "”" if head.count("“") > head.count("”") else head
