"""Runs the attribution model: the only module that imports onnxruntime and tokenizers, and only when a model is opened.

A model is a folder with model.onnx, tokenizer.json and card.json. The card is checked first: schema version, labels, and
the sha256 of both files; a model that is missing, damaged or of another kind is refused with ModelError. Lengths count
word pieces. One thread unless asked for more, so that several processes share a machine fairly.
"""

from __future__ import annotations

import hashlib
import importlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.errors import ModelError
from counterclaim.records import SCHEMA_VERSION, Document, Layout
from counterclaim.text.words import CASINGS, QUOTED, Words, WordScores, read

LABELS = ("source", "cue", "content")
OUTPUTS = ("tags", "projections", "states")
TOKENS = ("begin", "end", "unknown")
MODEL, TOKENIZER, HEADS = "model.onnx", "tokenizer.json", "heads.npz"
WINDOW = 254
OVERLAP = 64
Ints = NDArray[np.int64]


class Profile(StrEnum):
    """How much care a model takes: `accurate` is a distribution of its own, the others ship with the package."""

    ACCURATE = "accurate"
    STANDARD = "standard"
    FAST = "fast"


def installed(profile: Profile) -> Path | None:
    """The folder of a profile's weights, or None where they are not installed."""
    package = "counterclaim_weights_accurate" if profile is Profile.ACCURATE else "counterclaim"
    if find_spec(package) is None:
        return None
    folder = Path(str(resources.files(package))) / "weights" / "en" / profile
    return folder if (folder / "card.json").is_file() else None


def best() -> Profile:
    """The most careful profile that is installed."""
    found = next((p for p in Profile if installed(p)), None)
    if found is None:
        raise ModelError("no weights are installed; the rules tagger works without, if asked for")
    return found


def open_profile(profile: Profile | None = None, *, threads: int = 1) -> Encoder:
    """The encoder of a profile; of the most careful one installed, where none is named."""
    profile = profile or best()
    folder = installed(profile)
    if folder is None:
        hint = "; install the counterclaim-weights-accurate distribution" if profile is Profile.ACCURATE else ""
        raise ModelError(f"the {profile} model is not installed{hint}")
    return Encoder(folder, threads=threads)


@dataclass(frozen=True, slots=True)
class _Window:
    """Words [start, end) read at once."""

    start: int
    end: int


