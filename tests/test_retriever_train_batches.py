"""What training computes: the vocabulary, batches of pairs, sums and loss with their gradient, int8 rows."""

from __future__ import annotations

import numpy as np
import pytest
import torch
import torch.nn.functional as functional

from retriever.train.batches import Texts, frequent_pieces, make_group, schedule
from retriever.train.export import quantised
from retriever.train.loss import equal_pairs, info_nce, token_sums
from retriever.train.vocabulary import COMPOUND_COUNT, learn_tokenizer


def test_vocabulary_holds_words() -> None:
    """Protects: words, frequent compounds, whole English words and figures are pieces; width, case, marks do not matter."""
    texts = ["図書館の予算について伺います。", "The library budget, 2026: 1,200 volumes"] * COMPOUND_COUNT
    tokenizer = learn_tokenizer([*texts, "水族館"], 300)
    assert tokenizer.encode("図書館の予算").tokens == ["図書館", "の", "予算"]
    assert tokenizer.encode("水族館").tokens == ["水族", "館"]
    assert tokenizer.encode("ＬＩＢＲＡＲＹ「budget」２０２６").tokens == ["library", "budget", "2026"]
    assert tokenizer.token_to_id("[UNK]") == 0
    assert tokenizer.encode("龘").ids == [0]


def test_schedule_covers_each_pair() -> None:
    """Protects: a pass takes every pair about once, keeps neighbours together, and mixes no groups."""
    texts = [(f"予算{number}", f"公園{number}") for number in range(40)]
    tokenizer = learn_tokenizer([" ".join(pair) for pair in texts], 200)
    silent = np.zeros(tokenizer.get_vocab_size(), dtype=np.bool_)
    groups = [
        make_group("a", texts, tokenizer, silent, passes=1.0, run=4, dropout=0.0),
        make_group("b", texts[:16], tokenizer, silent, passes=2.0, run=1, dropout=0.0),
    ]
    batches = schedule(groups, 8, np.random.default_rng(0))
    assert sorted(number for number, _ in batches) == [0] * 5 + [1] * 4
    rows = np.concatenate([found for number, found in batches if number == 0])
    assert sorted(rows.tolist()) == list(range(40))
    steps = np.concatenate([np.diff(found) for number, found in batches if number == 0])
    assert (steps == 1).mean() > 0.5


def test_pairs_without_words_are_left_out() -> None:
    """Protects: a pair of which one side has no word, or only silent ones, gives no batch a vector of zeros."""
    tokenizer = learn_tokenizer(["予算 公園 の"] * 5, 50)
    silent = np.zeros(tokenizer.get_vocab_size(), dtype=np.bool_)
    silent[tokenizer.token_to_id("の")] = True
    pairs = [("の", "公園"), ("予算の", "の公園の"), ("？", "公園")]
    group = make_group("a", pairs, tokenizer, silent, passes=1.0, run=1, dropout=0.0)
    assert len(group) == 1
    assert group.queries.ids.tolist() == [tokenizer.token_to_id("予算")]
    assert group.passages.ids.tolist() == [tokenizer.token_to_id("公園")]


def test_frequent_pieces() -> None:
    """Protects: what stands in more than a fifth of the texts is silent, however often in one of them."""
    texts = Texts(np.array([1, 2, 2, 2, 1, 3, 1, 4, 1, 5, 1], dtype=np.int32), np.array([0, 4, 6, 8, 10, 11]))
    assert frequent_pieces(texts, 6).tolist() == [False, True, False, False, False, False]


def test_gradients_are_those_of_pytorch() -> None:
    """Protects: sums and loss with their gradient written out give what PyTorch derives from the plain formula."""
    generator = np.random.default_rng(1)
    ids, owner = (
        generator.integers(1, 9, 40),
        np.sort(np.concatenate((np.arange(8), generator.integers(0, 8, 32)))),
    )
    numbers = np.array([0, 1, 2, 1])
    ours = torch.nn.Parameter(torch.from_numpy(generator.standard_normal((9, 5))).float())
    theirs = torch.nn.Parameter(ours.detach().clone())

    unit = functional.normalize(token_sums(ours, ids, owner, 8), dim=1)
    loss = info_nce(unit[:4], unit[4:], 20.0, equal_pairs(numbers, np.arange(4)))
    loss.backward()

    plain = torch.zeros(8, 5).index_add(0, torch.from_numpy(owner), theirs[torch.from_numpy(ids)])
    plain = functional.normalize(plain, dim=1)
    logits = plain[:4] @ plain[4:].T * 20.0
    copies = torch.from_numpy(numbers[:, None] == numbers[None, :]).fill_diagonal_(False)
    logits = logits.masked_fill(copies, -1e9)
    target = torch.arange(4)
    expected = (functional.cross_entropy(logits, target) + functional.cross_entropy(logits.T, target)) / 2
    expected.backward()

    assert loss.item() == pytest.approx(expected.item(), rel=1e-5)
    assert ours.grad is not None
    assert theirs.grad is not None
    torch.testing.assert_close(ours.grad, theirs.grad, atol=1e-5, rtol=1e-4)


def test_quantised_rows() -> None:
    """Protects: int8 rows times their factor are the vectors, to half a step."""
    vectors = np.random.default_rng(0).standard_normal((50, 16)).astype(np.float32)
    vectors[0] = 0
    rows, factors = quantised(vectors)
    assert rows.dtype == np.int8
    np.testing.assert_allclose(rows * factors[:, None], vectors, atol=float(factors[1:].max()) / 2 + 1e-6)
    assert (rows[0], factors[0]) == (pytest.approx(np.zeros(16)), 1.0)
