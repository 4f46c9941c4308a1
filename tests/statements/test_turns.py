"""Posts, releases and `NAME:` turns in their author's own voice."""

from __future__ import annotations

from counterclaim.records import Span, Turn
from counterclaim.statements.turns import turns
from counterclaim.text.segment import segment
from factories import doc, span
from statements.sentences import tagged, told


def _turn(text: str, name: str = "Ila Roth") -> Turn:
    return Turn(span=Span(0, len(text)), name=name)


def test_a_short_post_is_one_statement_without_a_source() -> None:
    text = "I signed nothing. Ask the mayor."
    assert tagged(text, turns=(_turn(text),)) == [("", "", text)]


def test_a_long_turn_is_a_statement_for_each_sentence() -> None:
    text = "We read the books. We found a gap. We closed the account."
    assert [t[2] for t in tagged(text, turns=(_turn(text),))] == ["We read the books.", "We found a gap.", "We closed the account."]


def test_what_a_turn_reports_of_others_is_theirs() -> None:
    text = "We are sorry. Mayor Venn said the fund was safe. We will pay it all back."
    assert ("Mayor Venn", "said", "the fund was safe") in tagged(text, turns=(_turn(text),))
    assert [t[2] for t in tagged(text, turns=(_turn(text),)) if not t[1]] == ["We are sorry. | We will pay it all back."]


def test_what_an_author_thinks_stays_the_authors_sentence() -> None:
    text = "I think it will rain. I went home. I slept."
    assert ("", "", "I think it will rain.") in tagged(text, turns=(_turn(text),))


def test_the_label_is_the_source() -> None:
    document = doc("ROTH: We paid it all.")
    turn = Turn(span=span(document, "We paid it all."), name="ROTH", name_at=span(document, "ROTH"))
    document = doc(document.text, turns=(turn,))
    (found,) = turns(document, segment(document), ())
    assert (told(document.text, found.source), told(document.text, found.content)) == ("ROTH", "We paid it all.")
