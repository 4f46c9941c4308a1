"""Turns one statement into one English sentence, or into a phrase that stands for it, from the statement's own words.

Three forms, in this order: the source's own predicate with a neutral verb ("X accused Y of ...", "X denied ..."), a
quotation ("X said: “...”"), a reported clause ("X said that ..."). Where none of them would be grammatical, the outlet's
words are quoted as the outlet's. Parties are placeholders of brief.naming.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.brief.context import after_dateline
from counterclaim.brief.extent import begins, settled, whole
from counterclaim.brief.naming import called, name_of
from counterclaim.brief.plan import in_heading
from counterclaim.brief.predicate import cue_of, is_governed, predicate, verb_of
from counterclaim.brief.shorten import short
from counterclaim.brief.torn import is_torn
from counterclaim.brief.verbs import Verb
from counterclaim.brief.wording import LONGEST_QUOTATION, closed, cut, is_quotation, lower_first, pieces_of, stop, words_of
from counterclaim.claims.sides import sides
from counterclaim.claims.words import content_words, text_of
from counterclaim.receipts.use import holds, quotations
from counterclaim.records import DocumentId, PartyId, PartyKind, Reading, Reply, Role, Span, Statement, StatementId, VerdictKind, party_of
from counterclaim.statements.cues import Tense, forms, sense_of
from counterclaim.statements.grammar import is_a

_OBJECT_PRONOUN = re.compile(r"^(?:him|her|them|it)\b(?=\s+(?:of|for|to)\b)")
_FINITE = re.compile(r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|do|does|did|cost|costs|led|leads)\b")
_NO_CLAUSE = re.compile(
    r"(?:(?:not\s+)?to|of|for|with|about|as|and|but|or|which|who|back|away|onto|into|why|how|whether)\b"
    r"|\w+ing\b(?!\s+(?:is|was|has|had|will|would)\b)|“[^”]*”\s+(?:of|from|in|at|by|for|on)\b"
)
_SECOND_THAT = re.compile(r"^(?:[\w’'-]+\s+){0,4}(?:earlier|later|ago|week|month|year|day|morning|afternoon|evening|night)\s+that\s+")
_CLAUSE_INSIDE = re.compile(r",\s(?:said|says|wrote|added|told\s\w+(?:\s\w+){0,3}),?\s*(?:“|that\b)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=[A-Z‘])")
_OPENERS = frozenset(
    "The A An He She It They We His Her Their This That These There No In On At If When After Before For As But And Some All".split()  # noqa: SIM905
)
_SEVERAL = 2  # sentences
_QUOTED = re.compile(r"“[^”]*”?")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Uu]s|[Mm]e|[Yy]ou|[Yy]our)\b(?!\.)")
_LONGEST_MEDIUM = 8  # words
_NO_MEDIUM = re.compile(r"\w+ (?:this|that|these|hold|it|them|him|her)\b", re.IGNORECASE)
_DOES = frozenset({"do", "does", "did"})
_ASKING = frozenset(
    {"of", "with", "from", "into", "the", "a", "an", "and", "or", "but", "than", "their", "its", "his", "my", "our", "such"}
)
_FUNCTION = ("determiner", "possessive", "preposition", "coordinator", "subordinator", "relative", "subject", "adverb")
_NO_SUBJECT = re.compile(r"(?:[\w’'-]+\s){1,2}to\s", re.IGNORECASE)
_SHORTEST_CLAUSE = 3  # words
_PREPOSITION = re.compile(r"^(?:in|on|at|during|through|via|before|after|from)\b", re.IGNORECASE)
_COMPANY = re.compile(r"(?<=\w) and (?:his|her|their|its)(?: [a-z]+){1,2}$")
_LONGEST_PHRASE = 18  # words of a charge inside another sentence
_LONGEST_CONDUCT = 14  # words of a charge in a list of them
_FRAGMENT = re.compile(r"“((?:[^“”\s]+\s){1,11}[^“”\s]*[\w’])[.,]?”")  # some words of a quotation, whole
_NOBODY = "a speaker not clearly named"
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "that", "those", "one", "i", "we", "others", "this", "both"})
_THIRD = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
_SURE_TARGET = 0.7
_WARNED = re.compile(r"(?:[A-Z][\w.’']*\s+){1,4}(?:against|not to|to)\s")


@dataclass(frozen=True, slots=True)
class Teller:
    """A reading and the words that keep their capital inside a sentence."""

    reading: Reading
    proper: frozenset[str]

    def sentence(self, statement: StatementId) -> str:
        """The statement as one sentence that names who says it; one that somebody else reports is told with who reports it."""
        s = begins(self.reading, outermost(self.reading, self.reading.statements[statement]))
        if in_heading(self.reading, s.id):
            return stop(_outlet(self, s))
        s = whole(self.reading, s)
        body = _body(self, s)
        if not _quotes_truly(self, s, body) or _breaks_off(body) or is_torn(self.reading, s):
            return stop(_outlet(self, s))
        return stop(_medium(self, s, body) + body)

    def together(self, statements: Sequence[StatementId]) -> str:
        """Statements that stand side by side in somebody's own turn, as one quotation."""
        first, last = (self.reading.statements[s] for s in (statements[0], statements[-1]))
        joined = replace(first, content=(Span(first.content[0].start, last.content[-1].end),))
        body = _body(self, joined)
        return stop(body) if _quotes_truly(self, joined, body) else self.sentence(first.id)

    def points_back(self, statement: StatementId) -> bool:
        """Whether the words say something of what stands before them: "That is unfair"."""
        return (
            re.match(r"[“\"‘']?(?:that|this|it|there|these|those)\b", _content(self, self.reading.statements[statement]), re.I) is not None
        )

    def follows(self, later: StatementId, first: StatementId) -> bool:
        """Whether one statement goes on right after another one in the same turn, with no reporting words in either."""
        a, b = (self.reading.statements[s] for s in (first, later))
        if a.document != b.document or a.cue or b.cue or not (_own_turn(self, a) and _own_turn(self, b)):
            return False
        text, document = self.reading.documents[a.document].text, self.reading.documents[a.document]
        start, end = a.content[0].start, b.content[-1].end
        within = any(x.span.start <= start and end <= x.span.end for x in document.turns)
        gap = text[a.content[-1].end : b.content[0].start] if a.content[-1].end <= b.content[0].start else "?"
        return within and not gap.strip(" \n\t.”\"’'")

    def taking_up(self, reply: Reply) -> str:
        """The one sentence of a statement that takes up another one, if it stands in a longer quotation; else the statement."""
        s = self.reading.statements[reply.statement]
        text = self.reading.documents[s.document].text
        to = content_words(text_of(text, self.reading.statements[reply.to].content))
        pieces = _quoted_pieces(self, s) or ([_content(self, s)] if is_quotation(_content(self, s)) else [])
        each = [x for piece in pieces for x in _SENTENCE_END.split(piece.strip("“”").strip())]
        if len(each) < _SEVERAL or s.within:
            return self.sentence(s.id)
        best = max(each, key=lambda x: len(content_words(x) & to))
        verb = verb_of(self.reading, s)
        told = f"{_subject(self, s)} {'wrote' if verb and verb.past == 'wrote' else 'said'}: {closed(best, '.')}"
        return stop(told) if _quotes_truly(self, s, told) else self.sentence(s.id)

    def phrase(self, statement: StatementId, *, against: PartyId | None = None) -> str:
        """The statement as a noun phrase, for "on ..., no response was found": "X’s accusation of ...", "X’s statement that ..."."""
        return " ".join(x for x in self._named(settled(self.reading, self.reading.statements[statement]), against, _LONGEST_PHRASE) if x)

    def conduct(self, statement: StatementId, *, against: PartyId | None = None) -> tuple[str, str]:
        """The same, shortly and in two parts: who and how ("X’s accusation"), what ("of ...")."""
        return self._named(settled(self.reading, self.reading.statements[statement]), against, _LONGEST_CONDUCT)

    def _named(self, s: Statement, against: PartyId | None, most: int) -> tuple[str, str]:
        who = _genitive(self, s)
        told = self._in_words(s, most)
        if told and _quotes_truly(self, s, told[1]):
            return f"{who} {told[0]}", told[1]
        words = f" (“{_FRAGMENT.findall(_content(self, s))[0]}”)" if _FRAGMENT.search(_content(self, s)) else ""
        return f"{who} allegation{words}" + (f" against {name_of(against)}" if against else ""), ""

    def _in_words(self, s: Statement, most: int) -> tuple[str, str] | None:
        """What the statement is, in at most so many of its own words; None where they make no phrase."""
        text = _content(self, s)
        if is_torn(self.reading, s):
            return None
        if charge := self.gerund(s.id):
            return "accusation", f"of {short(charge, most, conduct=True)}"
        if _own_turn(self, s) and not s.cue:
            return "statement", f"“{short(_telling(self, s, [_unquoted(text)]), most)}”"
        if pieces := _quoted_pieces(self, s) or ([text] if is_quotation(text) and _is_sentence(text) else []):
            return "statement", f"“{short(_telling(self, s, pieces), most)}”"
        clause = short(_that(self, text), most) if _is_said(self, s, text) else ""
        return ("statement", f"that {clause}") if clause and _has_verb(clause) else None

    def clause(self, statement: StatementId) -> str | None:
        """What stands after "X said that" in the statement; None where it is put otherwise or quoted."""
        s = settled(self.reading, self.reading.statements[statement])
        text = _content(self, s)
        plain = s.within is None and "“" not in text and not is_torn(self.reading, s) and not _FIRST_PERSON.search(text)
        return _that(self, text) if plain and _is_said(self, s, text) else None

    def act(self, statement: StatementId) -> tuple[Verb, str] | None:
        """The verb and what follows it where the statement is told by one that takes an object ("blamed", "the board for ...")."""
        s = settled(self.reading, self.reading.statements[statement])
        verb = verb_of(self.reading, s)
        if not verb or verb.takes != "object" or verb.past == "accused" or s.within or is_torn(self.reading, s):
            return None
        words = predicate(self.reading, s, verb, _content(self, s, naming=True))
        return (verb, words.removeprefix(verb.past).strip()) if words and words.startswith(f"{verb.past} ") else None

    def quoted(self, statement: StatementId) -> str | None:
        """The one sentence that stands for a quotation; None where the statement is none."""
        s = settled(self.reading, self.reading.statements[statement])
        text = _content(self, s)
        pieces = _quoted_pieces(self, s) or ([text] if is_quotation(text) and _is_sentence(text) else [])
        return _telling(self, s, pieces) if pieces and s.within is None else None

    def gerund(self, statement: StatementId) -> str | None:
        """What stands after "accused Y of" in the statement ("hiding the letter"); None where it is put otherwise."""
        s = settled(self.reading, self.reading.statements[statement])
        text, verb = _content(self, s), verb_of(self.reading, s)
        if not verb or verb.past != "accused" or is_governed(self.reading, s) or _CLAUSE_INSIDE.search(text) or is_torn(self.reading, s):
            return None
        found = re.match(r"(?:(?!\bof\b).){1,80}?\bof\s+(\w+ing\b.*)", text)
        return found.group(1).strip(" .") if found else None


