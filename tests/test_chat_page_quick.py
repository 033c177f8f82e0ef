"""The page used faster than it answers: nothing that is pressed is lost, and what was asked for last stands at the end."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from types import SimpleNamespace
from typing import Any

import chat_fake
import pytest
from chat_browser import ask, kept, opened

from chat.page import asking, brief_tab, documents, parts, talk
from chat.page.newest import Newest

STOCKS, OTHERS = "調布市の備蓄はどうですか", "金沢市の備蓄は"


@pytest.fixture(scope="module")
def service() -> chat_fake.FakeService:
    return chat_fake.service()


@pytest.fixture
def page(context: Any, address: str, service: chat_fake.FakeService) -> Iterator[Any]:
    service.votes.clear()
    with opened(context, address) as (page, seen):
        yield page
        assert (seen.errors, seen.outside) == ([], [])


class Late:
    """A function whose first calls have their result, and give it only when they may: what comes after them is quicker."""

    def __init__(self, function: Callable[..., Any], calls: int = 1) -> None:
        self.function, self.left = function, calls
        self.begun, self.go = threading.Event(), threading.Event()

    def __call__(self, *args: Any, **named: Any) -> Any:
        self.left -= 1
        late, made = self.left >= 0, self.function(*args, **named)
        self.begun.set()
        if late:
            self.go.wait(20)
        return made


LATE_END = """(() => {
  const fetched = window.fetch, ended = new Promise((go) => { window.letEnd = go; });
  const late = async (bytes, to) => {
    window.held = new TextDecoder().decode(bytes).includes('close_stream');
    if (window.held) await ended;
    to.enqueue(bytes);
  };
  window.fetch = async (...wanted) => {
    const response = await fetched(...wanted);
    const stream = `${wanted[0].url ?? wanted[0]}`.includes('/queue/data?');
    return stream ? new Response(response.body.pipeThrough(new TransformStream({ transform: late })), response) : response;
  };
})();"""
"""The end of the stream of messages reaches the page when it may."""


def _turns(page: Any) -> list[str]:
    return page.locator(".kc-q > span:last-child").all_inner_texts()


@pytest.mark.browser
def test_what_is_pressed_while_the_stream_of_messages_ends_is_answered(context: Any, address: str) -> None:
    """Protects: one press in 150 at random moments hung until something else was pressed."""
    with opened(context, address, script=LATE_END) as (page, seen):
        page.wait_for_function("window.held")
        with page.expect_response(lambda response: "/queue/join" in response.url):
            page.fill("#kc-question textarea", STOCKS)
            page.click("#kc-send")
        page.evaluate("letEnd()")
        page.wait_for_selector(".kc-turn .kc-mark")
        assert (seen.errors, seen.outside) == ([], [])


@pytest.mark.browser
def test_the_record_that_was_opened_last_stays(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first record comes after the second, which stays. (The second press was answered with the first one's record.)"""
    ask(page, STOCKS)
    ask(page, "攻撃を見せて")
    page.wait_for_selector(".kc-record[data-exchange*=攻撃]")
    late = Late(parts.record_of)
    monkeypatch.setattr(parts, "record_of", late)
    marks = page.locator(".kc-log .kc-mark")
    marks.nth(0).click()
    assert late.begun.wait(10)
    marks.nth(1).click()
    page.wait_for_selector(".kc-record[data-exchange='b.xlsx-備蓄']")
    late.go.set()
    page.wait_for_timeout(500)
    assert page.locator(".kc-record").get_attribute("data-exchange") == "b.xlsx-備蓄"


