"""Planting is the same for the same seed, of known kinds, one change a copy, never in a heading."""

from random import Random

from audit.stage import BRIEF, brief, evidence
from counterclaim.audit.mutate import KINDS, mutate
from counterclaim.records import Span


def test_the_kinds_are_the_twelve() -> None:
    assert len(KINDS) == 12
    assert len(set(KINDS)) == 12


def test_the_same_seed_plants_the_same_errors_and_another_one_others() -> None:
    runs = [mutate(brief(), evidence(), Random(seed)) for seed in (1, 1, 2)]
    assert runs[0] == runs[1] != runs[2]


def test_each_error_is_one_change_of_one_sentence() -> None:
    planted = mutate(brief(), evidence(), Random(0))
    assert {"altered-quote", "changed-number", "missing-response", "loaded-word"} <= {m.kind for m in planted}
    heading = Span(0, BRIEF.index("\n"))
    for m in planted:
        changed = m.applied(BRIEF)
        assert changed != BRIEF
        assert changed.startswith(BRIEF[: m.where.start])
        assert changed.endswith(BRIEF[m.where.end :])
        assert m.where.start >= heading.end


def test_no_more_than_wanted_of_a_kind() -> None:
    planted = mutate(brief(), evidence(), Random(0), per_kind=1)
    assert max(sum(m.kind == kind for m in planted) for kind in KINDS) == 1


def test_a_brief_without_sentences_bears_no_error() -> None:
    assert mutate(brief(""), evidence(), Random(0)) == []
