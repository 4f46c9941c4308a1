"""A model's sentence is taken only where it holds; where it does not, ours stands."""

import json

import msgspec
import pytest

from counterclaim.brief.write import write
from counterclaim.brief.writer import Rewritten, prompt, rewrite
from counterclaim.export.brief import brief as as_json
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import Brief
from factories import dispute

OURS = "Mayor Mara Venn accused the harbour trust of hiding the survey."
ANSWER = "Ila Roth, the trust's chair, said: “Nobody hid the survey. It was on the shelf.”"


def _numbered(brief: Brief) -> dict[str, str]:
    asked: dict[str, str] = json.loads(prompt(brief)[prompt(brief).index("{") :])
    return asked


def _rewritten(**changes: str) -> Rewritten:
    """The brief after a model that changes some of our sentences."""
    brief = write(dispute())
    return rewrite(brief, dispute(), json.dumps({k: changes.get(v.split()[-1].strip(".”"), v) for k, v in _numbered(brief).items()}))


def _texts(brief: Brief) -> list[str]:
    return [s.text for section in brief.sections for s in section.sentences]


def test_only_attributed_sentences_are_given_away() -> None:
    brief = write(dispute())
    assert OURS in _numbered(brief).values()
    assert not any("were found" in text for text in _numbered(brief).values())


def test_a_faithful_sentence_is_taken_and_its_receipts_hold() -> None:
    done = _rewritten(survey="Mara Venn, the mayor, accused the harbour trust of hiding the survey.")
    assert (done.taken, done.refused) == (2, ())  # with its role and, later, without
    assert "Mara Venn, the mayor, accused the harbour trust of hiding the survey." in _texts(done.brief)
    assert not verify(parse(msgspec.json.encode(as_json(done.brief)), source="b"), dispute().reading.documents.values())


@pytest.mark.parametrize(
    ("theirs", "reason"),
    [
        ("Mara Venn accused the harbour trust of burning the survey and the lighthouse.", "does not say it"),
        ("The harbour trust hid the survey.", "no reporting verb"),
        ("Mara Venn said the trust had sold nearly 40 berths.", "tells another statement"),
        ("Mara Venn did not accuse the harbour trust of hiding the survey.", "negates"),
        ("Mara Venn claimed the harbour trust was hiding the survey.", "says “claimed”"),
        ("Mara Venn accused the trust of “hiding the old survey”.", "other words"),
        ("Mara Venn accused the harbour trust of hiding the survey, " + "as she had done before, " * 8 + "she said.", "longer"),
    ],
)
def test_a_corrupted_sentence_is_refused_and_ours_stands(theirs: str, reason: str) -> None:
    done = _rewritten(survey=theirs)
    assert done.taken == 0
    assert reason in done.refused[0][1]
    assert OURS in _texts(done.brief)


@pytest.mark.parametrize("reply", ["", "Sure! Here you are.", "{broken", '{"1": 7}', "[]"])
def test_a_broken_reply_changes_nothing(reply: str) -> None:
    brief = write(dispute())
    assert rewrite(brief, dispute(), reply) == Rewritten(brief=brief, taken=0, refused=())
