"""Contrastive training of one vector a token.

A text's vector is the mean of its tokens' vectors; its length says nothing because vectors are compared by
cosine. The loss is that of `retriever.train.loss`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as functional
from numpy.typing import NDArray

from retriever.train.batches import Group, IntArray, schedule
from retriever.train.loss import equal_pairs, info_nce, token_sums

SAMPLED = 1000
"""Texts of a group's side that are enough to see along which axes texts lie."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """How the vectors are optimised."""

    batch_size: int = 2048
    learning_rate: float = 0.2
    warmup: float = 0.05
    scale: float = 20.0
    token_dropout: float = 0.1
    seed: int = 20261122


def initial_vectors(
    groups: Sequence[Group], silent: NDArray[np.bool_], dimension: int, seed: int
) -> NDArray[np.float32]:
    """Random directions with the piece's inverse document frequency as length; silent pieces have a row of zeros.

    Random directions are nearly orthogonal, so training starts from tf-idf matching.
    """
    vocabulary = len(silent)
    documents = np.zeros(vocabulary, dtype=np.float64)
    total = 0
    for group in groups:
        for texts in (group.queries, group.passages):
            owner = np.repeat(np.arange(len(group)), np.diff(texts.starts))
            keys = np.unique(owner * vocabulary + texts.ids)
            documents += np.bincount(keys % vocabulary, minlength=vocabulary)
        total += len(group)
    weight = np.log((total + 1) / (documents + 1)).clip(0.5) / np.log(total + 1)
    directions = np.random.default_rng(seed).standard_normal((vocabulary, dimension), dtype=np.float32)
    vectors: NDArray[np.float32] = (directions * weight[:, None]).astype(np.float32)
    vectors[silent] = 0.0
    vectors[0] = 0.0
    return vectors


class _Shared:
    """Tells which query tokens stand in the passage too, with one bitmap that every batch uses again."""

    def __init__(self, texts: int, vocabulary: int) -> None:
        self._vocabulary = vocabulary
        self._seen = np.zeros(texts * vocabulary, dtype=np.bool_)

    def __call__(
        self, ids: IntArray, owner: IntArray, passage_ids: IntArray, passage_owner: IntArray
    ) -> NDArray[np.bool_]:
        keys = passage_owner * self._vocabulary + passage_ids
        self._seen[keys] = True
        found: NDArray[np.bool_] = self._seen[owner * self._vocabulary + ids]
        self._seen[keys] = False
        return found


def _drop(
    ids: IntArray,
    owner: IntArray,
    shared: NDArray[np.bool_],
    share: tuple[float, float],
    generator: np.random.Generator,
) -> tuple[IntArray, IntArray]:
    """Drops tokens at random: ``share`` of the others and of the shared ones; never all of a text."""
    keep = generator.random(len(ids)) >= np.where(shared, share[1], share[0])
    left = np.bincount(owner[keep], minlength=int(owner[-1]) + 1)
    keep |= left[owner] == 0
    return ids[keep], owner[keep]


def train_vectors(
    groups: Sequence[Group],
    vectors: NDArray[np.float32],
    settings: Schedule,
    *,
    device: str = "cpu",
    report: Callable[[str], None] = print,
) -> NDArray[np.float32]:
    """Trains and returns the vectors (vocabulary × dimension)."""
    torch.manual_seed(settings.seed)
    generator = np.random.default_rng(settings.seed)
    batches = schedule(groups, settings.batch_size, generator)
    where = torch.device(device)
    parameter = torch.nn.Parameter(torch.from_numpy(vectors).to(where))
    optimiser = torch.optim.Adam([parameter], lr=settings.learning_rate, betas=(0.9, 0.99), fused=True)
    shared = _Shared(settings.batch_size, len(vectors))
    began, running = time.monotonic(), {group.name: 0.0 for group in groups}
    for step, (number, rows) in enumerate(batches):
        group = groups[number]
        done = step / len(batches)
        rate = min(1.0, done / settings.warmup) if settings.warmup else 1.0
        optimiser.param_groups[0]["lr"] = settings.learning_rate * max(rate * (1.0 - done), 1e-3)
        loss = batch_loss(parameter, group, rows, settings, shared, generator)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        running[group.name] = (
            0.9 * running[group.name] + 0.1 * loss.item() if running[group.name] else loss.item()
        )
        if step % 50 == 49 or step + 1 == len(batches):
            spent = time.monotonic() - began
            left = spent / (step + 1) * (len(batches) - step - 1)
            losses = " ".join(f"{name}={value:.3f}" for name, value in running.items() if value)
            report(f"step {step + 1}/{len(batches)} · {spent:.0f} s, {left:.0f} s left · {losses}")
    trained: NDArray[np.float32] = parameter.detach().cpu().numpy()
    return trained


def text_vectors(groups: Sequence[Group], vectors: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """Unit vectors of texts drawn from both sides of every group, up to `SAMPLED` of a side: (n × dimension)."""
    generator = np.random.default_rng(seed)
    table = torch.from_numpy(vectors)
    found = []
    for group in groups:
        rows = np.sort(generator.permutation(len(group))[:SAMPLED])
        for texts in (group.queries, group.passages):
            sums = token_sums(table, *texts.take(rows), len(rows))
            found.append(functional.normalize(sums, dim=1).numpy())
    drawn: NDArray[np.float32] = np.concatenate(found)
    return drawn


def batch_loss(
    parameter: torch.Tensor,
    group: Group,
    rows: IntArray,
    settings: Schedule,
    shared: _Shared,
    generator: np.random.Generator,
) -> torch.Tensor:
    """Symmetric InfoNCE of one batch."""
    ids, owner = group.queries.take(rows)
    passage_ids, passage_owner = group.passages.take(rows)
    share = (settings.token_dropout, max(group.dropout, settings.token_dropout))
    ids, owner = _drop(ids, owner, shared(ids, owner, passage_ids, passage_owner), share, generator)
    every_id = np.concatenate((ids, passage_ids))
    every_owner = np.concatenate((owner, passage_owner + len(rows)))
    unit = functional.normalize(token_sums(parameter, every_id, every_owner, 2 * len(rows)), dim=1)
    copies = equal_pairs(group.left[rows], group.right[rows])
    return info_nce(unit[: len(rows)], unit[len(rows) :], settings.scale, copies)
