#!/usr/bin/env python3
"""Checks a published counterclaim brief against its sources, offline. One file, Python 3.9 or later, nothing to install.

    python verify_brief.py BRIEF.json --sources PATH [--sources PATH ...] [--ledger ledger.json]

Text and Markdown sources are read from their own bytes. Of any other file (HTML, posts, DOCX, ...) the hash is checked and
the extracted text is taken from the ledger, which you then trust for it; what the brief says of a source (title, publisher,
date) is compared with the ledger too. Exit code 0: every listed source, receipt and quotation holds; 1: one does not;
2: could not run. Written apart from the package, so that one can check the other.
"""

import argparse
import hashlib
import json
import re
import sys
import unicodedata
from pathlib import Path

TEXT = {".txt", ".md", ".markdown", ".text"}
OTHER = {".html", ".htm", ".xhtml", ".json", ".xml", ".rss", ".atom", ".vtt", ".srt", ".eml", ".docx", ".pdf"}
FIELDS = ("title", "publisher", "byline", "published_at", "url")
CITATION = {"document": str, "sha256": str, "start": int, "end": int, "exact": str, "prefix": str, "suffix": str, "verdict": str}
NEGATIONS = set("not no never nor neither none nobody nothing nowhere cannot without hardly barely scarcely denies denied".split())
NEGATIONS |= {w + "n't" for w in "is are was were ai do does did has have had wo would ca could should must might need sha".split()}
ELLIPSIS, BRACKET = r"\[?\(?(?:\.\s?\.\s?\.|…)\)?\]?", r"\[([^\]]*)\]|\(\s*(?:\.\.\.|…)\s*\)"
ELIDED = r"['’‘](?:\d0s|\d\d\b|em\b|til\b|tis\b|twas\b|cause\b|n['’]|bout\b|round\b)"
SINGLE_END = r"(?<=[\w.,!?…\])])['’](?!\w)|(?<=[.,!?…])['’](?=\w)"


def once(pairs):
    if len(dict(pairs)) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return dict(pairs)


def shaped(value, required, optional=()):
    """The further keys of an object. Refuses one that lacks a required key, or in which a value is of another type."""
    is_right = isinstance(value, dict) and all(type(value.get(k)) is t for k, t in required.items())
    if not is_right or any(type(value.get(k)) not in (str, type(None)) for k in optional):
        raise ValueError("something is missing or of another type")
    return set(value) - set(required) - set(optional)


def load(path):
    b = json.loads(path.read_bytes().decode("utf-8"), object_pairs_hook=once, parse_constant=int)  # int("NaN") is refused
    shaped(b, {"schema": str, "headline": str, "documents": list, "sections": list})
    further = set() if b["schema"] == "counterclaim/brief/1" and type(b.get("digest", "")) is str else {"schema"}
    [shaped(d, {"id": str, "path": str, "sha256": str}, FIELDS) for d in b["documents"]]
    [shaped(p, {"id": str}) for p in b.get("parties", [])]
    for s in b["sections"]:
        shaped(s, {"role": str, "heading": str, "sentences": list})
        for x in s["sentences"]:
            further |= shaped(x, {"text": str, "voice": str, "citations": list}, ("party", "charge"))
            further |= {k for c in x["citations"] for k in shaped(c, CITATION, ("statement",))}
    if further:
        raise ValueError(f"not as counterclaim/brief/1 has it: {', '.join(sorted(further))}")
    return b


def documents(tops, ledger):
    """hash -> the texts of the file, with what the ledger says of them."""
    found = {}
    for top in tops:
        for file in sorted(top.rglob("*")) if top.is_dir() else [top]:
            kind = file.suffix.lower()
            if file.is_file() and kind in TEXT | OTHER and not any(p.startswith(".") for p in file.relative_to(top).parts):
                data = file.read_bytes()
                h = hashlib.sha256(data).hexdigest()
                known = [d for d in ledger if d["sha256"] == h]
                text = plain(data) if kind in TEXT else None
                found.setdefault(h, []).extend(known if text is None else [dict(known[0] if known else {}, text=text)])
    return found


