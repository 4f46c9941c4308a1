from audit.stories import case


def test_places_of_a_case_lead_back_to_the_file() -> None:
    text = "# The **crane** row\n\nRoth said: “*Nobody* hid the survey.”"
    c = case(text)
    heading, sentence = c.sentences
    assert heading.line.is_heading
    assert not sentence.line.is_heading
    where = c.place(sentence.line.span)
    assert text[where.start : where.end] == "Roth said: “*Nobody* hid the survey.”"
    assert c.quoted[0].words == "Nobody hid the survey."


def test_near_holds_the_words_of_the_sentences_around() -> None:
    (sentence,) = case("The storm of March 2031 closed the port.").sentences
    assert {"storm", "lighthous"} <= sentence.near
