"""How long each action of the desk takes in a browser, over a server that runs.

    python tests/desk_load.py http://127.0.0.1:7860/ 品川区

prints for every action the median and the 95th percentile of `TIMES` runs after one that is not counted, in seconds, from the press to
the result on the screen.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from chat_browser import ask, launched, opened

TIMES = 20

THEMES = (
    "学校給食", "避難所の備蓄", "待機児童", "駅前の再開発", "高齢者の見守り", "図書館の開館時間", "公園の遊具", "ごみの分別",
    "商店街の振興", "防災訓練", "特別養護老人ホーム", "学童保育", "自転車の駐輪場", "橋の耐震化", "子育て支援", "障害者の就労",
    "水害への備え", "放課後の居場所", "空き家の対策", "感染症への対応", "健康診査の受診率",
)  # fmt: skip
"""What councils speak of everywhere; one for each run, so that nothing is answered from memory."""

Action = Callable[[int], None]


def measured(page: Any, town: str) -> Iterator[tuple[str, list[float]]]:
    """(name, seconds ascending) of every action; the page is the first screen."""
    for name, prepare, act in _actions(page, town):
        prepare()
        act(TIMES)
        yield name, sorted(_timed(act, number) for number in range(TIMES))


def percentile_95(times: list[float]) -> float:
    """The least time that 95 in 100 runs do not exceed."""
    return times[math.ceil(0.95 * len(times)) - 1]


def _timed(act: Action, number: int) -> float:
    start = time.perf_counter()
    act(number)
    return time.perf_counter() - start


def _actions(page: Any, town: str) -> Iterator[tuple[str, Callable[[], None], Action]]:
    """(name, what is done once before, the action) of every tab, left to right."""

    def tab(name: str) -> Callable[[], None]:
        return lambda: page.get_by_role("tab", name=name, exact=True).click()

    def record(number: int) -> None:
        pane = page.locator(".kc-record").locator("visible=true").first
        before = pane.get_attribute("data-focus")
        pane.get_by_role("button", name=("次の質疑", "前の質疑")[number % 2], exact=True).click()
        _changed(page, ".kc-record", "data-focus", before)

    yield "ask", lambda: None, lambda n: ask(page, f"{town}の{THEMES[n]}はどうなっていますか")
    yield "open a neighbour", lambda: None, record
    yield (
        "compare",
        tab("比較"),
        lambda n: _filled(
            page, "#kc-compare-question", f"{THEMES[n]}の状況は", "#kc-compare", "text=自治体のうち"
        ),
    )
    yield "list promises", tab("答弁の約束"), lambda n: _listed(page, THEMES[n].split("の")[0])
    yield "turn over promises", lambda: _listed(page, ""), lambda n: _turned(page, ".kc-ledger")
    yield (
        "dossier",
        lambda: (tab("質問準備")(), _chosen(page, "自分の自治体", town)),
        lambda n: _filled(
            page, "#kc-brief-theme", THEMES[n], "#kc-brief", f"h2:has-text('質問準備: {THEMES[n]}')"
        ),
    )
    yield (
        "check a sentence",
        tab("答弁確認"),
        lambda n: _filled(
            page,
            "#kc-check-text",
            f"{THEMES[n]}は来年度から拡充します。",
            "#kc-check",
            "text=1文を確認しました",
        ),
    )
    yield "turn over documents", tab("資料"), lambda n: _turned(page, ".kc-table:not(.kc-ledger)")


def _filled(page: Any, box: str, words: str, button: str, result: str) -> None:
    """Writes, presses, waits for a result that was not there before."""
    page.evaluate("document.querySelectorAll('.kc-results, .kc-brief').forEach(old => old.remove())")
    page.fill(f"{box} textarea, {box} input", words)
    page.click(button)
    page.locator(result).locator("visible=true").first.wait_for()


def _listed(page: Any, words: str) -> None:
    page.evaluate("document.querySelectorAll('.kc-ledger, .kc-none').forEach(old => old.remove())")
    page.fill("#kc-promise-words textarea, #kc-promise-words input", words)
    page.get_by_role("button", name="一覧を表示").click()
    page.locator(".kc-ledger, .kc-none").locator("visible=true").first.wait_for()


def _turned(page: Any, table: str) -> None:
    """The next page of a list, at its end the one before."""
    shown = page.locator(table).locator("visible=true").first
    before = shown.inner_text()
    for name in ("次の一覧", "前の一覧"):
        button = page.get_by_role("button", name=name).locator("visible=true").first
        if button.is_enabled():
            button.click()
            break
    page.wait_for_function(
        "([table, before]) => [...document.querySelectorAll(table)].some(e => e.checkVisibility() && e.innerText !== before)",
        arg=[table, before],
    )


def _changed(page: Any, selector: str, name: str, before: str | None) -> None:
    page.wait_for_function(
        "([selector, name, before]) => [...document.querySelectorAll(selector)]"
        ".some(e => e.checkVisibility() && e.getAttribute(name) !== before)",
        arg=[selector, name, before],
    )


def _chosen(page: Any, label: str, town: str) -> None:
    page.get_by_label(label).locator("visible=true").first.click()
    page.get_by_role("option", name=town).locator("visible=true").first.click()


def main(address: str, town: str) -> None:
    """Measures and prints."""
    with launched() as context, opened(context, address) as (page, seen):
        for name, times in measured(page, town):
            print(
                f"{name:20s} median {times[len(times) // 2]:.2f} s, p95 {percentile_95(times):.2f} s",
                flush=True,
            )
        print("console errors:", seen.errors)


if __name__ == "__main__":
    main(*sys.argv[1:])
