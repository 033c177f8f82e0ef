"""Questions about what is loaded: which minutes there are, of which towns, how many, from when, and since when.

What is asked of a store is asked in few words and in any order (「どの市のいつの会議録が入っていますか」, 「収録されている自治体を教えて」): such a question
consists of them alone. One with any other word (「会議録は公開されますか」) is about a matter.
"""

from __future__ import annotations

import re
from typing import Literal

from corpus.patterns import any_of

Holdings = Literal["", "which", "towns", "count", "span", "added"]
"""What of the holdings is asked: which meetings, how many exchanges of each town, how many meetings, the newest and the oldest, what was added last."""

_MINUTES = any_of(*"会議録 議事録 議事要旨 記録 データベース 情報源 出典 ソース ファイル".split())
_PAPERS = any_of(*"資料 データ 文書 書類".split())
"""Minutes too, or what was handed out at a meeting."""
_BODY = any_of(
    *"本会議 定例会 臨時会".split(),
    # 「教育委員会」「予算特別委員会」
    r"(?:(?!何の|どの)[一-龥々ァ-ヴー]){0,12}?(?:委員会|審議会|協議会)",
    *"議会 会議体 会議名 会議".split(),
)
_TOWN = any_of(*"自治体 市区町村 市町村 都道府県 都市 市 町 村 区 県".split())
_EXCHANGES = any_of(*"質疑応答 質疑 質問 答弁 やり取り やりとり".split())
_HOLDS = any_of(
    *"入って 入れて 読み込 取り込 登録 収録 収め 含ま 含め 載って 持って 扱って 扱える 扱えま カバー".split(),
    *"見られ 見れ 読め 調べられ 検索 探せ 質問でき 聞け 対象 対応して 読んで 使って答え もとに答え 元に答え 基に答え 参照".split(),
)
"""What a store does with minutes, and a council does not."""
_ADDED = any_of(*"追加 更新 新しく入 新しく登録".split())
_THERE = any_of("あります", "ある", "ございます")
_EACH = any_of(*"ごと 毎 別 内訳 一番多 最も多".split())
_SUPERLATIVE = "最新|直近|最古|(?:一番|いちばん|最も|もっとも)(?:新しい|古い)"
_NEWEST = any_of(
    _SUPERLATIVE,
    *"期間 範囲 時期 いつから 何年から いつまで 何年まで 何年度から 何年度まで 何年分 いつの いつ頃の いつごろの 何年の 何年度の".split(),
)
_HOW_MANY = any_of(
    r"何(?:件|本|個|冊|つ|回分|組)", *"いくつ 件数 どれくらい どれだけ どのくらい の数".split()
)
_WHICH = any_of(
    *"どの どこ どんな どれ 何が 何の 何か 何で 何を なにが なんの 一覧 リスト 全部 全て すべて 教えて 見せて 出して 挙げて ください 知りたい 種類 名前".split()
)
_REST = any_of(
    *"この その 済み 済 表示して 表示 年度 年 ここ こちら そちら 今 現在 今は 中 システム サービス アプリ ツール チャット ソフト あなた 全体 全部 合計 合わせて 日付 最後 最初 名 分 もの こと 方 どれ".split(),
    *"について に関する として でき なって なり 答え 教え 見せ 出し くだ お願い 知り 新しい 古い 一番 最も いつ どう 何 なに なん".split(),
    *"の は が を に で と も から まで って か や".split(),
    *"です でしょう でした ます ました ません だ な ね よ い る た て れ ら さ し す せ ん り っ".split(),
    r"[?？!！。、\s]",
)
_WORD = any_of(
    _MINUTES,
    _PAPERS,
    _BODY,
    _TOWN,
    _EXCHANGES,
    _HOLDS,
    _ADDED,
    _THERE,
    _EACH,
    _NEWEST,
    _HOW_MANY,
    _WHICH,
    _REST,
)
_OF_THESE_ALONE = re.compile(rf"{_WORD}++")

_WORDS_EN = any_of(
    # what is held
    *"minutes records? meetings? documents? data database collection sources? files? exchanges".split(),
    *"councils?'? committees? towns cities municipalities".split(),
    # that it is held
    *"loaded here there available covered covers cover searchable searched search have held hold contained contains contain".split(),
    *"included based got added updated answers answer from".split(),
    # which, how many, from when
    *"which what when how many list show tell all give period years? dates? newest latest oldest most recent last".split(),
    # what joins them
    *"is are was were do does did you can could the of in for to me any a this that your please on by it they been and i".split(),
)
_ENGLISH = re.compile(rf"(?:{_WORDS_EN}(?:[ ,.?!]+|$))+", re.IGNORECASE)
_HELD_EN = re.compile(
    r"\b(?:minutes|records?|documents?|data|database|collection|sources?|files?)\b", re.IGNORECASE
)
_HOLDS_EN = re.compile(
    r"\b(?:loaded|here|there|available|cover(?:s|ed)?|search(?:ed|able)?|have|hold|held|contain(?:s|ed)?|included|got|in this)\b",
    re.IGNORECASE,
)
_KINDS_EN: tuple[tuple[Holdings, re.Pattern[str]], ...] = (
    ("added", re.compile(r"\b(?:added|updated)\b", re.IGNORECASE)),
    (
        "span",
        re.compile(r"\b(?:newest|latest|oldest|most recent|period|years?|dates?|from when)\b", re.IGNORECASE),
    ),
    ("count", re.compile(r"\bhow many\b", re.IGNORECASE)),
)


