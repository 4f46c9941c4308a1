"""A statement becomes a sentence of its own words."""

import pytest

from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.records import PartyId, Relation, Reply, Span, StatementId, Turn
from factories import dispute, doc, party, reading, span, statement


def _teller() -> Teller:
    reading = dispute().reading
    return Teller(reading, proper_words(reading))


def _plain(text: str) -> str:
    return text.replace("\ue000", "{").replace("\ue001", "}")


def test_each_form_is_grammatical() -> None:
    told = [_plain(_teller().sentence(StatementId(s))) for s in ("s1", "s2", "s3", "s4")]
    assert told == [
        "{p1} accused the harbour trust of hiding the survey.",
        "{p1} said that the trust had sold nearly 40 berths.",
        "{p1} urged the trust to open its books.",
        "{p3} said: “Nobody hid the survey. It was on the shelf.”",
    ]


def test_a_charge_can_stand_inside_a_sentence() -> None:
    assert [_plain(_teller().phrase(StatementId(s))) for s in ("s1", "s2")] == [
        "{p1}’s accusation of hiding the survey",
        "{p1}’s statement that the trust had sold nearly 40 berths",
    ]


def test_only_an_accusation_has_a_gerund() -> None:
    assert [_teller().gerund(StatementId(s)) for s in ("s1", "s2")] == ["hiding the survey", None]


def _told(text: str, content: str | list[str], *, source: str, cue: str, medium: str = "", speaker: bool = True) -> str:
    """The sentence for one statement of one text, its speaker being party p1."""
    document = doc(text)
    medium_at = (span(document, medium),) if medium else ()
    s = statement(document, "s1", content, source=source, cue=cue, medium=medium_at)
    read = reading([document], [s], [party("p1", "Mara Venn"), party("p2", "harbour trust")], speakers={"s1": "p1"} if speaker else {})
    return _plain(Teller(read, proper_words(read)).sentence(s.id))


@pytest.mark.parametrize(
    ("text", "content", "source", "cue", "expected"),
    [
        ("Venn declined to discuss the survey.", "the survey", "Venn", "discuss", "{p1} declined to discuss the survey."),
        ("Venn did not say who had signed.", "who had signed", "Venn", "say", "{p1} did not say who had signed."),
        ("Venn also rules that the vote is void.", "that the vote is void", "Venn", "rules", "{p1} ruled that the vote is void."),
        (
            "Venn, the keeper accused of hiding the survey, wept.",
            "of hiding the survey",
            "Venn",
            "accused",
            "The Ardmoor Gazette reported: “Venn, the keeper accused of hiding the survey, wept.”",
        ),
        (
            "Venn’s accusations that the pier sank are old.",
            "the pier sank",
            "Venn’s",
            "accusations",
            "The Ardmoor Gazette reported: “Venn’s accusations that the pier sank are old.”",
        ),
        (
            "Venn said hours earlier that the pier sank.",
            "hours earlier that the pier sank",
            "Venn",
            "said",
            "{p1} said that the pier sank.",
        ),
        ("Venn denied that the pier sank.", "that the pier sank", "Venn", "denied", "{p1} denied that the pier sank."),
        ("Venn rejected claims that it sank.", "that it sank", "Venn", "rejected", "{p1} rejected claims that it sank."),
        ("Venn warned him not to run for the board.", "not to run for the board", "Venn", "warned", None),
        (
            "Venn walked the dogs at noon.",
            "the dogs at noon",
            "Venn",
            "walked",
            "according to The Ardmoor Gazette, {p1} walked the dogs at noon.",
        ),
    ],
    ids=[
        "refused",
        "negated",
        "present",
        "passive",
        "noun",
        "second that",
        "denied that",
        "rejected claims that",
        "no clause",
        "no reporting verb",
    ],
)
def test_a_cue_keeps_what_turns_it_and_says_nothing_else(text: str, content: str, source: str, cue: str, expected: str | None) -> None:
    told = _told(text, content, source=source, cue=cue)
    if expected is None:
        assert "that not to" not in told
    else:
        assert told == expected


