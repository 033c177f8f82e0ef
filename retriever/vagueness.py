"""Questions that name no matter: 「今後の課題は何ですか」 is about something that was spoken of, and in a new conversation nothing was."""

from __future__ import annotations

from retriever.asked import Question
from retriever.terms import ASKING_WEIGHT

OF_A_MATTER = frozenset(
    """今後 将来 課題 問題 問題点 効果 成果 実績 目的 目標 狙い 費用 経費 メリット デメリット 利点 欠点 長所 短所 スケジュール 日程 時期 期間
    対象 対象者 場所 理由 原因 背景 経緯 方法 手段 方針 見通し 見込み 進捗 進捗状況 状況 現状 内容 結果 影響 意義 必要性 実施 検討 対応 対策 取組 取り組み 周知
    規模 範囲 条件 要件 根拠 財源 人数 件数 回数 割合 金額 増減 推移 変化 違い 特徴 概要 詳細 結論 未だ もう 既に 終わる 始まる 始める 進む 変わる 増える 減る
    良い 悪い 有る 無い 必要 可能 主 主な 大きい 一番 最も""".split()
)
"""Words that are of a matter and are none: of what, somebody who asks so has in mind."""


def names_no_matter(asked: Question) -> bool:
    """Whether a question can only be understood by who asks it: it says neither of what, nor of whom, where or when."""
    if asked.follow_up or asked.foreign or asked.english or asked.kana or asked.overview or asked.across:
        return False
    if asked.filters or asked.missing_towns or asked.persons or asked.members or asked.office:
        return False
    words = {form for form, weight in asked.terms.own.items() if weight > ASKING_WEIGHT}
    return bool(asked.terms.own) and asked.terms.content <= 2 and words <= OF_A_MATTER
