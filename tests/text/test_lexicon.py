"""The packaged word lists: typed rows, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

import counterclaim
from counterclaim.errors import RecordError
from counterclaim.text.lexicon import Term, terms, words

LISTS = sorted(p.stem for p in (Path(counterclaim.__file__).parent / "data").glob("*.tsv"))


def test_a_row_becomes_a_term_with_its_forms() -> None:
    weekdays = next(t for t in terms("grammar") if t.sense == "weekday")
    assert weekdays == Term(weekdays.term, "weekday", "own", "CC0")
    assert weekdays.forms[0] == "monday"


def test_a_list_is_read_once() -> None:
    assert terms("cues") is terms("cues")


def test_words_are_the_forms_of_one_sense() -> None:
    assert {"said", "hid"} & words("grammar", "finite") == {"hid"}


@pytest.mark.parametrize("name", LISTS)
def test_every_list_that_ships_is_whole_and_says_where_it_comes_from(name: str) -> None:
    rows = terms(name)
    assert rows
    assert {r.licence.removesuffix("-1.0") for r in rows} == {"CC0"}


def test_a_missing_list_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        terms("no-such-list")


def test_a_row_without_all_columns_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "broken.tsv").write_text("term\tsense\torigin\tlicence\nword\tsense\n", "utf8")
    monkeypatch.setattr("counterclaim.text.lexicon.files", lambda _: tmp_path)
    with pytest.raises(RecordError, match="4 columns"):
        terms("broken")
