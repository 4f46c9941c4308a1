from counterclaim.dispute.table import table
from counterclaim.records import Act, PartyId, StatementId
from dispute.stories import story


def test_a_saying_knows_its_place_its_words_and_in_whose_name_it_is_said() -> None:
    reading, _ = story([(Act.ASSERTION, "a", "", "said", "the gate was shut"), (Act.DENIAL, "c", "", "denied", "draining the fund")])
    told = table(reading).sayings[StatementId("s2")]
    assert (told.sentence, told.cue, told.text, told.side) == (2, "denied", "draining the fund", "b")


def test_names_are_left_out_of_what_words_are_about() -> None:
    reading, _ = story([(Act.ALLEGATION, "a", "b", "said", "Ferrowick Council drained the fund")])
    told = table(reading)
    assert told.about(told.sayings[StatementId("s1")].words, PartyId("b")) == {"drain", "fund"}


def test_who_speaks_for_nobody_is_a_side_of_its_own() -> None:
    told = table(story([(Act.ASSERTION, "a", "", "said", "it was shut")])[0])
    assert (told.side(PartyId("c")), told.side(PartyId("a")), told.side(None)) == ("b", "a", None)