def proper_words(reading: Reading) -> frozenset[str]:
    """Words that keep their capital anywhere: what the sources write large inside sentences and never small, and names of parties."""
    small: set[str] = set()
    large = {w for p in reading.parties.values() if p.name[:1].isupper() for w in re.findall(r"[^\W\d_][\w’']*", p.name)}
    for d in reading.documents.values():
        skipped = {h.start: h.end for h in reading.layouts[d.id].headings}
        for sentence in reading.layouts[d.id].sentences:
            words = re.findall(r"\b[^\W\d_][\w’']*", d.text[sentence.start : sentence.end])
            small |= {w for w in words if w[0].islower()}
            if sentence.start not in skipped:
                large |= {w for w in words[1:] if w[0].isupper()}
    return frozenset(w for w in large if w.lower() not in small) - _OPENERS


def publisher(reading: Reading, document: DocumentId) -> str:
    """Whose words a document's are, as a sentence names it."""
    some = "the report" if len(reading.documents) == 1 else "one report"
    return reading.documents[document].provenance.publisher or some


def reports(reading: Reading, document: DocumentId) -> str:
    """ "The Ardmoor Gazette reported", "one report says": whose words follow."""
    return f"{publisher(reading, document)} {'reported' if reading.documents[document].provenance.publisher else 'says'}"


