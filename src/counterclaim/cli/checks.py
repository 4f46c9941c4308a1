"""The commands that check a text: audit, explain, mutate, verify."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from counterclaim.cli.options import CACHE, OUTPUT, READER, SOURCES, file, format_of
from counterclaim.cli.output import chosen, put, rewrite, show, sources_of


@click.command()
@click.argument("briefs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="BRIEF...")
@SOURCES
@OUTPUT
@format_of("text", "json", "sarif", "github")
@file("--profile", "named", "The newsroom's profile; else counterclaim.toml or pyproject.toml, found from the brief upwards.")
@file("--baseline", "known", "Findings that were accepted before are not told again.")
@file("--write-baseline", "accept", "Accept all that is found now: write it to FILE, exit with 0.")
@file("--previous", "earlier", "The version of the brief that was published before: changes need a note (one brief only).")
@click.option("--fix", is_flag=True, help="First mend in the brief's file what is certain: typography of true quotations, spaces, names.")
@click.option("--dry-run", "dry", is_flag=True, help="With --fix: print what would change, change nothing.")
@READER
@CACHE
@click.pass_context
def audit(
    ctx: click.Context,
    /,
    briefs: tuple[Path, ...],
    paths: tuple[Path, ...],
    output: Path | None,
    kind: str | None,
    named: Path | None,
    known: Path | None,
    accept: Path | None,
    earlier: Path | None,
    fix: bool,
    dry: bool,
    **reading: Any,
) -> None:
    """What an editor must look at in a text, held against its sources. Exit code 1 where a finding blocks."""
    from counterclaim import pipeline
    from counterclaim.audit import baseline, profile

    form = chosen(kind, output, {".json": "json", ".sarif": "sarif", ".txt": "text"}, default="text")
    wanted = [pipeline.settings(brief, named) for brief in briefs]
    accepted = pipeline.accepted(known) if known else frozenset()
    drafts = pipeline.drafts(briefs)
    held = _held_against(briefs, wanted, paths, **reading)
    if fix or dry:
        if _mend(briefs, drafts, held, fix=fix, dry=dry):
            return
        drafts = pipeline.drafts(briefs)
    if earlier and len(briefs) > 1:
        raise click.UsageError("--previous is the earlier version of one brief; name one brief only")
    before = pipeline.drafts([earlier])[0] if earlier else None
    raw = [r for d, e in zip(drafts, held, strict=True) for r in pipeline.audit([d], e, before)]
    reports = pipeline.reviewed(drafts, raw, wanted, accepted)
    put(_told(form, reports, drafts).encode(), output)
    if accept:
        put(baseline.write(zip(pipeline.reviewed(drafts, raw, wanted), drafts, strict=True)), accept)
        click.echo(f"counterclaim: accepted what was found in {len(briefs)} brief(s): {accept}", err=True)
    elif any(profile.fails([r], p) for r, p in zip(reports, wanted, strict=True)):
        ctx.exit(1)


def _mend(briefs: tuple[Path, ...], drafts: list[Any], held: list[Any], *, fix: bool, dry: bool) -> bool:
    """Mends what is certain in each brief, or shows it -> whether it was only shown."""
    from counterclaim import pipeline
    from counterclaim.audit.patch import difference

    if not fix:
        raise click.UsageError("--dry-run needs --fix")
    found = [pipeline.mended(b, d, e) for b, d, e in zip(briefs, drafts, held, strict=True)]  # all, before one is written
    for path, draft, (mends, before, after) in zip(briefs, drafts, found, strict=True):
        if dry:
            click.echo(difference(before, after, str(path)), nl=False)
            continue
        if mends:
            rewrite(after, path)
        for m in mends:
            line = draft.text.count("\n", 0, m.where.start) + 1
            column = m.where.start - draft.text.rfind("\n", 0, m.where.start)
            click.echo(f"counterclaim: {path}:{line}:{column}: {m.was!r} is now {m.now!r}: {m.why}", err=True)
    return dry


def _told(form: str, reports: list[Any], drafts: list[Any]) -> str:
    """The reports in one of the formats of `audit`."""
    from counterclaim.export import annotations, sarif
    from counterclaim.export import audit as export
    from counterclaim.export.ledger import encode

    audited = list(zip(reports, drafts, strict=True))
    if form == "github":
        return "".join(annotations.commands(r, d) for r, d in audited)
    if form == "text":
        return export.as_text(reports, {d.path: d.text for d in drafts})
    return encode(sarif.sarif(audited) if form == "sarif" else export.as_json(reports)).decode()


@click.command()
@click.argument("check", metavar="CHECK")
def explain(check: str) -> None:
    """What a check of the audit means, why it matters, whose rule it is, and an example each way."""
    from counterclaim.audit.review import IDS
    from counterclaim.export import catalogue

    entry = catalogue.explain(check)
    click.echo(catalogue.text(entry), nl=False)
    if entry.check not in IDS:
        click.echo("\nThis version's audit does not run this check.")


@click.command()
@click.argument("brief", type=click.Path(path_type=Path), metavar="BRIEF")
@SOURCES
@click.option("--seed", type=int, default=0, show_default=True, help="The same seed plants the same errors.", metavar="N")
@click.option("--per-kind", type=click.IntRange(1), default=3, show_default=True, help="Errors of each kind, at most.", metavar="N")
@format_of("text", "json")
@file("--profile", "named", "The newsroom's profile, as for audit.")
@READER
@CACHE
def mutate(brief: Path, paths: tuple[Path, ...], seed: int, per_kind: int, kind: str | None, named: Path | None, **reading: Any) -> None:
    """Plants known errors into copies of a brief and tells how many of them the audit would have let pass."""
    from counterclaim import pipeline
    from counterclaim.audit import trial
    from counterclaim.audit.mutate import LEFT_OUT
    from counterclaim.export.ledger import encode
    from counterclaim.export.trial import table

    wanted = pipeline.settings(brief, named)
    (draft,) = pipeline.drafts([brief])
    (evidence,) = _held_against((brief,), [wanted], paths, **reading)
    outcomes = pipeline.try_out(draft, evidence, wanted, seed=seed, per_kind=per_kind)
    if kind == "json":
        put(encode(trial.as_json(draft, outcomes, seed=seed)), None)
        return
    show(table([(t.kind, t.planted, t.found) for t in trial.tallies(outcomes)]), None)
    for o in outcomes:
        if not o.found_by and o.mutation.kind != LEFT_OUT:
            click.echo(f"would have passed: {o.mutation.kind}: {' '.join(o.mutation.corrupted.split())}")


def _held_against(briefs: tuple[Path, ...], wanted: list[Any], paths: tuple[Path, ...], **reading: Any) -> list[Any]:
    """What the sources of each brief say: those named, else those of its profile, each read once for all briefs."""
    from counterclaim import pipeline

    where = [paths or pipeline.sources_of(brief, profile) for brief, profile in zip(briefs, wanted, strict=True)]
    read = {these: sources_of(these, briefs, **reading) for these in dict.fromkeys(where)}
    return [read[these] for these in where]


@click.command()
@click.argument("brief", type=click.Path(path_type=Path), metavar="BRIEF.json")
@click.option(
    "--sources",
    type=click.Path(path_type=Path),
    multiple=True,
    required=True,
    metavar="PATH",
    help="A source file or a folder of them; may be given several times.",
)
@click.pass_context
def verify(ctx: click.Context, brief: Path, sources: tuple[Path, ...]) -> None:
    """Re-check every receipt and every quotation of a brief against its sources, offline.

    Exit code 0: all hold; 1: one does not; 2: could not run.
    """
    from counterclaim import pipeline

    failures, looked_at = pipeline.verify_brief(brief, sources)
    for failure in failures:
        click.echo(f"{brief}: {failure.place}: {failure.reason}")
    counts = f"{looked_at.receipts} receipts and {looked_at.quotations} quotations in {looked_at.sentences} sentences"
    click.echo(f"checked {looked_at.sources} sources, {counts}: {f'{len(failures)} failures' if failures else 'all hold'}")
    if not looked_at.has_digest:
        click.echo("not checked: the brief carries no digest, so words outside its quotations may have been changed")
    ctx.exit(1 if failures else 0)
