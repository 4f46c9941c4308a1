"""Trains an attribution model: one encoder, three BIO layers (source, cue, content), and a scorer of links between spans.

Where a teacher's scores lie beside the examples (teach.py) the tags are learned from both. The same pass teaches the encoder's
states what later rooms read from them: the act of a statement, where its target is named, and which statement it answers.

    PYTHONPATH=src:training/en python training/en/train.py --run standard --data FOLDER --base FOLDER --out FOLDER

Read bases.py, then this from top to bottom: settings, heads, examples, losses, schedule, loop. A run stops at its number of epochs or at
`--until` (a time), whichever is first, with the learning rate decayed by then; it writes a checkpoint every ten
minutes and resumes from it. Each run adds a line to runs.tsv.
"""

from __future__ import annotations

import argparse
import itertools
import json
import math
import random
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bases import Encoder, load_base
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.records import Act
from counterclaim.statements.relations import FEATURES, Surroundings, pair_features

ROLES = ("source", "cue", "content")
TAGS = 3 * len(ROLES)  # O, B, I of each role, in this order
LINKS = (("content", "cue", "source"), ("cue", "source", "content"))  # chooser, target, the third role
CHECKPOINT_SECONDS = 600


# --- settings ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Settings:
    """One run of config.toml."""

    layers: int
    rate: float
    head_rate: float
    epochs: float
    window: int = 254
    batch: int = 8
    seed: int = 1
    dropout: float = 0.1
    rank: int = 32
    hidden_features: int = 16
    link_weight: float = 0.3
    teacher_weight: float = 0.0  # of the teacher's word beside the label's
    told_weight: float = 0.1  # of acts, targets and answers, each
    pointer: int = 64  # width of the space in which targets and answers are pointed at
    warm_up: float = 0.1
    weight_decay: float = 0.01
    freeze_layers: int = 0
    base: dict[str, str] | None = None  # what the card says of the base model
    parts: tuple[str, ...] = ("train",)
    eagerness: tuple[float, float, float] = (2.0, 2.0, 0.0)  # of decoding; chosen on the development part


# --- heads ---------------------------------------------------------------------------------------------------------


class Linker(nn.Module):
    """Scores of all (chooser, target) pairs, and of no target: a low-rank product of the spans plus a small net of pair features."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.hidden = nn.Linear(len(FEATURES), settings.hidden_features)
        self.score = nn.Linear(settings.hidden_features, 1)
        self.null = nn.Parameter(torch.zeros(settings.rank))
        self.null_bias = nn.Parameter(torch.zeros(1))

    def forward(self, choosers: Tensor, targets: Tensor, features: Tensor) -> Tensor:
        """[n, rank], [m, rank], [n, m, FEATURES] -> [n, m + 1]; the last column is "none"."""
        pairs = choosers @ targets.T + self.score(torch.relu(self.hidden(features))).squeeze(-1)
        none = choosers @ self.null + self.null_bias
        return torch.cat([pairs, none[:, None]], dim=1)


class Pointer(nn.Module):
    """Scores of what a statement points at, and of nothing: a product in a small space."""

    def __init__(self, width: int, to_width: int, size: int) -> None:
        super().__init__()
        self.start, self.end = nn.Linear(width, size, bias=False), nn.Linear(to_width, size, bias=False)
        self.null = nn.Linear(width, 1)

    def forward(self, statements: Tensor, targets: Tensor) -> Tensor:
        """[n, width], [m, to_width] -> [n, m + 1]; the last column is "nothing"."""
        pairs = self.start(statements) @ self.end(targets).T / math.sqrt(self.start.out_features)
        return torch.cat([pairs, self.null(statements)], dim=1)


class Told(nn.Module):
    """What is read from the states of a statement's content and cue: its act, its target, what it answers."""

    def __init__(self, width: int, size: int) -> None:
        super().__init__()
        self.acts = nn.Linear(2 * width, len(Act))
        self.target = Pointer(2 * width, width, size)
        self.answers = Pointer(2 * width, 2 * width, size)


