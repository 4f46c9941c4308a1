"""Who said what about whom, who answered, and what nobody answered.

    from counterclaim import documents, read, write_brief
    found, skipped = documents([Path("story/")])
    evidence = read(found)
    print(write_brief(evidence).headline)

Heavy libraries load on first use only; `import counterclaim` is light.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from counterclaim.errors import CounterclaimError
from counterclaim.records import Brief, Charge, Document, Evidence, Party, Response, ResponseMatrix, Statement

__all__ = [
    "Brief",
    "Charge",
    "CounterclaimError",
    "Document",
    "Evidence",
    "Party",
    "Response",
    "ResponseMatrix",
    "Statement",
    "documents",
    "read",
    "write_brief",
]

_PIPELINE = {"documents", "read", "write_brief"}


def __getattr__(name: str) -> Any:
    """The pipeline's functions, loaded when they are first asked for (PEP 562)."""
    if name in _PIPELINE:
        return getattr(import_module("counterclaim.pipeline"), name)
    raise AttributeError(f"module 'counterclaim' has no attribute {name!r}")