@pytest.mark.browser
def test_two_votes_and_a_question_in_quick_succession(
    page: Any, service: chat_fake.FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second vote was dropped, and the first drew the conversation without the answer that had come meanwhile. A vote that is
    pressed twice is one, not one that is taken back."""
    ask(page, STOCKS)
    ask(page, OTHERS)
    late = Late(service.vote)
    monkeypatch.setattr(service, "vote", late)
    thumbs = page.get_by_role("button", name="役に立った", exact=True)
    thumbs.nth(0).dblclick()
    assert late.begun.wait(10)
    thumbs.nth(1).click()
    page.fill("#kc-question textarea", "攻撃は")
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    late.go.set()
    page.wait_for_function("document.querySelectorAll('.kc-turn .kc-text').length === 3")
    assert [thumb.get_attribute("aria-pressed") for thumb in thumbs.all()] == ["true", "true", "false"]
    assert [(question, value) for question, value, _ in service.votes] == [(STOCKS, 1), (OTHERS, 1)]


@pytest.mark.browser
def test_what_the_last_answer_leads_on_to(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """It was never shown where the answer came before what the one before it leads on to had been found."""
    late = Late(asking.follow_ups)
    monkeypatch.setattr(asking, "follow_ups", late)
    ask(page, STOCKS)
    assert late.begun.wait(10)
    ask(page, OTHERS)
    late.go.set()
    page.wait_for_selector(".kc-follow:not([hidden])")


@pytest.mark.browser
def test_a_question_while_the_conversation_comes_back(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked right after a reload: it is answered, and the conversation before it is still there."""
    ask(page, STOCKS)
    kept(page, STOCKS)
    late = Late(talk.restored)
    monkeypatch.setattr(talk, "restored", late)
    page.reload()
    assert late.begun.wait(30)
    page.fill("#kc-question textarea", OTHERS)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    late.go.set()
    page.wait_for_function("document.querySelectorAll('.kc-turn .kc-text').length === 2")
    assert _turns(page) == [STOCKS, OTHERS]


@pytest.mark.browser
def test_a_town_chosen_while_the_page_is_still_being_drawn(
    page: Any, service: chat_fake.FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of towns that comes after the choice leaves it as it is, and so do the documents that come with it."""
    page.get_by_role("tab", name="質問準備", exact=True).click()
    late = Late(service.towns, 99)
    monkeypatch.setattr(service, "towns", late)
    page.reload()
    page.get_by_role("tab", name="質問準備", exact=True).click()
    assert late.begun.wait(30)
    page.get_by_label("自分の自治体").locator("visible=true").first.click()
    page.get_by_role("option", name="調布市").locator("visible=true").first.click()
    late.go.set()
    page.wait_for_timeout(500)
    assert page.get_by_label("自分の自治体").locator("visible=true").first.input_value() == "調布市"


def _dossier(page: Any) -> None:
    page.get_by_role("tab", name="質問準備", exact=True).click()
    page.get_by_label("自分の自治体").locator("visible=true").first.click()
    page.get_by_role("option", name="調布市").locator("visible=true").first.click()
    page.fill("#kc-brief-theme textarea", "備蓄")
    page.click("#kc-brief")
    page.wait_for_selector("#kc-brief-text textarea")


@pytest.mark.browser
def test_files_of_a_text_that_has_changed_are_not_offered(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Written on while the files are being made, with an input method: they are those of the text before, and do not come; nor do
    those that stood there already stay."""
    _dossier(page)
    late = Late(brief_tab.docx)
    monkeypatch.setattr(brief_tab, "docx", late)
    page.click("#kc-brief-files")
    assert late.begun.wait(10)
    word = page.get_by_text("資料を保存（Word）", exact=True).locator("visible=true")
    page.locator("#kc-brief-text textarea").press_sequentially("追記")
    page.wait_for_timeout(500)
    late.go.set()
    page.wait_for_timeout(500)
    assert word.count() == 0
    page.click("#kc-brief-files")
    word.wait_for()
    page.locator("#kc-brief-text textarea").press_sequentially("追記")
    word.wait_for(state="detached")


@pytest.mark.browser
def test_files_of_what_was_written_without_a_pause(page: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Protects: that the text has changed was told after the press, and took away the files that were being made of that very text."""
    _dossier(page)
    box, word = (
        page.locator("#kc-brief-text textarea"),
        page.locator("text=資料を保存（Word） >> visible=true"),
    )
    page.wait_for_timeout(500)
    late = Late(brief_tab.hidden)  # the first key is still being told when the button is pressed
    monkeypatch.setattr(brief_tab, "hidden", late)
    box.press_sequentially("追記")
    assert late.begun.wait(10)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    word.wait_for()
    late.go.set()
    page.wait_for_timeout(500)
    assert word.count() == 1
    with page.expect_download() as saving:
        page.get_by_text("資料を保存（Markdown）", exact=True).locator("visible=true").click()
    assert saving.value.path().read_text("utf-8") == box.input_value()


@pytest.mark.browser
def test_an_older_list_of_documents_does_not_come_after_a_newer(
    page: Any, service: chat_fake.FakeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The search that was sent last stands in the list, though the list of all documents comes after it."""
    page.wait_for_timeout(1000)
    late = Late(documents.documents_html)
    monkeypatch.setattr(documents, "documents_html", late)
    page.reload()
    page.get_by_role("tab", name="資料", exact=True).click()
    assert late.begun.wait(30)
    page.fill("#kc-documents-words input, #kc-documents-words textarea", "金沢市")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=1件の資料")
    late.go.set()
    page.wait_for_timeout(500)
    assert page.locator(".kc-reach").locator("visible=true").all_inner_texts() == ["1件の資料"]


def test_only_the_last_drawing_of_a_browser_tab_counts() -> None:
    """What began before it gives nothing new, whenever it ends; another browser tab has its own."""
    newest, here, there = Newest(), SimpleNamespace(session_hash="a"), SimpleNamespace(session_hash="b")

    def first() -> str:
        assert newest(there, lambda: "elsewhere") == "elsewhere"
        assert newest(here, lambda: "second") == "second"
        return "first"

    assert newest(here, first) == {"__type__": "update"}
    assert newest(here, lambda: "third") == "third"
