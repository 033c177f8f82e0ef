"""会話 in a real headless Chromium, used to its end: chips, follow-ups, votes, files, reload, stop, keys."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import chat_fake
import docx as word
import made_record
import pytest
from chat_browser import ask, kept

pytestmark = pytest.mark.browser

STOCKS = "調布市の備蓄はどうですか"


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    """調布市 answers on 備蓄 twice (2024-03 and 2025-06), 金沢市 once; each reply stands letter for letter."""
    made = chat_fake.service()
    later = made_record.stored(
        "c.pdf", "調布市", "備蓄", "その後の備蓄は。", "毛布を千枚増やしました。", "2025-06-12"
    )
    made.items.append(later)
    return made


def _narrow_to(page: Any, town: str) -> None:
    page.click("#kc-narrow > button")
    page.locator("#kc-narrow-towns input").click()
    page.get_by_role("option", name=town).click()
    page.keyboard.press("Escape")
    page.wait_for_function(
        "town => document.querySelector('#kc-narrow > button').innerText.includes(town)", arg=town
    )


def _turns(page: Any, number: int) -> Any:
    page.wait_for_function(
        "n => document.querySelectorAll('.kc-turn').length === n && !document.querySelector('.kc-wait')",
        arg=number,
    )
    return page.locator(".kc-turn").last


def _reload(page: Any) -> None:
    """Reloads once nothing is on its way any more: Gradio reports what is cut off."""
    page.wait_for_timeout(1000)
    page.reload()


def test_condition_is_taken_off_and_changed(page: Any, service: chat_fake.FakeService) -> None:
    """× asks the same question without the town; the chip's name opens the fields with what was understood, and
    この条件で質問し直す asks with what they say."""
    _narrow_to(page, "金沢市")
    ask(page, "備蓄はどうですか")
    assert page.locator(".kc-chip").all_inner_texts() == ["対象: 金沢市", "期間: すべて"]
    page.get_by_role("button", name="「対象」の条件を外して質問し直す").click()
    last = _turns(page, 2)
    assert last.locator(".kc-chip").first.inner_text() == "対象: すべて"
    assert last.locator(".kc-quote").count() == 3
    page.locator(".kc-turn").first.locator(".kc-chip").nth(1).click()
    page.wait_for_function("document.activeElement.closest('#kc-narrow-period') !== null")
    assert "金沢市" in page.locator("#kc-narrow-towns").inner_text()
    page.keyboard.type("令和7年度")
    page.wait_for_function(
        "document.querySelector('#kc-narrow > button').innerText.includes('令和7年4月1日')"
    )
    page.get_by_role("button", name="この条件で質問し直す").click()
    last = _turns(page, 3)
    assert last.locator(".kc-chip").all_inner_texts() == ["対象: 金沢市", "期間: 令和7年4月1日〜最後"]
    assert "見つかりませんでした" in last.locator(".kc-none").inner_text()
    page.wait_for_function("document.querySelector('#kc-live').textContent.includes('見つかりませんでした')")
    assert page.locator('#kc-live [lang=""]').count() == 0  # "" would be: of no language
    assert service.asked[-1][0] == "備蓄はどうですか"
    page.get_by_role("button", name="条件をすべて消す").click()
    page.wait_for_function("document.querySelector('#kc-narrow > button').innerText.includes('質問のとおり')")


def test_what_an_answer_leads_on_to(page: Any) -> None:
    """The record after the quotation is named, another town that answers is offered; the chips lead to answers."""
    page.click("#kc-narrow > button")
    page.get_by_label("いつまで").first.fill("2024-12-31")
    page.locator("#kc-narrow-towns input").click()
    page.get_by_role("option", name="調布市").click()
    page.keyboard.press("Escape")
    page.wait_for_function("document.querySelector('#kc-narrow > button').innerText.includes('調布市')")
    ask(page, STOCKS)
    page.wait_for_selector(".kc-follow:not([hidden])")
    assert page.locator(".kc-since").all_inner_texts() == [
        "調布市では、令和6年3月7日より後にも答弁があります。"
    ]
    page.get_by_role("button", name="その後の調布市の答弁（令和7年6月12日）").click()
    last = _turns(page, 2)
    assert "毛布を千枚増やしました。" in last.locator(".kc-quote").inner_text()
    page.wait_for_function("document.querySelector('.kc-since')?.innerText.includes('これより新しい')")
    assert page.locator(".kc-since").all_inner_texts() == [
        "読み込まれている調布市の会議録は令和7年6月12日までで、これより新しい答弁はありません。"
    ]
    page.get_by_role("button", name="金沢市ではどう答えているか").click()
    last = _turns(page, 3)
    assert "見直しは今年度に終えました。" in last.locator(".kc-quote").inner_text()
    assert last.locator(".kc-q").inner_text().endswith("金沢市の備蓄はどうですか")


def test_vote_and_comment(page: Any, service: chat_fake.FakeService) -> None:
    """A thumb is kept and shown as pressed, the comment with it; pressed again it is taken back. The focus stays."""
    ask(page, STOCKS)
    thumb = page.get_by_role("button", name="役に立った", exact=True)
    thumb.click()
    page.wait_for_selector("text=評価を記録しました。")
    assert thumb.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.dataset.key") == "vote-0-1"
    page.get_by_label("コメント（任意）").fill("<b>日付</b>もよい")
    page.get_by_role("button", name="コメントを記録する").click()
    page.wait_for_selector("text=評価とコメントを記録しました。")
    assert page.get_by_label("コメント（任意）").input_value() == "<b>日付</b>もよい"
    thumb.click()
    page.wait_for_selector(".kc-thumb[aria-pressed=true]", state="detached")
    assert [vote[1:] for vote in service.votes[-3:]] == [(1, ""), (1, "<b>日付</b>もよい"), (0, "")]


def test_files_of_the_conversation(page: Any) -> None:
    """Markdown, Word and CSV hold question, quotation and its citation line; one press each."""
    ask(page, "金沢市の備蓄の見直しは")
    ask(page, "プールは")
    said = {}
    for form in ("Markdown", "Word", "CSV"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=f"会話を保存（{form}）").click()
        said[form] = Path(waiting.value.path()).read_bytes()
        assert waiting.value.suggested_filename.startswith("会議録チャット_")
    text = said["Markdown"].decode("utf-8")
    assert "## 質問1: 金沢市の備蓄の見直しは" in text
    assert "> 「見直しは今年度に終えました。」" in text
    assert "金沢市議会 令和6年第1回定例会 令和3年6月3日 行政経営部長答弁" in text
    paragraphs = [one.text for one in word.Document(io.BytesIO(said["Word"])).paragraphs]
    assert any("見直しは今年度に終えました。" in one for one in paragraphs)
    rows = list(csv.DictReader(io.StringIO(said["CSV"].decode("utf-8-sig"))))
    assert rows[-1] == {
        **rows[-1],
        "質問": "プールは",
        "結果": "該当する答弁は見つかりませんでした",
        "引用": "",
    }
    assert ("見直しは今年度に終えました。", "金沢市", "2021-06-03") in [
        (row["引用"], row["自治体"], row["日付"]) for row in rows
    ]


def test_conversation_outlives_a_reload_and_can_be_cleared(page: Any, service: chat_fake.FakeService) -> None:
    """After a reload the turns are there with marks that work, also in the other language; a document that has gone takes
    its answer with it; 新しい会話 forgets all."""
    ask(page, "攻撃を見せて")
    ask(page, "金沢市の備蓄は")
    _reload(page)
    first = page.locator(".kc-turn").first
    first.wait_for()
    assert made_record.HOSTILE.split("。")[0] in first.locator(".kc-quote").text_content()
    page.locator(".kc-mark").last.click()
    page.wait_for_selector(".kc-record[data-focus]")
    gone = [item for item in service.items if item.exchange.topic == "攻撃"]
    service.items = [item for item in service.items if item not in gone]
    try:
        _reload(page)
        page.wait_for_selector("text=この回答の資料が削除されたか")
        assert page.locator(".kc-turn").count() == 2
    finally:
        service.items[2:2] = gone
    page.wait_for_timeout(1000)
    page.get_by_role("link", name="English").click()
    page.wait_for_selector(".kc-turn")
    assert page.get_by_role("button", name="Useful", exact=True).count() == 1
    page.get_by_role("button", name="New conversation").click()
    page.wait_for_selector(".kc-turn", state="detached")
    _reload(page)
    page.wait_for_selector(".kc-welcome")
    page.wait_for_timeout(500)
    assert page.locator(".kc-turn").count() == 0
    assert page.evaluate("window.hacked") is None


def _reloaded_unanswered(page: Any, service: chat_fake.FakeService, *questions: str) -> None:
    """The page, loaded again before these questions are answered, has something in its box."""
    service.waiting.clear()
    try:
        for question in questions:
            page.fill("#kc-question textarea", question)
            page.click("#kc-send")
        page.wait_for_selector(".kc-wait")
        page.reload()
    finally:
        service.waiting.set()
    page.wait_for_function("document.querySelector('#kc-question textarea')?.value")


def test_an_unanswered_question_is_in_the_box_after_a_reload(
    page: Any, service: chat_fake.FakeService
) -> None:
    """Two questions sent, the page loaded again before an answer: both can be sent again, and are not brought back twice."""
    _reloaded_unanswered(page, service, STOCKS, "金沢市の備蓄は")
    assert page.locator("#kc-question textarea").input_value() == f"{STOCKS}\n金沢市の備蓄は"
    page.fill("#kc-question textarea", "")
    page.reload()
    page.wait_for_selector(".kc-welcome")
    page.wait_for_timeout(1500)
    assert page.locator("#kc-question textarea").input_value() == ""


def test_an_unanswered_question_is_in_the_box_beside_the_conversation(
    page: Any, service: chat_fake.FakeService
) -> None:
    """Protects: what was asked of a server that stopped was gone once it was there again (Gradio then loads the page anew): the
    conversation before it was brought back first, and with that nothing more was kept."""
    ask(page, STOCKS)
    kept(page, STOCKS)
    _reloaded_unanswered(page, service, "金沢市の備蓄は")
    assert page.locator("#kc-question textarea").input_value() == "金沢市の備蓄は"
    assert STOCKS in _turns(page, 1).inner_text()


def test_slow_answer_says_so_and_can_be_stopped(page: Any, service: chat_fake.FakeService) -> None:
    """While it is searched the page says so; 止める gives up, and the next question is answered."""
    service.waiting.clear()
    try:
        page.fill("#kc-question textarea", STOCKS)
        page.keyboard.press("Enter")
        page.wait_for_selector("text=会議録を検索しています")
        page.get_by_role("button", name="止める").locator("visible=true").click()
        page.wait_for_selector("text=検索を止めました")
    finally:
        service.waiting.set()
    ask(page, STOCKS)
    assert page.locator(".kc-turn").count() == 2
    assert page.locator(".kc-turn").last.locator(".kc-quote").count() == 3


def test_what_is_asked_meanwhile_waits_its_turn(page: Any, service: chat_fake.FakeService) -> None:
    """Questions sent while one is searched are all answered, in order, each with those before it in mind; one is taken back into
    the box beside what is being typed; after 止める the next goes on."""
    box, waiting = page.locator("#kc-question textarea"), page.locator(".kc-queue li > span")
    before = len(service.asked)
    service.waiting.clear()
    try:
        for question in ("備蓄は", STOCKS, "毛布はありますか", "金沢市の備蓄は"):
            box.fill(question)
            box.press("Enter")
            # On a busy machine the framework may draw what was typed once more before what was emptied.
            page.wait_for_function("!document.querySelector('#kc-question textarea').value", timeout=5000)
        box.fill("まだ書いている途中")
        page.wait_for_selector("text=会議録を検索しています")
        assert waiting.all_inner_texts() == [STOCKS, "毛布はありますか", "金沢市の備蓄は"]
        page.locator(".kc-queue button").nth(1).click()
        assert waiting.all_inner_texts() == [STOCKS, "金沢市の備蓄は"]
        assert box.input_value() == "まだ書いている途中\n毛布はありますか"
        page.get_by_role("button", name="止める").locator("visible=true").click()
    finally:
        service.waiting.set()
    _turns(page, 3)
    assert page.locator(".kc-q > span:last-child").all_inner_texts() == ["備蓄は", STOCKS, "金沢市の備蓄は"]
    assert waiting.count() == 0
    assert box.input_value() == "まだ書いている途中\n毛布はありますか"
    assert [question for question, *_ in service.asked[before + 1 :]] == [STOCKS, "金沢市の備蓄は"]


def test_keys(page: Any) -> None:
    """Shift+Enter and Ctrl+Enter break the line, Enter asks; the first Tab stop leads to the question box; answers are
    announced."""
    box = page.locator("#kc-question textarea")
    box.focus()
    page.keyboard.type("備蓄は")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("どう")
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("ですか")
    assert box.input_value() == "備蓄は\nどう\nですか"
    page.keyboard.press("Enter")
    page.wait_for_selector(".kc-quote")
    assert page.locator("#kc-live").inner_text().startswith("回答: 「食料は三日分を備えています。」")
    page.evaluate("document.activeElement.blur(); document.querySelector('.kc-skip').focus()")
    assert page.locator(".kc-skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('#kc-question') !== null")
