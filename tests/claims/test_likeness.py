from counterclaim.claims.likeness import Likeness, Pool

CRANE, LETTER, BOTH = frozenset({"crane", "harbour"}), frozenset({"letter", "harbour"}), frozenset({"crane", "letter", "harbour"})


def test_the_same_words_are_wholly_alike_and_words_apart_not_at_all() -> None:
    likeness = Likeness([CRANE, LETTER])
    assert round(likeness.between(CRANE, CRANE), 6) == 1.0
    assert likeness.between(CRANE, frozenset({"tug"})) == 0.0


def test_a_rare_word_shared_counts_for_more_than_a_common_one() -> None:
    likeness = Likeness([CRANE, LETTER, frozenset({"harbour", "tug"})])
    assert likeness.between(frozenset({"crane", "tug"}), CRANE) > likeness.between(frozenset({"harbour", "tug"}), CRANE)


def test_a_pool_finds_each_owner_by_its_most_like_bag_and_not_those_that_share_too_little() -> None:
    likeness = Likeness([CRANE, LETTER, BOTH])
    pool: Pool[str] = Pool(likeness)
    pool.add(CRANE, "x1")
    pool.add(LETTER, "x1")
    pool.add(LETTER, "x2")
    assert pool.like(CRANE) == {"x1": 1.0, "x2": likeness.between(CRANE, LETTER)}
    assert list(pool.like(CRANE, sharing=2)) == ["x1"]