class Model(nn.Module):
    """Projections hold, for each link, rank columns each of: chooser's first word, its last, target's first, its last."""

    def __init__(self, config: dict[str, Any], settings: Settings) -> None:
        super().__init__()
        self.encoder = Encoder(config, settings.layers, settings.freeze_layers)
        self.dropout = nn.Dropout(settings.dropout)
        self.tags = nn.Linear(config["hidden_size"], TAGS)
        self.projections = nn.Linear(config["hidden_size"], 4 * settings.rank * len(LINKS))
        self.links = nn.ModuleList(Linker(settings) for _ in LINKS)
        self.told = Told(config["hidden_size"], settings.pointer)
        nn.init.normal_(self.projections.weight, std=0.02)

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        states = self.encoder(pieces, features)
        kept = self.dropout(states)
        return self.tags(kept), self.projections(kept), states


# --- examples ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Statements:
    """The statements of a window, for the heads above the states; a row of zeros teaches nothing."""

    content: np.ndarray  # [n, words], means
    cue: np.ndarray  # [n, words], means; zeros where there is no cue
    acts: np.ndarray  # [n, acts], 1 where the label allows it
    target: np.ndarray  # [n, words + 1], 1 where the target is named; the last column: it has none
    answers: np.ndarray  # [n, n + 1], 1 where answered; the last column: it answers nothing


@dataclass(frozen=True)
class Window:
    """A stretch of an article: pieces with the ends marked, the place of each word's first piece, tags and links in words."""

    pieces: list[int]
    features: list[tuple[int, int, int]]
    firsts: list[int]
    tags: np.ndarray  # [words, roles]
    spans: dict[str, np.ndarray]  # role -> [n, 2]
    gold: tuple[np.ndarray, ...]  # for each link [choosers, targets + 1], 1 where right; a row of zeros teaches nothing
    around: Surroundings
    statements: Statements | None
    teacher: np.ndarray | None  # [words, 9]


def read_articles(folder: Path, parts: tuple[str, ...], *, taught: bool = False) -> list[dict[str, Any]]:
    """The examples; where `taught`, each with its teacher's scores under "teacher"."""
    articles = []
    for part in parts:
        here = [json.loads(line) for line in (folder / f"{part}.jsonl").read_text("utf-8").splitlines()]
        if taught:
            with np.load(folder / f"{part}.teacher.npz") as said:
                here = [{**a, "teacher": said[str(i)].astype(np.float32)} for i, a in enumerate(here)]
        articles.extend(here)
    return articles


