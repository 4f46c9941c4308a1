"""Unchanged sentences keep their receipts, changed ones find theirs, and what has none is handed back with a reason."""

from dataclasses import replace

import msgspec
import pytest

from counterclaim.brief.edited import Edited, EditedSection, read
from counterclaim.brief.render import markdown
from counterclaim.brief.resume import resume
from counterclaim.brief.write import write
from counterclaim.export.brief import brief as as_json
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import Brief, SectionRole
from factories import dispute


def _edited(*stretches: str, headline: str = "A dispute") -> Edited:
    return Edited(headline=headline, sections=(EditedSection(heading="What was said", stretches=stretches),))


def _verified(brief: Brief) -> bool:
    return not verify(parse(msgspec.json.encode(as_json(brief)), source="b"), dispute().reading.documents.values())


def test_an_unchanged_brief_stays_as_it_is() -> None:
    brief = write(dispute())
    again, unfound = resume(dispute(), read(markdown(brief).encode(), source="brief.md"))
    assert (again, unfound) == (brief, ())


@pytest.mark.parametrize(
    ("sentence", "party", "charge", "statement"),
    [
        ("The harbour trust was accused by nobody but Mayor Venn of hiding the survey.", None, None, None),
        ("Mayor Mara Venn said the trust sold nearly 40 berths.", "p1", "x2", "s2"),
        ("Venn has urged the trust to open its books.", "p1", None, "s3"),
        ("“Nobody hid the survey,” said Ila Roth.", "p3", "x1", "s4"),
        ("The trust said: “It was on the shelf.”", "p3", "x1", "s4"),
    ],
)
def test_a_changed_sentence_finds_its_statement(sentence: str, party: str | None, charge: str | None, statement: str | None) -> None:
    brief, unfound = resume(dispute(), _edited(sentence))
    if statement is None:
        assert [u.text for u in unfound] == [sentence]
        return
    assert unfound == ()
    (told,) = brief.sections[0].sentences
    assert (told.party, told.charge, told.citations[0].statement) == (party, charge, statement)
    assert _verified(brief)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("The city will not forget the survey.", "names no party"),
        ("Venn said that the trust had sold nearly 60 berths.", "60"),
        ("Venn said that the trust had not sold nearly 40 berths.", "negates"),
        ("Roth said that somebody hid the survey on the shelf.", "drops a negation"),
        ("Roth said: “Nobody burned the survey.”", "the source has other words"),
        ("Roth said: “somebody hid the survey.”", "the source has other words"),
        ("Venn said: “It was on the shelf.”", "not in one statement of the party"),
        ("Venn accused the trust of stealing the lighthouse.", "does not say it (no "),
    ],
)
def test_a_sentence_without_a_receipt_is_handed_back_with_the_reason(sentence: str, reason: str) -> None:
    brief, unfound = resume(dispute(), _edited(sentence))
    assert [u.text for u in unfound] == [sentence]
    assert reason in unfound[0].reason
    assert brief.sections == ()


def test_a_sentence_smuggled_before_a_kept_one_is_found() -> None:
    kept = write(dispute()).sections[0].sentences[0].text
    _, unfound = resume(dispute(), _edited(f"Nobody trusts the port. {kept}"))
    assert [u.text for u in unfound] == ["Nobody trusts the port."]


def test_a_headline_with_words_that_nobody_said_is_handed_back() -> None:
    _, unfound = resume(dispute(), _edited(headline="Venn calls trust “a nest of thieves”"))
    assert [u.heading for u in unfound] == ["headline"]


def test_a_renamed_section_keeps_its_role() -> None:
    brief = write(dispute())
    edited = read(markdown(brief).encode(), source="b.md")
    renamed = replace(edited, sections=tuple(replace(s, heading=f"{s.heading}, told anew") for s in edited.sections))
    again, _ = resume(dispute(), renamed)
    assert [s.role for s in again.sections if s.role not in (SectionRole.SUMMARY, SectionRole.LEAD)] == [
        s.role for s in brief.sections if s.role not in (SectionRole.SUMMARY, SectionRole.LEAD)
    ]
