"""Renders a brief for people: Markdown, and one self-contained HTML page that prints and needs no script."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.records import Brief, BriefSentence, Citation, Document, DocumentId


def markdown(brief: Brief) -> str:
    """The brief with numbered receipts: [1] points to the passage listed at the end."""
    numbers = _numbers(brief)
    out = [f"# {brief.headline}", "", "<!-- counterclaim/brief/1: our own writing, never a source -->", ""]
    for section in brief.sections:
        out += [f"## {section.heading}", ""]
        out += [f"{s.text} {_marks(s, numbers)}" for s in section.sentences]
        out.append("")
    out += ["## Receipts", ""]
    documents = {d.id: d for d in brief.documents}
    out += [f"{n}. {_place(documents[c.document], c)}" for c, n in numbers.items()]
    return "\n".join(out) + "\n"


def html(brief: Brief) -> str:
    """One page; each receipt opens its passage in place."""
    environment = Environment(
        loader=PackageLoader("counterclaim.brief"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    documents: dict[DocumentId, Document] = {d.id: d for d in brief.documents}
    return environment.get_template("brief.html").render(brief=brief, documents=documents)


def _numbers(brief: Brief) -> dict[Citation, int]:
    citations = dict.fromkeys(c for section in brief.sections for s in section.sentences for c in s.citations)
    return {c: n for n, c in enumerate(citations, start=1)}


def _marks(sentence: BriefSentence, numbers: dict[Citation, int]) -> str:
    return "".join(f"[{numbers[c]}]" for c in sentence.citations)


def _place(document: Document, c: Citation) -> str:
    where = document.provenance.publisher or document.title or document.provenance.path
    exact = " ".join(c.selector.exact.split())
    return f"{where} ({document.provenance.path}, characters {c.span.start}–{c.span.end}, SHA-256 {c.sha256[:12]}): {exact}"