def test_a_medium_is_told_once() -> None:
    text = "In a letter of May, Venn complained in a letter of May about the fog."
    text = text.replace("In a letter of May, ", "")
    told = _told(text, "about the fog", source="Venn", cue="complained", medium="in a letter of May")
    assert told.lower().count("in a letter of may") == 1


def test_a_belief_that_somebody_reports_is_told_with_who_reports_it() -> None:
    document = doc("Venn said the trust did not believe in ships.")
    outer = statement(document, "s1", "the trust did not believe in ships", source="Venn", cue="said")
    inner = statement(document, "s2", "ships", source="the trust", cue="did not believe in", within=outer.id)
    read = reading([document], [outer, inner], [party("p1", "Mara Venn"), party("p2", "trust")], speakers={"s1": "p1", "s2": "p2"})
    assert _plain(Teller(read, proper_words(read)).sentence(inner.id)) == "{p1} said that the trust did not believe in ships."


def test_a_charge_without_words_of_its_own_says_against_whom() -> None:
    document = doc("Venn mocked the trust at noon.")
    s = statement(document, "s1", "the trust at noon", source="Venn", cue="mocked")
    read = reading([document], [s], [party("p1", "Mara Venn"), party("p2", "trust")], speakers={"s1": "p1"})
    assert _plain(Teller(read, proper_words(read)).phrase(s.id, against=PartyId("p2"))) == "{p1}’s allegation against {p2}"


def test_a_denial_is_no_statement_that_it_is_so() -> None:
    document = doc("Venn denied that the pier sank.")
    s = statement(document, "s1", "that the pier sank", source="Venn", cue="denied")
    read = reading([document], [s], [party("p1", "Mara Venn")], speakers={"s1": "p1"})
    teller = Teller(read, proper_words(read))
    assert (teller.clause(s.id), "sank" in teller.phrase(s.id)) == (None, False)


def test_a_clause_for_a_headline_is_what_was_said_without_quotation() -> None:
    assert [_teller().clause(StatementId(s)) for s in ("s2", "s4")] == ["the trust had sold nearly 40 berths", None]


def test_pieces_that_stand_apart_are_never_one_quotation() -> None:
    text = "Venn said: “The pier sank at noon, they tell me, and nobody came.”"
    told = _told(text, ["“The pier sank at noon,", "and nobody came.”"], source="Venn", cue="said")
    assert told == "The Ardmoor Gazette reported: “Venn said: ‘The pier sank at noon, they tell me, and nobody came.’”"


def test_of_a_statement_over_many_sentences_the_outlets_reporting_one_is_quoted() -> None:
    text = "The pier sank. Nobody swam. Venn’s claims of this are old. The boats left."
    told = _told(text, ["The pier sank", "The boats left"], source="Venn’s", cue="claims")
    assert told == "The Ardmoor Gazette reported: “Venn’s claims of this are old.”"


def test_a_participle_after_a_comma_is_told_in_the_past() -> None:
    told = _told(
        "Venn urged the trust to talk, pointing to ports such as Orm.", "ports such as Orm", source="Venn", cue="pointing to ports"
    )
    assert told == "{p1} pointed to ports such as Orm."


def test_words_without_a_verb_follow_no_said_that() -> None:
    told = _told("Captain Orm, who had not spoken since, Venn said.", "Captain Orm, who had not spoken since", source="Venn", cue="said")
    assert told == "The Ardmoor Gazette reported: “Captain Orm, who had not spoken since, Venn said.”"


def test_those_who_speak_with_a_party_are_kept() -> None:
    told = _told("Venn and her allies said the pier sank.", "the pier sank", source="Venn and her allies", cue="said")
    assert told == "{p1} and her allies said that the pier sank."


