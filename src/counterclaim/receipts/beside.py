"""What stands right beside quoted words in their sentence: a quotation must not begin after a "not" or stop before an "unless"."""

from __future__ import annotations

import re

from counterclaim.receipts.passages import Run
from counterclaim.receipts.turning import HEDGES, NEGATIONS, TURNING_AFTER


def turned_beside(run: Run, start: int, end: int) -> str:
    """Why the neighbours of words[start:end] may turn their sense; empty where they do not."""
    before = run.words[start - 1] if start and not _break(run.between(start, start)) else ""
    after = run.words[end] if end < len(run.words) and not _break(run.between(end, end)) else ""
    if before.casefold() in NEGATIONS | HEDGES:
        return f"the source has “{before}” right before these words"
    if after.casefold() in TURNING_AFTER and end - start > 1:
        return f"the source goes on with “{after}” right after these words"
    return ""


def _break(between: str) -> bool:
    """Whether a sentence or a quotation ends or begins between two words."""
    return bool(re.search(r"[.!?…;:\n\"“”«»]|''", between))
