"""Records refuse what cannot be."""

import pytest

from counterclaim.errors import RecordError
from counterclaim.records import BriefSentence, DocumentId, Form, Span, Statement, StatementId, Voice


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(RecordError, match="at least one character"):
        Span(start, end)


def test_a_statement_has_content() -> None:
    with pytest.raises(RecordError, match="d1: a statement needs content"):
        Statement(id=StatementId("s1"), document=DocumentId("d1"), content=(), form=Form.DIRECT)


def test_a_sentence_of_a_brief_has_a_citation() -> None:
    with pytest.raises(RecordError, match="at least one citation"):
        BriefSentence(text="Nobody said this.", voice=Voice.OWN, citations=())
