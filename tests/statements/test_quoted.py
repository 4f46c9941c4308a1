"""What quotation marks settle, on top of any tagger."""

from __future__ import annotations

import pytest

from counterclaim.records import Attribution
from counterclaim.statements.quoted import complete
from counterclaim.text.segment import segment
from factories import doc, span
from statements.sentences import tagged, told


def test_speech_goes_on_over_sentences_and_paragraphs() -> None:
    text = "“We paid,” Roth said. “We paid in March.\n\n“We kept the receipt.\n\n“That is all.”\n\nVenn left."
    assert tagged(text) == [("Roth", "said", "“We paid,” | “We paid in March. | “We kept the receipt. | “That is all.”")]


def test_speech_goes_on_behind_an_adjunct() -> None:
    text = "“We paid,” Roth said in Selby on Monday. “We paid in March.”"
    assert tagged(text) == [("Roth", "said", "“We paid,” | “We paid in March.”")]


def test_speech_goes_on_in_a_paragraph_of_its_own() -> None:
    text = "“We paid,” Roth said.\n\n“We paid in March.”\n\nIt rained."
    assert tagged(text) == [("Roth", "said", "“We paid,” | “We paid in March.”")]


def test_speech_does_not_go_on_into_somebody_elses() -> None:
    text = "“Who paid?” Roth asked. “Open the books!” Mayor Venn demanded."
    assert [t[0] for t in tagged(text)] == ["Roth", "Mayor Venn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The figures do not add up.” – Councillor Dov Orrin", ("Councillor Dov Orrin", "", "“The figures do not add up.”")),
        ("And from Chair Ila Roth:\n\n“The figures are our own.”", ("Chair Ila Roth", "from", "“The figures are our own.”")),
        ("From the desk of Mara Venn:\n\n“All sides will be heard.”", ("Mara Venn", "From the desk of", "“All sides will be heard.”")),
    ],
)
def test_signatures_and_lines_above_name_the_speaker(text: str, expected: tuple[str, str, str]) -> None:
    assert tagged(text) == [expected]


def test_a_quotation_alone_is_given_to_who_spoke_last() -> None:
    text = "Roth said it rained. “We should have been asked.”"
    assert tagged(text)[1] == ("Roth", "", "“We should have been asked.”")


def test_names_in_marks_are_no_statements() -> None:
    assert tagged("The boat “Grey Heron” and the song “A Long Way Down to Sea” are old.") == []


def test_a_models_attributions_are_completed() -> None:
    document = doc("“We paid,” Roth said. “Twice, in March.”\n\nIt rained. “Nobody asked us for it.”")
    model = Attribution(content=(span(document, "“We paid,”"),), cue=(span(document, "said"),), source=(span(document, "Roth"),))
    found = complete(document, segment(document), [model])
    assert [told(document.text, a.content) for a in found] == ["“We paid,” | “Twice, in March.”", "“Nobody asked us for it.”"]
