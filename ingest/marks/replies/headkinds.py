"""The heads of lines by kind: the label as printed, who a label is by side, the mark of a list; and which of them may ask or reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.patterns import any_of
from ingest.marks.speaks import is_speech
from ingest.people.offices import is_public
from ingest.people.sidewords import says_side
from ingest.people.speakers import parse_label
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_OPEN, _CLOSE = "【〔［[〈＜《≪（(", "】〕］]〉＞》≫）)"
_BULLET = r"(?:[・･•●○◯〇◎◆◇■□▲△▼▽☆★※＊－‐→⇒➡⇨➔>＞]|[*\-](?![*\-]))"
_NUMBER = (
    r"(?:[①-⒇]|[（(][\dア-ンa-z一二三四五六七八九十]{1,2}[)）]|(?:N[oO]|Ｎ[ｏＯ]|№|番号)[.．]?\s?\d{1,3}"
    r"|\d{1,3}(?:[\-－‐]\d{1,3})?(?:[.．、)）](?!\d)|(?=\s|[【〔［（])))"
)
_HEAD = re.compile(rf"^(?P<level>#{{1,6}}(?=\s))?\s*(?P<list>{_BULLET}|{_NUMBER})?\s*(?P<bold>\*\*|__)?")
_TAGGED = re.compile(
    rf"[{re.escape(_OPEN)}](?P<label>[^{re.escape(_OPEN + _CLOSE)}。、]{{1,16}})[{re.escape(_CLOSE)}](?:\*\*|__)?\s*[：:]?\s*"
)
_COLON = re.compile(
    # 「前 田：」: a short surname set wide
    r"(?P<label>[一-鿿]\s[一-鿿](?=[：:])|[^\s。、：:（()）「」『』]{1,14})(?:\*\*|__)?\s*(?:[：:｜|)）→⇒]|\t)(?:\*\*|__)?\s*"
)
_BLANK = re.compile(r"(?P<label>[^\s。、：:（()）「」『』*]{1,12})(?:(?:\*\*|__)\s*|\s+)(?=\S)")
_IN_BOLD = re.compile(r"(?P<label>[^*。、？?]{1,30})\*\*[\s：:]*(?=[^\s：:])")
_ALONE = re.compile(r"(?P<label>[^\s。、：:「」『』]{1,14})[：:]?(?:\*\*|__)?$")
_LETTER = re.compile(
    r"(?P<label>"
    + any_of(
        # 「Q1. …」「質問、…」
        r"(?:[QＱAＡ問答]|質問|回答|意見)[\d①-⒇]{0,3}(?=[.．、])",
        # 「意見に対する町の考え方．…」, as a text to be read aloud has it
        r"(?:意見|質問|要望|提案|[市町村区県]の)[^\s\d。、：:.．（()）「」『』]{1,12}(?=[.．])",
    )
    + r")[.．、]\s*"
)
_QUOTATION = str.maketrans("", "", "「」『』")
"""Marks around what a page calls by a name of its own, inside a label on a line of its own."""
_DIGITS = re.compile(r"[\d①-⒇]+(?:[\-－‐.．]\d+)*|(?:N[oO]|Ｎ[ｏＯ]|№)[.．]?|[.．]$")

_ASKING_WORD = re.compile(
    any_of(
        *"質問 質疑 意見 要望 提案 提言 指摘 疑問 相談 苦情".split(),
        # 「町民の声」「寄せられる声」
        *"(?:の|た|る)声 ^声 投稿 便り お?手紙 問い 公述 陳述 論点".split(),
        *"^問$ ^[QＱ]$ 申し?入れ".split(),
    )
)
_REPLYING_WORD = re.compile(
    r"回答|答弁|答え|対応|考え方?|見解|措置|処理|返信|返事|^答$|^[AＡ]$|応答|(?<=対応)方針"
)
_NEITHER = re.compile(
    any_of(
        *"件名 場所 課題 現状 目的 背景 理由 内容 概要 要旨 効果 結果 必要性 事業名? 資料 議題".split(),
        *"年代 性別 備考 項目 事項 題名 分野 解説 趣旨 方針 取組 取り組み 手順 注意? 例 点 目".split(),
    )
    + "$"
)
"""Labels of what plans, surveys and lists print in turns: nobody says it (but 質問の要旨 asks)."""
_ORGAN = re.compile(
    r"(?:議会|委員会|協会|センター|組合|会社|社|局|部|課|室|係|校|園|署|省|庁|機構|財団|法人|側)$"
)
_ASIDE = re.compile(
    r"(?:求める|希望する)(?:者|相手|人)|件数|(?:者|人)数|区分|種別|分類|番号|日時?$|[前後]$|(?:[しりき]方|流れ|期[間限]|用紙)$"
)
"""答弁を求める者, 回答区分, （答弁後）, 手紙の出し方, 回答までの流れ: beside a question or a reply, and neither."""
_TOWN = re.compile(r"^本?[市町村区県都府](?:側|当局)?$")
Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A head of a line: the kind, and where the words begin (an offset into the line); `label` is empty for marks of lists."""

    key: Key
    label: str
    start: int
    end: int


