from counterclaim.audit.diff import Diff, diff
from counterclaim.audit.lines import lines
from counterclaim.text.segment import segment
from factories import doc


def of(ours: str, theirs: str) -> Diff:
    a, b = doc(ours), doc(theirs)
    return diff(lines(a.text, segment(a))[0], lines(b.text, segment(b))[0])


def test_gaps_stand_between_pairs() -> None:
    d = of("The trust sold berths cheaply.", "The trust reportedly sold berths.")
    assert [([w.text for w in g.ours], [w.text for w in g.theirs]) for g in d.gaps] == [([], ["reportedly"]), (["cheaply"], [])]
    assert d.back[3] == 2


def test_common_words_alone_pair_nothing() -> None:
    assert of("That is of the old.", "This was of the new.").pairs == {}