def plain(data):
    """The text below the front matter, with \\n as line end; None where the encoding is not UTF-8."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError:
        return None
    m = re.match(r"---[ \t]*\n(?P<yaml>.*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)", text, re.DOTALL)
    is_front = m and re.search(r"^[A-Za-z_][\w-]*[ \t]*:", m["yaml"], re.MULTILINE)
    return None if "\0" in text else text[m.end() if is_front else 0 :]


def words(text):
    """Comparable words: typography and composition made even; marks, spaces and invisible characters left out."""
    out = []
    for c in text:
        c = "'" if c in "‘’‚‛‹›′`´" else c
        if unicodedata.combining(c) and out and len(unicodedata.normalize("NFC", out[-1] + c)) == 1:
            out[-1] = unicodedata.normalize("NFC", out[-1] + c)
        elif c not in "\u00ad\u200b\u200c\u200d\u2060\ufeff":
            out.append(c)
    return re.findall(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*|[%$£€¥&@#+=§°]", "".join(out))


def job(t, m, in_single, in_double):
    """Whether a mark opens, closes or does nothing: by its neighbours, and by what is open."""
    sign, b, a = m.group(), t[m.start() - 1 : m.start()] or " ", t[m.end() : m.end() + 1] or " "
    opens = (b in "([{—–/-" or b.isspace()) and not a.isspace()
    if sign in "‘’'":
        later = re.compile(SINGLE_END).search(t, m.end())
        if b.isalnum() and a.isalnum():
            return ""
        if in_single and sign != "‘" and not b.isspace():
            return "" if b == "s" and later else "close"
        opens = (opens or (b in '"“' and not a.isspace())) and sign != "’" and not re.compile(ELIDED, re.I).match(t, m.start())
        return "open" if opens and (later or (sign == "‘" and t[-1] in ".,!?…")) else ""
    if sign in ("“", "„", "«", "``"):
        return "close" if in_double and sign != "``" and not b.isspace() and a.isspace() else "open"
    if sign in "”»":
        return "close" if in_double else ""
    opens = opens or (b in "‘'“" and not a.isspace())
    if in_double:
        return "open" if opens and b.isspace() else "close"
    return "open" if opens or not (a.isspace() or b.isdigit()) else ""


def quotations(t):
    """The words between quotation marks, nested and unclosed ones too."""
    found, stack = [], []
    for m in re.finditer(r"``|''|[\"“”„«»‘’']", t):
        single = m.group() in "‘’'"
        what = job(t, m, any(s for _, s in stack), any(not s for _, s in stack))
        if what == "open":
            if stack and stack[-1][1] is single:
                found += [t[stack.pop()[0] : m.start()].rstrip()] * (not single)
            stack.append((m.end(), single))
        while what == "close" and stack and stack[-1][1] is not single:
            stack.pop()
        if what == "close" and stack:
            found.append(t[stack.pop()[0] : m.start()])
    return [q for q in found + [t[i:].rstrip() for i, single in stack if not single] if q]


def use(quotation, passage):
    """0: not there; 1: in pieces around an ellipsis or a bracket that hide or add no negation and no number; 2: word for word."""
    said = f" {' '.join(words(passage))} "
    like = lambda part: f"(?i:{re.escape(part[0][0])}){re.escape(' '.join(part)[1:])}"  # noqa: E731 - a first letter may be large
    whole, cut = words(quotation), re.sub(BRACKET, "\n", " ".join(quotation.split()))
    if whole and re.search(f" {like(whole)} ", said):
        return 2
    parts = [w for w in map(words, re.sub(ELLIPSIS, "\n", cut).split("\n")) if w]
    inserted = [m for m in re.findall(BRACKET, quotation) if m and not re.fullmatch(ELLIPSIS, m.strip())]
    pattern = " " + r"((?: \S+)*?) ".join(map(like, parts)) + " "
    found = re.search(pattern, said) if parts and (inserted or len(parts) > 1) else None
    hidden = words(" ".join([*inserted, *found.groups()])) if found else ["not"]
    return int(not any(w.casefold() in NEGATIONS or w[0].isdigit() for w in hidden))


def failures(b, found):
    canonical = json.dumps({k: v for k, v in b.items() if k != "digest"}, sort_keys=True, separators=(",", ":"))
    if "digest" in b and b["digest"] != "sha256:" + hashlib.sha256(canonical.encode()).hexdigest():
        yield "brief: changed after it was written"
    listed, people = {d["id"]: d for d in b["documents"]}, {p["id"] for p in b.get("parties", [])}
    alike = lambda d: [x for x in found.get(d["sha256"], []) if all(x.get(k) == d[k] for k in FIELDS if k in d and k in x)]  # noqa: E731
    for d in b["documents"]:
        same_hash, same_id = ([x for x in b["documents"] if x[k] == d[k]] for k in ("sha256", "id"))
        if not alike(d) or len(same_hash) > len(found[d["sha256"]]) or len(same_id) > 1:
            yield f"document {d['id']}: {d['path']} is missing, changed, of a kind that needs the ledger, or not as the brief says"
    lines = [(f"section {i}, sentence {k}", x) for i, s in enumerate(b["sections"], 1) for k, x in enumerate(s["sentences"], 1)]
    if not lines:
        yield "brief: holds no sentence"
    for place, x in lines:
        if not x["citations"] or (x.get("party") is not None and "parties" in b and x["party"] not in people):
            yield f"{place}: cites nothing, or is given to somebody whom the brief does not list"
        for c in x["citations"]:
            a, z, d = c["start"], c["end"], listed.get(c["document"])
            texts = [s["text"] for s in alike(d)] if d and d["sha256"] == c["sha256"] else []
            texts = [t for t in texts if 0 <= a < z <= len(t) and t[a:z] == c["exact"]]
            if not any(t[:a].endswith(c["prefix"]) and t[z:].startswith(c["suffix"]) for t in texts):
                yield f"{place}: {c['document']} does not hold the cited words at {a} to {z}"
            if c["verdict"] != ("paraphrase", "marked", "verbatim")[max((use(q, c["exact"]) for q in quotations(x["text"])), default=0)]:
                yield f"{place}: the receipt's verdict is not what its use is"
    every = [c["exact"] for _, x in lines for c in x["citations"]]
    quoting = [("headline", b["headline"], every), *(("heading", s["heading"], every) for s in b["sections"])]
    for place, text, exacts in [*quoting, *((p, x["text"], [c["exact"] for c in x["citations"]]) for p, x in lines)]:
        yield from (f"{place}: “{q}” stands in no cited passage" for q in quotations(text) if not any(use(q, e) for e in exacts))


def main(argv=None):
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("brief", type=Path)
    ap.add_argument("--sources", type=Path, action="append", required=True)
    ap.add_argument("--ledger", type=Path)
    a = ap.parse_args(argv)
    try:
        [p.stat() for p in a.sources]  # one that is not there stops everything
        found = list(failures(load(a.brief), documents(a.sources, json.loads(a.ledger.read_bytes())["documents"] if a.ledger else [])))
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        print(f"verify_brief: {a.brief}: could not run: {error}", file=sys.stderr)
        return 2
    print(*found, f"{a.brief}: {f'{len(found)} failures' if found else 'every source, receipt and quotation holds'}", sep="\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