def holdings_asked(bare: str, shown: bool) -> Holdings:
    """What a question asks of what is loaded; "" for any other question.

    Args:
        bare: the question (`retriever.question.normalise`) without the towns and the period that it names.
        shown: whether a reply is shown before it: 「対象は」 and 「資料は」 are then of that matter.
    """
    if bare.isascii():
        return _asked_in_english(bare)
    if not _OF_THESE_ALONE.fullmatch(bare) or not _is_of_a_store(bare, shown):
        return ""
    if re.search(_ADDED, bare) and re.search("いつ|最後|最近|最新|新しく", bare):
        return "added"
    if re.search(_EACH, bare) and re.search(_TOWN, bare):
        return "towns"
    if re.search(_HOW_MANY, bare):
        return "count"
    if re.search(_NEWEST, bare) and not re.search(r"どの|どこの|何の|どんな|一覧|リスト|全部|すべて", bare):
        return "span"
    return "which"


_KINDS_OF_BODY = re.compile(
    r"(?<!どの)(?<!どんな)(?<!何の)(本会議|定例会|臨時会|(?:(?!どの|何の)[一-龥々ァ-ヴー]){0,12}(?:委員会|審議会|協議会))"
)


def body_named(bare: str) -> str:
    """A pattern of the bodies or sessions whose minutes are asked for by their kind or name (委員会の記録も入っていますか); "" where all are."""
    found = _KINDS_OF_BODY.search(bare)
    if found is None:
        return ""
    return r"(?<![審協])議会(?:$|\s)" if found[1] == "本会議" else found[1]


def all_asked(bare: str) -> bool:
    """Whether all of what is loaded is to be listed, not what fits in one look."""
    return bool(re.search(r"一覧|リスト|全部|全て|すべて|\b(?:list|all)\b", bare, re.IGNORECASE))


def _is_of_a_store(bare: str, shown: bool) -> bool:
    """Whether words of these say that what is loaded is meant."""
    minutes, holds = re.search(_MINUTES, bare), re.search(f"{_HOLDS}|{_ADDED}", bare)
    asks = re.search(f"{_WHICH}|{_HOW_MANY}|{_NEWEST}|何|いつ", bare)
    if minutes and (holds or asks or re.search(_THERE, bare)):
        return not shown or bool(holds or re.search(_THERE, bare))
    if re.search(rf"(?:{_SUPERLATIVE})の?(?:{_BODY})", bare):
        return True
    if shown:
        return bool(holds and asks and re.search(f"{_TOWN}|{_BODY}", bare)) and "対象" not in bare
    if re.search(_PAPERS, bare):
        return bool(holds or asks)
    if re.search(_EXCHANGES, bare):
        # 「質問は何件ありましたか」 is asked of a meeting
        number = re.search(f"{_HOW_MANY}|{_EACH}", bare)
        return bool(number and (holds or re.search(f"{_THERE}|{_EACH}", bare)))
    if re.search(f"{_TOWN}|{_BODY}", bare) and re.search("一覧|リスト", bare):
        return True
    if re.search(f"{_TOWN}|{_BODY}", bare):
        there = re.search(rf"(?:どの|どこの|どんな|何の|何が){_BODY}?{_TOWN}?[^。]*(?:{_THERE}|もの)", bare)
        return bool((holds and (asks or "対象" in bare)) or there)
    return bool(holds and asks)


def _asked_in_english(bare: str) -> Holdings:
    if not _ENGLISH.fullmatch(bare):
        return ""
    kind: Holdings = next((kind for kind, pattern in _KINDS_EN if pattern.search(bare)), "which")
    if _HELD_EN.search(bare) and (_HOLDS_EN.search(bare) or kind != "which"):
        return kind
    if _HOLDS_EN.search(bare) and re.search(
        r"\b(?:towns|cities|municipalities|councils?|meetings)\b", bare, re.I
    ):
        return kind
    return "span" if kind == "span" and re.search(r"\bmeetings?\b", bare, re.I) else ""
