"""What the label of a column of an opinion table names: whose it is, question, answer, responder, number, note.

意見|質問|質疑|問 … is the question, 回答|答弁|考え方|見解 … the answer; the rest is number, person, topic, responder, or a note.
"""

from __future__ import annotations

import re

from corpus.folding import folded
from corpus.patterns import any_of
from ingest.layouts.english_columns import english_role

SITTING_COLUMNS = {
    "meeting": re.compile(r"^(?:会議(?:録名|の?名称?)?|委員会名?|会議体)$"),
    "date": re.compile(r"^(?:(?:開催|会議)(?:年?月)?日|日付|年?月日|質[問疑]日)$"),
    "municipality": re.compile(r"^(?:自治体名?|市町村名?|議会名?)$"),
}
"""Columns that say in which meeting a row was said, on which day, and of which municipality."""

DITTO = re.compile(r"^(?:[〃〻″]|同上|同)$")
"""What a cell holds that says the same as the one above."""

_NUMBER = re.compile(
    r"^(?:no\.?|番号|#|項番|整理番号|通し?番号?|連番|(?:意見|質問|受付|質疑)(?:no\.?|番号)|順番?)$"
)
_WHO = re.compile(
    r"^"
    + any_of(
        # 「質問者氏名」「発言議員名」
        r"(?:発言|質問|質疑|意見|意見等|提出|提案|要望)(?:委員|議員|者)?(?:名|氏名)",
        # 「委員名」「氏名」
        *r"(?:委員|議員|構成員)(?:氏)?名 氏名 お?名前".split(),
        # 「提案者」「会派」「所属団体」
        r"(?:発言|質問|質疑|意見|意見提出|提出|提案)者",
        *r"(?:質問|質疑|発言)(?:委員|議員) 会派名? 団体名? 所属(?:団体)? 提出団体 意見提出者".split(),
    )
    + r"$"
)
_REPLIES = any_of(
    # 「答弁者」「担当課」「回答部署名」
    r"(?:回答|答弁|説明)者(?:の?氏?名)?",
    r"(?:担当|所管|主管|関係)(?:課|部署?|局|部局|室|組織)?(?:等)?名?",
    r"(?:回答|答弁)(?:課|部署|局|部局|室)(?:等)?名?",
    *r"部署名? (?:担当)?課(?:等)?名? 所属課 担当者".split(),
    # 「回答した職員」
    r"(?:対応|回答|答弁|説明)した(?:議員|委員|職員|者|人|部署|課)",
)
_RESPONDER = re.compile(rf"^{_REPLIES}(?:(?:・|／|/|及び|、){_REPLIES})?$")
"""One of them, or two: 「答弁者・所管課」."""
_OFFICE = re.compile(r"^(?:回答|答弁|説明)者の?(?:役職|職名|職|肩書|官職)(?:名)?$")
"""The office of who replies, in a column beside the name."""
_NOTE = re.compile(
    any_of(
        # 「対応区分」「反映状況」「件数」「備考」
        r"(?:対応|反映|意見|回答|取扱い?|処理|採否)(?:の)?(?:区分|分類|種別|記号)",
        *r"^反映(?:状況|の?有無|結果)?$ ^採否$ ^(?:区|種|分)(?:分|別|類)$ 件数 ^頁 ページ ^p\.?$ 意見数 ^備考".split(),
        # 「受付年月日」「資料」
        r"(?:受付|回答|質問|意見)(?:の)?(?:日|年月日|時期)$",
        *r"^日付 資料".split(),
        # 「質問者の会派」
        r"(?:者|議員|委員|人)の?(?:所属|会派名?|政党名?|党派)$",
        # 「答弁を求める者」
        r"(?:答弁|回答|説明)(?:を|の)?(?:求める|希望する?|要求する?)(?:者|相手|人|職員)",
        r"(?:質問|答弁)の?相手",
        # 「重要度」
        r"(?:(?:回答|重要|関連|達成|満足|確信)度|レベル|スコア|lv\.?)$",
    )
)
_STATUS = re.compile(
    r"(?:対応状況|進捗|実施状況|取組状況|その後|措置(?:状況|内容|結果)|現在の状況|今後の(?:対応|予定|方針))"
)
_ANSWER = re.compile(
    any_of(
        # 「回答」「市の考え方」「検討結果」
        *r"回答 答弁 考え[方か] 考え$ 見解 返答 応答".split(),
        r"検討の?結果(?!の?(?:公表|通知|報告))",
        # 「答」「意見に対する対応」「事務局の説明」
        *r"^答え?$ ^a$ 対する(?:対応|説明|方針) 事務局(?:の)?説明 方針$".split(),
    )
)
_QUESTION = re.compile(r"(?:意見|質問|質疑|質議|疑問|^問い?$|^q$|要望|指摘|提案|提言|照会|申し?入れ|論点)")
_TOPIC = re.compile(
    r"(?:項目|該当|件名|テーマ|トピック|議題|案件|分野|^章|^節|施策|事業名?$|題名|タイトル|箇所|対象|見出し)"
)
_PLACE = re.compile(r"[箇個か]所$")
"""意見箇所: where in a draft, not what is said of it."""
PERSON = re.compile(r"^(?:委員|議員|構成員)(?:等)?$")
MATTER, GIST = re.compile(r"(?:事項|件名|項目)$"), re.compile(r"(?:要旨|内容|詳細|概要)$")
WEAK_QUESTION = re.compile(
    r"^"
    + any_of(
        # 「委員」「市民」
        *r"委員 議員 委員等 構成員 市民 町民 住民 区民".split(),
        # 「発言内容」「参加者の声」「パブリックコメントの概要」
        r"(?:発言|議事|議論|主な)?(?:の)?(?:内容|要旨|概要)",
        *r"主な発言 発言".split(),
        r"(?:参加者|来場者|出席者|[市町村区県]民|住民|委員|構成員)(?:の|側の)?(?:発言|声|主張)",
        r"パブリック・?コメント(?:の?(?:内容|概要|要旨))?",
        # 「受付の要旨」
        r"(?:受付|受理|収受)の?(?:内容|要旨|概要)",
        # in English
        *r"summary content message".split(),
    )
    + r"$"
)
WEAK_ANSWER = re.compile(
    r"^"
    + any_of(
        # 「事務局」「市側」「対応方針」
        *r"事務局 執行部 理事者 当局 行政 市 町 村 区 県 本?[市町村区県]側 対応(?:案|内容|方針|結果)? 対応等 [市町村区県]の対応".split(),
        # 「行政の説明」
        r"(?:議員|議会|行政|役場)(?:側)?の(?:説明|発言|対応)",
    )
    + r"(?:の?(?:説明|発言))?$"
)

