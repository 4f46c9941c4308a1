from audit.stories import against
from counterclaim.audit.bottom_line import adds
from counterclaim.records import Severity

SOURCE = (
    "Mara Venn said the trust sold 14 berths. Ila Roth denied it. The port was closed for nine days. The crane stopped. "
    "The council met on Monday. Dov Pell asked for 28 lamps."
)
BODY = (
    "# Mayor accuses trust\n\nMara Venn said the trust sold 14 berths. Ila Roth denied it. The port was closed for nine days. "
    "The crane stopped. The council met on Monday.\n\n## Bottom line\n\n"
)


def found(last: str) -> list[tuple[str, Severity | None]]:
    prepared = against(BODY + last, SOURCE)
    return [(prepared.document.text[s.where.start : s.where.end], s.severity) for s in adds(prepared)]


def test_a_bottom_line_sums_up() -> None:
    assert found("Whether the trust sold 14 berths is in dispute between Venn and Roth.") == []


def test_a_new_figure_or_name_blocks_and_is_a_note_where_the_sources_have_it() -> None:
    assert found("The trust sold 75 berths.") == [("75", None)]
    assert found("Gerd Amsel will decide.") == [("Gerd Amsel", None)]
    assert found("Dov Pell asked for 28 lamps.") == [("28", Severity.NOTE), ("Dov Pell", Severity.NOTE)]


def test_an_opening_summary_is_no_bottom_line() -> None:
    prepared = against("# Mayor accuses trust\n\n## In short\n\nThe trust sold 75 berths.\n\n## Claims\n\n" + BODY[24:90], SOURCE)
    assert list(adds(prepared)) == []
