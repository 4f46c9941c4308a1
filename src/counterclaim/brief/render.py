"""Renders a brief for people: Markdown, and one self-contained HTML page that prints and needs no script."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined

from counterclaim.export.brief import SCHEMA
from counterclaim.export.receipts import Receipt, file_name, label, listed, numbers, passage, place, receipts
from counterclaim.records import Brief, BriefSentence, Citation


def markdown(brief: Brief) -> str:
    """The brief with numbered receipts: [1] points to the passage listed at the end."""
    numbered, documents = numbers(brief), {d.id: d for d in brief.documents}
    out = [f"# {brief.headline}", "", f"<!-- {SCHEMA}: our own writing, never a source -->", ""]
    for section in brief.sections:
        out += [f"## {section.heading}", ""]
        out += [f"{s.text} {''.join(f'[{n}]' for n in dict.fromkeys(numbered[c] for c in s.citations))}" for s in section.sentences]
        out.append("")
    out += ["## Receipts", ""]
    out += [f"{n}. {place(documents[c.document], c)}: {passage(c)}" for n, c in listed(brief).items()]
    return "\n".join(out) + "\n"


def html(brief: Brief) -> str:
    """One page; each receipt opens its passage in place, with the words around it."""
    environment = Environment(
        loader=PackageLoader("counterclaim.brief"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    shown = receipts(brief)
    return environment.get_template("brief.html").render(
        brief=brief,
        schema=SCHEMA,
        receipts=shown.values(),
        receipts_of=lambda s: [shown[c] for c in s.citations],
        label=label,
        file_name=file_name,
    )


def _shown(receipts: Mapping[Citation, Receipt], s: BriefSentence) -> list[Receipt]:
    """The receipts of a sentence, each passage once."""
    return list({receipts[c].number: receipts[c] for c in s.citations}.values())