_GIST_ALONE = re.compile(r"(?:ご?(?:意見|質問|要望|提言|相談)等?の?)?(?:内容|要旨|概要|詳細|本文)")
TITLE = re.compile(r"(?:件名|題名|タイトル|見出し)$")
GROUP = re.compile(r"^(?:会派|団体|所属|提出団体)")
"""会派 beside 質疑者: whom the asker belongs to."""


def is_gist(label: str) -> bool:
    """Whether a label (内容, ご意見の要旨) names the words themselves, beside a column or a row of titles."""
    return _GIST_ALONE.fullmatch(folded(label)) is not None


_ASIDE = re.compile(r"[(（\[［【][^)）\]］】]{0,60}[)）\]］】]")


def _of_both(name: str) -> str:
    """The role of a label that names two things of a cell: 発言者／要旨 is the question, 事務局回答／今後の対応 the answer."""
    parts = [part for part in re.split("[／/]", name) if part]
    roles = [role_of(part) for part in parts] if len(parts) == 2 else []
    if roles and roles[0] == "who" and is_gist(parts[1]):
        return "question"
    words = [role for role in roles if role in ("question", "answer")]
    return words[0] if len(words) == 1 else ""


def role_of(label: str) -> str:
    """The role that a column's label names; empty where it names none for certain.

    A label with both sorts of word is what it ends in: 質問に対する回答 is the answer, 回答への意見 the question.
    """
    name = _ASIDE.sub("", folded(label)) or folded(label)
    if english := english_role(_ASIDE.sub("", label)):
        return english
    if two := _of_both(name):
        return two
    for role, pattern in (
        ("number", _NUMBER),
        ("who", _WHO),
        ("responder", _RESPONDER),
        ("office", _OFFICE),
        ("status", _STATUS),
        ("note", _NOTE),
    ):
        if pattern.search(name):
            return role
    answer, question = (max((m.end() for m in p.finditer(name)), default=0) for p in (_ANSWER, _QUESTION))
    if (answer or question) and not _PLACE.search(name):
        return "answer" if answer >= question else "question"
    return "topic" if _TOPIC.search(name) else ""
