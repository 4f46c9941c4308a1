from audit.stories import case
from counterclaim.audit.together import DRAFT
from counterclaim.records import Span


def test_a_pronoun_and_a_short_name_of_the_draft_mean_the_sources_party() -> None:
    c = case("Roth said the survey was on the shelf. She said the board may order another.")
    speakers = [c.together.speaker(s.id) for s in c.together.statements]
    assert {p.name for p in speakers if p} == {"Ila Roth"}


def test_a_name_has_one_number_in_draft_and_source() -> None:
    c = case("Quist said the crane stopped twice.")
    (ours,) = [n for n in c.together.inside(DRAFT, Span(0, len(c.document.text))) if n.text == "Quist"]
    theirs = [n for d in ("d1", "d2") for n in c.together.named[d] if "Quist" in n.text]  # type: ignore[index]
    assert {n.entity for n in theirs} == {ours.entity}
