"""What speaks for a party as a statement's target is seen in the text; every sign has a weight."""

import pytest

from counterclaim.parties.aims import WEIGHTS, mention, party, score
from counterclaim.parties.cluster import Entity, key_of
from counterclaim.records import PartyKind
from parties.stage import mentions


def _signs(text: str, words: str) -> set[str]:
    m = next(m for m in mentions(text) if m.text == words)
    signs = mention(text, m, 0, opening=True)
    assert set(signs) <= set(WEIGHTS)
    return set(signs)


@pytest.mark.parametrize(
    ("text", "words", "sign"),
    [
        ("Mara Venn hid the letter.", "Mara Venn", "does wrong"),
        ("Mara Venn hid the letter.", "Mara Venn", "opens"),
        ("the gate was broken by Mara Venn", "Mara Venn", "agent"),
        ("lies told of Mara Venn", "Mara Venn", "wrong before"),
        ("the Selby inquiry was late", "Selby", "noun follows"),
        ("a lawyer was late", "lawyer", "indefinite"),
    ],
)
def test_a_mention_shows_its_signs(text: str, words: str, sign: str) -> None:
    assert sign in _signs(text, words)


def test_a_verb_is_no_noun() -> None:
    assert "noun follows" not in _signs("the Selby Trust knew it", "Selby Trust")


@pytest.mark.parametrize(("name", "sign"), [("Selby Harbour Act", "thing"), ("Selby Harbour Trust", "organisation")])
def test_a_name_may_end_in_a_thing(name: str, sign: str) -> None:
    entity = Entity(kind=PartyKind.ORGANISATION if sign == "organisation" else None, keys={key_of(name)}, acts=1)
    signs = party(entity)
    assert sign in signs
    assert ("thing" in signs) == (sign == "thing")


def test_a_score_is_the_sum_of_the_weights() -> None:
    assert score({"opens": 1.0, "later": 2.0}) == WEIGHTS["opens"] + 2 * WEIGHTS["later"]
