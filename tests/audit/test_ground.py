"""What planters stand on: own voice apart from quotations, replaced words, what sources and statements hold."""

from random import Random

from audit.stage import alone, stands_on
from counterclaim.audit.ground import Sentence, swapped, swaps
from counterclaim.records import Span, StatementId


def test_a_quotation_is_not_own_voice() -> None:
    here, _, _ = alone("Roth said “no” twice.")
    assert here.own(0, 4)
    assert not here.own(here.text.index("no"), here.text.index("no") + 2)


def test_a_quotation_that_goes_on_is_held_as_far_as_the_sentence() -> None:
    here, _, _ = alone("Roth said: “None. It was there.” Venn left.")
    assert here.text == "Roth said: “None."
    assert not here.own(13, 14)
    assert here.whole == ()


def test_words_are_swapped_in_own_voice_only_and_keep_their_capital() -> None:
    here, _, rng = alone("Asked “who asked”, the group said no.")
    assert set(swapped(here, "loaded-word", rng)) >= {"Badgered “who asked”, the group said no.", "Asked “who asked”, the mob said no."}
    assert not any("who badgered" in text for text in swapped(here, "loaded-word", rng))


def test_a_dropped_word_takes_its_space_and_hands_on_its_capital() -> None:
    here = Sentence("Allegedly it may fall in May.", (), ())
    assert set(swapped(here, "dropped-hedge", Random(0))) == {"It may fall in May.", "Allegedly it will fall in May."}


def test_swaps_can_be_kept_within_a_span() -> None:
    here = Sentence("all or “all”", (Span(7, 12),), (Span(8, 11),))
    assert list(swapped(here, "quoted-word", Random(0), within=here.inner[0])) == ["all or “most”"]


def test_every_kind_of_words_is_there() -> None:
    for kind in ("quoted-word", "stage-inflation", "dropped-hedge", "dropped-about", "comparator", "unit", "loaded-word", "cause", "fact"):
        assert swaps(kind)
    assert all(words for kind in ("cause", "fact", "silence", "denial") for _, words in swaps(kind))


def test_the_ground_knows_what_sources_hold_and_what_is_contested() -> None:
    ground = stands_on()
    assert ground.holds("HIDING the survey")
    assert not ground.holds("selling the survey")
    assert ground.is_contested("The trust was hiding a harbour survey.")
    assert not ground.is_contested("The storm closed the port.")
    assert ground.takes_up("Roth: “on the shelf”.", StatementId("s4"))
