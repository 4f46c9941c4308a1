"""Whose word it is that somebody said something."""

from dataclasses import replace

import pytest

from counterclaim.brief.sure import cautious
from counterclaim.dispute.link import link
from counterclaim.dispute.retold import is_opponents_word, is_told_on, opposed, tellers
from counterclaim.dispute.table import table
from counterclaim.records import Act, Charge, ChargeId, Document, Evidence, PartyId, Reading, ResponseMatrix, Role, Row, Status, Turn
from counterclaim.records import StatementId as Id
from factories import doc, party, reading, span, statement

PARTIES = [party("p1", "Mara Venn"), party("p2", "Ivo Orm")]


def _charge(by: str = "p1") -> Charge:
    other = {"p1": "p2", "p2": "p1"}[by]
    return Charge(
        id=ChargeId("x1"),
        accuser=PartyId(by),
        accused=PartyId(other),
        claims=(),
        statements=(Id("s1"),),
        gist=Id("s1"),
        confidence=0.9,
    )


def _post() -> Reading:
    """Venn charges Orm in a post, and tells what he said."""
    text = "Orm will not sign the permit. He said, “You bought the wrong rope.” I bought good rope."
    document = replace(doc(text), turns=(Turn(span=span(doc(text), text), name="Mara Venn"),))
    return _read(document, ("Orm will not sign the permit.", "", ""), ("“You bought the wrong rope.”", "He", "said"))


def _minutes(verb: str = "had said to her", second: str = "He") -> Reading:
    text = f"Mara Venn submitted that Orm was for sale. {second} {verb}, “Forty and the letter goes.”"
    return _read(doc(text), ("Orm was for sale", "Mara Venn", "submitted"), ("“Forty and the letter goes.”", second, verb))


def _read(document: Document, charge: tuple[str, str, str], told: tuple[str, str, str]) -> Reading:
    each = [statement(document, id, words, source=source, cue=cue) for id, (words, source, cue) in (("s1", charge), ("s2", told))]
    acts = {"s1": Act.ALLEGATION, "s2": Act.DENIAL}
    return reading([document], each, PARTIES, speakers={"s1": "p1", "s2": "p2"}, targets={"s1": "p2"}, acts=acts)


def test_the_author_of_a_post_reports_what_it_tells_that_another_said() -> None:
    read = _post()
    assert [tellers(read, s) for s in read.statements.values()] == [frozenset(), {"p1"}]


@pytest.mark.parametrize(
    ("read", "told_on"),
    [(_minutes(), True), (_minutes("said"), False), (_minutes("had said in May"), False)],
    ids=["to the teller", "no past perfect", "to nobody"],
)
def test_the_past_perfect_to_the_speaker_before_goes_on_with_what_that_one_tells(read: Reading, told_on: bool) -> None:
    assert is_told_on(read, read.statements[Id("s2")]) is told_on


@pytest.mark.parametrize("read", [_post(), _minutes()], ids=["post", "minutes"])
def test_the_accusers_report_of_the_accused_is_no_answer_and_not_its_own_words(read: Reading) -> None:
    charge = _charge()
    assert is_opponents_word(read, Id("s2"), opposed([charge], {}), {})
    assert link([charge], table(read))[charge.id] == ()
    rows = (Row(charge=charge, responses=(), status=Status.UNANSWERED),)
    evidence = Evidence(
        reading=read, claims={}, matrix=ResponseMatrix(rows=rows, replies=(), documents_read=tuple(read.documents), as_of=None)
    )
    assert cautious(evidence).reading.resolutions[Id("s2"), Role.SOURCE].party is None


def test_whoever_accuses_nobody_is_no_opponent() -> None:
    assert not is_opponents_word(_post(), Id("s2"), opposed([_charge("p2")], {}), {})