def heads_of(line: Line) -> Iterator[Head]:
    """The heads of a line, each of its own kind."""
    text = line.text
    opened = _HEAD.match(text)
    assert opened is not None  # it matches the empty string
    mark, start = opened["list"] or "", opened.end()
    if mark and start < len(text):
        yield Head(("list", _kind(mark)), "", opened.start("list"), start)
    elif opened["bold"] and (bold := _IN_BOLD.match(text, start)):
        yield Head(("list", "bold"), bold["label"], start, bold.end())  # **Aさん（移住者）**　…
    elif (form := opened["level"] or opened["bold"]) and start < len(text):
        yield Head(("list", form), "", 0, start)  # a heading or words in bold
    if "「" in text[start:] and says_side(label := squeeze(text[start:].translate(_QUOTATION))):
        yield Head(("label", "alone", label), label, start, len(text))  # ・「声」へのお返事
        return
    for form, pattern in (
        ("tag", _TAGGED),
        ("letter", _LETTER),
        ("colon", _COLON),
        ("alone", _ALONE),
        ("blank", _BLANK),
    ):
        found = pattern.match(text, start)
        label = _DIGITS.sub("", squeeze(found["label"])) if found else ""
        if found is None or not label:
            continue
        shape = form + text[start] if form == "tag" else form
        yield Head(("label", shape, label), found["label"], found.start(), found.end())
        who = parse_label(label)
        if who is not None and who.office:
            yield Head(("side", shape, who.side), found["label"], found.start(), found.end())
        return


def _kind(mark: str) -> str:
    """１, 12 and 3. are one kind of number, (1) and （２） another."""
    return _DIGITS.sub("#", mark.replace("（", "(").replace("）", ")").replace("．", "."))


def asks_by_label(label: str) -> bool:
    """Whether a label says in words that it is asked: ご意見の概要, 地区の声."""
    return _ASIDE.search(label) is None and _last(_ASKING_WORD, label) > _last(_REPLYING_WORD, label)


def replies_by_label(label: str) -> bool:
    """Whether a label says in words that it is a reply: 町の対応, 意見への回答 (the last of its words counts)."""
    return _ASIDE.search(label) is None and _last(_REPLYING_WORD, label) > _last(_ASKING_WORD, label)


def _last(words: re.Pattern[str], label: str) -> int:
    return max((found.end() for found in words.finditer(label)), default=0)


def may_ask(key: Key) -> bool:
    """Whether a kind of head may stand above what is asked: any but those who preside, replies, and what nobody says."""
    if key[0] != "label":
        return key[-1] != "chair"
    neither = replies_by_label(key[-1]) or _NEITHER.search(key[-1]) or is_speech(key[-1])
    return asks_by_label(key[-1]) or not neither


def may_reply(key: Key, asker: Key = ("",)) -> bool:
    """Whether a kind of head may stand above a reply: the mark of a list, a reply in words, an office, the town, an organ; the
    council's members where residents ask (`asker`)."""
    if key[0] == "side":
        return key[-1] in ("executive", "secretariat")
    if key[0] == "list" or replies_by_label(key[-1]):
        return True
    who = parse_label(key[-1])
    if who is not None and who.side == "member" and asker[0] == "label":
        return is_public(asker[-1])
    replies = who is not None and who.is_officer
    return replies or is_town(key[-1]) or _ORGAN.search(key[-1]) is not None


def is_town(label: str) -> bool:
    """本市, 町側."""
    return _TOWN.match(label) is not None