def closed_words(reading: Reading, document: DocumentId, span: Span) -> str:
    """A stretch of a document, quoted whole."""
    source = reading.documents[document]
    return closed(_unquoted(words_of(source, reading.layouts[document], after_dateline(source.text, span))), ".")


def outermost(reading: Reading, s: Statement) -> Statement:
    """The statement that reports this one, and so on: what somebody is said to believe or to have said is the reporter's word."""
    seen = {s.id}
    while s.within is not None and s.within in reading.statements and s.within not in seen:
        s = reading.statements[s.within]
        seen.add(s.id)
    return s


def _quotes_truly(t: Teller, s: Statement, told: str) -> bool:
    """Whether every quotation in what is told is whole and stands so in the statement's stretch: pieces apart are never joined."""
    if '"' in told or told.count("“") != told.count("”"):
        return False
    document = t.reading.documents[s.document]
    stretch = document.text[s.content[0].start : s.content[-1].end]
    return all(holds(q, stretch) is VerdictKind.VERBATIM for q in quotations(told))


def _body(t: Teller, s: Statement) -> str:
    subject, verb, text = _subject(t, s), verb_of(t.reading, s), _content(t, s)
    if not s.cue and _own_turn(t, s):
        clause = f"{subject} {'wrote' if _is_post(t, s) else 'said'}"
        stretches = [_unquoted(p) for p in pieces_of(t.reading.documents[s.document], t.reading.layouts[s.document], _joined(t, s))]
        return _interrupted(stretches, clause) if len(stretches) > 1 else f"{clause}: {closed(cut(stretches[0]), '.')}"
    said = "wrote" if verb and verb.past == "wrote" else "said"
    if len(s.content) > 1 and (pieces := _quoted_pieces(t, s)):
        return _interrupted(pieces, f"{subject} {said}")
    if is_quotation(text) and _is_sentence(text):
        quoted = cut(text)
        return f"{subject} {said}{_of_whom(t, s, quoted)}: {closed(quoted, '.')}"
    if _CLAUSE_INSIDE.search(text) or _is_sentence(text) or _is_torn(t, s):  # a quoted sentence, and words after it
        return _outlet(t, s)
    if _FIRST_PERSON.search(_QUOTED.sub(" ", text)):
        return _outlet(t, s)  # "said that our men" would be ours
    if verb and _is_said(t, s, text):
        return f"{subject} {verb.past} that {_that(t, text)}"
    if verb and verb.takes == "that" and not re.match(r"“|(?:to|of|for|with|about|against|as|on|at)\b", text):
        return _outlet(t, s)
    content = _content(t, s, naming=True)
    content = lower_first(content, t.proper) if content.partition(" ")[0] in _OPENERS else content
    if len(content.split()) > LONGEST_QUOTATION:
        return _outlet(t, s)
    if words := predicate(t.reading, s, verb, f"that {content}" if _begins_with_that(t, s) else content):
        told = f"{subject} {words}"
        return told if sense_of(cue_of(t.reading, s)) else f"according to {_publisher(t, s)}, {told}"
    return _outlet(t, s)


