from audit.stories import case, evidence, seen
from counterclaim.audit.case import prepare
from counterclaim.audit.draft import draft
from counterclaim.audit.outlets import independent, stems
from counterclaim.audit.support import added
from counterclaim.pipeline import read
from factories import doc

AGENCY = "The fund is empty, the harbour office said on Monday. It has paid nobody since the storm. The council will meet on Friday."


def test_the_words_of_the_publishers_names() -> None:
    assert {"ardmoor", "post"} <= stems(case("The port was closed."))


def test_an_outlet_that_its_own_text_does_not_name_is_no_new_fact() -> None:
    assert seen(added, "According to the Ardmoor Gazette, the storm of March 2031 closed the port for nine days.") == []


def test_copies_of_one_text_are_one_witness() -> None:
    copies = read([doc(AGENCY), doc(AGENCY, id="d2", publisher="The Selby Post")], profile="rules")
    assert independent(prepare(draft("brief.md", "The fund is empty."), copies), copies.reading.documents) == 1
    assert independent(case("The port was closed."), evidence().reading.documents) == 2
