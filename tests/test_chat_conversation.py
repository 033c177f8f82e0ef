"""A conversation kept and given out: what comes back is checked, files hold the quotations, votes become candidates."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import chat_fake
import pytest

from chat.held.feedback import gold_candidates
from chat.page.conversation import GONE, history, kept, restored
from chat.page.conversation_files import COLUMNS, markdown, table
from chat.render.answers import ShownTurn
from chat.service import Service
from chat.settings import Settings
from chat.types import Message


def _turns(service: Service) -> list[ShownTurn]:
    answers = [
        service.ask(q)
        for q in ("調布市のCSIRTはどのように組織されていますか", "横浜市の駅はいつ開業しますか")
    ]
    turns = [ShownTurn(answer.question, answer, key=f"k{n}") for n, answer in enumerate(answers)]
    return [
        replace(turns[0], vote=1, comment="よい"),
        turns[1],
        ShownTurn("期間は", error="期間を直してください"),
    ]


def test_kept_conversation_comes_back_as_it_was(sample_service: Service) -> None:
    """Text, quotations with their places, conditions, reach, votes and errors; the hits without their scores."""
    first, *rest = _turns(sample_service)
    turns = [replace(first, exact=True), *rest]
    back = restored(sample_service, kept(turns))
    assert [(turn.question, turn.error, turn.key, turn.vote, turn.comment) for turn in back] == [
        (turn.question, turn.error, turn.key, turn.vote, turn.comment) for turn in turns
    ]
    for old, new in zip(turns[:2], back[:2], strict=True):
        assert old.answer is not None
        assert new.answer is not None
        assert new.answer.text == old.answer.text
        assert new.answer.citations == old.answer.citations
        assert (new.answer.filters, new.answer.searched) == (old.answer.filters, old.answer.searched)
        assert new.answer.missing_towns == old.answer.missing_towns
        assert [hit.stored for hit in new.answer.hits] == [hit.stored for hit in old.answer.hits]
    assert history(back) == history(turns)


def test_what_the_record_does_not_bear_out_is_not_shown(sample_service: Service) -> None:
    """A quotation that was altered, or whose exchange has gone, takes its answer with it; the question stays."""
    turns = _turns(sample_service)[:1]
    for spoil in (
        lambda one: one.update(quote=one["quote"].replace("市長", "王様", 1) + "。"),
        lambda one: one.update(exchange="gone"),
        lambda one: one.update(role="question"),
        lambda one: one.update(spans=[[0, 5]]),
    ):
        said = json.loads(kept(turns))
        spoil(said[0]["answer"]["citations"][0])
        (back,) = restored(sample_service, json.dumps(said))
        assert (back.question, back.answer, back.error) == (turns[0].question, None, GONE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x",
        "{}",
        "[1]",
        '[{"a": 1}]',
        "null",
        '[{"question": "q", "vote": "x"}]',
        "[" * 99_999,
        '[{"question": "q", "vote": Infinity}]',
    ],
)
def test_what_is_no_conversation_is_none(sample_service: Service, text: str) -> None:
    """Damaged, of another version, or somebody else's: the page begins anew rather than fail."""
    assert restored(sample_service, text) == []


def test_files_hold_hostile_words_as_text() -> None:
    """Markdown signs are escaped, a cell that a spreadsheet would calculate is text; a row a quotation."""
    service = chat_fake.service()
    answer = service.ask("攻撃")
    turns = [ShownTurn("=1+1\n# 見出し", replace(answer, question="=1+1"))]
    text = markdown(turns, date(2026, 1, 2))
    assert text.startswith("# 会議録チャットの記録（2026-01-02）\n")
    assert "## 質問1: =1+1 \\# 見出し" in text
    assert "<script>" not in text
    assert "\\!\\[絵\\](" in text
    head, row, *_ = table(turns).decode("utf-8-sig").splitlines()
    assert head == ",".join(COLUMNS)
    assert row.startswith("1,\"'=1+1")


def test_files_of_what_has_no_quotation(sample_service: Service) -> None:
    """Thanks are no question that nothing was found for; a refusal says what was searched once, and which question was asked anew."""
    thanks = sample_service.ask("ありがとうございます")
    csirt = "調布市のCSIRTはどのように組織されていますか"
    again = sample_service.ask("平塚市は？", [Message("user", csirt)])
    turns = [ShownTurn(answer.question, answer) for answer in (thanks, again)]
    _, first, second = table(turns).decode("utf-8-sig").splitlines()
    assert "見つかりませんでした" not in first
    assert thanks.text in first
    assert f"見つかりませんでした 「{csirt}」を" in second
    text = markdown(turns, date(2026, 1, 2))
    assert (text.count("を検索"), text.count("平塚市"), text.count("\n> ")) == (1, 2, 0)


def test_votes_are_kept_with_what_was_answered(sample_store: Path, tmp_path: Path) -> None:
    """The last vote on an answer counts; a refusal found right is a question without an answer; versions are kept."""
    shutil.copytree(sample_store, tmp_path / "store")
    service = Service.open(Settings(store=tmp_path / "store"))
    good = service.ask("調布市のCSIRTはどのように組織されていますか")
    none = service.ask("横浜市の駅はいつ開業しますか")
    assert (good.status, none.status) == ("answered", "no_evidence")
    service.vote(good, -1, "", "k1")
    service.vote(good, 1, "よい答え", "k1")
    service.vote(none, 1, "", "k2")
    service.vote(none, -1, "", "k3")
    service.vote(none, 0, "", "k3")
    first, second = gold_candidates(service.store)
    cited = list(dict.fromkeys(citation.exchange_id for citation in good.citations))
    assert (first["question"], first["gold"], first["rejected"], first["votes"]) == (
        good.question,
        cited,
        [],
        1,
    )
    assert (first["comments"], first["answerable"]) == (["よい答え"], True)
    assert first["found"] == [hit.stored.exchange.id for hit in good.hits]
    assert set(first["versions"]) == {"program", "encoder", "tokenizer", "model"}
    assert (second["answerable"], second["gold"], second["votes"]) == (False, [], 1)
