"""Finds who said what with a trained model: a scorer's word scores, decoded, then completed by rule.

Offsets are code points. Needs weights; refuses a card made for other features, with ModelError.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from counterclaim.records import Attribution, Document, Layout, Statement, Tagger
from counterclaim.statements.decode import Decoding, attributions, decoding_from
from counterclaim.statements.joined import joined
from counterclaim.statements.leanings import act_head, leanings
from counterclaim.statements.quoted import complete
from counterclaim.text.words import Scorer, WordScores

Layer = Callable[[Document, Layout, Iterable[Attribution]], tuple[Attribution, ...]]


class ModelTagger:
    """Implements records.Tagger. The scorer is handed in: an open encoder, or a fake in tests.

    `floor` is a tagger by rule whose plain speech is joined to the model's. `layer` adds what typography alone tells:
    quotations, turns and sign-offs that were left out; None leaves them out. `decoding` overrides the card's.
    """

    def __init__(
        self, scorer: Scorer, *, floor: Tagger | None = None, layer: Layer | None = complete, decoding: Decoding | None = None
    ) -> None:
        self._scorer = scorer
        self._floor = floor
        self._layer = layer
        self._decoding = decoding or decoding_from(scorer.decoding)
        self._acts = act_head(scorer.heads)
        self._last: WordScores | None = None  # of the document tagged last, so that one pass serves every head

    def tag(self, document: Document, layout: Layout) -> tuple[Attribution, ...]:
        self._last = self._scorer.score(document, layout)
        found = attributions(self._last, layout.quotations, self._decoding)
        kept = tuple(a for a in found if not _is_furniture(a, layout))
        if self._floor is not None:
            kept = tuple(joined(document, layout, kept, self._floor.tag(document, layout)))
        return kept if self._layer is None else self._layer(document, layout, kept)

    def leanings(self, statements: Sequence[Statement]) -> Sequence[tuple[float, ...]]:
        if self._last is None or self._acts is None:
            return [()] * len(statements)
        return leanings(self._last, statements, self._acts)


def _is_furniture(attribution: Attribution, layout: Layout) -> bool:
    """Whether an attribution stands in a share box or a newsletter box: page furniture is never content."""
    first = attribution.content[0].start
    return any(box.start <= first < box.end for box in layout.furniture)
