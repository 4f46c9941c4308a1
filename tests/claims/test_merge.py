from datetime import UTC, datetime

from counterclaim.claims.merge import merge, speaks_best
from counterclaim.records import Act, Form, StatementId
from factories import doc, party, reading, statement

TOLLAND, COUNCIL = party("a", "Mara Tolland"), party("b", "Ferrowick Council")


def test_a_headline_a_lead_and_a_body_that_say_one_thing_are_one_claim() -> None:
    d = doc(
        "Council emptied repair fund, Tolland says\nThe repair fund was emptied by the council, she said. It sold the crane, she added."
    )
    told = [
        statement(d, "s1", "Council emptied repair fund"),
        statement(d, "s2", "The repair fund was emptied by the council"),
        statement(d, "s3", "It sold the crane"),
    ]
    r = reading(
        [d], told, [TOLLAND, COUNCIL], speakers=dict.fromkeys(("s1", "s2", "s3"), "a"), targets=dict.fromkeys(("s1", "s2", "s3"), "b")
    )
    assert [c.statements for c in merge(r)] == [("s1", "s2"), ("s3",)]


def test_things_that_differ_only_in_the_number_that_names_them_stay_apart() -> None:
    one = doc("Tolland said the council sold Berth 14 in March.", id="d1")
    other = doc("Tolland said the council sold Berth 15 in March.", id="d2")
    told = [statement(one, "s1", "the council sold Berth 14 in March"), statement(other, "s2", "the council sold Berth 15 in March")]
    r = reading([one, other], told, [TOLLAND, COUNCIL], speakers={"s1": "a", "s2": "a"}, targets={"s1": "b", "s2": "b"})
    assert [c.statements for c in merge(r)] == [("s1",), ("s2",)]


def test_two_figures_for_one_thing_are_one_claim_first_said_when_the_older_document_appeared() -> None:
    one = doc("The council evicted nearly 40 boats, Tolland said.", id="d1", published_at=datetime(2031, 3, 9, tzinfo=UTC))
    other = doc("The council evicted 41 boats, Tolland said.", id="d2", published_at=datetime(2031, 3, 8, tzinfo=UTC))
    told = [statement(one, "s1", "The council evicted nearly 40 boats"), statement(other, "s2", "The council evicted 41 boats")]
    r = reading([one, other], told, [TOLLAND, COUNCIL], speakers={"s1": "a", "s2": "a"}, targets={"s1": "b", "s2": "b"})
    (claim,) = merge(r)
    assert claim.first_said_at == datetime(2031, 3, 8, tzinfo=UTC)


def test_two_sides_never_share_a_claim() -> None:
    d = doc("The gate was locked, Tolland said. The gate was locked, the council said.")
    told = [statement(d, f"s{i}", content) for i, content in ((1, ["The gate was locked, T"]), (2, ["The gate was locked, t"]))]
    r = reading([d], told, [TOLLAND, COUNCIL], speakers={"s1": "a", "s2": "b"})
    assert len(merge(r)) == 2


def test_a_claim_keeps_its_act_and_the_fullest_quotation_as_gist() -> None:
    d = doc("The council hid the letter, she said. “The council hid the letter in a drawer,” she said.")
    told = [
        statement(d, "s1", "The council hid the letter,"),
        statement(d, "s2", "“The council hid the letter in a drawer,”", form=Form.DIRECT),
    ]
    acts = {"s1": Act.ALLEGATION, "s2": Act.ALLEGATION}
    r = reading([d], told, [TOLLAND, COUNCIL], speakers={"s1": "a", "s2": "a"}, targets={"s1": "b", "s2": "b"}, acts=acts)
    (claim,) = merge(r)
    assert (claim.act, claim.gist) == (Act.ALLEGATION, "s2")
    assert speaks_best(r, [StatementId("s1")]) == "s1"
