"""Fields between the letters of a list (件名：, 受付日：, 【該当箇所】, 担当：): nobody's words, but the title of the next letter and who replied."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.people.sidewords import is_letter
from ingest.text.lines import Line

_SIGN = r"^[○●◯〇・■□◆◇]?\s*[【［〔]?"
_TITLE = re.compile(
    _SIGN
    + r"(?:件\s*名|題\s*名|標\s*題|タイトル|テーマ|案\s*件|(?:該当|対象|意見|関連)(?:箇所|項目|部分|条文))(?:\s*[：:.．]|[】］〕])\s*(?=\S)"
)
"""件名：最終便, 【該当箇所】１８ページ, ○関連条文．第３条 as a text to be read aloud has it."""
_OTHER = re.compile(
    any_of(
        # 「受付日：」「【区分】」「年代：」
        _SIGN
        + any_of(
            r"受\s*[付理]\s*(?:年\s*月\s*)?(?:日|番号)",
            *r"回\s*答\s*(?:年\s*月\s*)?日 掲\s*載\s*日 公\s*表\s*日 分\s*[類野] 区\s*分 地\s*区 年\s*[代齢] 性\s*別 番\s*号".split(),
        )
        + r"(?:\s*[：:.．]|[】］〕])",
        # 「提出者　何々会」
        r"^(?:提\s*出\s*(?:団\s*体|者|日)|回\s*答\s*日|受\s*付\s*日)[\s：:]+[^。]{2,30}$",
        # 「No.12」「（番号３）」「整理番号：3-4」
        r"^[（(]?(?:N[oO]|Ｎ[ｏＯ]|№|番号)[.．]?\s*\d{1,3}[)）]?$",
        r"^(?:登\s*録|受\s*付|整\s*理|管\s*理)\s*番\s*号[\s：:]*[\d\-－]*$",
        # 「0042」
        r"^0[0-9]{2,6}$",
        # 「回答年月日　令和６年５月１日」
        r"^(?:受\s*[付理]|回\s*答)\s*年\s*月\s*日[\s：:]+[^。]{2,30}$",
    )
)
_SIGNED = re.compile(
    r"^[【〔［\[]?(?:担\s*当|所\s*管|回\s*答)\s*(?:課|部署|部局|部|局|室|係)?\s*名?\s*[：:]\s*([^\s。、]{2,20}(?:課|部|局|室|係|署|所|館|センター|事務局|委員会)(?:\s[^\s。、]{2,12}[係班])?)[】〕］\]]?$"
)

_CAME = re.compile(
    r"^[（(](?:[一-鿿]{2}|[MTSHR])?(?:\d{1,4}|元)年(?:\d{1,2}月)?(?:\d{1,2}日)?"
    r"(?:に)?(?:受付|受理|受信|受領|収受|到着|投稿)(?:分)?[）)]$"
)


def is_receipt(text: str) -> bool:
    """（令和3年5月収受）: when the letter above came; no heading of its reply."""
    return _CAME.match(text) is not None


def is_signature_field(text: str) -> bool:
    """担　当：公園緑地課, 【担当：公園緑地課】: who wrote the reply above."""
    return _SIGNED.match(text) is not None


def signed_field(lines: Sequence[Line]) -> Speaker | None:
    """The department of such a line; None where there is none."""
    found = next((match for line in lines if (match := _SIGNED.match(line.text))), None)
    return Speaker("", found[1], "executive") if found else None


def fields_below(lines: Sequence[Line]) -> tuple[int, list[Line]]:
    """How many of the last lines are fields, and the titles among them, their labels taken off."""
    count = 0
    titles: list[Line] = []
    while count < len(lines):
        line = lines[-1 - count]
        title = _TITLE.match(line.text)
        if title:
            titles.insert(0, replace(line, start=line.start + title.end(), text=line.text[title.end() :]))
        elif not _OTHER.match(line.text) and not _SIGNED.match(line.text):
            break
        count += 1
    return count, titles


_CONTENT = re.compile(r"^内\s*容$")
"""What heads the words of a letter below its fields."""
_NAMED_LETTER = re.compile(r"[【［〔\[]([^【】［］〔〕\[\]。、]{1,12})[】］〕\]]$")


def fields_above(lines: Sequence[Line]) -> int:
    """How many of the first lines are fields (【分野】公園), with the label of the letter itself below them (【声】)."""
    count = 0
    while count < len(lines) - 1 and _OTHER.match(lines[count].text):
        count += 1
    head = lines[count].text if count < len(lines) - 1 else ""
    named = _NAMED_LETTER.match(head)
    return count + 1 if (named and is_letter(named[1])) or (count and _CONTENT.match(head)) else count
