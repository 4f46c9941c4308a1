"""Statements that say much the same are found, and whom they were about."""

from counterclaim.parties.cluster import Entity
from counterclaim.parties.echoes import echoes, stems
from counterclaim.records import StatementId

ROTH, VENN = Entity(), Entity()
SAID = [
    ("s1", "Roth had drained the reservoir without a licence", ROTH),
    ("s2", "the reservoir was drained, and there was no licence", None),
    ("s3", "Venn sold the ferry to her cousin", VENN),
    ("s4", "the harvest will be poor", None),
]


def test_words_are_cut_to_what_their_forms_share() -> None:
    assert stems("draining drained a dam in 2031") == {"draini", "draine", "2031"}


def test_an_echo_is_about_the_same_party() -> None:
    told = echoes((StatementId(id), stems(text), target) for id, text, target in SAID)
    found = told.of(StatementId("s2"))
    assert found.keys() == {ROTH}
    assert 0.1 < found[ROTH] < 1.0


def test_a_statement_is_no_echo_of_itself_nor_of_other_words() -> None:
    told = echoes((StatementId(id), stems(text), target) for id, text, target in SAID)
    assert told.of(StatementId("s3")) == {}
    assert told.of(StatementId("s4")) == {}
    assert told.of(StatementId("unknown")) == {}
