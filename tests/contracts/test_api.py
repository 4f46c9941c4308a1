"""The front door: the public names, pinned."""

import counterclaim


def test_the_public_names_are_these() -> None:
    expected = {
        "Brief",
        "Charge",
        "CounterclaimError",
        "Document",
        "Evidence",
        "Party",
        "Response",
        "ResponseMatrix",
        "Statement",
        "documents",
        "read",
        "write_brief",
    }
    assert set(counterclaim.__all__) == expected


def test_every_public_name_is_there() -> None:
    assert [n for n in counterclaim.__all__ if not hasattr(counterclaim, n)] == []
