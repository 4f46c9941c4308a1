"""A statement becomes a sentence of its own words."""

from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.records import StatementId
from factories import dispute


def _teller() -> Teller:
    reading = dispute().reading
    return Teller(reading, proper_words(reading))


def _plain(text: str) -> str:
    return text.replace("\ue000", "{").replace("\ue001", "}")


def test_each_form_is_grammatical() -> None:
    told = [_plain(_teller().sentence(StatementId(s))) for s in ("s1", "s2", "s3", "s4")]
    assert told == [
        "{p1} accused the harbour trust of hiding the survey.",
        "{p1} said that the trust had sold nearly 40 berths.",
        "{p1} urged the trust to open its books.",
        "{p3} said: “Nobody hid the survey. It was on the shelf.”",
    ]


def test_a_charge_can_stand_inside_a_sentence() -> None:
    assert [_plain(_teller().phrase(StatementId(s))) for s in ("s1", "s2")] == [
        "{p1}’s accusation of hiding the survey",
        "{p1}’s statement that the trust had sold nearly 40 berths",
    ]


def test_only_an_accusation_has_a_gerund() -> None:
    assert [_teller().gerund(StatementId(s)) for s in ("s1", "s2")] == ["hiding the survey", None]
