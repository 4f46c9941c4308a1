"""Where a model points, told as parties."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.parties.pointed import odds, pointed
from counterclaim.records import Leanings, Span, Statement
from factories import doc, statement
from parties.stage import home, name_of, stage

TEXT = "Mara Venn and Odo Roth met. Roth said Venn shut the gate."


def read(*aims: tuple[str, float], nobody: float = 0.1) -> Statement:
    places = tuple((Span(at := TEXT.rindex(word), at + len(word)), chance) for word, chance in aims)
    return replace(statement(doc(TEXT), "s1", "Venn shut the gate"), leanings=Leanings(acts=(), aims=places, nobody=nobody))


def test_the_words_pointed_at_add_up_to_parties() -> None:
    (scene,), _, _ = stage(doc(TEXT))
    found = pointed(scene, read(("Mara", 0.25), ("Venn", 0.5), ("gate", 0.1)), scene.home)
    assert {name_of(e): chance for e, chance in found.items()} == {"Mara Venn": 0.75}


def test_odds_are_against_nobody() -> None:
    (scene,), _, _ = stage(doc(TEXT))
    told = read(("Venn", 0.5))
    chances = pointed(scene, told, scene.home)
    venn, roth = home(scene, "Mara Venn"), home(scene, "Odo Roth")
    assert venn is not None
    assert roth is not None
    assert odds(told, chances, venn) > 0 > odds(told, chances, roth)


def test_without_a_model_nothing_is_told() -> None:
    (scene,), _, _ = stage(doc(TEXT))
    plain = statement(doc(TEXT), "s1", "Venn shut the gate")
    venn = home(scene, "Mara Venn")
    assert pointed(scene, plain, scene.home) == {}
    assert venn is not None
    assert odds(plain, {}, venn) == 0.0
