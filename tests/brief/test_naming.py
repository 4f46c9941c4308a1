"""First mention full and with role, then short; two people of one surname stay apart; "the" as the sources say."""

import pytest

from counterclaim.brief.naming import are_several, called, fill, is_plural, last_name, name_of, names
from counterclaim.records import PartyId, PartyKind
from factories import doc, party, reading, statement

TEXT = "The council met. The council was late. Mara Venn and Odo Venn spoke, and Ila Roth listened."


def _filled(*sentences: str) -> list[str]:
    parties = [
        party("p1", "council", PartyKind.ORGANISATION),
        party("p2", "Mara Venn", role="Mayor"),
        party("p3", "Odo Venn"),
        party("p4", "Ila Roth", role="head of the port trust"),
    ]
    return fill(sentences, names(reading([doc(TEXT)], [], parties, speakers={})))


def _n(id: str) -> str:
    return name_of(PartyId(id))


def test_a_role_is_given_at_first_mention_only() -> None:
    assert _filled(f"{_n('p4')} spoke.", f"{_n('p4')} left.") == ["Ila Roth, head of the port trust, spoke.", "Roth left."]


def test_a_short_title_goes_before_the_name() -> None:
    assert _filled(f"{_n('p2')} spoke.") == ["Mayor Mara Venn spoke."]


def test_two_people_of_one_surname_keep_their_full_names() -> None:
    assert _filled(f"{_n('p3')} spoke.", f"{_n('p3')} left.") == ["Odo Venn spoke.", "Odo Venn left."]


def test_the_article_is_the_sources() -> None:
    assert _filled(f"{_n('p1')} spoke.") == ["The council spoke."]


def test_a_role_before_a_stop_or_a_genitive_leaves_no_stray_comma() -> None:
    assert _filled(f"This was {_n('p4')}.", f"It was {_n('p1')}’s.") == [
        "This was Ila Roth, head of the port trust.",
        "It was the council’s.",
    ]


def test_a_person_is_named_by_the_last_name_too() -> None:
    assert called(party("p3", "Odo Venn", aliases=("O. Venn",))).findall("Odo Venn met O. Venn, then Venn; Vennish is no name.") == [
        "Odo Venn",
        "O. Venn",
        "Venn",
    ]


def _first(text: str, name: str, kind: PartyKind = PartyKind.GROUP, role: str | None = None) -> str:
    parties = [party("p1", name, kind, role=role), party("p2", "Port Board", PartyKind.ORGANISATION)]
    return fill([f"So {_n('p1')} left."], names(reading([doc(text)], [], parties, speakers={})))[0]


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Committee sat. The committee left.", "Committee", "So the committee left."),
        ("Critics came. Then critics left.", "Critics", "So critics left."),
        ("NATO met.", "NATO", "So NATO left."),
        ("A diver drowned.", "diver", "So the diver left."),
    ],
)
def test_a_common_noun_is_small_and_has_an_article(text: str, name: str, expected: str) -> None:
    assert _first(text, name) == expected


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("The mayor, Odo Venn, left. Then the mayor came.", "mayor", "So Odo Venn, the mayor, left."),
        ("Odo Venn, a treasurer, left.", "treasurer", "So Odo Venn, a treasurer, left."),
        ("Odo Venn left.", "fastest man", "So Odo Venn, the fastest man, left."),
    ],
)
def test_a_roles_article_is_the_sources(text: str, role: str, expected: str) -> None:
    assert _first(text, "Odo Venn", PartyKind.PERSON, role) == expected


def test_a_plural_is_told_by_its_last_word() -> None:
    assert [is_plural(n) for n in ("the trustees", "police", "Lindmoor Trams", "the press", "union")] == [True, True, False, False, False]


def test_a_person_is_called_by_a_surname_in_small_letters() -> None:
    assert [last_name(n) for n in ("Eric Holm, Jr.", "Tobias Orm III", "Mara Venn")] == ["Holm", "Orm", "Venn"]
    document = doc("MARA VENN said no.")
    each = names(reading([document], [], [party("p1", "MARA VENN"), party("p2", "Orm’s representative")], speakers={}))
    assert (each.again[PartyId("p1")], each.again[PartyId("p2")]) == ("Venn", "Orm’s representative")


def test_a_group_with_a_plural_name_is_several() -> None:
    each = [party("p1", "Northerners", PartyKind.GROUP), party("p2", "Lindmoor Trams", PartyKind.ORGANISATION), party("p3", "critics")]
    assert [are_several(p) for p in each] == [True, False, True]


def test_own_stands_only_behind_an_owner() -> None:
    each = names(reading([doc("They blamed the team’s own doctor.")], [], [party("p1", "own doctor")], speakers={}))
    assert each.again[PartyId("p1")] == "the doctor"


def test_a_name_whose_last_word_is_a_common_one_stays_whole() -> None:
    text = "Keep Orne Level met. The level of the river fell. Rolf Amadi spoke."
    parties = [party("p1", "Keep Orne Level"), party("p2", "Rolf Amadi")]
    again = names(reading([doc(text)], [], parties, speakers={})).again
    assert [again[p.id] for p in parties] == ["Keep Orne Level", "Amadi"]


def test_whom_the_sources_words_introduce_is_not_introduced_again() -> None:
    assert _filled("He spoke to Ila Roth.", f"{_n('p4')} left.")[1] == "Roth left."


def test_somebody_without_a_name_is_told_by_the_sources_words_first() -> None:
    document = doc("A spokesman for the canal board said the gate was shut.")
    s = statement(document, "s1", "the gate was shut", source="A spokesman for the canal board", cue="said")
    called = names(reading([document], [s], [party("p1", "spokesman")], speakers={"s1": "p1"}))
    assert fill([f"{_n('p1')} left.", f"{_n('p1')} spoke."], called) == ["A spokesman for the canal board left.", "The spokesman spoke."]
