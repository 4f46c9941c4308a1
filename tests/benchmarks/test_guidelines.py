"""Our labels reach the scorer whole, without the inner statements that PolNeAR does not mark."""

from benchmarks.guidelines import attributions
from corpora.reader import Statement


def _statement(name: str, *, within: str | None) -> Statement:
    return Statement(
        id=name,
        doc="a",
        speaker=None,
        target=None,
        addressee=None,
        within=within,
        act="assertion",
        source=((0, 4),),
        cue=(),
        content=((10, 14), (20, 25)),
        medium=((30, 32),),
    )


def test_every_piece_of_an_outermost_statement_is_kept() -> None:
    assert attributions([_statement("s1", within=None)]) == [{"id": "s1", "content": [(10, 14), (20, 25)], "cue": [], "source": [(0, 4)]}]


def test_inner_statements_are_dropped() -> None:
    assert [a["id"] for a in attributions([_statement("s1", within=None), _statement("s2", within="s1")])] == ["s1"]