def _of_whom(t: Teller, s: Statement, told: str) -> str:
    """ " of B", where the words speak of somebody by a pronoun only and it is known of whom."""
    found = t.reading.resolutions.get((s.id, Role.TARGET))
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    if not found or not found.party or not speaker or found.confidence < _SURE_TARGET or not _THIRD.search(told):
        return ""
    target, stands_with = t.reading.parties[found.party], sides(t.reading.parties)
    others = any(called(p).search(told) for p in t.reading.parties.values() if p.name[:1].isupper())
    if others or target.kind is not PartyKind.PERSON or not target.name[:1].isupper() or stands_with[target.id] == stands_with[speaker]:
        return ""
    return f" of {name_of(target.id)}"


def _breaks_off(body: str) -> bool:
    """Whether the words stop at one that asks for another ("cuts across the grain of")."""
    last = re.search(r"([\w’'-]+)[\s,;.]*$", body)
    return last is not None and last.group(1).casefold() in _ASKING


def _is_torn(t: Teller, s: Statement) -> bool:
    """Whether a sentence of the source ends between two pieces of the content."""
    text = t.reading.documents[s.document].text
    return any(re.search(r"[.!?…]", text[a.end : b.start]) for a, b in pairwise(s.content))


def _is_said(t: Teller, s: Statement, text: str) -> bool:
    """Whether the content is a clause that the speaker says, so that it can follow "said that"."""
    verb = verb_of(t.reading, s)
    return bool(verb and verb.takes == "that" and not _is_sentence(text) and not is_quotation(text) and _opens_clause(text))


def _begins_with_that(t: Teller, s: Statement) -> bool:
    start = s.content[0].start
    return t.reading.documents[s.document].text[start : start + 5].casefold() == "that "


def _that(t: Teller, text: str) -> str:
    """The clause after "that", which stands once."""
    return lower_first(_SECOND_THAT.sub("", text), t.proper)


def _outlet(t: Teller, s: Statement) -> str:
    """The last resort: the outlet's sentence that reports it, quoted as the outlet's; it says of whom where the sentence does not."""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    spans = [*s.source, *s.cue, *s.content]
    start, end = min(x.start for x in spans), max(x.end for x in spans)
    said = (s.cue or s.content)[0].start
    around = [x for x in layout.sentences if x.start <= start and end <= x.end] or [x for x in layout.sentences if x.start <= said < x.end]
    inner = _unquoted(words_of(document, layout, after_dateline(document.text, around[0] if around else Span(start, end))))
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    named = speaker is None or called(t.reading.parties[speaker]).search(inner)
    of = "" if named else f" of {_subject(t, s)}"
    return f"{reports(t.reading, s.document)}{of}: {closed(inner, '.')}"