def windows(article: dict[str, Any], size: int, ends: tuple[int, int], rng: random.Random) -> Iterator[Window]:
    """Cuts an article at paragraphs, from a random offset, into stretches of at most `size` pieces."""
    lengths = [len(p) for p in article["pieces"]]
    paragraphs = article["paragraphs"]
    start, room = 0, rng.randint(size // 4, size)
    while start < len(lengths):
        end, used, boundary = start, 0, start
        while end < len(lengths) and used + lengths[end] <= room:
            used += lengths[end]
            end += 1
            if end == len(lengths) or paragraphs[end] != paragraphs[end - 1]:
                boundary = end
        stop = boundary if boundary > start and (end < len(lengths)) and _fills(lengths, start, boundary, room) else max(end, start + 1)
        yield window(article, start, stop, ends)
        start, room = stop, size


def _fills(lengths: list[int], start: int, boundary: int, room: int) -> bool:
    return sum(lengths[start:boundary]) * 2 > room


def window(article: dict[str, Any], start: int, stop: int, ends: tuple[int, int]) -> Window:
    pieces, features, firsts = [ends[0]], [(0, 0, 0)], []
    for i in range(start, stop):
        firsts.append(len(pieces))
        begins = int(i == 0 or article["paragraphs"][i] != article["paragraphs"][i - 1])
        pieces.extend(article["pieces"][i])
        features.extend([(article["casing"][i], article["quoted"][i], begins)] * len(article["pieces"][i]))
    tags = np.zeros((stop - start, len(ROLES)), dtype=np.int64)
    spans: dict[str, dict[tuple[int, int], set[int]]] = {role: {} for role in ROLES}
    for number, attribution in enumerate(article["attributions"]):
        for role in ROLES:
            for first, last in attribution[role]:
                spans[role].setdefault((first, last), set()).add(number)
    for column, role in enumerate(ROLES):
        for first, last in sorted(spans[role], key=lambda s: s[0] - s[1]):  # longest first; a span inside another is not tagged
            a, b = max(first, start) - start, min(last, stop) - start
            if a < b and not tags[a:b, column].any():
                tags[a:b, column] = 2
                tags[a, column] = 1 if first >= start else 2
    inside = {role: sorted(s for s in spans[role] if start <= s[0] and s[1] <= stop) for role in ROLES}
    around = Surroundings(
        sentences=article["sentences"][start:stop], paragraphs=article["paragraphs"][start:stop], quoted=article["quoted"][start:stop]
    )
    return Window(
        pieces=[*pieces, ends[1]],
        features=[*features, (0, 0, 0)],
        firsts=firsts,
        tags=tags,
        spans={role: np.array(inside[role], dtype=np.int64).reshape(-1, 2) - start for role in ROLES},
        gold=tuple(right(inside, spans, chooser, target) for chooser, target, _ in LINKS),
        around=around,
        statements=statements(article.get("statements", []), start, stop),
        teacher=article["teacher"][start:stop] if "teacher" in article else None,
    )


def statements(labelled: list[dict[str, Any]], start: int, stop: int) -> Statements | None:
    """The statements whose content lies in the window."""
    here = [i for i, s in enumerate(labelled) if s["content"] and start <= s["content"][0][0] and s["content"][-1][1] <= stop]
    if not here:
        return None
    n, words = len(here), stop - start
    found = Statements(
        *(np.zeros(shape, dtype=np.float32) for shape in ((n, words), (n, words), (n, len(Act)), (n, words + 1), (n, n + 1)))
    )
    for row, s in enumerate(labelled[i] for i in here):
        for field, spans in ((found.content, s["content"]), (found.cue, s["cue"]), (found.target, s["target"] or [])):
            for first, last in spans:
                field[row, max(first - start, 0) : max(last - start, 0)] = 1
        found.target[row, -1] = s["target"] == []
        found.acts[row, s["acts"]] = 1
        answered = [here.index(i) for i in s["answers"] or [] if i in here]
        found.answers[row, answered] = 1
        found.answers[row, -1] = s["answers"] == []
    for field in (found.content, found.cue):
        field /= np.maximum(field.sum(1, keepdims=True), 1)
    return found


def right(inside: dict[str, list[Any]], spans: dict[str, dict[Any, set[int]]], chooser: str, target: str) -> np.ndarray:
    """Which targets each chooser may choose; the last column, none, only where the annotation has no target at all."""
    answer = np.zeros((len(inside[chooser]), len(inside[target]) + 1), dtype=np.float32)
    for i, span in enumerate(inside[chooser]):
        mine = spans[chooser][span]
        for j, other in enumerate(inside[target]):
            answer[i, j] = bool(mine & spans[target][other])
        anywhere = any(mine & numbers for numbers in spans[target].values())
        answer[i, -1] = not anywhere
    return answer


@dataclass(frozen=True)
class Examples:
    """All batches of a run, the same in every session: an epoch's windows depend on the seed and its number alone."""

    articles: list[dict[str, Any]]
    settings: Settings
    ends: tuple[int, int]

    def epoch(self, number: int) -> list[list[Window]]:
        """An epoch's windows in batches of like length, in random order."""
        rng = random.Random(f"{self.settings.seed}-{number}")
        cut = [w for article in self.articles for w in windows(article, self.settings.window, self.ends, rng)]
        cut.sort(key=lambda w: len(w.pieces) + rng.random() * 8)
        groups = [cut[i : i + self.settings.batch] for i in range(0, len(cut), self.settings.batch)]
        rng.shuffle(groups)
        return groups

    def after(self, step: int) -> Iterator[list[Window]]:
        """The batches that follow a number of steps, without end."""
        for number in itertools.count():
            groups = self.epoch(number)
            yield from groups[step:]
            step = max(0, step - len(groups))


def tensors(batch: list[Window], padding: int) -> tuple[Tensor, Tensor]:
    longest = max(len(w.pieces) for w in batch)
    pieces = torch.full((len(batch), longest), padding)
    features = torch.zeros((len(batch), longest, 3), dtype=torch.long)
    for i, w in enumerate(batch):
        pieces[i, : len(w.pieces)] = torch.tensor(w.pieces)
        features[i, : len(w.pieces)] = torch.tensor(w.features)
    return pieces, features


# --- losses --------------------------------------------------------------------------------------------------------


def losses(model: Model, batch: list[Window], settings: Settings) -> tuple[Tensor, Tensor, Tensor]:
    """The tags' loss, summed over the roles; the links'; that of acts, targets and answers."""
    pieces, features = tensors(batch, model.encoder.padding)
    tags, projections, states = model(pieces, features)
    at = [torch.tensor(w.firsts) for w in batch]
    words = torch.cat([tags[i, places] for i, places in enumerate(at)]).view(-1, len(ROLES), 3)
    tag_loss = tags_loss(words, batch, settings.teacher_weight)
    scores = [
        score
        for i, w in enumerate(batch)
        for n, roles in enumerate(LINKS)
        if len(w.spans[roles[0]])
        for score in [surprise(link_scores(model, w, projections[i, at[i]], n, roles, settings.rank), torch.from_numpy(w.gold[n]))]
    ]
    link_loss = torch.cat(scores).mean() if any(map(len, scores)) else torch.zeros(())
    told = [told_losses(model.told, model.dropout(states[i, at[i]]), w.statements) for i, w in enumerate(batch) if w.statements]
    each = [torch.cat(x) for x in zip(*told, strict=True)]
    return tag_loss, link_loss, sum((x.mean() for x in each if len(x)), torch.zeros(()))


def tags_loss(words: Tensor, batch: list[Window], teacher_weight: float) -> Tensor:
    """[words, roles, 3] scores -> cross entropy to the labels, and to the teacher's odds where it has a say."""
    gold = torch.from_numpy(np.concatenate([w.tags for w in batch]))
    hard = sum((functional.cross_entropy(words[:, r], gold[:, r]) for r in range(len(ROLES))), torch.zeros(()))
    if not teacher_weight:
        return hard
    said = torch.from_numpy(np.concatenate([w.teacher for w in batch if w.teacher is not None])).view(-1, len(ROLES), 3)
    soft = -(torch.softmax(said, -1) * torch.log_softmax(words, -1)).sum(-1).mean(0).sum()
    return (1 - teacher_weight) * hard + teacher_weight * soft


def surprise(scores: Tensor, right_ones: Tensor) -> Tensor:
    """The loss of each row that has a right answer: minus the log of the probability of all its right ones."""
    taught = right_ones.sum(1) > 0
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores + (1 - right_ones) * -1e4, 1))[taught]


