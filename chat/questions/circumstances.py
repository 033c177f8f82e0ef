"""Why and for what somebody asks, and how he wants to be answered: sentences of a message that say nothing of the matter.

None of their words is of what is asked, and every one would be looked for in the record: 「新しく配属された職員です。」 before 420 questions cost
36 points of 320, 「来週の定例会で一般質問をする予定です。」 25. No form of them is like another; but all are made of the same words. So a
sentence, or a clause before what is asked, says nothing of the matter where it asks nothing and each of its words is one of those
that people speak with of themselves, of their papers and of answers; one word beside them (空き家の質問を準備しています。) is the matter.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from chat.questions.courtesies import without_courtesies
from chat.questions.letters import without_letter
from corpus.patterns import any_of
from retriever.languages import is_japanese
from retriever.tokenize import Word

_WHO = (
    "職員 公務員 議員 委員 市民 区民 町民 村民 住民 県民 国民 学生 大学生 大学院生 高校生 記者 主婦 会社員 研究者 者 役員 前任者 後任 自分 当方 私 本人 上司 部下 同僚 先輩 後輩 "
    "新人 新米 素人 初心者 部長 課長 係長 局長 主任 議長 先生 担当 担当者 事務局 秘書 知人 友人 家族 支持者 会派 専門家 プロ 編集者 アシスタント 優秀"
).split()
_WHEN = (
    "来週 来月 今週 今月 今日 本日 明日 明後日 昨日 先日 先程 先週 さっき 次 次回 今度 近々 もう 直ぐ 今日中 今週中 午前 午後 朝 前 以前 最近 後 初めて 久し振り 何度 度々 "
    "再度 一度 改めて"
).split()
_FOR_WHAT = (
    "議会 定例会 臨時会 本会議 委員会 会議 会合 打ち合わせ 一般 代表 質問 質疑 答弁 研修 勉強会 説明会 ヒアリング レク 取材 視察 講演 授業 ゼミ "
    "資料 原稿 下書き 答弁書 通告 通告書 報告書 レポート 卒論 論文 記事 メモ 想定 問答 スピーチ スライド パワポ 文書 文章 起案 企画書 ブログ ニュース 新聞 電話 メール 会議録 議事録 例 事例 以下 下記 上記 標記 標題 別紙 次"
).split()
_ACTS = (
    "聞く 尋ねる 伺う 問う 問い合わせ 照会 依頼 頼む 指示 回答 答える 返事 返答 説明 報告 確認 調べる 調査 検索 探す 教える 教示 御教示 願う 知る 知れる 分かる 理解 覚える うろ覚え "
    "記憶 曖昧 忘れる 勉強 勉強中 下調べ 準備 用意 予定 作る 作成 書く 纏める 使う 使用 引用 参考 配布 提出 渡す 読む 控える 向ける 必要 要る 困る 急ぐ 急ぎ 至急 "
    "間に合う 締め切り 配属 異動 着任 転入 働く 勤める 勤務 所属 入庁 入る 成る 引き継ぐ 引き継ぎ 不慣れ 慣れる 苦手 受ける 受け取る 求める 立つ 住む 市内 町内 村内 区内 来る 思う 考える 良く 新しい"
).split()
_HOW = (
    "出典 根拠 典拠 原文 文言 正確 箇条書き 簡潔 簡単 短い 手短 端的 詳しい 詳細 具体的 結論 要点 要約 推測 推察 憶測 想像 創作 嘘 英語 日本語 中国語 韓国語 敬語 "
    "丁寧 易しい 平易 難しい 言葉 用語 専門用語 文字 数字 日付け 年月日 発言者 答弁者 氏名 名前 役職 ページ リンク 該当 箇所 部分 範囲 結構 ざっくり ざっ 大まか 大体 "
    "全部 全て 漏れ 形式 順 順番 時系列 侭 抜粋 抜き出す 示す 添える 明記 明示 記載 並べる 場合 間違い 間違う 可能 無理 大丈夫 助かる 嬉しい 有り難い 幸い "
    "初歩 多忙 御多忙 忙しい 恐縮 申し訳 念 一言 宜しく 御願い 乗る すむ 下さる 前提 制約 条件 命令 命令書 事実 出力 入力 ルール 役割 ステップ毎"
).split()
ABOUT_ASKING = frozenset((*_WHO, *_WHEN, *_FOR_WHAT, *_ACTS, *_HOW))
"""Words of who asks, when and for what, of asking and of answers, as the tokenizer gives them. Whoever is asked about uses them too (職員は
何人), so that a sentence which asks is never taken for such. A word that often is the matter itself (予算, 今年度, 人数) is none of them."""

_WISHES = frozenset(_HOW)

_OWN = re.compile(
    r"[一-龥々ァ-ヴー]+[課局部係室]|(?:1?[0-9]|[一二三四五六七八九十]+)(?:月|年目)|[今本昨]年度?"
)
"""An office, a month or a time of service: 総務課, 12月, 1年目, 今年度."""
_OF_ONE_S_OWN = frozenset(
    "者 働く 勤める 勤務 配属 異動 着任 所属 入庁 担当 準備 用意 予定 向ける 控える 勉強 勉強中 下調べ".split()
)
"""Beside one of these it is where somebody works, or the meeting that he prepares (12月議会に向けて)."""

_HOW_MUCH = re.compile(r"[0-9]+(?:文?字|行|文|つ|点|個|枚)?|文?字|行|以内|程度|a4[0-9]*枚")
"""How long the answer is to be: 200字以内, 3行."""

_ENGLISH = frozenset(
    (
        "i i'm i've i'd am is are was were be been have has had do don't not no my me we our us this that it a an the and but so for of to in on at by "
        "with from as about just only please can could would like need want know sure new here there if possible say nothing "
        "prepare preparing write writing work working use using answer reply quote quotes quotation quotations cite exact exactly words wording source sources japanese "
        "english short shortly brief briefly detail details guess first time again boss manager colleague citizen resident councillor "
        "councilor member official staff student journalist researcher asked asking ask told question questions meeting session council "
        "assembly next week month tomorrow today yesterday speech report paper memo draft document presentation slides urgent hurry your one "
        "quick conclusion list bullet points"
    ).split()
)
"""What the other list holds, in English."""

_ASKS = re.compile(
    any_of(
        # 「何食ですか」「備蓄はあるか」
        r"[?？]",
        r"(?:です|ます|でしょう|ません|[るたいのだ])か(?:ね|な)?[。\s]*$",
        # 「何を」「いつ」「どこ」, not 「いつも」「どうも」
        r"何(?!度|か)",
        r"[誰幾](?!か|も)",
        *r"だれ いつ(?!も) いく[らつ] どこ ど[のんうち](?!も) どれ なぜ".split(),
    )
)
_LEADS_UP = any_of(
    # 「聞かれたのですが、」「作っているので、」, not 「答弁がありましたが、」, which tells of the record
    r"(?:の|ん|[一-龥])ですが",
    *r"ますが ませんが まして ので (?<!まし)たけれ?ども? (?:です|ます|る|い)けれ?ども?".split(),
    # 「市民に聞かれましたが、」「問い合わせがありましたが、」
    r"[かまわらね]れましたが",
    r"(?:問い?合わ?せ|照会|依頼|相談|電話)が(?:あり|来|き)ましたが",
)
_BEFORE = re.compile(rf"[^。．.!！?？:：\n]*?(?:{_LEADS_UP})、\s*|[^。．.!！?？:：\n]*[。．.!！?？:：\n]+\s*")
"""What may stand before: a clause that leads up to what is asked, or a sentence."""
_BEHIND = re.compile(r"(?<=[。．.!！?？\n])\s*[^。．.!！?？\n]+[。．.!！\s]*$")
_BRACKETED = re.compile(r"[（(]([^（）()]{2,40})[）)][。\s]*$")
"""A wish behind what is asked: （回答は簡潔に）, not （部長）, who may be meant."""
_SENTENCE = re.compile(
    r"(?:^[#＃・■●*]+.*|[うくすつぬむるいたんてで]|よう(?:に|な)|まま|だけ|のみ|[ぁ-ん]が|けれ?ども?|ので|[A-Za-z])[、。．.!！:\s]*$"
)
"""Ends as a sentence or a part of one does, or is one of a list of wishes (・簡潔に); a line of bare words (一般質問) is looked for."""
_TOLD = re.compile(r"(?:と|って)(?:聞[いきか]|言[いっわ]|いう|伺|答え|説明)")
"""What somebody has heard or was told, which leads up to the matter: 「住民説明会をしたと聞きました。」"""
_POLITE = re.compile("くださ|下さ|ほしい|欲しい|お願い")
_PLACE = re.compile(r"(?:会議?|答弁|質疑|質問|回答|説明|報告|発言)です[。．!！\s]*$")
"""Says where in the record it is looked for: 「委員会の答弁です。」"""
_NAMED = re.compile(r"[一-龥々ァ-ヴーA-Za-z0-9](?<!結構)(?<!大丈夫)(?<!可能)(?<!必要)です[。．!！\s]*$")
"""Behind what is asked, what is meant by it: 「前の部長です。」"""

_ONE_OF_US = re.compile("あなた|君|きみ|私|わたし|自分|当方|こちら")
"""「あなたは優秀な職員です。」"""

_LONGEST, _PIECES = 200, 4
"""Characters on either side, and sentences or clauses there, in which circumstances are looked for."""


def what_is_asked(message: str, words: Callable[[str], Sequence[Word]]) -> str:
    """What is asked in a message, as it is typed, without the letter, the courtesies and the circumstances around it; the whole of one that is
    nothing else. `words`: the words of a text, as of `retriever.tokenize.Tokenizer`."""
    message = without_letter(message)
    for _ in range(_PIECES):
        left = _without_last(_without_first(without_courtesies(message), words), words)
        if left == message:
            break
        message = left
    return message


def _without_first(message: str, words: Callable[[str], Sequence[Word]]) -> str:
    """Without a circumstance that stands first."""
    piece = _BEFORE.match(message[:_LONGEST])
    rest = message[piece.end() :] if piece else ""
    if piece is None or not re.search(r"\w", rest) or _PLACE.search(piece[0]):
        return message
    return rest if _is_circumstance(piece[0], words) else message


def _without_last(message: str, words: Callable[[str], Sequence[Word]]) -> str:
    """Without a circumstance that stands last."""
    wish = _BRACKETED.search(message, max(0, len(message) - _LONGEST))
    if wish and {word.form for word in words(wish[1])} & _WISHES and _is_circumstance(f"・{wish[1]}", words):
        return message[: wish.start()]
    piece = _BEHIND.search(message, max(0, len(message) - _LONGEST))
    if piece is None or (_NAMED.search(piece[0]) and not _ONE_OF_US.match(piece[0].lstrip())):
        return message
    return message[: piece.start()] if _is_circumstance(piece[0], words) else message


def _is_circumstance(piece: str, words: Callable[[str], Sequence[Word]]) -> bool:
    """Whether a sentence or clause asks nothing and says nothing but who asks, for what, or how the answer is wanted."""
    piece = piece.strip()
    if _ASKS.search(piece) or not _SENTENCE.search(piece):
        return False
    if english := re.findall("[A-Za-z']+", piece):
        return not is_japanese(piece) and all(word.lower() in _ENGLISH for word in english)
    forms, polite = frozenset(word.form for word in words(piece)), _POLITE.search(piece)
    if not polite and (not forms or _TOLD.search(piece)):
        return False
    of_one_s_own = bool(forms & _OF_ONE_S_OWN)
    return all(
        form in ABOUT_ASKING or _HOW_MUCH.fullmatch(form) or (of_one_s_own and _OWN.fullmatch(form))
        for form in forms
    )
