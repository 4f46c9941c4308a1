"""Read a corpus: stories of a split as dataclasses, standoff annotations joined with their texts, hashes checked.

    python -m corpora.reader corpora/wikinews --split heldout --data ../shared/data --join DIR

writes the stories as folders with texts and gold.json (strings restored), the form that scorers of disputes read.

A corpus is a folder with splits.json ({"rule", "texts", "train": [story], "heldout": [story]}) and stories/<story>/gold.json.
`texts` null: each story folder holds its texts. Otherwise a path below the data folder: a CSV with the columns `url` and `text`,
or a folder. Offsets are Unicode code points, half-open. A text whose hash differs from the annotated one is refused.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from corpora.compile import FIELDS, LabelError, load_csv, load_json, read_text, sha256, write

Spans = tuple[tuple[int, int], ...]
SPLITS = ("train", "heldout")
DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


class ReaderError(Exception):
    """A corpus that cannot be read as it stands: one line that names corpus, story and document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text of a story with what is known about it."""

    id: str
    kind: str
    publisher: str
    title: str
    date: str
    url: str | None
    text: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A person, organisation or group."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    on_behalf_of: str | None
    role: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One attributed stretch of a document."""

    id: str
    doc: str
    speaker: str | None
    target: str | None
    addressee: str | None
    within: str | None
    act: str
    source: Spans
    cue: Spans
    content: Spans
    medium: Spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Charge:
    """An accusation with all statements that make it."""

    id: str
    gist: str
    accuser: str | None
    accused: str
    statements: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """One answer to one charge."""

    charge: str
    statement: str
    by: str
    stance: str
    directness: str
    wording: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """The documents about one event with their annotations."""

    id: str
    annotator: str
    documents: tuple[Document, ...]
    parties: tuple[Party, ...]
    statements: tuple[Statement, ...]
    charges: tuple[Charge, ...]
    responses: tuple[Response, ...]
    traps: tuple[str, ...]
    domain: str | None

    def words(self, statement: Statement, field: str) -> tuple[str, ...]:
        """The strings of one field of a statement, as they stand in its document."""
        text = next(document.text for document in self.documents if document.id == statement.doc)
        return tuple(text[start:end] for start, end in getattr(statement, field))


# ---------------------------------------------------------------- files


def splits(corpus: Path) -> dict[str, Any]:
    """splits.json of a corpus."""
    try:
        found = load_json(corpus / "splits.json")
    except LabelError as error:
        raise ReaderError(str(error)) from None
    if any(not isinstance(found.get(split), list) for split in SPLITS):
        raise ReaderError(f"{corpus / 'splits.json'}: needs the lists {' and '.join(SPLITS)}")
    return found


def labelled(corpus: Path) -> list[str]:
    """Names of the stories that are labelled."""
    return sorted(path.parent.name for path in corpus.glob("stories/*/gold.json"))


def text_of(corpus: Path, story: str, doc: Mapping[str, Any], texts: str | None, data: Path) -> str:
    """One document's text, wherever it stands."""
    try:
        if texts is None:
            return read_text(corpus / "stories" / story / f"{doc['id']}.txt")
        path = data / texts
        if not path.exists():
            raise ReaderError(f"{corpus.name} {story} {doc['id']}: its texts are not at {path}; name the data folder")
        if path.suffix == ".csv":
            return rows(path)[unquote(doc["url"])]
        own = path / story
        return read_text((own if own.is_dir() else path) / f"{doc['id']}.txt")
    except LabelError as error:
        raise ReaderError(str(error)) from None
    except KeyError:
        raise ReaderError(f"{corpus.name} {story} {doc['id']}: no text with url {doc.get('url')!r}") from None


@cache
def rows(path: Path) -> dict[str, str]:
    """url -> text of a CSV, read once."""
    return load_csv(path)


def restore(gold: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, Any]:
    """gold.json with the strings that its offsets point to (one piece: a string; several: a list; none: null)."""
    statements = []
    for s in gold["statements"]:
        words = {field: [texts[s["doc"]][start:end] for start, end in s[f"{field}_at"]] for field in FIELDS}
        statements.append(s | {field: (v if len(v) > 1 else v[0] if v else None) for field, v in words.items()})
    return {**gold, "statements": statements}


# ---------------------------------------------------------------- records


def spans(value: Sequence[Sequence[int]]) -> Spans:
    """Offsets as tuples."""
    return tuple((start, end) for start, end in value)


