"""Only English is read, and any other text is told so by name."""

import pytest

from counterclaim.errors import NotEnglish
from counterclaim.ingest.language import require_english

GERMAN = (
    "Der Stadtrat hat am Montag beschlossen, dass die Brücke im kommenden Jahr gesperrt wird. Die Bürgermeisterin sagte, das sei nötig. "
    * 3
)
ENGLISH = "The council decided on Monday that the bridge will be closed next year. The mayor said that this was necessary for safety. " * 3


def test_another_language_is_refused() -> None:
    with pytest.raises(NotEnglish, match=r"a\.txt"):
        require_english(GERMAN, source="a.txt")


def _refused(text: str) -> bool:
    try:
        require_english(text, source="a.txt")
    except NotEnglish:
        return True
    return False


def test_english_and_what_is_too_short_to_tell_pass() -> None:
    assert [_refused(t) for t in (ENGLISH, "Ja, nein, danke.", GERMAN)] == [False, False, True]
