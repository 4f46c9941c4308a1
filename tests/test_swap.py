"""Even-handedness: after two persons took each other's names, or the sources came in reverse, the line says the same."""

from importlib.resources import files
from pathlib import Path

import pytest

from benchmarks import swap
from counterclaim import documents

STORIES = [found for i, found in enumerate(swap.stories(swap.INVENTED)) if i % 6 == 0]


def test_a_swap_leaves_all_else_alone() -> None:
    exchange = swap.names("Mara Venn", "Odo Roth")
    said = exchange("VENN: Mara Venn's aunt met Roth, O. Roth and the Venn-Roths.")
    assert said == "ROTH: Odo Roth's aunt met Venn, M. Venn and the Venn-Roths."
    assert exchange(exchange("Mara told Odo.")) == "Mara told Odo."


def test_pronouns_and_what_goes_with_them_are_exchanged() -> None:
    assert swap.pronouns("He told her. Her spokesman saw Mr Venn.") == "She told him. His spokeswoman saw Ms Venn."


def test_the_shipped_story_is_the_same_up_to_the_swap() -> None:
    found, _ = documents([Path(str(files("counterclaim") / "data" / "demo"))])
    plain = [d for d in found if not d.turns]
    shares = swap.measure([("demo", plain, ("Greta Oyelaran", "Piers Valdane"))], profile="standard")
    assert {kind: shares[kind]["whole"] for kind in ("names", "order")} == {"names": 100.0, "order": 100.0}


# The floor of the rows is lower: a double-barrelled name is two words to the room that compares contents.
@pytest.mark.parametrize(("kind", "floor", "rows"), [("names", 99.0, 90.0), ("order", 100.0, 100.0)])
def test_invented_stories_are_the_same_up_to_the_swap(kind: str, floor: float, rows: float) -> None:
    shares = swap.measure(STORIES, profile="standard")[kind]
    assert min(shares["speaker"], shares["target"]) >= floor
    assert shares["row"] >= rows
