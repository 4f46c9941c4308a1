"""How much goes into a brief of each length."""

from counterclaim.brief.length import LIMITS, Length
from counterclaim.records import SectionRole


def test_every_length_has_its_limits_and_a_longer_brief_never_holds_less() -> None:
    assert set(LIMITS) == set(Length)
    short, standard, full = (LIMITS[n] for n in (Length.SHORT, Length.STANDARD, Length.FULL))
    for name in ("statements", "context", "positions", "listed", "accusers"):
        assert getattr(standard, name) <= getattr(full, name)
    assert short.floor >= standard.floor >= full.floor


def test_a_short_brief_is_summary_and_bottom_line() -> None:
    assert LIMITS[Length.SHORT].sections == {SectionRole.SUMMARY, SectionRole.BOTTOM_LINE}
