"""The tagger over a model's scores, with a fake model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from counterclaim.records import Attribution, Document, Layout
from counterclaim.statements.decode import Decoding
from counterclaim.statements.model import ModelTagger
from counterclaim.statements.relations import nearest_weights
from counterclaim.text.segment import segment
from counterclaim.text.words import WordScores, read
from factories import doc

HOW = Decoding(
    rank=1,
    bigrams=np.zeros((3, 3, 3), np.float32),
    bigram_weight=0.0,
    eagerness=np.zeros(3, np.float32),
    content_to_cue=nearest_weights(),
    cue_to_source=nearest_weights(),
    calibration=np.array([1, 1, 1, 1, 1, 2], np.float32),
)


class Fake:
    """A model that takes every word after "said" for content."""

    decoding: Mapping[str, Any] = {}
    heads: Mapping[str, Any] = {}

    def score(self, document: Document, layout: Layout) -> WordScores:
        words = read(document.text, layout)
        tags = np.tile(np.array([4, 0, 0], np.float32), (len(words.spans), 3))
        said = words.texts.index("said") if "said" in words.texts else len(words.texts)
        tags[said : said + 1, 3:6] = (0, 4, 0)
        tags[said + 1 :, 6:9] = (0, 0, 4)
        tags[said + 1 : said + 2, 6:9] = (0, 4, 0)
        zeros = np.zeros((len(tags), 8), np.float32)
        return WordScores(words=words, tags=tags, projections=zeros, states=zeros)


def tag(text: str, tagger: ModelTagger) -> tuple[Attribution, ...]:
    document = doc(text)
    return tagger.tag(document, segment(document))


def test_the_model_alone() -> None:
    text = "Roth said the port closed"
    (only,) = tag(text, ModelTagger(Fake(), layer=None, decoding=HOW))

    assert [text[s.start : s.end] for s in only.content] == ["the port closed"]


def test_a_layer_completes_the_model() -> None:
    extra = Attribution(content=(), confidence=0.5)

    def layer(document: Document, layout: Layout, found: Any) -> tuple[Attribution, ...]:
        return (*found, extra)

    assert tag("Nothing here.", ModelTagger(Fake(), layer=layer, decoding=HOW)) == (extra,)


def test_page_furniture_is_never_content() -> None:
    text = "Roth said\n\nShare this article"

    assert segment(doc(text)).furniture
    assert tag(text, ModelTagger(Fake(), layer=None, decoding=HOW)) == ()
