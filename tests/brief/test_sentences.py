"""Each kind of sentence, with its receipts."""

from dataclasses import replace

import pytest

from counterclaim.brief.phrases import Teller, proper_words
from counterclaim.brief.sentences import Sentences, once, varied
from counterclaim.records import Row, StatementId, Voice
from factories import dispute, doc, reading, statement


def _make() -> Sentences:
    evidence = dispute()
    return Sentences(evidence, Teller(evidence.reading, proper_words(evidence.reading)))


def test_what_was_said_carries_its_party_and_its_passage() -> None:
    told = _make().told(StatementId("s4"))
    assert (told.party, told.voice, told.citations[0].selector.exact) == (
        "p3",
        Voice.ATTRIBUTED,
        "The trust's chair, Ila Roth, said: “Nobody hid the survey. It was on the shelf.”",
    )


def test_a_group_of_answers_is_one_sentence_with_all_receipts() -> None:
    make = _make()
    answer = make.evidence.matrix.rows[0].responses[0]
    (told,) = make.answers([[answer, replace(answer, statement=StatementId("s3"))]])
    assert [c.statement for c in told.citations] == ["s4", "s3"]


def test_one_allegation_is_counted_in_the_singular() -> None:
    make = _make()
    first, second = make.evidence.matrix.rows
    assert make.count([first]).text == "one allegation was found in the 2 sources read; an answer to it was found."
    assert make.count([first, second]).text == "two allegations were found in the 2 sources read; one of them has been answered."


def test_an_unsure_answer_is_counted_as_a_possible_one() -> None:
    make = _make()
    first, second = make.evidence.matrix.rows
    unsure = replace(first, responses=(replace(first.responses[0], confidence=0.3),))
    assert make.count([unsure]).text.endswith("; what may be an answer to it was found.")
    assert make.count([unsure, second]).text.endswith("; none of them has been answered, one possibly.")


def test_a_list_names_at_most_so_many_charges_and_cites_all() -> None:
    make = _make()
    listed = make.listed("In dispute", make.evidence.matrix.rows, most=1)
    assert listed.text.endswith("’s accusation of hiding the survey; and one other allegation.")
    assert [c.statement for c in listed.citations] == ["s1", "s2"]


def test_the_same_words_stand_once_with_the_receipts_of_both() -> None:
    told = _make().told(StatementId("s1"))
    other = replace(told, citations=_make().told(StatementId("s2")).citations)
    assert [[c.statement for c in s.citations] for s in once([told, other])] == [["s1", "s2"]]


def test_whole_sentences_are_cited_and_far_ones_run_by_run() -> None:
    near = doc("Venn spoke. It was late, she said. Nobody came.")
    far = doc(f"Venn said this. It is shut. {'The tide is low at noon. ' * 40}It is lost.")
    for document, pieces, cited in (
        (near, ["It was late"], ["It was late, she said."]),
        (far, ["It is shut", "It is lost"], ["It is shut.", "It is lost."]),
    ):
        s = statement(document, "s1", pieces)
        evidence = replace(dispute(), reading=reading([document], [s], [], speakers={}))
        make = Sentences(evidence, Teller(evidence.reading, proper_words(evidence.reading)))
        assert [c.selector.exact for c in make.citations(s.id, quoted=False)] == cited


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Harold Nyq closed the mill in 1921.", "The Ardmoor Gazette reported: “Harold Nyq closed the mill in 1921.”"),
        ("The mill closed in 1921.", "According to The Ardmoor Gazette, the mill closed in 1921."),
        ("Demolition began in 1921. No demolition is cheap.", "According to The Ardmoor Gazette, demolition began in 1921."),
    ],
)
def test_a_word_that_may_be_a_name_keeps_its_capital(text: str, told: str) -> None:
    document = doc(text)
    evidence = replace(dispute(), reading=reading([document], [], [], speakers={}))
    make = Sentences(evidence, Teller(evidence.reading, proper_words(evidence.reading)))
    assert make.background(document.id, evidence.reading.layouts[document.id].sentences[0]).text == told


def _rows(n: int) -> list[Row]:
    return [_make().evidence.matrix.rows[1]] * n


def test_open_charges_against_one_party_are_one_sentence() -> None:
    assert _plain(_make().silent(_rows(2), most=1, again=True).text).startswith(
        "No response was found from {p2} in these sources on these points: {p1}’s statement that the trust had sold nearly 40 berths"
    )


def test_after_the_charge_itself_the_silence_is_short() -> None:
    assert _plain(_make().none_found(_rows(1)[0]).text) == "No response to this allegation was found from {p2} in the 2 sources read."


def test_charges_by_pair_are_counted() -> None:
    told = _make().pairs("Unanswered in the sources read", _rows(2))
    assert _plain(told.text) == "Unanswered in the sources read: {p1}’s two allegations against {p2}."
    assert told.citations


def test_who_speaks_twice_running_also_says() -> None:
    make = _make()
    each = [make.told(StatementId(s)) for s in ("s1", "s2", "s3")]
    assert [_plain(s.text).startswith("{p1} also ") for s in varied(each)] == [False, True, False]


def _plain(text: str) -> str:
    return text.replace("\ue000", "{").replace("\ue001", "}")
