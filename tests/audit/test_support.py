import pytest

from audit.stories import against, seen
from counterclaim.audit.support import added


@pytest.mark.parametrize(
    ("brief", "flagged"),
    [
        ("The storm of March 2031 closed the port for nine days amid a strike of pilots.", True),
        ("The storm of March 2031 closed the port for nine days.", False),
        ("The port was closed for nine days by the storm of March 2031.", False),
        ("Ila Roth, the chair of the trust, once ran a bakery and a newspaper in Tellmouth.", True),
        ("No response from Pell about the road was found in the documents.", False),
        ("Quist, who once smuggled diesel through Norvik, said the crane stopped twice in the winter.", True),
    ],
)
def test_what_no_source_holds(brief: str, flagged: bool) -> None:
    assert bool(seen(added, brief)) is flagged


def test_a_statement_of_which_no_source_has_a_word_is_more_than_a_note() -> None:
    source = "“Ring at any hour, I am always glad to help,” Feld told the trust."
    (found,) = added(against("Feld asked the trust to limit itself to one call a week.", source))
    assert found.severity is None
    assert [s.severity for s in added(against("Feld said the trust could ring at any hour of the week.", source))] == []
