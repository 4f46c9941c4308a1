"""From word scores to attributions."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from counterclaim.errors import ModelError
from counterclaim.records import Attribution, Document
from counterclaim.statements.decode import ROLES, Decoding, attributions, decoding_from, legal_tags, snapped, spans_of
from counterclaim.statements.relations import FEATURES, nearest_weights
from counterclaim.text.segment import segment
from counterclaim.text.words import WordScores, read
from factories import doc

HOW = Decoding(
    rank=1,
    bigrams=np.zeros((3, 3, 3), np.float32),
    bigram_weight=0.1,
    eagerness=np.zeros(3, np.float32),
    content_to_cue=nearest_weights(),
    cue_to_source=nearest_weights(),
    calibration=np.array([1, 1, 1, 1, 1, 2], np.float32),
)


def scores(document: Document, marked: dict[str, list[str]]) -> WordScores:
    """Scores of a model that is sure of the words marked for each role."""
    words = read(document.text, segment(document))
    tags = np.tile(np.array([4, 0, 0], np.float32), (len(words.spans), 3))
    for role, stretches in marked.items():
        for stretch in stretches:
            start = document.text.index(stretch)
            inside = [i for i, s in enumerate(words.spans) if start <= s.start < start + len(stretch)]
            column = 3 * ROLES.index(role)
            for i in inside:
                tags[i, column : column + 3] = (0, 4, 0) if i == inside[0] else (0, 0, 4)
    return WordScores(words=words, tags=tags, projections=np.zeros((len(tags), 8), np.float32), states=np.zeros((len(tags), 1), np.float32))


def found(text: str, **marked: list[str]) -> tuple[Attribution, ...]:
    document = doc(text)
    return attributions(scores(document, marked), segment(document).quotations, HOW)


def words_of(text: str, attribution: Attribution) -> dict[str, list[str]]:
    return {role: [text[s.start : s.end] for s in getattr(attribution, role)] for role in ROLES}


def test_one_attribution() -> None:
    text = "Mara Venn said the port would close."
    (only,) = found(text, source=["Mara Venn"], cue=["said"], content=["the port would close"])

    assert words_of(text, only) == {"source": ["Mara Venn"], "cue": ["said"], "content": ["the port would close"]}
    assert 0.4 < only.confidence < 1


def test_pieces_that_choose_one_cue_are_one_attribution() -> None:
    text = "“We stay,” Roth said. “We always did.”"
    (only,) = found(text, source=["Roth"], cue=["said"], content=["“We stay,”", "“We always did.”"])

    assert words_of(text, only)["content"] == ["“We stay,”", "“We always did.”"]


def test_a_source_serves_several_cues() -> None:
    text = "Venn said the port closed and warned of storms."
    first, second = found(text, source=["Venn"], cue=["said", "warned"], content=["the port closed", "of storms"])

    assert words_of(text, first)["source"] == words_of(text, second)["source"] == ["Venn"]


def test_content_without_a_cue_keeps_none() -> None:
    text = "The port would close."
    (only,) = found(text, content=["The port"])

    assert (only.cue, only.source) == ((), ())


def test_a_text_without_words_has_no_attributions() -> None:
    assert found("  ") == ()


def test_an_inside_never_follows_an_outside() -> None:
    logs = np.full((3, 3, 3), -5.0, np.float32)
    logs[0, :, 0] = logs[1, :, 2] = logs[2, :, 2] = 0  # O I I is the likeliest and not legal
    tags = legal_tags(logs, HOW.bigrams, 0)

    assert all(before != 0 or after != 2 for column in tags.T for before, after in itertools.pairwise(column))
    assert (tags[0] != 2).all()


@pytest.mark.parametrize(
    ("tags", "expected"),
    [([0, 1, 2, 2, 0], [[1, 4]]), ([1, 1, 2], [[0, 1], [1, 3]]), ([0, 0], []), ([1], [[0, 1]]), ([0, 1, 2], [[1, 3]])],
)
def test_spans_of_tags(tags: list[int], expected: list[list[int]]) -> None:
    assert spans_of(np.array(tags)).tolist() == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("We stay,", "“We stay,”"),  # marks just outside are taken in
        ("“We stay,” Roth", "“We stay,”"),  # words just past the closing mark are given up
        ("“We", "“We"),  # a cut far from a mark is left alone
    ],
)
def test_content_is_moved_to_quotation_marks(content: str, expected: str) -> None:
    document = doc("“We stay, and we will always stay,” Roth said.".replace(", and we will always stay", "") + " More follows here.")
    layout = segment(document)
    words = read(document.text, layout)
    start = document.text.index(content)
    inside = [i for i, s in enumerate(words.spans) if start <= s.start < start + len(content)]
    ((first, last),) = snapped(np.array([[inside[0], inside[-1] + 1]]), words, layout.quotations)

    assert document.text[words.spans[first].start : words.spans[last - 1].end] == expected


def test_content_ends_with_the_quotation_that_closes_its_paragraph() -> None:
    text = "“We stay here for good.”\n\nThe port closed in the spring after the storm."
    (only,) = found(text, content=[text])

    assert words_of(text, only)["content"] == ["“We stay here for good.”"]


def test_a_card_for_other_features_is_refused() -> None:
    with pytest.raises(ModelError, match="other features"):
        decoding_from({"features": FEATURES[:-1]})


def test_an_incomplete_card_is_refused() -> None:
    with pytest.raises(ModelError, match="rank"):
        decoding_from({"features": FEATURES})