def told_losses(told: Told, states: Tensor, s: Statements) -> tuple[Tensor, Tensor, Tensor]:
    pooled = torch.cat([torch.from_numpy(s.content) @ states, torch.from_numpy(s.cue) @ states], dim=1)
    itself = torch.cat([torch.eye(len(pooled)), torch.zeros(len(pooled), 1)], dim=1)
    return (
        surprise(told.acts(pooled), torch.from_numpy(s.acts)),
        surprise(told.target(pooled, states), torch.from_numpy(s.target)),
        surprise(told.answers(pooled, pooled) + itself * -1e4, torch.from_numpy(s.answers)),
    )


def link_scores(model: Model, w: Window, projections: Tensor, n: int, roles: tuple[str, str, str], rank: int) -> Tensor:
    columns = projections[:, 4 * rank * n : 4 * rank * (n + 1)].split(rank, dim=1)
    a, b, other = (w.spans[role] for role in roles)
    first, last = torch.from_numpy(a[:, 0]), torch.from_numpy(a[:, 1] - 1)
    to_first, to_last = torch.from_numpy(b[:, 0]), torch.from_numpy(b[:, 1] - 1)
    features = torch.from_numpy(pair_features(a, b, other, w.around))
    return model.links[n](columns[0][first] + columns[1][last], columns[2][to_first] + columns[3][to_last], features)  # type: ignore[no-any-return]


# --- schedule and loop ---------------------------------------------------------------------------------------------


def rate_at(progress: float, warm_up: float) -> float:
    """Up over the warm-up, level to half, then down to 2 %."""
    if progress < warm_up:
        return max(progress / warm_up, 0.01)
    return 1.0 if progress < 0.5 else max(0.02, 1 - 0.98 * (progress - 0.5) / 0.5)


