"""Statements from attributions."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.records import Attribution, Comparator, Document, Form, Layout, Statement
from counterclaim.statements.extract import extract
from counterclaim.statements.rules import RulesTagger
from counterclaim.text.segment import segment
from factories import doc, span
from statements.sentences import told


def read(text: str) -> tuple[Statement, ...]:
    document = doc(text)
    return extract(document, segment(document), RulesTagger())


class Fixed:
    """A tagger that finds what it was given."""

    def __init__(self, *found: Attribution) -> None:
        self._found = found

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]:
        return self._found

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        return [(1.0,)] * len(statements)


def test_statements_are_numbered_in_their_order() -> None:
    assert [s.id for s in read("Roth said it rained. Venn denied it.")] == ["d1s1", "d1s2"]


def test_the_conjunction_is_no_content() -> None:
    text = "Roth said that it rained."
    (only,) = read(text)
    assert told(text, only.content) == "it rained"


def test_form_follows_the_share_of_quoted_words() -> None:
    forms = [s.form for s in read("“We paid,” Roth said.\n\nRoth called the plan of the council “a joke.”\n\nRoth said it rained.")]
    assert forms == [Form.DIRECT, Form.MIXED, Form.INDIRECT]


def test_a_statement_inside_another_names_it() -> None:
    outer, inner = read("Roth said the clerk had told her that Venn signed the order.")
    assert (outer.within, inner.within) == (None, outer.id)


def test_quantities_and_hedges_of_the_content() -> None:
    text = "Roth said the trust may have sold nearly 40 berths."
    (only,) = read(text)
    assert [(q.value, q.comparator, q.scope) for q in only.quantities] == [(40.0, Comparator.ABOUT, "berths")]
    assert told(text, only.hedges) == "may | nearly"


def test_the_same_content_is_one_statement_the_surest() -> None:
    document = doc("Roth said it rained.")
    content = (span(document, "it rained"),)
    doubtful, sure = Attribution(content=content, confidence=0.2), Attribution(content=content, confidence=0.9)
    assert [s.confidence for s in extract(document, segment(document), Fixed(sure, doubtful))] == [0.9]


def test_a_long_speech_is_a_statement_for_each_paragraph() -> None:
    text = "“We paid,” Roth said. “We paid in March.\n\n“We kept the receipt.\n\n“That is all.”"
    assert [told(text, s.content) for s in read(text)] == ["“We paid,” | “We paid in March.", "“We kept the receipt.", "“That is all.”"]


def test_a_short_speech_stays_whole() -> None:
    text = "“We paid,” Roth said. “We paid in March.\n\n“That is all.”"
    assert [told(text, s.content) for s in read(text)] == ["“We paid,” | “We paid in March. | “That is all.”"]


def test_no_attribution_no_statement() -> None:
    document = doc("It rained.")
    assert extract(document, segment(document), Fixed()) == ()


def test_lines_that_label_the_page_are_no_content() -> None:
    text = "THE CHARGES\n\n“They paid,” Roth said.\n\nWhat Roth says"
    document = doc(text)
    label = Attribution(content=(span(document, "What"),), source=(span(document, "Roth says"),), cue=())
    speech = Attribution(content=(span(document, "THE CHARGES"), span(document, "“They paid,”")), cue=(span(document, "said"),), source=())
    (only,) = extract(document, segment(document), Fixed(speech, label))
    assert told(text, only.content) == "“They paid,”"


def test_a_sentence_that_introduces_words_tells_their_medium() -> None:
    text = "Roth set out her case in a letter to the council:\n\n“We paid for the gate.”"
    found = [text[m.start : m.end] for s in read(text) if "We paid" in text[s.content[0].start : s.content[-1].end] for m in s.medium]
    assert found == ["in a letter to the council"]
