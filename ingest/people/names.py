"""What can be a personal name; where one that is glued to an office ends: `gluednames`."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.sudachi import Sudachi, parts_of_speech
from ingest.people.departments import is_department
from ingest.people.offices import is_title
from ingest.text.normalize import modern

NAME_MAX = 12
"""Longest personal name, blanks squeezed (names of foreign origin in kana reach 11)."""

PERSONAL = frozenset(
    "委員 議員 分科員 会長 委員長 仮議長 臨時議長 仮委員長 臨時委員長 座長 副会長 副委員長 副座長 議長 副議長 構成員 部会長 副部会長 分科会長 評議員 参考人 証人 公述人 書記 理事 専務理事 常務理事 代表理事 職務代理者 職務代理 会長職務代理者 会長職務代理 リーダー 教授 准教授 名誉教授 特任教授 特命教授 客員教授 弁護士 議長代理 議長代行 会長代理 会長代行 座長代理 座長代行 委員長代理 委員長代行 部会長代理".split()
)
"""Offices that nothing but a name (or a kind of member) stands before."""
WHOLE = PERSONAL | frozenset(
    "市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 副知事 教育長 副教育長 教育長職務代理者 教育長職務代理 助役 事務局長".split()
)
OF_PLACE = frozenset("市長 町長 村長 区長 知事".split())
"""Offices before which a place alone is the place: 千葉市長 is the mayor of 千葉市, but 千葉副市長 is Mr 千葉."""
OF_DEPARTMENT = frozenset(
    "部長 局長 課長 室長 係長 所長 館長 園長 支所長 センター長 場長 署長 次長 教育次長 参事 副参事 主幹 主査 主任 主事 技監 課長補佐 室長補佐 消防長".split()
)

BY_CALLING = frozenset(
    "管理栄養士 栄養士 栄養教諭 養護教諭 教諭 保健師 看護師 保育士 学芸員 司書 校長 副校長 教頭 技師 専門員 指導員 相談員 支援員 推進員 嘱託員 幹事 監事 顧問 参与 館長補佐 所長補佐 園長補佐 アドバイザー オブザーバー コーディネーター ファシリテーター 税理士 司法書士 行政書士 公認会計士 社会福祉士 社会保険労務士".split()
)
"""Callings and ranks that stand behind a surname as an office does (鈴木司書, 高橋教諭); behind other words they are a kind of it (学校司書)."""

_NAME = re.compile(
    r"^[\u3005-\u3007\u3041-\u3096\u30a1-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff々ヶ・A-Za-zＡ-Ｚａ-ｚ.．○〇◯●×＊*□〓�]+$"
)
_NOT_NAME = re.compile(
    any_of(
        # of a roster: 「全員出席」「以上」「氏名」
        *"出席 欠席 欠員 空席 不在 以上 ^次に?$".split(),
        # of the course of a sitting: 「午前十時開会」「異議なし」「賛成多数」
        *"本日 午前 午後 開会 閉会 休憩 議題 議案 日程 資料".split(),
        *"全員 異議 賛成 反対 起立 挙手 投票 点検 点呼 開票 配布 なし 多数 少数 氏名 議席 番号 のため$ 名簿 略 敬称".split(),
        *"令和 平成 昭和".split(),
        # of a sentence: 「それでは」「ありがとう」
        *"について です ます ました それでは ただいま おはよう はい ありがとう 一同".split(),
        # of the first line of a reply in a narrow column: 「隣の町と共同で造る方向」「半額を補助する」
        r"[一-鿿](?:[にでを]|から|まで)[一-鿿]",
        r"[一-鿿]を(?![りるさと])",
        r"[一-鿿](?:する|される|された|している|したい)$",
        r"(?:[ぁ-ん]+[^ぁ-ん]+){2}[ぁ-ん]",
        *"議会 委員会 審議会 協議会 市議会 町議会 問い?合わ?せ を求め を希望".split(),
    )
)


_MASKED = re.compile(r"^(?:[xXｘＸ]{3,}|[△▲◇◆■]{2,6})$")
"""xxxxx, △△△△ where a copy of a record hides its names."""


_UNPRINTED = re.compile(r"(?<=[一-鿿])[?？](?=[一-鿿])|^[?？](?=[一-鿿]{2})")
"""山?正弘, ?橋守: a letter that a system's code has no place for."""


def is_name(text: str) -> bool:
    """Whether a squeezed string can be a personal name (or an anonymous letter)."""
    text = _UNPRINTED.sub("〓", text)
    return (
        0 < len(text) <= NAME_MAX
        and text[-1] != "・"
        and (_NAME.match(text) or _MASKED.match(text)) is not None
        and not _NOT_NAME.search(text)
        and (not re.fullmatch(r"[A-Za-zＡ-Ｚａ-ｚ]{2,}|.*[一-鿿]の", text) or _MASKED.match(text) is not None)
        and text[-1] != "兼"  # 副参事兼: of two offices, whatever follows
        and (not is_title(text) or _is_named_so(text))
        and not is_department(text)
    )


def _is_named_so(text: str) -> bool:
    """古沢大生: a surname and a given name that ends as a word for pupils does."""
    return (
        text[-1] == "生"
        and [m.part_of_speech()[3] for m in words_of(modern(text))] == ["姓", "名"]
        and len(text) > 3
    )


words_of = Sudachi()
"""Loads its dictionary only when a glued label with a department turns up."""


def is_person(text: str) -> bool:
    """Whether the dictionary knows a word as somebody's name, in old characters too (髙橋)."""
    return is_name(text) and any(m.part_of_speech()[2] == "人名" for m in words_of(modern(text)))


def is_surname(word: str) -> bool:
    """Whether the dictionary knows a whole word as a surname: 勅使河原, 五十嵐, 髙森."""
    return any(part[3] == "姓" for form in {word, modern(word)} for part in parts_of_speech(form))


def opens_with_surname(word: str) -> bool:
    """江崎のり子, 五十嵐: a word that is or begins with somebody's surname; 健太郎 and さくらこ are given names alone."""
    given = any(part[3] == "名" for part in parts_of_speech(word))
    return is_surname(word) or (not given and words_of(modern(word))[0].part_of_speech()[3] == "姓")


def is_full_name(word: str) -> bool:
    """江崎のり子, 清水ひでみ: a surname and a given name; the dictionary may know the surname as another word as well (清水)."""
    return is_name(word) and (opens_with_surname(word) or any(is_surname(word[:n]) for n in (2, 3)))
