"""Writes the headline: "A accuses B of X; B denies it", neutral verbs, at most 110 characters, attribution and hedges kept."""

from __future__ import annotations

import re

from counterclaim.brief.naming import name_of
from counterclaim.brief.phrases import Teller
from counterclaim.brief.plan import leading
from counterclaim.records import Outline, Row, Stance

LONGEST = 110  # code points, names filled in; a placeholder counts as its short name

_ANSWER = {
    Stance.DENIES: "denies it",
    Stance.DISPUTES_IN_PART: "disputes part of it",
    Stance.JUSTIFIES: "defends it",
    Stance.CONCEDES: "accepts it",
    Stance.COUNTERS: "accuses {accuser} in turn",
    Stance.DEFLECTS: "does not address it",
    Stance.NO_COMMENT: "declines to comment",
}


def candidates(teller: Teller, outline: Outline) -> list[str]:
    """Headlines from the fullest to the barest; the first that fits LONGEST is taken."""
    row = leading(outline.rows)
    accuser = name_of(row.charge.accuser) if row.charge.accuser else "Unnamed accusers"
    accused = name_of(row.charge.accused)
    answer = _answer(row, accuser)
    charge = next((g for s in row.charge.statements if (g := teller.gerund(s))), None)
    count = sum(r.charge.accused == row.charge.accused and r.charge.accuser == row.charge.accuser for r in outline.rows)
    several = f"makes {_number(count)} allegations against {accused}" if count > 1 else f"makes an allegation against {accused}"
    wordy = [f"{accuser} accuses {accused} of {short}; {accused} {answer}" for short in _shortenings(charge)] if charge else []
    if count > 1:
        answer = answer.replace(" it", " them")
    return [*wordy, f"{accuser} {several}; {accused} {answer}", f"{accuser} {several}", f"Dispute between {accuser} and {accused}"]


def _answer(row: Row, accuser: str) -> str:
    if not row.responses:
        return "no response found"
    first = min(row.responses, key=lambda r: list(Stance).index(r.stance))
    return _ANSWER[first.stance].format(accuser=accuser)


def _shortenings(charge: str) -> list[str]:
    """The charge whole, then cut before a comma or "and": never inside a quotation, never before a hedge or a condition."""
    cuts = [
        m.start()
        for m in re.finditer(r",|\s(?:and|after|during|while|when|in|on)\s", charge)
        if charge[: m.start()].count("“") == charge[: m.start()].count("”")
    ]
    safe = [c for c in cuts if not re.match(r",?\s*(?:if|unless|but|except|allegedly|or)\b", charge[c:])]
    return [charge, *(charge[:c] for c in sorted(safe, reverse=True) if c > 12)]


def _number(n: int) -> str:
    return ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"][n] if n < 10 else str(n)
