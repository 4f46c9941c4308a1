"""The encoders that a model can be built on: BERT or MPNet, filled from their published weights.

Shapes are [batch, length, width]; lengths count word pieces. Refuses a weight file that lacks a parameter.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.text.words import CASINGS, QUOTED


class Attention(nn.Module):
    def __init__(self, width: int, heads: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        size = x.shape
        q, k, v = self.qkv(x).view(size[0], size[1], 3, self.heads, -1).permute(2, 0, 3, 1, 4)
        if torch.onnx.is_in_onnx_export():  # spelt out, and the mask additive, so that onnxruntime fuses it
            mixed = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(q.shape[-1]) + bias, dim=-1) @ v
        else:
            mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.expand(size[0], self.heads, size[1], size[1]))
        return self.norm(x + self.out(mixed.transpose(1, 2).reshape(size)))


class Layer(nn.Module):
    def __init__(self, width: int, heads: int, inner: int, epsilon: float) -> None:
        super().__init__()
        self.attention = Attention(width, heads, epsilon)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        x = self.attention(x, bias)
        return self.norm(x + self.down(functional.gelu(self.up(x))))


class Encoder(nn.Module):
    """BERT or MPNet without pooler, plus embeddings of how a word is cased, quoted, and whether it begins a paragraph.

    The first `frozen` layers are left as they are; the added embeddings then come in above them, so that nothing is
    computed backwards through frozen layers.
    """

    def __init__(self, config: dict[str, Any], layers: int, frozen: int = 0) -> None:
        super().__init__()
        self.frozen = frozen
        width, epsilon, self.heads = config["hidden_size"], config["layer_norm_eps"], config["num_attention_heads"]
        self.mpnet = config["model_type"] == "mpnet"
        self.padding = config["pad_token_id"]
        self.word = nn.Embedding(config["vocab_size"], width)
        self.position = nn.Embedding(config["max_position_embeddings"], width)
        self.casing = nn.Embedding(len(CASINGS), width)
        self.quoted = nn.Embedding(len(QUOTED), width)
        self.begins = nn.Embedding(2, width)
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.relative = nn.Embedding(config.get("relative_attention_num_buckets", 1), self.heads)
        self.layers = nn.ModuleList(Layer(width, self.heads, config["intermediate_size"], epsilon) for _ in range(layers))
        for features in (self.casing, self.quoted, self.begins):
            nn.init.zeros_(features.weight)

    def forward(self, pieces: Tensor, features: Tensor) -> Tensor:
        """[batch, length] pieces and [batch, length, 3] features -> [batch, length, width]."""
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.word(pieces) + self.position(places + (2 if self.mpnet else 0))
        added = self.casing(features[..., 0]) + self.quoted(features[..., 1]) + self.begins(features[..., 2])
        x = self.norm(x if self.frozen else x + added)
        bias = (pieces == self.padding).float()[:, None, None, :] * -10000.0
        if self.mpnet:
            bias = bias + self.relative(buckets(places, self.relative.num_embeddings)).permute(2, 0, 1)[None]
        for layer in self.layers[: self.frozen]:
            x = layer(x, bias)
        if self.frozen:
            x = x + added
        for layer in self.layers[self.frozen :]:
            x = layer(x, bias)
        return x


def buckets(places: Tensor, count: int) -> Tensor:
    """MPNet's relative positions, in buckets that widen with the distance (as T5's); [length, length]."""
    apart = places[:, None] - places[None, :]  # query minus key
    half, exact = count // 2, count // 4
    distance = apart.abs()
    far = exact + (torch.log(distance.clamp(min=1).float() / exact) / math.log(128 / exact) * (half - exact)).long()
    return (apart < 0).long() * half + torch.where(distance < exact, distance, far.clamp(max=half - 1))


def load_base(encoder: Encoder, path: Path) -> None:
    """Fills an encoder from a safetensors file; every parameter but the features' must be there."""
    raw = path.read_bytes()
    size = int.from_bytes(raw[:8], "little")
    header = json.loads(raw[8 : 8 + size])
    header.pop("__metadata__", None)
    offset, found = 8 + size, {}
    for name, entry in header.items():
        if entry["dtype"] == "F32":
            start, end = entry["data_offsets"]
            found[name] = torch.from_numpy(
                np.frombuffer(raw[offset + start : offset + end], dtype=np.float32).reshape(entry["shape"]).copy()
            )
    state = encoder.state_dict()
    for name in state:
        if name.split(".")[0] not in ("casing", "quoted", "begins"):
            state[name] = base_weight(name, found, mpnet=encoder.mpnet)
    encoder.load_state_dict(state)


def base_weight(name: str, found: dict[str, Tensor], *, mpnet: bool) -> Tensor:
    """The weight that a base model has under another name."""
    head, _, rest = name.partition(".")
    if head == "relative":
        return found["encoder.relative_attention_bias.weight"] if mpnet else torch.zeros(1, 12)
    if head == "word":
        kinds = 0 if mpnet else found["embeddings.token_type_embeddings.weight"][0]
        return found["embeddings.word_embeddings.weight"] + kinds
    if head in ("position", "norm"):
        return found["embeddings." + {"position": "position_embeddings", "norm": "LayerNorm"}[head] + "." + rest]
    number, _, part = rest.partition(".")
    place, _, kind = part.rpartition(".")
    prefix = f"encoder.layer.{number}."
    if place == "attention.qkv":
        names = [f"attention.attn.{x}" for x in "qkv"] if mpnet else [f"attention.self.{x}" for x in ("query", "key", "value")]
        return torch.cat([found[f"{prefix}{n}.{kind}"] for n in names])
    theirs = {
        "attention.out": "attention.attn.o" if mpnet else "attention.output.dense",
        "attention.norm": "attention.LayerNorm" if mpnet else "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm": "output.LayerNorm",
    }[place]
    return found[f"{prefix}{theirs}.{kind}"]
