from audit.stories import case, evidence
from counterclaim.audit.align import Sources
from counterclaim.audit.lines import source_lines


def sources() -> Sources:
    reading = evidence().reading
    return Sources(source_lines(tuple(reading.documents.values()), tuple(reading.layouts.values())))


def test_a_sentence_rests_on_the_source_sentence_that_shares_its_rare_words() -> None:
    (sentence,) = case("Pell, once treasurer, said the fund may have paid for a road to the lighthouse.").sentences
    assert "lighthouse" in sentence.rests[0].line.text
    assert sentence.cover > 0.7


def test_a_rare_word_weighs_more_and_an_unknown_one_the_most() -> None:
    s = sources()
    assert s.weight("nosuchword") >= s.weight("lighthous") > s.weight("trust")
    assert s.rests(frozenset({"nosuchword"})) == ()


def test_beside_stays_inside_the_document() -> None:
    s = sources()
    last = [x for x in s.lines if x.document == "d1"][-1]
    assert {x.document for x in s.beside(last, 3)} == {"d1"}
