from counterclaim.audit.lines import lines
from counterclaim.text.segment import segment
from factories import doc


def test_words_carry_their_place_their_stem_and_whether_they_are_quoted() -> None:
    d = doc("Crane row\n\nVenn's council recalled it. “Recalling won't do,” she said.")
    heading, first, second = lines(d.text, segment(d), d.id)
    assert heading.is_heading
    assert first.words[0].low == "venn"
    assert first.words[2].stem == second.words[0].stem
    assert [w.quoted for w in second.words] == [True, True, True, False, False]
    assert d.text[second.words[0].span.start : second.words[0].span.end] == "Recalling"


def test_common_words_are_no_content() -> None:
    d = doc("She said that the berths were sold.")
    (line,) = lines(d.text, segment(d))
    assert line.content == {"berth", "sold"}
