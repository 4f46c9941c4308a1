"""Each act from an invented sentence; speakers and targets are given, as the parties room would give them."""

import pytest

from counterclaim.claims.acts import classify
from counterclaim.records import Act, Party, PartyId, Resolution, Role, Statement, StatementId
from factories import doc, party, statement

PARTIES = {p.id: p for p in (party("a", "Mara Tolland"), party("b", "Osric Pell"), party("c", "Ines Varga", on_behalf_of=PartyId("b")))}


def acts(text: str, *told: tuple[str, str, str | None, str | None], leanings: tuple[float, ...] = ()) -> list[Act]:
    """Acts of statements given as (cue, content, speaker, target); a model leans alike in all."""
    document = doc(text)
    statements: list[Statement] = []
    resolutions = {}
    for number, (cue, content, speaker, target) in enumerate(told):
        id = StatementId(f"s{number}")
        statements.append(statement(document, id, content, cue=cue, leanings=leanings))
        for role, who in ((Role.SOURCE, speaker), (Role.TARGET, target)):
            if who is not None:
                resolutions[id, role] = Resolution(statement=id, role=role, party=PartyId(who))
    parties: dict[PartyId, Party] = dict(PARTIES)
    return [c.act for c in classify(statements, resolutions, {document.id: document}, parties=parties)]


ACCUSED = ("accused", "Pell of hiding the letter", "a", "b")
OPENING = "Tolland accused Pell of hiding the letter. "


@pytest.mark.parametrize(
    ("sentence", "told", "act"),
    [
        ("Pell denied the allegation.", ("denied", "the allegation", "b", None), Act.DENIAL),
        ("“We have never seen that paper,” Pell said.", ("said", "“We have never seen that paper,”", "b", None), Act.DENIAL),
        ("Varga declined to comment.", ("declined", "to comment", "c", None), Act.NO_COMMENT),
        ("Pell admitted he had kept the paper.", ("admitted", "he had kept the paper", "b", None), Act.CONCESSION),
        ("“We should have sent it at once,” Pell said.", ("said", "“We should have sent it at once,”", "b", None), Act.CONCESSION),
        (
            "Pell said the letter was kept under seal because the law requires it.",
            ("said", "the letter was kept under seal because the law requires it", "b", None),
            Act.JUSTIFICATION,
        ),
        ("Pell said Tolland had forged two invoices.", ("said", "Tolland had forged two invoices", "b", "a"), Act.COUNTER_ACCUSATION),
        ("Tolland urged Pell to resign.", ("urged", "to resign", "a", "b"), Act.DEMAND),
        ("“We will publish the book,” Tolland said.", ("said", "“We will publish the book,”", "a", None), Act.COMMITMENT),
        ("Tolland praised the pilots.", ("praised", "the pilots", "a", None), Act.CHARACTERISATION),
        ("The book comes out in June, Tolland said.", ("said", "The book comes out in June", "a", None), Act.ASSERTION),
    ],
)
def test_acts_in_a_story_in_which_one_party_stands_accused(sentence: str, told: tuple[str, str, str, str | None], act: Act) -> None:
    assert acts(OPENING + sentence, ACCUSED, told) == [Act.ALLEGATION, act]


def test_the_first_to_accuse_makes_no_counter_accusation() -> None:
    told = [("says", "Pell stole the tug", "a", "b"), ("said", "Tolland had forged two invoices", "b", "a")]
    assert acts("Tolland says Pell stole the tug. Pell said Tolland had forged two invoices.", *told) == [
        Act.ALLEGATION,
        Act.COUNTER_ACCUSATION,
    ]


def test_what_repeats_a_charge_is_a_charge() -> None:
    told = [ACCUSED, ("told", "the harbour letter lay in his drawer for a year", "a", "b")]
    assert acts(OPENING + "She told us the harbour letter lay in his drawer for a year.", *told) == [Act.ALLEGATION, Act.ALLEGATION]


def test_saying_something_of_somebody_is_no_charge() -> None:
    assert acts("Tolland said the council meets on Friday.", ("said", "the council meets on Friday", "a", "b")) == [Act.ASSERTION]


def test_swapping_the_two_parties_changes_no_act() -> None:
    one = acts(OPENING + "Pell said he had not seen it.", ACCUSED, ("said", "he had not seen it", "b", None))
    swapped = [("accused", "Tolland of hiding the letter", "b", "a"), ("said", "she had not seen it", "a", None)]
    assert acts("Pell accused Tolland of hiding the letter. Tolland said she had not seen it.", *swapped) == one


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Asked about the letter, Pell said the new timetable was popular.", Act.DEFLECTION),
        ("Pell said the new timetable was popular.", Act.DENIAL),
        ("Asked about it, Varga said the new timetable was popular.", Act.DEFLECTION),
        ("Asked about the weather, Pell said the new timetable was popular.", Act.DENIAL),
    ],
)
def test_the_accused_who_is_asked_and_speaks_of_something_else_deflects(sentence: str, act: Act) -> None:
    speaker = "c" if "Varga" in sentence else "b"
    assert acts(OPENING + sentence, ACCUSED, ("said", "the new timetable was popular", speaker, None)) == [Act.ALLEGATION, act]


def test_who_is_not_accused_deflects_nothing() -> None:
    text = "Asked about the letter, Pell said the new timetable was popular."
    assert acts(text, ("said", "the new timetable was popular", "b", None)) == [Act.ASSERTION]


def test_what_somebody_is_said_not_to_believe_in_is_no_charge() -> None:
    text = OPENING + "“He does not believe in open books,” Tolland said."
    assert acts(text, ACCUSED, ("said", "“He does not believe in open books,”", "a", "b"))[1] not in {
        Act.ALLEGATION,
        Act.COUNTER_ACCUSATION,
    }


ACCUSING = tuple(6.0 if a is Act.ALLEGATION else 0.0 for a in Act)


def test_an_accused_that_says_it_did_no_such_wrong_denies_whatever_a_model_leans_to() -> None:
    told = ("said", "“We have never forged an invoice,”", "b", "a")
    assert acts(OPENING + "“We have never forged an invoice,” Pell said.", ACCUSED, told, leanings=ACCUSING) == [Act.ALLEGATION, Act.DENIAL]


@pytest.mark.parametrize(
    ("sentence", "told", "act"),
    [
        ("Tolland criticised the new timetable.", ("criticised", "the new timetable", "a", "b"), Act.CHARACTERISATION),
        ("Tolland criticised Osric Pell.", ("criticised", "Osric Pell", "a", "b"), Act.ALLEGATION),
        ("She criticised the forged invoices.", ("criticised", "the forged invoices", "a", "b"), Act.ALLEGATION),
        ("She pointed to towns such as Selby.", ("pointed to", "towns such as Selby", "a", "b"), Act.ASSERTION),
        ("She pointed to the forged invoices.", ("pointed to", "the forged invoices", "a", "b"), Act.ALLEGATION),
        ("“He does not believe in books,” she said.", ("said", "“He does not believe in books,”", "a", "b"), Act.CHARACTERISATION),
    ],
)
def test_what_judges_or_cites_a_thing_accuses_nobody_whatever_a_model_leans_to(
    sentence: str, told: tuple[str, str, str, str], act: Act
) -> None:
    assert acts(OPENING + sentence, ACCUSED, told, leanings=ACCUSING) == [Act.ALLEGATION, act]
