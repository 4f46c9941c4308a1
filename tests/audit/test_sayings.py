from audit.stories import against
from counterclaim.audit.sayings import alike, sayings, stems, told_in

SOURCE = "Mara Venn said the survey of the east quay was hidden. Ila Roth said the crane stopped."


def test_a_statement_of_the_draft_finds_its_like() -> None:
    prepared = against("The survey of the east quay was hidden, Venn said.", SOURCE)
    ((sentence, said),) = sayings(prepared)
    ((theirs, line),) = alike(prepared, sentence, said)
    assert told_in(prepared, line) == [theirs]
    assert {"quay"} <= stems(line, theirs) & stems(sentence.line, said)


def test_headings_say_nothing() -> None:
    assert list(sayings(against("# Venn says the survey was hidden\n\nThe crane stopped.", SOURCE))) == []
