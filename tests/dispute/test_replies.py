from counterclaim.dispute.charges import charges
from counterclaim.dispute.replies import replies
from counterclaim.dispute.table import table
from counterclaim.records import Act, Relation
from dispute.stories import Line, story

NOT: Line = (Act.CHARACTERISATION, "a", "b", "wrote", "they do NOT believe in open harbour gates")


def found(*lines: Line) -> list[tuple[str, str, Relation]]:
    reading, claims = story(list(lines))
    told = table(reading)
    return [(r.statement, r.to, r.relation) for r in replies(charges(reading, claims, told), told)]


def test_the_same_words_without_the_not_contradict() -> None:
    assert found(NOT, (Act.ASSERTION, "b", "", "wrote:", "“We believe in open harbour gates. We believe in peace”")) == [
        ("s2", "s1", Relation.CONTRADICTS)
    ]


def test_opposites_contradict() -> None:
    open_: Line = (Act.ASSERTION, "a", "", "said", "the harbour path is open")
    closed: Line = (Act.ASSERTION, "b", "", "said", "the harbour path is closed")
    assert found(open_, closed) == [("s2", "s1", Relation.CONTRADICTS)]


def test_a_shared_topic_is_no_reply() -> None:
    assert found(NOT, (Act.ASSERTION, "b", "", "said", "the harbour gates were painted in March by two men from the yard")) == []


def test_nobody_replies_to_himself_or_to_a_charge() -> None:
    assert found(NOT, (Act.ASSERTION, "a", "", "said", "they believe in open harbour gates")) == []
    charge: Line = (Act.ALLEGATION, "a", "b", "said", "they never opened the harbour gates")
    assert found(charge, (Act.ASSERTION, "b", "", "said", "they opened the harbour gates")) == []


def test_a_quotation_that_goes_on_is_another_sentence() -> None:
    both: Line = (Act.CHARACTERISATION, "b", "a", "said", "“We believe in open harbour gates,” “but we do not believe in fools.”")
    assert [relation for _, _, relation in found(NOT, both)] == [Relation.CONTRADICTS]
