"""Writes what a teacher says of every word of the examples, for a smaller model to learn from: PART.teacher.npz beside PART.jsonl.

    PYTHONPATH=src:weights-accurate/src:training/en python training/en/teach.py --profile accurate --data FOLDER --parts train own

An array an article, [words, 9] log odds of O, B, I for source, cue and content, in half precision (Hinton et al. 2015). The
teacher saw the same labels, but reads more of the language.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
from train import read_articles

from counterclaim.encoder import Profile, open_profile
from counterclaim.records import Document, DocumentId, DocumentKind, Provenance
from counterclaim.text.segment import segment


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", type=Profile, default=Profile.ACCURATE)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--parts", nargs="+", required=True)
    options = parser.parse_args()
    teacher = open_profile(options.profile)
    for part in options.parts:
        said = {}
        for number, article in enumerate(read_articles(options.data, (part,))):
            name = DocumentId(article["id"])
            document = Document(id=name, kind=DocumentKind.ARTICLE, text=article["text"], provenance=Provenance(path=name, sha256=""))
            tags = teacher.score(document, segment(document)).tags
            assert len(tags) == len(article["pieces"]), name
            said[str(number)] = tags.astype(np.float16)
        np.savez(options.data / f"{part}.teacher.npz", **said)
        print(f"{part}: {len(said)} articles")


if __name__ == "__main__":
    main()
