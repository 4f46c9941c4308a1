"""What the rules add to a model's attributions, and what they part."""

from __future__ import annotations

from dataclasses import replace

from counterclaim.records import Attribution, Span, Turn
from counterclaim.statements.joined import joined
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc, span


def _joined(text: str, *model: tuple[str, str, list[str]], turns: tuple[Turn, ...] = ()) -> list[tuple[str, str, str]]:
    """The joined attributions of a model that found (source, cue, contents), as strings."""
    document = replace(doc(text), turns=turns)  # the turns that the layout tells, if any
    layout = segment(document)

    def spans(*parts: str) -> tuple[Span, ...]:
        return tuple(span(doc(text), p) for p in parts if p)

    found = [Attribution(source=spans(s), cue=spans(c), content=spans(*cs)) for s, c, cs in model]
    told = joined(document, layout, found, RulesTagger().tag(document, layout))
    return [tuple(" | ".join(text[p.start : p.end] for p in role) for role in (a.source, a.cue, a.content)) for a in told]  # type: ignore[misc]


def test_speech_that_the_model_left_out_is_added() -> None:
    assert _joined("Mara Venn said the bridge is shut.") == [("Mara Venn", "said", "the bridge is shut")]


def test_what_the_model_found_is_not_said_twice() -> None:
    found = ("Mara Venn", "said", ["that the bridge is shut"])
    assert _joined("Mara Venn said that the bridge is shut.", found) == [("Mara Venn", "said", "that the bridge is shut")]


def test_reported_words_end_with_their_sentence() -> None:
    text = "Ila Roth said it was not. Venn will testify on Friday."
    assert _joined(text, ("Ila Roth", "said", ["it was not. Venn will testify on Friday"]))[0][2] == "it was not."


def test_a_quotation_with_a_clause_of_its_own_is_somebody_elses() -> None:
    text = "“Who moved it?” Roth asked. “Open the books!” Mayor Venn demanded."
    found = _joined(text, ("Roth", "asked", ["“Who moved it?”", "“Open the books!”"]))
    assert ("Roth", "asked", "“Who moved it?”") in found
    assert ("Mayor Venn", "demanded", "“Open the books!”") in found


def test_speech_inside_speech_is_kept_beside_the_outer_one() -> None:
    text = "Roth said the clerk had told her that Venn signed at night."
    found = _joined(text, ("Roth", "said", ["the clerk had told her that Venn signed at night"]))
    assert ("the clerk", "had told", "that Venn signed at night") in found
    assert len(found) == 2


def test_a_source_that_runs_over_a_paragraph_is_the_rules() -> None:
    text = "“We paid the bill in March.” – Councillor Dov Orrin\n\nIt rained."
    assert _joined(text, ("Councillor Dov Orrin\n\nIt", "–", ["“We paid the bill in March.”"]))[0][0] == "Councillor Dov Orrin"


def test_the_label_of_a_turn_is_left_to_the_layout() -> None:
    text = "Speaker 1: Venn told us he would resign."
    whole = doc(text)
    label = Turn(span=span(whole, "Venn told us he would resign."), name="Speaker 1", name_at=span(whole, "Speaker 1"))
    assert ("Speaker 1", ":", "Venn told us he would resign.") not in _joined(
        text, ("Speaker 1", ":", ["Venn told us he would resign."]), turns=(label,)
    )


def test_what_stands_before_a_cue_that_introduces_a_quotation_is_no_content() -> None:
    text = "Roth set out her case in a letter: “We paid the bill.”"
    found = _joined(text, ("", "in a letter:", ["Roth set out her case", "“We paid the bill.”"]))
    assert [content for _, _, content in found] == ["“We paid the bill.”"]


def test_a_quotation_of_the_same_speech_that_the_model_gave_to_a_sentence_before_comes_back() -> None:
    text = "Venn said it rained. “We were wet,” she said. “We were cold.”"
    found = _joined(text, ("Venn", "said it", ["rained. “We were wet,”"]), ("she", "said.", ["“We were cold.”"]))
    assert found[1][2] == "“We were wet,” | “We were cold.”"


def test_an_amount_in_apposition_belongs_to_what_was_said() -> None:
    text = "Roth said that Venn took a cut, some 40 crowns a day."
    (only,) = _joined(text, ("Roth", "said", ["that Venn took a cut,"]))
    assert only[2] == "that Venn took a cut, some 40 crowns a day"