def _publisher(t: Teller, s: Statement) -> str:
    return publisher(t.reading, s.document)


def _subject(t: Teller, s: Statement) -> str:
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    if speaker:
        return name_of(speaker) + _company(t, s)
    if s.source:
        document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
        words = words_of(document, layout, s.source[0]).strip(" ,")
        first, _, rest = words.partition(" ")
        if first.casefold().split("’")[0].split("'")[0] in _PRONOUNS or re.search(r"\s(?:that|which|who|whom)\s", words):
            return _NOBODY
        return f"the {rest}" if rest and is_a(first.casefold(), "possessive") else lower_first(words, t.proper)
    return _NOBODY


def _company(t: Teller, s: Statement) -> str:
    """ " and his allies": those without a name with whom a source says somebody speaks."""
    text = t.reading.documents[s.document].text
    found = _COMPANY.search(text[s.source[0].start : s.source[0].end]) if s.source else None
    return found.group() if found else ""


def _genitive(t: Teller, s: Statement) -> str:
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    return f"{name_of(speaker)}’s" if speaker else "the"


def _content(t: Teller, s: Statement, *, naming: bool = False) -> str:
    """The content's pieces as one stretch, no "that" at its head; `naming`: with the target's name for a pronoun ("accused her of")."""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    text = re.sub(r"^that\s+", "", " ".join(pieces_of(document, layout, s.content)).strip(" ,;:—–-"))
    speaker = party_of(t.reading, s.id, Role.SOURCE)
    for role in (Role.TARGET, Role.ADDRESSEE) if naming else ():
        if (party := party_of(t.reading, s.id, role)) and party != speaker:
            text = _OBJECT_PRONOUN.sub(name_of(party), text)
    return text


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
    """Words that go inside our marks, as a post's or a turn's own: theirs become single, those without a partner too."""
    text = text.replace("“", "‘").replace("”", "’")
    return re.sub(r'"(?=\s|$)|(?<=\S)"', "’", text).replace('"', "‘")


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
    return (
        len(text.split()) >= _SHORTEST_CLAUSE
        and not (_NO_CLAUSE.match(text) or _WARNED.match(text))
        and not (_FINITE.match(text) or _NO_SUBJECT.match(text))
        and _has_verb(text)
    )


def _has_verb(text: str) -> bool:
    """Whether a word outside its relative clauses is a finite verb; "Orm, who had not spoken" and "dead names on rolls" have none."""
    plain = re.sub(r",\s(?:who|which|whose)\b[^,]*(?:,|$)", " ", text)
    words = re.findall(r"[\w’'-]+", plain.replace("’", "'"))
    return any(_is_finite(words, i) for i in range(1, len(words)))


def _is_finite(words: Sequence[str], at: int) -> bool:
    """Whether a word is a finite verb, by itself or by what stands around it."""
    before, word = words[at - 1], words[at]
    low, prev = word.casefold(), before.casefold()
    if prev == "to" or not word[0].islower():
        return False
    if is_a(low, "be", "have", "modal", "negated") or low in _DOES:
        return True
    if is_a(prev, "determiner", "possessive", "preposition") or is_a(low, *_FUNCTION) or low.endswith(("ing", "ly")):
        return False
    if is_a(low, "finite") or low.endswith("ed") or is_a(prev, "subject"):
        return True
    if at == 1 and not before[0].isupper():
        return False  # "dead names on rolls"
    following = words[at + 1].casefold() if at + 1 < len(words) else "the"
    closes = (
        prev[0].isalpha()
        and not prev.endswith("ing")
        and not is_a(prev, *_FUNCTION)
        and following != "of"
        and (is_a(following, *_FUNCTION) or following == "to")
    )
    return closes or prev.endswith("s") or low.endswith("s") or any(f.tense is Tense.PAST for f in forms(low))


def _medium(t: Teller, s: Statement, body: str) -> str:
    """ "In a post on X, " where the source gives a medium that can open a sentence, and the sentence does not give it already."""
    if not s.medium or body.startswith(("according to", "“")):
        return ""
    document, layout = t.reading.documents[s.document], t.reading.layouts[s.document]
    words = words_of(document, layout, s.medium[0]).strip(" ,")
    if words.casefold() in body.casefold() or len(words.split()) > _LONGEST_MEDIUM or _NO_MEDIUM.match(words):
        return ""
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
    opening = [x for x in sentences if x[:1].isupper() or not x[:1].isalpha()] or sentences
    naming = [x for x in opening if any(name in x for name in called)]
    return (naming or [max(opening, key=len)])[0]
