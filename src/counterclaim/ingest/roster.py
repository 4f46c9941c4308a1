"""Opens a newsroom's roster file, TOML or YAML, as plain values; what they mean is told by `parties.roster`.

Refuses a file that is missing, of another kind, or that its format's reader cannot read.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from counterclaim.errors import MissingSource, RosterError, UnreadableSource
from counterclaim.ingest.decode import decode
from counterclaim.ingest.values import ValuesError, from_toml, from_yaml


def load(path: Path) -> Any:
    """The values of a roster file."""
    source = str(path)
    if path.suffix.lower() not in {".toml", ".yaml", ".yml"}:
        raise RosterError(f"a roster is a .toml or .yaml file, not {path.suffix or 'a file without a suffix'}", source=source)
    try:
        data = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError) as error:
        raise MissingSource("there is no such roster file", source=source) from error
    except OSError as error:
        raise UnreadableSource(f"the roster cannot be opened: {error.strerror}", source=source) from error
    text = decode(data, source=source)
    try:
        return from_toml(text) if path.suffix.lower() == ".toml" else from_yaml(text)
    except ValuesError as error:
        raise RosterError(f"cannot be read as {path.suffix[1:].upper()}: {' '.join(str(error).split())}", source=source) from error
