"""Sentences of units, with quotations folded."""

from __future__ import annotations

from counterclaim.statements.units import DASH, Kind, is_speech, sentences
from counterclaim.text.segment import segment
from factories import doc
from statements.sentences import sentence


def test_a_quotation_is_one_unit_and_does_not_cut_its_sentence() -> None:
    read = sentence("“We paid. We paid twice,” Roth said.")
    assert [u.kind for u in read] == [Kind.QUOTE, Kind.WORD, Kind.WORD, Kind.MARK]


def test_hyphens_stay_inside_words_and_dashes_do_not() -> None:
    assert [u.low for u in sentence("The sea-wall - or what is left -- fell")] == [
        "the",
        "sea-wall",
        DASH,
        "or",
        "what",
        "is",
        "left",
        DASH,
        "fell",
    ]


def test_furniture_is_left_out() -> None:
    document = doc("Roth denied it.\nHelp us improve.")
    assert len(list(sentences(document, segment(document)))) == 1


def test_a_name_in_marks_is_no_speech() -> None:
    assert [is_speech(u) for u in sentence("Dov “Lamps” Orrin said “we never paid a thing”") if u.kind is Kind.QUOTE] == [False, True]
