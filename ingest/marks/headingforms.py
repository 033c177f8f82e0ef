"""What the words of a heading look like, whatever stands around them: items of the agenda, sections, titles, counters.

Where a line of such a form is indeed a heading, and not speech, is told in `turns.headings`.
"""

from __future__ import annotations

import re

from corpus.patterns import NUMERAL, any_of
from ingest.header.labels import MEETING_LINE
from ingest.marks.mark import SIGNS
from ingest.text.lines import BLANK, TERMINAL
from ingest.text.normalize import is_spaced, joined_number, squeeze, without_clock

HEADING_MAX = 70
"""A heading is at most this long; printed agenda items reach 60 characters."""
TITLE_MAX = 40
"""Characters of a title line at most."""
AGENDA = re.compile(
    r"^(?:[#＃]+\s*)?"
    + any_of(
        # 「【議題２．道路】」
        r"[【〔［](?:議[題案事]|案件)?\d{1,2}[．.、\s][^【】。]{2,30}[】〕］]$",
        # 「議　題」「協議事項」「議案第」「日程 第」
        *r"議\s*題 議\s*事(?!録) 案件 事業番号 審議事項 協議事項 報告事項 調査事項 諮問事項 検討事項 議案第".split(),
        r"日\s*程\s*(?:第|\d{1,2}\s+[^\s、])",
        # 「追加日程」「認定第」「第三号議案」
        *r"追加日程 報告第 請願第 陳情第 発議第 認定第 承認第 同意第 諮問第 [議諮報]第\d 意見書案第 議員提出議案".split(),
        rf"第{NUMERAL}+\s*(?:号議案|議案|　)",
        # 「質問事項１」「その他」
        r"(?:質問|質疑)(?:事項|件名)[\s:：]*\d",
        r"その他$",
        # 「(2) 報告」「③ 挨拶」「1. 開会」, not 「1. 開会日時」
        r"(?:(?:[（(]?[\d一二三四五六七八九十Ⅰ-Ⅹ]{1,2}[)）．.、]?|[①-⒇])\s*)"
        + any_of(
            *r"議\s*題 議\s*事".split(),
            r"議\s*案(?=審議|\s*$)",
            r"[開閉]\s*会(?!の?(?:日時|時刻|場所))",
            *r"報\s*告 協\s*議 審\s*議 その他 挨拶 あいさつ".split(),
        ),
    )
)
STRUCTURE = re.compile(
    any_of(
        # 「日程」「説明のため」「一般質問」
        *r"日程 議題 議案 議事 会議 開会 開議 閉会 散会 休憩 再開 報告 出席 欠席 説明員 説明のため 一般質問 代表質問".split(),
        # 「町政一般に対する質問」「諸般」「施政方針」
        *r"政(?:一般)?に対する質問 質疑 討論 採決 表決 あいさつ 挨拶 指名 事件 署名 請願 陳情 諸般 会期 選挙 選任 付託 案件".split(),
        *r"委員会 宣告 次第 名簿 配付 資料 所信表明 施政方針".split(),
    )
)
NUMBERED = re.compile(
    r"^"
    + any_of(
        # 「ア．」「（３）」「（Q3）」「四、」
        r"[ア-オ][．.、\s]+",
        r"[（(](?:[QＱ](?=\d))?[\d一二三四五六七八九十ア-ンⅠ-Ⅹ]{1,3}[)）]",
        r"[\d一二三四五六七八九十Ⅰ-Ⅹ]{1,3}[)）．.、\s]",
        # 「第２章」「①」「■」
        rf"第{NUMERAL}+[章節項]",
        *r"[①-⒇⑴-⒇] [■□◇▼▽◎]".split(),
    )
)
NOUN_END = re.compile(
    any_of(
        # 「…について」「…の選任」「…計画」「…（素案）」
        *r"について に関して 結論 に関すること 件 事項 報告 選任 選出 その他 案 計画 説明 質疑(?:応答)? 意見交換 自由討議 討論".split(),
        *r"討議 フリートーク 挨拶 あいさつ 朗唱 斉唱 開会 閉会 概要 特別会計 補正予算 協議 審議 議事".split(),
    )
    + r"(?:[（(][^（()）]{1,30}[)）])?[」』]?$"
)
SECTION = re.compile(
    any_of(
        # 「【質疑応答】」「〔福祉課所管〕」「＜質問及び回答＞」
        r"^[（(【〔［\[＜<《≪〈－―-](?:主な)?[^。（()）：:]{0,30}"
        + any_of(
            r"(?:質疑(?:応答)?|質問|意見(?:交換)?)等?",
            *r"討論 採決 表決 説明 要望 審査 審議 報告 協議 議\s*案 議\s*事 まとめ その他 部 課 室 局 係 委員会 所管".split(),
            *r"関係 款 費 事業 計画 事項 議題 について".split(),
            r"(?:質問|質疑|意見)(?:及び|・|と)[^（()）】]{0,8}(?:回答|答弁)",
        )
        + r"[）)】〕］\]＞>》≫〉－―-]$",
        # 「＜テーマ１：防災＞」
        r"^[＜<〈《【](?:テーマ|話題)\d*[\s：:][^。（()）]{1,30}[＞>〉》】]$",
    )
)
_NO_TOPIC = re.compile(
    r"^"
    + any_of(
        # 「13:30 開始」「質疑と答弁」「会議録」
        r"[0-9]{1,2}:[0-9]{2}.{0,24}",
        r"[^。]{0,6}(?:質問|質疑|意見)(?:及び|・|と)[^。]{0,8}(?:回答|答弁)",
        r"(?:[^。]{2,40})?(?:会議録|議事録)(?:[（(][^（()）。]{4,30}[)）])?",
        # 「審議結果」「議事要旨」「出席者」
        *r"審議結果 会議結果 会議内容 内容 概要 議事(?:要旨|概要|内容)? 発言(?:内容)? 本文 議題 資料 出席者 結果".split(),
        # 「会議の経過」「目次」「議会報告」
        *r"会議の(?:概要|内容|結果|経過) まとめ 目次 議会報告(?:\s[^。]{0,20})?".split(),
        # 「何某議員の一般質問」「主な意見交換の概要」
        r".{1,12}(?:関連|(?:議員|委員|氏|君|さん)の?(?:一般|代表|総括)?)質[問疑]",
        r"(?:主な)?(?:(?:質疑|質問|意見|要望|討論|討議|採決|説明|報告|協議|回答|答弁)(?:応答|交換|等)?[・、と]?){1,3}"
        r"(?:の(?:概要|要旨|内容|経過|結果))?",
    )
    + r"$"
)
WAVED = re.compile(r"^[～〜][^～〜。]{2,40}[～〜]$")  # ～日程第１　一般質問～
_OPENS = re.compile(r"^(?:開|閉|挨|議)\s*(?:会|拶|事)$")
"""開　会, 挨　拶: parts of any meeting that say nothing of the matter."""


