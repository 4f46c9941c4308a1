from audit.stories import case
from counterclaim.audit.voices import same_side

PREPARED = case("Ila Roth said nobody hid the survey.")


def test_what_a_party_says_holds_its_words_and_not_what_others_say() -> None:
    voices = PREPARED.voices
    quist = next(p for p in PREPARED.together.parties.values() if p.name.endswith("Quist"))
    said = voices.of(quist)
    assert voices.share(frozenset({"cran"}), said) == 1.0
    assert voices.share(frozenset({"survey"}), said) == 0.0


def test_a_sentence_of_a_statement_is_reported() -> None:
    lines = PREPARED.sources.lines
    assert PREPARED.voices.reported(next(x for x in lines if "fishing captain" in x.text), frozenset({"cran", "wint"}))
    assert not PREPARED.voices.reported(next(x for x in lines if "The storm" in x.text), frozenset({"storm", "port"}))


def test_sides() -> None:
    party = next(iter(PREPARED.together.parties.values()))
    assert same_side(party, party)
    assert not same_side(party, None)