def test_a_reply_is_told_by_the_sentence_that_takes_up() -> None:
    document = doc("Venn said: “Orm does not mend boats.” Orm wrote: “The tide is out. Orm does mend boats. Come in.”")
    charge = statement(document, "s1", "“Orm does not mend boats.”", cue="Venn said")
    answer = statement(document, "s2", "“The tide is out. Orm does mend boats. Come in.”", cue="wrote")
    read = reading([document], [charge, answer], [party("p1", "Mara Venn"), party("p2", "Ivo Orm")], speakers={"s1": "p1", "s2": "p2"})
    reply = Reply(statement=answer.id, to=charge.id, relation=Relation.CONTRADICTS)
    assert _plain(Teller(read, proper_words(read)).taking_up(reply)) == "{p2} wrote: “Orm does mend boats.”"


def test_a_clause_in_the_first_person_stays_the_outlets() -> None:
    told = _told("Venn said our boats were sold.", "our boats were sold", source="Venn", cue="said")
    assert told == "The Ardmoor Gazette reported: “Venn said our boats were sold.”"


@pytest.mark.parametrize("words", ["dead names on rolls", "a deal with the board to sell the pier", "she to publish the survey"])
def test_words_without_a_finite_verb_are_no_clause(words: str) -> None:
    assert _told(f"Venn said {words}.", words, source="Venn", cue="said").startswith("The Ardmoor Gazette reported: “")


def test_a_quotation_that_only_says_she_says_of_whom() -> None:
    document = doc("Venn said: “She sold the pier.”")
    s = statement(document, "s1", "“She sold the pier.”", source="Venn", cue="said")
    parties = [party("p1", "Mara Venn"), party("p2", "Ila Roth")]
    read = reading([document], [s], parties, speakers={"s1": "p1"}, targets={"s1": "p2"})
    assert _plain(Teller(read, proper_words(read)).sentence(s.id)) == "{p1} said of {p2}: “She sold the pier.”"


def test_a_document_without_a_publisher_is_a_report() -> None:
    document = doc("Venn’s accusations that the pier sank are old.", publisher=None)
    s = statement(document, "s1", "the pier sank", source="Venn’s", cue="accusations")
    read = reading([document], [s], [party("p1", "Mara Venn")], speakers={"s1": "p1"})
    told = Teller(read, proper_words(read)).sentence(s.id)
    assert told == "the report says: “Venn’s accusations that the pier sank are old.”"


def test_an_unsure_speaker_is_not_called_by_a_pronoun() -> None:
    told = _told("She said the pier was sold.", "the pier was sold", source="She", cue="said", speaker=False)
    assert told == "a speaker not clearly named said that the pier was sold."


def test_sentences_of_one_turn_are_one_quotation() -> None:
    text = "I sold the pier. I kept the boats."
    document = doc(text, turns=(Turn(span=Span(0, len(text)), name="Mara Venn"),))
    each = [statement(document, f"s{n}", words) for n, words in enumerate(("I sold the pier.", "I kept the boats."))]
    read = reading([document], each, [party("p1", "Mara Venn")], speakers={"s0": "p1", "s1": "p1"})
    teller = Teller(read, proper_words(read))
    ids = [s.id for s in each]
    assert teller.follows(ids[1], ids[0])
    assert _plain(teller.together(ids)) == "{p1} said: “I sold the pier. I kept the boats.”"


def test_that_is_so_unfair_points_back() -> None:
    document = doc("Venn said: “That is so unfair.” Venn said the pier sank.")
    each = [statement(document, "s0", "“That is so unfair.”"), statement(document, "s1", "the pier sank")]
    read = reading([document], each, [party("p1", "Mara Venn")], speakers={})
    assert [Teller(read, proper_words(read)).points_back(s.id) for s in each] == [True, False]


def test_a_clause_in_the_first_person_is_nobody_elses() -> None:
    document = doc("Mara Venn wrote that the inspector eats at my truck.")
    s = statement(document, "s1", "the inspector eats at my truck", source="Mara Venn", cue="wrote")
    teller = Teller(reading([document], [s], [party("p1", "Mara Venn")], speakers={"s1": "p1"}), frozenset())
    assert teller.clause(StatementId("s1")) is None
