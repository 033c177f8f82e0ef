"""Whether a question asks for no matter of its own but for what a meeting, a body or a member took up at all.

「令和6年3月7日の議会では何が議論されましたか」「森川議員は何を質問しましたか」: no word of it need stand in the record, so no search can
answer it; a list of what was asked does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Literal

from corpus.patterns import WHO, any_of
from retriever.answer_kinds import Kind
from retriever.sides import names_an_official
from retriever.terms import INFORMATIVE

Overview = Literal["", "questions", "replies", "both"]

_WHAT = r"(?:何(?![人名件回時年月日度番])|なに|なん|どんな|どのような|どういった|どういう|いかなる)"
_MATTER = r"(?:質問|質疑|議論|論議|審議|話題|意見|指摘|発言|やり?取り|テーマ|議題|案件|論点|争点|項目|議事|要望|要点|概要|あらまし|内容|こと|事柄)"
_TAKEN_UP = any_of(
    # 「質問した」「話し合われた」
    *r"質問 質疑 議論 論議 審議 話し合 話[しさ] 尋ね 聞[いきか] 問[いうわっ] 取り?上げ とりあげ 出[たまさて] 挙が 挙げ 発言".split(),
    # 「言った」「求めた」「ありました」
    *r"言[いっ] 指摘 求め あ[りっ]".split(),
)
_TAKEN_UP_EN = r"(?:asked|discussed|debated|raised|talked|covered|brought up|ask|discuss|debate|raise|cover|bring up|taken up|take up|said|say)"
_ASKED_FOR = re.compile(
    any_of(
        # 「何が議論された」
        rf"{_WHAT}[^。、]{{0,10}}{_TAKEN_UP}",
        # 「どんな話題」
        rf"{_WHAT}(?:{_MATTER})",
        # 「議題の一覧」「論点を教えて」
        rf"{_MATTER}[^。、]{{0,6}}(?:{_WHAT}|一覧|教え|まとめ|知り|挙げ|見せ|示し|リスト|全部|すべて|$)",
        # 「会議を要約して」, not 「要約筆記」
        r"要約(?!筆記)",
        # 「質問された事柄は」
        rf"{_TAKEN_UP}[^。、]{{0,6}}{_MATTER}(?:は|を|って|$)",
        # in English
        rf"\bwhat (?:[a-z.]+ ){{0,4}}{_TAKEN_UP_EN}\b",
        rf"\b(?:topics?|questions|issues|matters|agenda|items|points)\b.{{0,40}}\b{_TAKEN_UP_EN}\b",
        r"'s questions\b",
        r"\bquestions (?:of|by|from)\b",
        r"\b(?:list|summar\w+|overview|topics)\b.{0,40}\b(?:questions|topics|meeting|committee|council)\b",
    ),
    re.IGNORECASE,
)

_ELSE = re.compile(
    any_of(
        # 「次回」「いつ」「いくつ」「答弁」「結論」: something of its own is wanted
        *r"次回 次の(?:回|会議|会合|議会) 誰 だれ どなた いつ どこ なぜ どうして いくつ 何[人名件回時] 賛成 反対 答弁 答え 回答".split(),
        *r"返答 結論 結果 決ま".split(),
        # in English
        r"\b(?:who|when|where|why|how many|answer|repl|decid)",
    ),
    re.IGNORECASE,
)
"""Asks for something about the meeting that no list of what was asked tells."""

_WHO_ASKED = re.compile(
    any_of(
        # 「質問したのは誰」
        rf"(?:質問|質疑|登壇)(?:を)?(?:し|に立っ)?た(?:の|人|方|議員|委員)は?{WHO}",
        # 「登壇した議員を教えて」
        r"(?:質問|質疑|登壇)(?:を)?(?:し|に立っ)た(?:人|方|議員|委員)(?:を|の|は|$)[^。、]{0,4}"
        r"(?:教え|一覧|名前|氏名|全員|挙げ|$)",
        # 「誰が一般質問を」「質問者の一覧」
        r"(?:誰|だれ|どなた|どの(?:議員|委員))が(?:一般|代表)?(?:質問|質疑|登壇)",
        r"質問者(?:は|を|の一覧)",
        # in English
        r"\bwho (?:asked questions|spoke)\b",
    ),
    re.IGNORECASE,
)
"""Who asked anything: of each the first question tells it."""

_HOW_MANY = re.compile(
    r"(?:質問|質疑|問い|意見|要望)(?:項目|事項)?(?:の数)?(?:は|が|を)?(?:全部で|合わせて|合計で?)?(?:何(?:項目|件|問|点|個|つ)|いくつ)(?:あり|あっ|ある|し|出|でし|です|か|$)"
)
"""How many questions: the line below an overview tells it."""

_REPLIED = re.compile(r"答弁|答え|回答|返答")
_REPLIES = re.compile(
    any_of(
        # 「何と答えた」, not 「何が要ると述べた」
        rf"(?:{_WHAT}(?!が)|どう)(?:を|と|って)?[^。、]{{0,10}}(?:{_REPLIED.pattern}|説明|述べ|発言|言[いっ]|話[しさ])",
        # 「答弁の要点をまとめて」
        rf"(?:{_REPLIED.pattern}|説明|発言|考え|見解)(?:の)?(?:内容|要点|概要)?(?:を|は)?[^。、]{{0,6}}"
        r"(?:教え|一覧|まとめ|すべて|全部|見せ|聞かせ|聞きた|知りた|挙げ|$)",
    )
)
_TO_A_MEMBER = re.compile(
    r"(?:議員|委員)(?:の質問|の質疑|の問い)?(?:への|に対する|に(?:対し(?:て)?)?(?:は|、)?(?=[^。]{0,12}(?:答|回答|答弁)))"
)
"""The replies to a member, by whichever office."""

WORDS = frozenset(
    """議論 論議 質疑 審議 話題 意見 指摘 取り上げる 取りあげる 取上げる テーマ 議題 案件 論点 争点 項目 議事 要望 要点 概要 あらまし 話し合う 話合う 質疑応答 応答 応じる 応ずる 問答 事務局 執行部 当局 理事者 要約 出す 出る 挙がる 纏める まとめる リスト
    全部 全て 短い 短く 簡単 簡潔 手短 ざっと 詳しい 詳しく 要旨 コメント 主 主な 一般 代表 個人 総括 通告 事柄 分かる 一つ 順 順番 見せる 並べる 列挙 拾う 抜き出す 遣り取り やり取り 求める 開く 開催 本会議 例会 部会 分科会 初日 最終日
    topics topic questions issues issue matters matter discussed discuss debated raised raise covered agenda items points overview summary summarize summarise list main taken""".split()
)
"""Words by which an overview is asked for, beside those by which anything is (`retriever.terms.ASKING`)."""

_COUNTED = re.compile(r"(?:第)?[0-9]+(?:年度?|月|日|回|号|期|日目|つ|点|個)?")

_EXCHANGED = r"(?:質疑応答|問答|やり?取り|(?:質問|質疑|問い|意見)(?:と|や|・|、|及び|および)、?(?:その|(?:それ|これ)(?:へ|に対する)の?)?(?:[市町村区県]の)?(?:答弁|回答|答え|返答))"
_BOTH = re.compile(
    any_of(
        # 「何を質問し、市はどう答えましたか」
        rf"{_WHAT}[^。、]{{0,10}}{_TAKEN_UP}[^。]{{0,24}}。?[^。]{{0,12}}(?:{_WHAT}|どう|どのように)(?:を|と|って)?[^。、]{{0,10}}(?:{_REPLIED.pattern}|応じ|述べ|説明)",
        # 「どんなやり取りがありましたか」
        rf"{_WHAT}{_EXCHANGED}",
        # 「質問と答弁の要点をまとめて」
        rf"{_EXCHANGED}(?:の)?(?:内容|要点|概要|一覧|全部|すべて|流れ)?(?:を|は)?[^。、]{{0,6}}(?:教え|一覧|まとめ|知り|見せ|示し|聞かせ|全部|すべて|$)",
        # in English
        rf"\bwhat (?:[a-z.]+ ){{0,6}}{_TAKEN_UP_EN}\b.{{0,60}}\bhow (?:[a-z.]+ ){{0,6}}(?:repl|answer|respond)[a-z]*",
    ),
    re.IGNORECASE,
)
"""What was asked and what was replied to it."""

LONGEST = 200
"""Characters of a question that names no matter; a longer one does, and each pattern costs time."""


def overview_asked(text: str, kinds: Collection[Kind], office: bool = False) -> Overview:
    """Of what a question is worded as one for an overview: of questions, of replies or of both; "" for any other. Whether nothing else is asked
    for, only its words can tell (`names_a_matter`).

    Args:
        text: the question, see `retriever.question.normalise`.
        kinds: those of what it asks for.
        office: whether it names an office whose replies it asks for; see `retriever.offices`.
    """
    if len(text) > LONGEST:
        return ""
    text = text.rstrip("。?？!！ ")
    if _WHO_ASKED.search(text) or _HOW_MANY.search(text):
        return "questions"
    both, other = _BOTH.sub("", text), set(kinds) - {Kind.LIST, Kind.YES_NO, Kind.NAME}
    if both != text:  # who replied stands below the quotation
        return "" if other - {Kind.PERSON} or _ELSE.search(both) else "both"
    if other:
        return ""
    if office or _TO_A_MEMBER.search(text):
        return "replies" if _REPLIES.search(text) and not _ELSE.search(_REPLIED.sub("", text)) else ""
    asked = not names_an_official(text) and _ASKED_FOR.search(text) and not _ELSE.search(text)
    return "questions" if asked else ""


def names_a_matter(words: Mapping[str, float], without: Collection[str]) -> bool:
    """Whether any of the weighted words of a question says what it is about.

    Args:
        words: forms with weights (`retriever.terms.Terms.own`).
        without: forms that name who speaks, where and when.
    """
    return any(
        weight >= INFORMATIVE and form not in WORDS and form not in without and not _COUNTED.fullmatch(form)
        for form, weight in words.items()
    )
