"""What sentences say is worked out once, never of another record than the one that is read, and kept within its bound."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from small_store import put, quotes, stored_exchange

from chat.answers.said import Sayings
from chat.service import Service
from corpus.types import StoredExchange

REPLY = "次に、水の備蓄は進めてまいります。毛布の数は把握しておりません。"


class Counting:
    """Cuts a text into its characters and makes vectors of their number; counts the texts."""

    def __init__(self) -> None:
        self.cut: list[str] = []
        self.encoded: list[str] = []

    def tokens(self, text: str) -> Sequence[str]:
        self.cut.append(text)
        return list(text)

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.encoded += texts
        return np.array([[len(text)] for text in texts], dtype=np.float32)


def test_every_question_that_finds_an_exchange_reads_what_the_first_one_did() -> None:
    counting = Counting()
    sayings, stored = Sayings(counting.encode), stored_exchange(REPLY)
    first = sayings.of(stored, ("answer",), counting.tokens, False)
    assert sayings.of(stored, ("answer",), counting.tokens, False) is first
    assert counting.cut == counting.encoded == [one.sentence.text for one in first]
    assert [(one.opens, one.concludes, one.not_given) for one in first] == [
        (True, True, False),
        (False, False, True),
    ]
    assert "水" in first[0].words
    assert first[0].spans == first[0].sentence.spans


def test_a_question_typed_in_kana_reads_other_words() -> None:
    counting = Counting()
    sayings, stored = Sayings(None), stored_exchange(REPLY)
    plain = sayings.of(stored, ("answer",), counting.tokens, False)
    kana = sayings.of(stored, ("answer",), lambda text: ["ミズ"], True)
    assert kana[0].words == {"ミズ"}
    assert sayings.of(stored, ("answer",), counting.tokens, False) is plain
    assert plain[0].vector is None


def test_an_exchange_that_was_read_anew_is_read_where_it_stands_now() -> None:
    """Its id follows from its words, which stay; a newer version may place them elsewhere in the text."""
    sayings, stored = Sayings(None), stored_exchange(REPLY)
    sayings.of(stored, ("answer",), list, False)
    (turn,) = stored.exchange.answers
    moved = replace(turn, spans=((100, 100 + len(REPLY)),))
    again = replace(stored, minutes_id=2, exchange=replace(stored.exchange, answers=(moved,)))
    assert sayings.of(again, ("answer",), list, False)[0].spans[0][0] == 100


def test_a_document_that_was_replaced_is_quoted_as_it_is_now(service: Service) -> None:
    """Through the whole service: the same question before and after."""
    put(service, "a", [("斎場", "斎場はいつ開きますか。", "斎場は四月に開きます。")], "青山市")
    asked = "青山市の斎場はいつ開きますか。"
    assert quotes(service.ask(asked)) == "斎場は四月に開きます。"
    put(service, "a", [("斎場", "斎場はいつ開きますか。", "斎場は九月に開きます。")], "青山市", content="2")
    assert quotes(service.ask(asked)) == "斎場は九月に開きます。"


def test_no_more_sentences_are_kept_than_there_is_room_for() -> None:
    counting = Counting()
    sayings = Sayings(None, kept=4)
    first, second, third = (replace(stored_exchange(REPLY), minutes_id=number) for number in range(3))
    for stored in (first, second, third):
        _read(sayings, stored, counting)
    assert len(counting.cut) == 6
    _read(sayings, third, counting)
    assert len(counting.cut) == 6
    _read(sayings, first, counting)
    assert len(counting.cut) == 8


def _read(sayings: Sayings, stored: StoredExchange, counting: Counting) -> None:
    sayings.of(stored, ("answer",), counting.tokens, False)
