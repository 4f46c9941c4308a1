from audit.stories import case
from counterclaim.audit.parts import body, headline, parts

BRIEF = "# Mayor accuses trust\n\nVenn spoke.\n\n## Context\n\nThe storm closed the port.\n\n## Bottom line\n\nIt is open.\n"


def test_a_draft_falls_into_the_parts_under_its_headings() -> None:
    found = list(parts(case(BRIEF)))
    assert [(p.is_context, p.is_bottom_line, len(p.sentences)) for p in found] == [(False, False, 1), (True, False, 1), (False, True, 1)]


def test_the_headline_is_the_heading_that_opens_the_draft() -> None:
    opening = headline(case(BRIEF))
    assert opening is not None
    assert opening.line.text == "Mayor accuses trust"
    assert headline(case("Venn spoke.\n\n## Context\n\nThe storm closed the port.")) is None


def test_the_body_is_all_but_the_headings() -> None:
    assert [s.line.text for s in body(case(BRIEF))] == ["Venn spoke.", "The storm closed the port.", "It is open."]
