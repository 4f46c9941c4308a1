"""What our own audit blocks in our own brief is told in the outlet's words, or left out, and said so."""

from dataclasses import replace

import msgspec

from counterclaim.audit.own import in_the_outlets_words, publishable
from counterclaim.brief.write import write
from counterclaim.export.brief import brief as as_json
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import Brief, BriefSentence, SectionRole, Voice
from factories import dispute

_RIGHT, _WRONG = "Roth said: “Nobody hid the survey. It was on the shelf.”", "Venn said: “Nobody hid the survey. It was on the shelf.”"
_OUTLETS = "The Selby Post reported: “The trust's chair, Ila Roth, said: ‘Nobody hid the survey. It was on the shelf.’”"


def _misattributed() -> Brief:
    brief = write(dispute())
    sections = tuple(
        replace(s, sentences=tuple(replace(x, text=_WRONG) if x.text == _RIGHT else x for x in s.sentences)) for s in brief.sections
    )
    return replace(brief, sections=sections)


def _sentences(brief: Brief) -> list[BriefSentence]:
    return [x for s in brief.sections for x in s.sentences]


def test_a_brief_that_nothing_blocks_stays_as_it_is() -> None:
    brief = write(dispute())
    checked = publishable(brief, dispute())
    assert checked.brief == brief
    assert checked.notes == ()


def test_words_given_to_the_wrong_speaker_are_told_as_the_outlets() -> None:
    checked = publishable(_misattributed(), dispute())
    texts = [x.text for x in _sentences(checked.brief)]
    assert _OUTLETS in texts
    assert _WRONG not in texts
    assert any(n.endswith(_WRONG) and "told in the source's words" in n for n in checked.notes)


def test_a_mended_brief_verifies() -> None:
    evidence = dispute()
    checked = publishable(_misattributed(), evidence)
    assert verify(parse(msgspec.json.encode(as_json(checked.brief)), source="brief.json"), evidence.reading.documents.values()) == []


def test_a_sentence_of_our_own_is_left_out_not_quoted() -> None:
    evidence = dispute()
    own = next(x for x in _sentences(write(evidence)) if x.voice is Voice.OWN)
    assert in_the_outlets_words(evidence.reading, own, "A1") is None


def test_who_is_doubted_is_named_no_more() -> None:
    evidence = dispute()
    told = next(x for s in write(evidence).sections if s.role is SectionRole.RESPONSE for x in s.sentences)
    assert [getattr(in_the_outlets_words(evidence.reading, told, check), "party", "") for check in ("Q2", "A1")] == [None, "p3"]
