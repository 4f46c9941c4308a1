from audit.stories import case, seen
from counterclaim.audit.fidelity import altered, paraphrased, scare
from counterclaim.records import Severity


def test_one_word_changed_inside_the_marks_is_seen() -> None:
    assert seen(altered, "Roth said: “Somebody hid the survey.”") == ["“Somebody hid the survey.”"]


def test_the_sources_own_words_are_quiet() -> None:
    assert seen(altered, "“It was on the shelf,” Roth said. “*Nobody* hid the survey.”") == []


def test_a_reporters_words_are_no_quotation() -> None:
    assert seen(paraphrased, "Quist said: “the crane stopped twice in the winter.”") == ["“the crane stopped twice in the winter.”"]
    assert seen(paraphrased, "Roth said: “It was on the shelf.”") == []


def test_scare_quotes_are_a_note() -> None:
    (found,) = scare(case("The “survey” was gone."))
    assert found.severity is Severity.NOTE
    assert seen(scare, "Roth said the “survey” lay there.") == []
