"""Who speaks in a document without turns."""

import pytest

from counterclaim.parties.issuer import issuer
from counterclaim.records import DocumentKind
from factories import doc

_LETTER = "Dear members,\n\nI never took a coin.\n\nMara Venn, chair\n"


@pytest.mark.parametrize(
    ("text", "kind", "fields", "name"),
    [
        (_LETTER, DocumentKind.MAIL, {}, "Mara Venn"),
        ("We regret it.\n\nThe pump is mended.\n", DocumentKind.RELEASE, {"publisher": "Selby Water"}, "Selby Water"),
        ("We regret it.\n", DocumentKind.POST, {"byline": "Ila Roth"}, "Ila Roth"),
        (_LETTER, DocumentKind.ARTICLE, {}, None),
    ],
)
def test_who_issued_a_document(text: str, kind: DocumentKind, fields: dict[str, str], name: str | None) -> None:
    assert issuer(doc(text, kind=kind, **fields)) == name
