"""Attributions by places in a sentence."""

from __future__ import annotations

from counterclaim.records import Span
from counterclaim.statements.found import Found, spans
from statements.sentences import sentence


def test_places_become_code_points() -> None:
    read = sentence("Roth said it rained.")
    assert spans(read, ((0, 1), (2, 4))) == (Span(0, 4), Span(10, 19))


def test_an_empty_place_gives_no_span() -> None:
    assert spans(sentence("It rained."), ((1, 1),)) == ()


def test_the_edge_is_where_an_earlier_attribution_ends() -> None:
    found = Found(cue=((1, 2),), content=((2, 4),))
    assert (found.edge(5), found.edge(3)) == (4, 0)