def document(meta: Mapping[str, Any], text: str) -> Document:
    """Record of one document."""
    known = {key: meta.get(key) or "" for key in ("id", "kind", "publisher", "title", "date")}
    return Document(**known, url=meta.get("url"), text=text, sha256=sha256(text))


def party(item: Mapping[str, Any]) -> Party:
    """Record of one party."""
    return Party(
        id=item["id"],
        name=item["name"],
        kind=item["kind"],
        aliases=tuple(item["aliases"]),
        on_behalf_of=item["on_behalf_of"],
        role=item.get("role"),
    )


def statement(item: Mapping[str, Any]) -> Statement:
    """Record of one statement."""
    same = {key: item.get(key) for key in ("id", "doc", "speaker", "target", "addressee", "within", "act")}
    return Statement(**same, **{field: spans(item[f"{field}_at"]) for field in FIELDS})  # type: ignore[arg-type]


def charge(item: Mapping[str, Any]) -> Charge:
    """Record of one charge."""
    same = {key: item[key] for key in ("id", "gist", "accuser", "accused", "status")}
    return Charge(**same, statements=tuple(item["statements"]))


def response(item: Mapping[str, Any]) -> Response:
    """Record of one response."""
    return Response(**{key: item[key] for key in ("charge", "statement", "by", "stance", "directness", "wording")})


def check_text(where: str, noted: Mapping[str, Any] | None, text: str) -> None:
    """Refuse a text that is not the annotated one."""
    if noted is None:
        raise ReaderError(f"{where}: gold.json does not know this document")
    if noted["sha256"] != sha256(text):
        raise ReaderError(
            f"{where}: the text has changed since it was labelled (sha256 {sha256(text)[:12]}, labelled {noted['sha256'][:12]})"
        )


def read_story(corpus: Path, name: str, *, data: Path = DATA) -> Story:
    """One labelled story with its texts."""
    folder = corpus / "stories" / name
    try:
        gold, meta = load_json(folder / "gold.json"), load_json(folder / "meta.json")
    except LabelError as error:
        raise ReaderError(str(error)) from None
    noted = {item["id"]: item for item in gold["documents"]}
    documents = []
    for item in meta["docs"]:
        text = text_of(corpus, name, item, splits(corpus).get("texts"), data)
        check_text(f"{corpus.name} {name} {item['id']}", noted.get(item["id"]), text)
        documents.append(document(item, text))
    return Story(
        id=name,
        annotator=gold.get("annotator") or "",
        documents=tuple(documents),
        parties=tuple(map(party, gold["parties"])),
        statements=tuple(map(statement, gold["statements"])),
        charges=tuple(map(charge, gold["charges"])),
        responses=tuple(map(response, gold["responses"])),
        traps=tuple(meta.get("traps") or ()),
        domain=meta.get("domain"),
    )


def read(corpus: Path, *, split: str | None = None, data: Path = DATA) -> Iterator[Story]:
    """The labelled stories of a split (of all splits, if none is named), in order of their names."""
    found = splits(corpus)
    if split is not None and split not in SPLITS:
        raise ReaderError(f"{corpus.name}: split {split!r} is not one of {', '.join(SPLITS)}")
    wanted = {name for key in SPLITS for name in found[key] if split in (None, key)}
    for name in labelled(corpus):
        if name in wanted:
            yield read_story(corpus, name, data=data)


def join(corpus: Path, out: Path, *, split: str | None = None, data: Path = DATA) -> int:
    """Write stories with texts and restored strings; returns how many."""
    count = 0
    for story in read(corpus, split=split, data=data):
        folder = corpus / "stories" / story.id
        texts = {d.id: d.text for d in story.documents}
        write(out / story.id / "gold.json", restore(load_json(folder / "gold.json"), texts))
        (out / story.id / "meta.json").write_bytes((folder / "meta.json").read_bytes())
        for name, text in texts.items():
            (out / story.id / f"{name}.txt").write_text(text, "utf-8", newline="")
        count += 1
    return count


def main(argv: Sequence[str] | None = None) -> int:
    """Command line: count the stories, or write them joined."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--split", choices=SPLITS)
    parser.add_argument("--data", type=Path, default=DATA, help="folder that holds the texts of standoff corpora")
    parser.add_argument("--join", type=Path, metavar="DIR", help="write the stories here, with texts")
    options = parser.parse_args(argv)
    try:
        if options.join:
            print(join(options.corpus, options.join, split=options.split, data=options.data), "stories written")
        else:
            for story in read(options.corpus, split=options.split, data=options.data):
                print(json.dumps([story.id, len(story.documents), len(story.statements), len(story.charges), len(story.responses)]))
    except ReaderError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
