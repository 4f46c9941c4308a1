"""The brief's JSON has the keys of the contract."""

from counterclaim.brief.write import write
from counterclaim.export.brief import brief, digest
from factories import dispute


def test_every_sentence_carries_its_receipts() -> None:
    written = brief(write(dispute()))
    assert written["schema"] == "counterclaim/brief/1"
    sentences = [x for s in written["sections"] for x in s["sentences"]]
    assert all(x["citations"] for x in sentences)
    assert set(sentences[0]["citations"][0]) == {"document", "sha256", "start", "end", "exact", "prefix", "suffix", "statement", "verdict"}


def test_the_digest_is_of_the_content_whatever_its_order() -> None:
    written = brief(write(dispute()))
    assert written["digest"] == digest(dict(reversed(written.items())))
    assert written["digest"] != digest(written | {"headline": "Another"})
