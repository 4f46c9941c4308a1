"""Unchanged sentences keep their receipts, changed ones find theirs, and what has none is handed back with a reason."""

from dataclasses import replace

import msgspec

from counterclaim.brief.edited import Edited, EditedSection, read
from counterclaim.brief.render import markdown
from counterclaim.brief.resume import resume
from counterclaim.brief.write import write
from counterclaim.export.brief import brief as as_json
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import SectionRole
from factories import dispute


def _edited(*stretches: str, headline: str = "A dispute") -> Edited:
    return Edited(headline=headline, sections=(EditedSection(heading="What was said", stretches=stretches),))


def test_an_unchanged_brief_stays_as_it_is() -> None:
    brief = write(dispute())
    again, unfound = resume(dispute(), read(markdown(brief).encode(), source="brief.md"))
    assert (again, unfound) == (brief, ())


def test_a_changed_sentence_gets_its_receipt_and_the_brief_holds() -> None:
    brief, unfound = resume(dispute(), _edited("Mayor Mara Venn said the trust sold nearly 40 berths."))
    assert unfound == ()
    assert brief.sections[0].sentences[0].citations[0].statement == "s2"
    assert not verify(parse(msgspec.json.encode(as_json(brief)), source="b"), dispute().reading.documents.values())


def test_a_sentence_without_a_receipt_is_handed_back_with_the_reason() -> None:
    brief, unfound = resume(dispute(), _edited("Venn said that the trust had sold nearly 60 berths."))
    assert [(u.heading, u.text) for u in unfound] == [("What was said", "Venn said that the trust had sold nearly 60 berths.")]
    assert "60" in unfound[0].reason
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
