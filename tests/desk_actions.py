"""What users do on each tab of the desk, as `desk_load` measures it: from the press to the result on the screen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from chat_browser import ask
from desk_waits import gone, shown

THEMES = (
    "学校給食", "避難所の備蓄", "待機児童", "駅前の再開発", "高齢者の見守り", "図書館の開館時間", "公園の遊具", "ごみの分別",
    "商店街の振興", "防災訓練", "特別養護老人ホーム", "学童保育", "自転車の駐輪場", "橋の耐震化", "子育て支援", "障害者の就労",
    "水害への備え", "放課後の居場所", "空き家の対策", "感染症への対応", "健康診査の受診率",
)  # fmt: skip
"""What councils speak of everywhere; one for each run, so that nothing is answered from memory."""

MINUTES = """令和5年度 第{n}回 青葉台市民会議 会議録
日時 令和5年10月12日
○山本委員 移動図書館の第{n}の場所は、いつ決まりますか。
○図書館長 移動図書館の第{n}の場所は、来年の春までに決めます。
"""

Action = Callable[[int], float | None]
"""Does it for a run; gives when it was pressed (`time.perf_counter()`) where something had to be written first."""
Step = tuple[str, Callable[[], object], Action]
"""(name, what is done once before, the action)."""


def actions(page: Any, town: str, folder: Path) -> Iterator[Step]:
    """Every tab from left to right. `folder` is for files that are chosen on the page."""
    yield from _talk(page, town)
    yield from _compare(page)
    yield from _promises(page, town)
    yield from _dossier(page, town)
    yield from _check(page, folder)
    yield from _documents(page, folder)


def _nothing() -> None:
    """Nothing is done before."""


def _tab(page: Any, name: str) -> Callable[[], None]:
    return lambda: page.get_by_role("tab", name=name, exact=True).click()


def _seen(page: Any, selector: str) -> Any:
    return page.locator(selector).locator("visible=true")


def _button(page: Any, name: str) -> Any:
    return page.get_by_role("button", name=name, exact=True).locator("visible=true").first


def _saved(page: Any, name: str) -> None:
    """Presses what saves a file and waits until the browser has it."""
    with page.expect_download() as saving:
        page.get_by_text(name, exact=True).locator("visible=true").first.click()
    saving.value.path()


def _opened(page: Any, openers: str, number: int) -> None:
    """Opens the record of one of the `openers`; the stamp that it is drawn with tells one opening from the next."""
    before = page.evaluate(_STAMP)
    buttons = _seen(page, openers)
    buttons.nth(number % buttons.count()).click()
    page.wait_for_function(f"before => ({_STAMP}) !== before", arg=before)


_STAMP = "[...document.querySelectorAll('.kc-record')].find(e => e.checkVisibility())?.dataset.focus ?? ''"


def _talk(page: Any, town: str) -> Iterator[Step]:
    yield "ask", _nothing, lambda n: ask(page, f"{town}の{THEMES[n]}はどうなっていますか")
    yield "open a citation", _nothing, lambda n: _opened(page, ".kc-turn .kc-mark", n)
    yield "open a neighbour", _nothing, lambda n: _opened(page, f".kc-steps >> text={'次前'[n % 2]}の質疑", 0)
    yield "vote", _nothing, lambda n: _voted(page)
    yield "save as Word", _nothing, lambda n: _saved(page, "会話を保存（Word）")
    yield "ask all towns", partial(_started_over, page), lambda n: ask(page, f"{THEMES[n]}の課題は何ですか")
    yield (
        "take off a condition",
        partial(_started_over, page, f"{town}の{THEMES[0]}は"),
        lambda n: _widened(page),
    )


def _started_over(page: Any, question: str = "") -> None:
    """A new conversation, with its first question."""
    _button(page, "新しい会話").click()
    gone(page, ".kc-turn")
    if question:
        ask(page, question)


def _widened(page: Any) -> None:
    """Takes the town off the first question: it is asked again, of all towns."""
    before = page.locator(".kc-turn").count()
    _seen(page, ".kc-turn >> nth=0 >> .kc-off").first.click()
    page.wait_for_function(
        "n => document.querySelectorAll('.kc-turn').length > n && !document.querySelector('.kc-wait')",
        arg=before,
    )


def _voted(page: Any) -> None:
    pressed = page.evaluate(_PRESSED)
    _seen(page, ".kc-thumb").last.click()
    page.wait_for_function(f"before => ({_PRESSED}) !== before", arg=pressed)


_PRESSED = "[...document.querySelectorAll('.kc-thumb')].pop()?.ariaPressed"


def _compare(page: Any) -> Iterator[Step]:
    def act(number: int) -> None:
        _filled(page, "#kc-compare-question", f"{THEMES[number]}の状況は", "#kc-compare", "自治体のうち")

    yield "compare", _tab(page, "比較"), act
    yield "open a compared reply", _nothing, lambda n: _opened(page, ".kc-town .kc-mark", n)
    yield "save the comparison", _nothing, lambda n: _saved(page, "表を保存（Excel）")


def _promises(page: Any, town: str) -> Iterator[Step]:
    words = [theme.split("の")[0] for theme in THEMES]
    yield "list promises", _tab(page, "答弁の約束"), lambda n: _listed(page, words[n])
    yield "save promises", _nothing, lambda n: _saved(page, "一覧を保存（Excel）")
    yield "turn over promises", lambda: _listed(page, ""), lambda n: _turned(page, ".kc-ledger")
    yield "open a promise", _nothing, lambda n: _opened(page, ".kc-ledger [data-statement]", n)
    yield "promises of a kind", _nothing, lambda n: _narrowed(page, ("検討", "実施済", "困難")[n % 3])
    yield (
        "promises of a town",
        lambda: (_chosen(page, "自治体（選ばなければすべて）", town), page.keyboard.press("Escape")),
        lambda n: _listed(page, words[n]),
    )
    yield (
        "plot of promises",
        lambda: (
            _listed(page, ""),
            page.get_by_role("button", name="件数のグラフ").click(),
            page.wait_for_selector(".bars"),
        ),
        lambda n: _plotted(page, ("年ごと", "役職ごと", "種類ごと")[n % 3]),
    )


def _narrowed(page: Any, kind: str) -> None:
    """Ticks or unticks a kind and lists; the newest may be the same, their number is not."""
    before = page.locator(_COUNT).first.inner_text()
    page.get_by_label(kind, exact=True).locator("visible=true").first.click()
    _button(page, "一覧を表示").click()
    page.wait_for_function(
        "([count, before]) => document.querySelector(count).innerText !== before", arg=[_COUNT, before]
    )


_COUNT = "#kc-ledger .kc-reach"


def _plotted(page: Any, grouping: str) -> None:
    page.evaluate("document.querySelectorAll('.bars').forEach(old => old.remove())")
    page.get_by_label(grouping, exact=True).check()
    shown(page, ".bars")


def _dossier(page: Any, town: str) -> Iterator[Step]:
    def act(number: int) -> None:
        theme = THEMES[number]
        _filled(page, "#kc-brief-theme", theme, "#kc-brief", f"質問準備: {theme}")

    yield "dossier", lambda: (_tab(page, "質問準備")(), _chosen(page, "自分の自治体", town)), act
    yield "open a line of it", _nothing, lambda n: _opened(page, ".kc-brief .kc-mark", n)
    yield "make its files", _nothing, lambda n: _made(page, n)
    yield "save it as Word", _nothing, lambda n: _saved(page, "資料を保存（Word）")


def _made(page: Any, number: int) -> float:
    """Changes the text and makes files of it."""
    save = ("button", "資料を保存（Word）")
    box = page.locator("#kc-brief-text textarea")
    box.fill(f"{box.input_value()}\n- {number}")
    gone(page, *save)
    pressed = time.perf_counter()
    page.click("#kc-brief-files")
    shown(page, *save)
    return pressed


def _check(page: Any, folder: Path) -> Iterator[Step]:
    def act(number: int) -> None:
        words = f"{THEMES[number]}は来年度から拡充します。"
        _filled(page, "#kc-check-text", words, "#kc-check", "1文を確認しました")

    yield "check a sentence", _tab(page, "答弁確認"), act
    yield "open an earlier reply", _nothing, lambda n: _opened(page, ".kc-checked .kc-mark", n)
    yield "save the check", _nothing, lambda n: _saved(page, "表を保存（Excel）")
    yield "read a draft", _nothing, lambda n: _read(page, folder, f"{THEMES[n]}について、{n}回目に伺います。")


def _read(page: Any, folder: Path, words: str) -> None:
    """Chooses a file with the words, which then stand in the field."""
    (folder / "通告.txt").write_text(words, "utf-8")
    page.set_input_files("#kc-check-file input", str(folder / "通告.txt"))
    page.wait_for_function(
        "words => document.querySelector('#kc-check-text textarea').value.includes(words)", arg=words
    )
    gone(page, "#kc-check-file .file-preview")


def _documents(page: Any, folder: Path) -> Iterator[Step]:
    list_ = ".kc-table:not(.kc-ledger)"
    yield "turn over documents", _tab(page, "資料"), lambda n: _turned(page, list_)
    yield "find documents", _nothing, lambda n: _found(page, f"{n % 12 + 1}月")
    yield "save the list", partial(_found, page, ""), lambda n: _saved(page, "一覧を保存（Excel）")
    yield "how it was read", _nothing, lambda n: _looked(page, n)
    yield "read anew", _nothing, lambda n: _reread(page, n)
    yield "add a document", _nothing, lambda n: _added(page, folder, n)
    yield (
        "remove a document",
        lambda: page.on("dialog", lambda dialog: dialog.accept()),
        lambda n: _removed(page),
    )


def _found(page: Any, words: str) -> None:
    page.evaluate("document.querySelectorAll('.kc-table:not(.kc-ledger)').forEach(old => old.remove())")
    page.fill("#kc-documents-words textarea, #kc-documents-words input", words)
    _button(page, "探す").click()
    shown(page, ".kc-table:not(.kc-ledger), .kc-note")


def _filled(page: Any, box: str, words: str, button: str, result: str) -> None:
    """Writes, presses, waits for a result that was not there before."""
    page.evaluate("document.querySelectorAll('.kc-results, .kc-brief').forEach(old => old.remove())")
    page.fill(f"{box} textarea, {box} input", words)
    page.click(button)
    shown(page, ".kc-results, .kc-brief", result)


def _listed(page: Any, words: str) -> None:
    page.evaluate("document.querySelectorAll('.kc-ledger, .kc-none').forEach(old => old.remove())")
    page.fill("#kc-promise-words textarea, #kc-promise-words input", words)
    _button(page, "一覧を表示").click()
    shown(page, ".kc-ledger, .kc-none")


def _turned(page: Any, table: str) -> None:
    """The next page of a list, at its end the one before."""
    before = _seen(page, table).first.inner_text()
    step = next(name for name in ("次の一覧", "前の一覧") if _button(page, name).is_enabled())
    _button(page, step).click()
    page.wait_for_function(
        "([table, before]) => [...document.querySelectorAll(table)].some(e => e.checkVisibility() && e.innerText !== before)",
        arg=[table, before],
    )


def _chosen(page: Any, label: str, town: str) -> None:
    page.get_by_label(label).locator("visible=true").first.click()
    page.get_by_role("option", name=town).locator("visible=true").first.click()


def _looked(page: Any, number: int) -> None:
    """How a document was read, on a page of its own."""
    links = _seen(page, ".kc-table a[href^=inspect]")
    with page.expect_popup() as opening:
        links.nth(number % links.count()).click()
    shown(opening.value, "h1")
    opening.value.close()


def _reread(page: Any, number: int) -> None:
    page.evaluate("document.querySelectorAll('.kc-results').forEach(old => old.remove())")
    buttons = _seen(page, ".kc-table [data-act=reread]")
    buttons.nth(number % buttons.count()).click()
    shown(page, ".kc-results")


def _added(page: Any, folder: Path, number: int) -> None:
    file = folder / f"追加{number}.txt"
    file.write_text(MINUTES.format(n=number + 1), "utf-8")
    page.set_input_files("#kc-upload input", str(file))
    shown(page, ".kc-table", file.name)


def _removed(page: Any) -> None:
    """The newest document goes."""
    name = _seen(page, ".kc-table [data-act=remove]").first.get_attribute("data-name")
    _seen(page, ".kc-table [data-act=remove]").first.click()
    gone(page, ".kc-table", name)
