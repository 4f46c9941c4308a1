"""The brief says who said what, cites it, and states nothing as fact that somebody only said."""

import re
from dataclasses import replace

import msgspec
import pytest

from counterclaim.brief.length import Length
from counterclaim.brief.write import write
from counterclaim.errors import ThinEvidence
from counterclaim.export.brief import brief as as_json
from counterclaim.pipeline import read
from counterclaim.receipts.verify import parse, verify
from counterclaim.records import Evidence, ResponseMatrix, SectionRole, Voice
from factories import dispute, doc


def _texts(role: SectionRole) -> list[str]:
    return [s.text for section in write(dispute()).sections if section.role is role for s in section.sentences]


def test_the_headline_names_both_sides_and_the_answer() -> None:
    assert write(dispute()).headline == "Venn accuses the harbour trust of hiding the survey; the harbour trust denies it"


def test_each_side_has_its_section() -> None:
    assert [s.heading for s in write(dispute()).sections] == [
        "Summary",
        "In short",
        "Venn’s allegations",
        "The harbour trust’s response",
        "Context",
        "What both sides say",
        "What nobody answered",
        "Bottom line",
    ]


def test_an_open_charge_is_said_to_be_open_in_what_was_read() -> None:
    assert _texts(SectionRole.UNANSWERED) == [
        "On Venn’s statement that the trust had sold nearly 40 berths, no response was found from the harbour trust in the 2 sources read."
    ]


def test_a_quotation_stays_as_it_is() -> None:
    assert _texts(SectionRole.RESPONSE) == ["Roth said: “Nobody hid the survey. It was on the shelf.”"]


def test_context_is_the_outlets() -> None:
    assert _texts(SectionRole.CONTEXT) == ["According to The Ardmoor Gazette, the storm of March 2031 closed the port for nine days."]


def test_every_receipt_and_quotation_holds() -> None:
    evidence = dispute()
    published = parse(msgspec.json.encode(as_json(write(evidence))), source="brief.json")
    assert verify(published, evidence.reading.documents.values()) == []


def test_the_briefs_own_voice_makes_no_allegation() -> None:
    own = [s.text for section in write(dispute()).sections for s in section.sentences if s.voice is Voice.OWN]
    selling = [text for text in own if "sold" in text]
    assert len(selling) == 2
    assert all("Venn’s statement that" in text for text in selling)
    assert not any("hid" in text.split() for text in own)


def test_a_short_brief_is_headline_summary_and_bottom_line() -> None:
    assert [s.role for s in write(dispute(), length=Length.SHORT).sections] == [SectionRole.SUMMARY, SectionRole.BOTTOM_LINE]


@pytest.mark.parametrize("length", [Length.STANDARD, Length.FULL])
def test_every_charge_and_answer_is_told_with_its_speaker(length: Length) -> None:
    told = {(c.statement, s.party) for x in write(dispute(), length=length).sections for s in x.sentences for c in s.citations if s.party}
    assert {("s1", "p1"), ("s2", "p1"), ("s4", "p3")} <= told


def test_an_answer_too_unsure_to_be_told_is_said_to_be_there_and_the_charge_is_not_called_unanswered() -> None:
    evidence = dispute()
    row = evidence.matrix.rows[0]
    unsure = replace(row, responses=(replace(row.responses[0], confidence=0.4),))
    evidence = replace(evidence, matrix=replace(evidence.matrix, rows=(unsure, evidence.matrix.rows[1])))
    told = {section.role: [s.text for s in section.sentences] for section in write(evidence, floor=0.5).sections}
    assert SectionRole.RESPONSE not in told
    assert told[SectionRole.UNANSWERED][0].endswith(
        "what may be a response from the harbour trust was found in the 2 sources read, but not surely enough to be told here."
    )
    assert told[SectionRole.BOTTOM_LINE][0].startswith("Possibly answered, but not surely enough to be told here: ")
    assert "no response" not in " ".join(told[SectionRole.SUMMARY])


def test_without_a_charge_there_is_no_brief() -> None:
    evidence = dispute()
    thin = Evidence(reading=evidence.reading, claims={}, matrix=ResponseMatrix(rows=(), replies=(), documents_read=()))
    with pytest.raises(ThinEvidence, match="4 statements found, 0 of them a charge"):
        write(thin)


def test_swapping_two_parties_swaps_nothing_but_them() -> None:
    text = (
        "Dorin Velk accused Maren Tosk of hiding the survey of the pier. Tosk denied the claim.\n\n"
        "Tosk said Velk had sold the boats. Velk said: “I sold no boat.” Velk urged the board to vote in May."
    )

    def swap(words: str) -> str:
        return re.sub(
            r"Dorin|Velk|Maren|Tosk", lambda m: {"Dorin": "Maren", "Velk": "Tosk", "Maren": "Dorin", "Tosk": "Velk"}[m.group()], words
        )

    first, second = (write(read([doc(t)])) for t in (text, swap(text)))
    assert swap(first.headline) == second.headline
    assert [(s.role, swap(s.heading), [swap(x.text) for x in s.sentences]) for s in first.sections] == [
        (s.role, s.heading, [x.text for x in s.sentences]) for s in second.sections
    ]