def optimiser(model: Model, settings: Settings) -> torch.optim.Optimizer:
    groups: dict[tuple[bool, bool], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        if parameter.requires_grad:
            new = not name.startswith("encoder.") or name.split(".")[1] in ("casing", "quoted", "begins")
            groups.setdefault((new, parameter.dim() > 1), []).append(parameter)
    return torch.optim.AdamW(
        [
            {"params": p, "base": settings.head_rate if new else settings.rate, "weight_decay": settings.weight_decay if matrix else 0.0}
            for (new, matrix), p in groups.items()
        ],
        fused=True,
    )


def freeze(model: Model, settings: Settings) -> None:
    model.encoder.relative.requires_grad_(False)
    if settings.freeze_layers:
        model.encoder.word.requires_grad_(False)
        model.encoder.position.requires_grad_(False)
        model.encoder.norm.requires_grad_(False)
    for layer in list(model.encoder.layers)[: settings.freeze_layers]:
        layer.requires_grad_(False)


@dataclass
class Run:
    """Where a run stands: steps made, seconds spent before this session."""

    step: int = 0
    spent: float = 0.0


def train(model: Model, settings: Settings, examples: Examples, out: Path, until: float | None) -> dict[str, Any]:
    adam, run = optimiser(model, settings), Run()
    if (out / "checkpoint.pt").exists():
        resume(out / "checkpoint.pt", model, adam, run)
    total = math.ceil(settings.epochs * len(examples.epoch(0)))
    before, began = run.spent, time.time()
    written, running = began, [1.0, 1.0, 1.0]
    model.train()
    with (out / "log.tsv").open("a") as log:
        for batch in examples.after(run.step):
            run.spent = before + time.time() - began
            progress = max(run.step / total, run.spent / (before + until - began) if until else 0.0)
            if progress >= 1:
                break
            found = update(model, adam, batch, settings, progress)
            run.step += 1
            running = [0.95 * r + 0.05 * x for r, x in zip(running, found, strict=True)]
            if run.step % 10 == 0:
                log.write(f"{run.step}\t{progress:.3f}\t{run.spent:.0f}\t" + "\t".join(f"{r:.3f}" for r in running) + "\n")
                log.flush()
            if time.time() - written > CHECKPOINT_SECONDS:
                written = time.time()
                save(out / "checkpoint.pt", {"model": model.state_dict(), "adam": adam.state_dict(), **run.__dict__})
    save(out / "model.pt", {"model": model.state_dict(), **run.__dict__})
    return {**run.__dict__, "epochs": round(run.step * settings.epochs / total, 2), "loss": round(running[0], 3)}


def update(model: Model, adam: torch.optim.Optimizer, batch: list[Window], settings: Settings, progress: float) -> tuple[float, ...]:
    for group in adam.param_groups:
        group["lr"] = group["base"] * rate_at(progress, settings.warm_up)
    adam.zero_grad()
    tag_loss, link_loss, told_loss = losses(model, batch, settings)
    (tag_loss + settings.link_weight * link_loss + settings.told_weight * told_loss).backward()
    nn.utils.clip_grad_norm_([p for p in model.parameters() if p.requires_grad], 1.0)
    adam.step()
    return tag_loss.item(), link_loss.item(), told_loss.item()


def resume(path: Path, model: Model, adam: torch.optim.Optimizer, run: Run) -> None:
    saved = torch.load(path, weights_only=True)
    model.load_state_dict(saved["model"])
    adam.load_state_dict(saved["adam"])
    run.step, run.spent = saved["step"], saved["spent"]


def save(path: Path, state: dict[str, Any]) -> None:
    """Written beside and renamed, so that a cut-off run leaves no half file."""
    torch.save(state, path.with_suffix(".part"))
    path.with_suffix(".part").rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path(__file__).with_name("config.toml"))
    parser.add_argument("--run", required=True, help="a table of the config")
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True, help="folder of the base model: config.json, model.safetensors")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--until", help="ISO date and time by which the run must have ended")
    options = parser.parse_args()
    table = tomllib.loads(options.config.read_text("utf-8"))[options.run]
    settings = Settings(**table)
    settings = settings if options.seed is None else replace(settings, seed=options.seed)
    torch.manual_seed(settings.seed)
    config = json.loads((options.base / "config.json").read_text("utf-8"))
    model = Model(config, settings)
    load_base(model.encoder, options.base / "model.safetensors")
    freeze(model, settings)
    options.out.mkdir(parents=True, exist_ok=True)
    articles = read_articles(options.data, settings.parts, taught=settings.teacher_weight > 0)
    ends = (0, 2) if config["model_type"] == "mpnet" else (101, 102)
    until = datetime.fromisoformat(options.until).timestamp() if options.until else None
    figures = train(model, settings, Examples(articles, settings, ends), options.out, until)
    line = {
        "ended": datetime.now().isoformat(timespec="minutes"),
        "run": options.run,
        "seed": settings.seed,
        "articles": len(articles),
        **figures,
    }
    with Path(__file__).with_name("runs.tsv").open("a", encoding="utf-8") as file:
        file.write("\t".join(f"{k}={v}" for k, v in line.items()) + "\n")


if __name__ == "__main__":
    main()
