from dataclasses import replace

import pytest

from audit.stories import case
from counterclaim.audit.draft import draft
from counterclaim.audit.versions import silent

FIRST = "# Berths sold\n\nThe trust sold 41 berths. The port was closed."


@pytest.mark.parametrize(
    ("second", "flagged"),
    [
        (FIRST.replace("41", "14"), ["The trust sold 14 berths."]),
        (FIRST.replace(" The port was closed.", ""), ["The trust sold 41 berths."]),
        (FIRST.replace("41", "14") + " Correction: an earlier version said 41.", []),
        (FIRST.replace("The trust", "*The trust*"), []),
        (FIRST, []),
    ],
)
def test_a_change_after_publication_needs_a_note(second: str, flagged: list[str]) -> None:
    prepared = replace(case(second), previous=draft("old.md", FIRST))
    assert [prepared.document.text[s.where.start : s.where.end] for s in silent(prepared)] == flagged


def test_a_text_without_an_earlier_version_has_changed_nothing() -> None:
    assert list(silent(case(FIRST))) == []


def test_an_old_note_tells_of_an_old_change() -> None:
    noted = f"{FIRST} Correction: an earlier version said 40."
    assert len(list(silent(replace(case(noted.replace("41", "14")), previous=draft("old.md", noted))))) == 1