class Encoder:
    """An open model. Implements counterclaim.text.words.Scorer."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        self.card = check(folder)
        self._begin, self._end, self._unknown = (self.card["tokens"][name] for name in TOKENS)
        try:
            self._session, self._tokenizer = _session(folder, threads), _tokenizer(folder)
            self._heads = _heads(folder) if HEADS in self.card["sha256"] else {}
        except Exception as error:  # the libraries raise whatever the damage leads them to
            said = " ".join(str(error).split())[:200]
            raise ModelError(f"the model cannot be opened, though its files are the card's: {said}", source=str(folder)) from error

    @property
    def decoding(self) -> Mapping[str, Any]:
        decoding: Mapping[str, Any] = self.card["decoding"]
        return decoding

    @property
    def heads(self) -> Mapping[str, NDArray[np.float32]]:
        return self._heads

    def score(self, document: Document, layout: Layout) -> WordScores:
        """Scores every word of a document. Time is linear in its length."""
        words = read(document.text, layout)
        pieces = self._pieces(words.texts)
        count = len(pieces)
        shapes = [self.card["outputs"][name] for name in OUTPUTS]
        answers = [np.zeros((count, width), dtype=np.float32) for width in shapes]
        depth = np.full(count, -1)
        for window in windows([len(p) for p in pieces], words.paragraphs):
            outputs = self._run(pieces[window.start : window.end], words, window)
            inner = interior(window, count)
            better = inner > depth[window.start : window.end]
            at = np.flatnonzero(better) + window.start
            depth[at] = inner[better]
            for answer, output in zip(answers, outputs, strict=True):
                answer[at] = output[better]
        return WordScores(words=words, tags=answers[0], projections=answers[1], states=answers[2])

    def _pieces(self, texts: Sequence[str]) -> list[list[int]]:
        if not texts:
            return []
        encoded = self._tokenizer.encode(list(texts), is_pretokenized=True, add_special_tokens=False)
        pieces: list[list[int]] = [[] for _ in texts]
        for word, piece in zip(encoded.word_ids, encoded.ids, strict=True):
            pieces[word].append(piece)
        return [p or [self._unknown] for p in pieces]

    def _run(self, pieces: Sequence[Sequence[int]], words: Words, window: _Window) -> list[NDArray[np.float32]]:
        """The outputs at the first piece of each word of a window."""
        lengths = np.array([len(p) for p in pieces])
        ids = np.array([self._begin, *(i for p in pieces for i in p), self._end], dtype=np.int64)
        begins = [int(i == 0 or words.paragraphs[i] != words.paragraphs[i - 1]) for i in range(window.start, window.end)]
        each = np.array([words.casing[window.start : window.end], words.quoted[window.start : window.end], begins], dtype=np.int64).T
        features = np.zeros((len(ids), 3), dtype=np.int64)
        features[1:-1] = np.repeat(each, lengths, axis=0)
        firsts = 1 + np.cumsum(lengths) - lengths
        outputs = self._session.run(list(OUTPUTS), {"pieces": ids[None], "features": features[None]})
        return [o[0][firsts] for o in outputs]


def windows(lengths: Sequence[int], paragraphs: Sequence[int], *, size: int = WINDOW, overlap: int = OVERLAP) -> Iterator[_Window]:
    """Cuts words into stretches of at most `size` pieces that overlap; a stretch begins at a paragraph where one is near."""
    ends = np.cumsum(lengths)
    start = 0
    while start < len(lengths):
        before = ends[start] - lengths[start]
        end = max(int(np.searchsorted(ends, before + size, side="right")), start + 1)
        yield _Window(start, end)
        if end >= len(lengths):
            return
        # go back by `overlap` pieces, and on to the beginning of a paragraph if that keeps half of the overlap
        back = max(int(np.searchsorted(ends, ends[end - 1] - overlap, side="right")), start + 1)
        half = max(int(np.searchsorted(ends, ends[end - 1] - overlap // 2, side="right")), back)
        start = next((i for i in range(back, min(half, end) + 1) if paragraphs[i] != paragraphs[i - 1]), back)


def interior(window: _Window, count: int) -> Ints:
    """How far each word of a window is from its nearer edge; the edges of the document are no edges."""
    places = np.arange(window.end - window.start)
    left = places if window.start else np.full_like(places, count)
    right = places[::-1] if window.end < count else np.full_like(places, count)
    return np.asarray(np.minimum(left, right), dtype=np.int64)


# --- opening -------------------------------------------------------------------------------------------------------


def check(folder: Path) -> dict[str, Any]:
    """The card of a model whose files are those that the card describes. Raises ModelError otherwise."""
    card = _card(folder)
    try:
        if card["schema_version"] != SCHEMA_VERSION:
            raise ModelError(f"the model is for schema {card['schema_version']}, not {SCHEMA_VERSION}", source=str(folder))
        told = tuple(card["labels"]), tuple(card["casings"]), tuple(card["quoted"])
        if told != (LABELS, CASINGS, QUOTED):
            raise ModelError("the model has other labels or features than this version reads", source=str(folder))
        widths = [*(card["outputs"][o] for o in OUTPUTS), *(card["tokens"][t] for t in TOKENS)]
        if not all(isinstance(w, int) and w >= 0 for w in widths) or not isinstance(card["decoding"], dict):
            raise ModelError("the model's card says nothing usable of its outputs, tokens or decoding", source=str(folder / "card.json"))
        if not {MODEL, TOKENIZER} <= card["sha256"].keys():
            raise ModelError("the model's card bears no sha256 of the model or its tokenizer", source=str(folder / "card.json"))
        for name, digest in card["sha256"].items():
            _check_file(folder / name, digest)
    except (KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"the model's card lacks {error}", source=str(folder / "card.json")) from error
    return card


def _card(folder: Path) -> dict[str, Any]:
    path = folder / "card.json"
    try:
        card = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as error:
        raise ModelError("there is no model here (no card.json)", source=str(folder)) from error
    except (ValueError, OSError) as error:
        raise ModelError("the model's card cannot be read", source=str(path)) from error
    if not isinstance(card, dict):
        raise ModelError("the model's card is no object", source=str(path))
    return card


def _check_file(path: Path, digest: str) -> None:
    if not path.is_file():
        raise ModelError("a file of the model is missing", source=str(path))
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        raise ModelError("a file of the model is damaged: its sha256 is not the card's", source=str(path))


def _heads(folder: Path) -> dict[str, NDArray[np.float32]]:
    """The weights of heads.npz by name."""
    with np.load(folder / HEADS, allow_pickle=False) as arrays:
        return {name: arrays[name].astype(np.float32) for name in arrays.files}


def _session(folder: Path, threads: int) -> Any:
    onnxruntime = importlib.import_module("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = threads
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(folder / MODEL), options, providers=["CPUExecutionProvider"])


def _tokenizer(folder: Path) -> Any:
    tokenizer = importlib.import_module("tokenizers").Tokenizer.from_file(str(folder / TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer
