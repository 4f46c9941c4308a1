"""How the commands are run in tests, and the text they read."""

from __future__ import annotations

from click.testing import CliRunner, Result

from counterclaim.cli import main

TEXT = (
    "Mara Venn accused the harbour council of hiding the survey. The harbour council denied the allegations.\n\n"
    "Venn said the council had sold 40 berths."
)


def run(*words: object) -> Result:
    """Runs one command in this process."""
    return CliRunner().invoke(main, [str(w) for w in words])