def names_item(label: str) -> bool:
    """Whether a heading's words open as an item of the agenda does (日程第３, 議案第５号)."""
    return AGENDA.match(label) is not None


def is_bare(text: str) -> bool:
    """【意見交換】, 主な質疑: a section's name that says nothing of the matter; 【議事】 ends the header and its list of items."""
    bare = SECTION.match(text) is not None and says_no_matter(heading_label(text))
    return bare and squeeze(heading_label(text)) not in ("議事", "議案")


_ITEM_NUMBER = re.compile(r"^[（(](?:[QＱ](?=\d))?[\dア-ン一二三四五六七八九十]{1,3}[)）]\s*(?=\S)")


def says_no_matter(label: str) -> bool:
    """質疑応答, 会議の概要: a heading's words that name no topic."""
    whole = re.sub(r"\s|^[①-⒇]", "", label)  # ①　開　　会
    label = _ITEM_NUMBER.sub("", label)
    return (
        any(form.match(words) for form in (_NO_TOPIC, _OPENS, MEETING_LINE) for words in (label, whole))
        or re.fullmatch("(?:会議|議事)の(?:経過|顛末|概要)", whole) is not None
    )


def is_numbered(text: str) -> bool:
    """（１）今年度の会議の進め方: a short line with a number before it that is no sentence."""
    return len(text) <= HEADING_MAX and text[-1] not in TERMINAL and NUMBERED.match(text) is not None


def is_structure(text: str) -> bool:
    """Whether a line speaks of the meeting's own parts (日程, 出席, 討論 …)."""
    return STRUCTURE.search(text) is not None


def heading_label(text: str) -> str:
    """A heading's words without its signs, emphasis marks and the brackets around it."""
    label = text.rstrip("*_" + BLANK).lstrip("#＃▼▽" + SIGNS + BLANK).strip("*_ ")
    label = without_clock(label.strip("～〜") if WAVED.match(label) else label.rstrip("～〜" + BLANK))
    label = squeeze(label) if is_spaced(label) else joined_number(label)
    label = re.sub(r"^(?:議題|案件|件名|テーマ|話題)\s*[:：]\s*(?=\S)", "", label)
    whole = re.match(r"^[（(【〔［\[＜<《≪〈－―-](.+)[）)】〕］\]＞>》≫〉－―-]$", label)
    return whole[1].strip() if whole and not re.search(r"[（()）]", whole[1]) else label


_COUNTER = re.compile(r"^(?:(?:ご|御)?(?:意見|質問|要望)|No\.?|番号|項目)\s*\d{1,3}$", re.IGNORECASE)
COUNTED_END = re.compile(r"(?<=\S)[（(]\d{1,4}[人名][^（()）。]{0,8}[）)]$")
"""◆４０歳代（８人参加）: how many there were is part of the heading."""


def counts_heads(text: str) -> bool:
    """Whether a line ends in how many people were there."""
    return COUNTED_END.search(text) is not None


def is_counter(text: str) -> bool:
    """意見２, No.3: the number of the next entry of a list."""
    return _COUNTER.match(text) is not None


def is_bare_heading(text: str) -> bool:
    """意見２, △質疑: a heading that names no matter."""
    return is_counter(text) or (text[0] in SIGNS and says_no_matter(heading_label(text)))


def is_item_title(text: str) -> bool:
    """Whether a line without a full stop ends as the title of an item does (…の件, …について)."""
    return len(text) <= HEADING_MAX and NOUN_END.search(text) is not None
