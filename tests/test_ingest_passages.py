"""Passages: pieces of turns that begin and end with sentences, complete, with spans and owners."""

from __future__ import annotations

from layout_reading import document

from corpus.spans import length, text_at
from corpus.types import Exchange, Speaker, Turn
from ingest.parse import parse
from ingest.passages import OVERLAP, PIECE_MAX, PIECE_MIN, cut_pieces, passages_of

SENTENCE = "橋の点検は五年に一度の決まりでありますが、古いものは毎年見ております。"


def test_pieces_end_with_sentences_and_cover_everything() -> None:
    """No piece is longer than allowed, none breaks a sentence, every character is in one."""
    text = SENTENCE * 40
    pieces = cut_pieces(text)
    assert all(end - start <= PIECE_MAX for start, end in pieces)
    assert all(text[start:end].endswith("。") and text[start:].startswith("橋") for start, end in pieces)
    assert {i for start, end in pieces for i in range(start, end)} == set(range(len(text)))


def test_short_last_sentence_opens_the_next_piece() -> None:
    """Neighbours share their border sentence, so that 「この点」 keeps what it refers to."""
    (_, first_end), (second, _), *_ = cut_pieces(SENTENCE * 40)
    assert first_end - second == len(SENTENCE) <= OVERLAP


def test_sentence_without_end_is_cut() -> None:
    """A list without full stops is cut at commas, and at worst anywhere."""
    assert all(end - start <= PIECE_MAX + PIECE_MIN for start, end in cut_pieces("道路、" * 400))
    assert len(cut_pieces("道" * 1000)) == 3


def test_rest_joins_the_piece_before() -> None:
    """以上でございます alone is no passage."""
    pieces = cut_pieces(SENTENCE * 11 + "以上でございます。")
    assert all(end - start > 20 for start, end in pieces)


def test_parts_own_their_passages_and_the_rest_is_the_exchanges() -> None:
    """What lies in a part is indexed under the part, once; greeting and closing words under the exchange."""
    found = document("lump_answers.txt")
    (minutes,) = parse(found, "k")
    exchange = minutes.exchanges[0]
    passages = list(passages_of(exchange))
    for passage in passages:
        assert text_at(found.text, passage.spans) == passage.text
    by_owner = {p.exchange_id for p in passages}
    assert by_owner == {exchange.id, *(part.id for part in exchange.parts)}
    assert sum(length(p.spans) for p in passages if p.role == "question") <= len(exchange.question_text)
    own = [p.text for p in passages if p.exchange_id == exchange.id and p.role == "question"]
    assert own == [
        "おはようございます。堀口春子でございます。三つの質問をいたします。",
        "以上、答弁をお願いいたします。",
    ]


def test_roles_and_turns() -> None:
    """A statement's passages say so, notes are numbered by themselves, pages are kept."""
    turn = Turn(Speaker(), "説明です。", ((0, 5),), page=3)
    (statement,) = passages_of(Exchange("a", "", "statement", (), (turn,)))
    assert (statement.role, statement.page) == ("statement", 3)
    noted = Exchange("b", "", "opinion", (turn,), (), note_turns=(("対応状況", turn),))
    assert [(p.role, p.turn) for p in passages_of(noted)] == [("question", 0), ("note", 0)]
