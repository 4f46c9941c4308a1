"""Writes the headline: "A accuses B of X; B denies it", neutral verbs, at most 110 characters, attribution and hedges kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

from counterclaim.brief.naming import are_several, name_of
from counterclaim.brief.phrases import Teller
from counterclaim.brief.plan import leading
from counterclaim.brief.wording import lower_first
from counterclaim.records import Outline, PartyId, Row, Stance, Status

LONGEST = 110  # code points, names filled in
_LONGEST_CLAUSE = 14  # words of a charge that is told by "says that"
_PRONOUN = re.compile(r"(?:he|she|it|they|we|i|you|there|his|her|its|their|our|this|that|these|those)\b", re.IGNORECASE)

# verb for one, verb for several, what follows
_ANSWER = {
    Stance.DENIES: ("denies", "deny", "it"),
    Stance.DISPUTES_IN_PART: ("disputes", "dispute", "part of it"),
    Stance.JUSTIFIES: ("defends", "defend", "it"),
    Stance.CONCEDES: ("accepts", "accept", "it"),
    Stance.COUNTERS: ("accuses", "accuse", "{accuser} in turn"),
    Stance.DEFLECTS: ("does not", "do not", "address it"),
    Stance.NO_COMMENT: ("declines", "decline", "to comment"),
}


def candidates(teller: Teller, outline: Outline) -> list[str]:
    """Headlines from the fullest to the barest; the first that fits LONGEST is taken."""
    row = leading(outline.rows)
    accuser = name_of(row.charge.accuser) if row.charge.accuser else "unnamed accusers"
    one = bool(row.charge.accuser) and not _several(teller, row.charge.accuser)
    accused = name_of(row.charge.accused)
    count = sum(r.charge.accused == row.charge.accused and r.charge.accuser == row.charge.accuser for r in outline.rows)
    made = f"{accuser} {'makes' if one else 'make'} {f'{_number(count)} allegations' if count > 1 else 'an allegation'} against {accused}"
    wordy = [
        *(f"{accuser} {'accuses' if one else 'accuse'} {accused} of {x}" for x in _shortenings(_gerund(teller, row))),
        *(f"{accuser} {'says' if one else 'say'} {x}" for x in _clauses(teller, row)),
    ]
    answer = _answer(teller, row, accuser, plural=False)
    return [
        *(f"{line}; {answer}" for line in wordy),
        f"{made}; {_answer(teller, row, accuser, plural=count > 1)}",
        made,
        f"Dispute between {accuser} and {accused}",
    ]


def _answer(teller: Teller, row: Row, accuser: str, *, plural: bool) -> str:
    """What came back, of the answers to this charge: the plainest stance; only that none was found where there is none."""
    if not row.responses:
        return "no response found" if row.status is Status.UNANSWERED else "a response may exist"
    first = min(row.responses, key=lambda r: list(Stance).index(r.stance))
    one, several, rest = _ANSWER[first.stance]
    verb = several if _several(teller, row.charge.accused) else one
    rest = re.sub(r"\bit\b", "them", rest) if plural else rest
    return f"{name_of(row.charge.accused)} {verb} {rest.format(accuser=accuser)}"


def _gerund(teller: Teller, row: Row) -> str | None:
    return next((g for s in row.charge.statements if (g := teller.gerund(s))), None)


def _clauses(teller: Teller, row: Row) -> Iterator[str]:
    """Charges that are told by a clause, if it is short and says of whom it speaks."""
    for s in row.charge.statements:
        clause = teller.clause(s)
        if clause and len(clause.split()) <= _LONGEST_CLAUSE and not _PRONOUN.match(clause):
            yield lower_first(clause.rstrip(" .,;"), teller.proper)


def _several(teller: Teller, party: PartyId | None) -> bool:
    return party is not None and are_several(teller.reading.parties[party])


def _shortenings(charge: str | None) -> list[str]:
    """The charge whole, then cut before a comma or "and": never inside a quotation, never before a hedge or a condition."""
    if charge is None:
        return []
    cuts = [
        m.start()
        for m in re.finditer(r",|\s(?:and|after|during|while|when|in|on)\s", charge)
        if charge[: m.start()].count("“") == charge[: m.start()].count("”")
    ]
    safe = [c for c in cuts if not re.match(r",?\s*(?:if|unless|but|except|allegedly|or)\b", charge[c:])]
    return [x.rstrip(" ,;") for x in (charge, *(charge[:c] for c in sorted(safe, reverse=True) if c > 12))]


def _number(n: int) -> str:
    return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] if n < 10 else str(n)
