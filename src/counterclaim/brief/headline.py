"""Writes the headline: "A accuses B of X; B denies it", neutral verbs, at most 110 characters, attribution and hedges kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.brief.certain import certain, is_silent, stance
from counterclaim.brief.naming import are_several, name_of
from counterclaim.brief.phrases import Teller
from counterclaim.brief.plan import in_heading, leading
from counterclaim.brief.shorten import short
from counterclaim.brief.wording import lower_first
from counterclaim.records import Outline, PartyId, Role, Row, Stance, StatementId, party_of

LONGEST = 110  # code points, names filled in
_LONGEST_CLAUSE = 18  # words of a charge that is told by "says that"
_FEWEST = 5
_CUT = re.compile(r",|\s(?:and(?=\s(?:of\s|\w+ing\s))|after\s|during\s|while\s|when\s|(?:in|on)\s)")
_SAYING = re.compile(r"\b(?:told|telling|asked|asking|urging|ordered|ordering|instructed|instructing)\b")
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|there|his|her|its|their|our|this|that|these|those)\b", re.IGNORECASE)

_MOST_NAMES = 3  # of those whose charges are too unsure for a headline

# verb for one, verb for several, what follows
_ANSWER = {Stance.DENIES: ("denies", "deny", "it"), Stance.NO_COMMENT: ("declines", "decline", "to comment")}


def candidates(teller: Teller, outline: Outline) -> list[str]:
    """Headlines from the fullest to the barest; the first that fits LONGEST is taken."""
    rows = certain(outline.rows)
    if not rows:
        return [_speakers(teller, outline)] * 3
    row = leading(rows)
    accuser = name_of(row.charge.accuser) if row.charge.accuser else "unnamed accusers"
    one = bool(row.charge.accuser) and not _several(teller, row.charge.accuser)
    accused = name_of(row.charge.accused)
    key = (row.charge.accuser, row.charge.accused)
    pair = [row, *(r for r in rows if r is not row and (r.charge.accuser, r.charge.accused) == key)]
    count = len(pair)
    made = f"{accuser} {'makes' if one else 'make'} {f'{_number(count)} allegations' if count > 1 else 'an allegation'} against {accused}"
    says, accuses = ("says", "accuses") if one else ("say", "accuse")
    charges = [
        *((r, f"{accuser} {accuses} {accused} of {x}") for r in pair for x in _shortenings(_gerund(teller, r))),
        *((r, f"{accuser} {x}") for r in pair for x in _acts(teller, r, one=one)),
        *((r, f"{accuser} {says} {x}") for r in pair for x in _clauses(teller, r)),
        *((row, f"{accuser}: “{x}”") for x in _quoted(teller, row)),
    ]
    return [
        *(f"{line}{_answer(teller, [r])}" for r, line in charges),
        f"{made}{_answer(teller, pair)}",
        made,
        f"Dispute between {accuser} and {accused}",
    ]


def _answer(teller: Teller, rows: Sequence[Row]) -> str:
    """What surely came back to each of the charges against one party, after a semicolon; nothing where that is not plain."""
    if is_silent(rows):
        return "; no response found"
    found = stance(teller.reading, rows)
    if not found:
        return ""
    one, several, rest = _ANSWER[found]
    verb = several if _several(teller, rows[0].charge.accused) else one
    return f"; {name_of(rows[0].charge.accused)} {verb} {re.sub(r'^it$', 'them', rest) if len(rows) > 1 else rest}"


def _speakers(teller: Teller, outline: Outline) -> str:
    """Whose words the sources hold, where no charge is sure enough to be named above them."""
    speaking = (party_of(teller.reading, s, Role.SOURCE) for s in outline.positions)
    parties = [p for p in dict.fromkeys([*(r.charge.accuser for r in outline.rows), *speaking]) if p][:_MOST_NAMES]
    if not parties:
        return "What the sources say"
    one = len(parties) == 1 and not _several(teller, parties[0])
    *first, last = (name_of(p) for p in parties)
    return f"What {', '.join(first)}{' and ' if first else ''}{last} {'says' if one else 'say'}"


def _gerund(teller: Teller, row: Row) -> str | None:
    return next((g for s in _in_text(teller, row) if (g := teller.gerund(s))), None)


def _acts(teller: Teller, row: Row, *, one: bool) -> Iterator[str]:
    """Charges told by another verb than "accuse": "blames the board for the delay"."""
    for s in _in_text(teller, row):
        if found := teller.act(s):
            verb, rest = found
            yield f"{verb.present if one else verb.base} {short(rest, _LONGEST_CLAUSE, conduct=True)}"


def _quoted(teller: Teller, row: Row) -> Iterator[str]:
    """A charge's own short sentence, where it says of what it speaks."""
    for s in _in_text(teller, row):
        quoted = teller.quoted(s)
        if quoted and _FEWEST <= len(quoted.split()) <= _LONGEST_CLAUSE and not _PRONOUN.match(quoted):
            yield quoted.rstrip(" .,;")


def _in_text(teller: Teller, row: Row) -> list[StatementId]:
    """A charge's statements without those of the sources' headlines, which drop words."""
    return [s for s in row.charge.statements if not in_heading(teller.reading, s)]


def _clauses(teller: Teller, row: Row) -> Iterator[str]:
    """Charges that are told by a clause, if it is short and says of whom it speaks."""
    for s in _in_text(teller, row):
        clause = teller.clause(s)
        if clause and len(clause.split()) <= _LONGEST_CLAUSE and not _PRONOUN.match(clause):
            yield lower_first(clause.rstrip(" .,;"), teller.proper)


def _several(teller: Teller, party: PartyId | None) -> bool:
    return party is not None and are_several(teller.reading.parties[party])


def _shortenings(charge: str | None) -> list[str]:
    """The charge whole, then cut before a comma or "and": never inside a quotation, never before a hedge or a condition."""
    if charge is None:
        return []
    if _SAYING.search(charge):
        return [charge.rstrip(" ,;")]  # "having told the crew ..." is nothing without what was told
    cuts = [m.start() for m in _CUT.finditer(charge) if charge[: m.start()].count("“") == charge[: m.start()].count("”")]
    safe = [c for c in cuts if not re.match(r",?\s*(?:if|unless|but|except|allegedly|or)\b", charge[c:])]
    return [x.rstrip(" ,;") for x in (charge, *(charge[:c] for c in sorted(safe, reverse=True) if c > 12))]


def _number(n: int) -> str:
    return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] if n < 10 else str(n)
