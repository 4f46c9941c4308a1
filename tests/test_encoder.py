"""Opening a model, and reading a document in windows. The standard model ships with the package."""

from __future__ import annotations

import hashlib
import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from counterclaim.encoder import WINDOW, Encoder, Profile, check, installed, interior, open_profile, windows
from counterclaim.errors import ModelError
from counterclaim.statements.model import ModelTagger
from counterclaim.text.segment import segment
from factories import doc

TEXT = "Mayor Mara Venn said on Monday that the harbour trust had hidden the survey.\n\n“Nobody hid it,” Ila Roth told the Gazette."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped model that a test may damage."""
    shipped = installed(Profile.STANDARD)
    assert shipped
    return Path(shutil.copytree(shipped, tmp_path / "model"))


def edit_card(folder: Path, **fields: object) -> None:
    card = json.loads((folder / "card.json").read_text("utf-8"))
    (folder / "card.json").write_text(json.dumps({**card, **fields}), "utf-8")


def test_every_word_is_scored() -> None:
    document = doc(TEXT)
    scores = open_profile(Profile.STANDARD).score(document, segment(document))

    assert scores.tags.shape == (len(scores.words.spans), 9)
    assert np.isfinite(scores.tags).all()
    assert scores.states.shape[0] == scores.projections.shape[0] == len(scores.words.spans)


def test_the_shipped_model_finds_who_said_what() -> None:
    document = doc(TEXT)
    first, second = ModelTagger(open_profile(Profile.STANDARD)).tag(document, segment(document))

    assert [document.text[s.start : s.end] for s in first.source] == ["Mayor Mara Venn"]
    assert [document.text[s.start : s.end] for s in second.content] == ["“Nobody hid it,”"]


def test_a_text_without_words_has_no_scores() -> None:
    document = doc(" ")

    assert open_profile(Profile.STANDARD).score(document, segment(document)).tags.shape == (0, 9)


def test_a_long_document_is_scored_like_its_parts() -> None:
    """Far from the edges of a window, a word's best tag does not hang on where the window begins."""
    document, longer = doc(TEXT), doc("\n\n".join([TEXT] * 12))
    encoder = open_profile(Profile.STANDARD)
    short, long = (encoder.score(d, segment(d)).tags.reshape(-1, 3, 3).argmax(-1) for d in (document, longer))
    middle = long[6 * len(short) : 7 * len(short)]

    assert (middle == short).mean() > 0.95


def test_an_intact_model_is_accepted(folder: Path) -> None:
    assert check(folder)["labels"] == ["source", "cue", "content"]


def test_a_missing_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no model here"):
        Encoder(tmp_path)


def test_a_missing_file_is_refused(folder: Path) -> None:
    (folder / "tokenizer.json").unlink()

    with pytest.raises(ModelError, match="missing"):
        Encoder(folder)


def test_a_damaged_file_is_refused(folder: Path) -> None:
    with (folder / "model.onnx").open("ab") as file:
        file.write(b"x")

    with pytest.raises(ModelError, match="damaged"):
        Encoder(folder)


@pytest.mark.parametrize(
    ("fields", "message"),
    [({"schema_version": 0}, "schema 0"), ({"labels": ["speaker"]}, "other labels"), ({"sha256": None}, "lacks")],
)
def test_a_card_of_another_kind_is_refused(folder: Path, fields: dict[str, object], message: str) -> None:
    edit_card(folder, **fields)

    with pytest.raises(ModelError, match=message):
        Encoder(folder)


@pytest.mark.parametrize("text", ["{", "[]"])
def test_an_unreadable_card_is_refused(folder: Path, text: str) -> None:
    (folder / "card.json").write_text(text, "utf-8")

    with pytest.raises(ModelError):
        Encoder(folder)


def test_windows_cover_all_words_and_overlap() -> None:
    found = list(windows([2] * 500, [i // 40 for i in range(500)]))

    assert (found[0].start, found[-1].end) == (0, 500)
    assert all(b.start < a.end < b.end for a, b in itertools.pairwise(found))
    assert all(2 * (w.end - w.start) <= WINDOW for w in found)


def test_a_window_begins_at_a_paragraph_where_one_is_near() -> None:
    paragraphs = [0] * 200 + [1] * 200
    second = list(windows([1] * 400, paragraphs))[1]

    assert second.start == 200


def test_a_word_longer_than_a_window_is_read_alone() -> None:
    assert [(w.start, w.end) for w in windows([3, 999, 3], [0, 0, 0])] == [(0, 1), (1, 2), (2, 3)]


def test_the_edges_of_a_document_are_no_edges() -> None:
    (only,) = windows([1] * 5, [0] * 5)

    assert interior(only, 5).tolist() == [5] * 5


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"outputs": {"tags": -1, "projections": 1, "states": 1}}, "nothing usable of its outputs"),
        ({"decoding": []}, "nothing usable of its outputs, tokens or decoding"),
        ({"outputs": {}}, "lacks 'tags'"),
        ({"sha256": {}}, "bears no sha256"),
    ],
)
def test_a_card_that_somebody_edited_is_refused(folder: Path, fields: dict[str, object], message: str) -> None:
    edit_card(folder, **fields)

    with pytest.raises(ModelError, match=message):
        Encoder(folder)


@pytest.mark.parametrize("name", ["model.onnx", "tokenizer.json", "heads.npz"])
def test_a_file_that_no_library_opens_is_refused_though_the_card_fits_it(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"no model")
    hashes = json.loads((folder / "card.json").read_text("utf-8"))["sha256"]
    edit_card(folder, sha256=hashes | {name: hashlib.sha256(b"no model").hexdigest()})

    with pytest.raises(ModelError, match=r"the model cannot be opened"):
        Encoder(folder)


def test_heads_that_the_card_does_not_know_are_not_read(folder: Path) -> None:
    hashes = json.loads((folder / "card.json").read_text("utf-8"))["sha256"]
    (folder / "heads.npz").write_bytes(b"anybody's")
    edit_card(folder, sha256={name: digest for name, digest in hashes.items() if name != "heads.npz"})

    assert Encoder(folder).heads == {}


@pytest.mark.parametrize(("name", "value"), [("rank", -1), ("bigrams", [0]), ("eagerness", []), ("calibration", None)])
def test_decoding_of_another_shape_is_refused(folder: Path, name: str, value: object) -> None:
    decoding = json.loads((folder / "card.json").read_text("utf-8"))["decoding"]
    edit_card(folder, decoding=decoding | {name: value})

    with pytest.raises(ModelError):
        ModelTagger(Encoder(folder))
