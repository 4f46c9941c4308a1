"""Every check is explained: what, why, whose rule, an example each way."""

import pytest

from counterclaim.errors import UnknownCheck
from counterclaim.export.catalogue import catalogue, explain, known, near, text


@pytest.mark.parametrize("check", catalogue())
def test_an_entry_is_whole_and_its_examples_differ(check: str) -> None:
    entry = catalogue()[check]
    assert all((entry.kind, entry.title, entry.what, entry.why, entry.trade, entry.given))
    assert entry.wrong != entry.right
    assert len(entry.title) < 90


def test_the_trade_is_named_from_the_list() -> None:
    bodies = ("AP", "Reuters Handbook", "BBC", "IPSO", "SPJ")
    assert [(c, t) for c, e in catalogue().items() for t in e.trade if not t.startswith(bodies)] == []


@pytest.mark.parametrize("name", ["A5", "a5", "loaded-verb", " A5 "])
def test_a_check_is_found_by_id_or_kind(name: str) -> None:
    assert explain(name).check == "A5"


def test_the_text_has_all_parts() -> None:
    shown = text(explain("R1"))
    entry = explain("R1")
    assert all(part in shown for part in (entry.title, entry.what, entry.why, *entry.trade, entry.given, entry.wrong, entry.right))


@pytest.mark.parametrize(("name", "hint"), [("A99", "A9 (mind-reading)"), ("loaded-wrod", "B1 (loaded-word)"), ("", "Q1")])
def test_an_unknown_check_is_told_the_near_ones(name: str, hint: str) -> None:
    with pytest.raises(UnknownCheck, match="there is no check") as error:
        explain(name)
    assert hint in str(error.value)


def test_nothing_is_near_nonsense() -> None:
    assert near("%%%%%%") == []


def test_ids_and_kinds_are_names() -> None:
    assert known(["A5", "Q1"]) == {"A5", "Q1", "loaded-verb", "altered-quote"}
