"""Examination papers: 問 and 答 without a meeting. Their questions command (答えなさい, 述べよ) or the paper speaks of marks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of
from ingest.marks.mark import Mark
from ingest.text.lines import Line

COMMANDS_MIN, COMMANDS_SHARE = 2, 0.2
"""Signs of an examination at least, and share that they have of the questions: nobody commands an officer to answer."""

_COMMAND = re.compile(
    any_of(
        # 「理由を述べなさい。」
        any_of(
            *"答え 求め 述べ 書き 選び 示し 記し 説明し 計算し 埋め 結び 直し 表し 記入し 解答し 回答し".split()
        )
        + "なさい",
        # 「値を求めよ。」
        any_of(*"答え 求め 述べ 選べ 示せ 記せ 説明せ 論じ".split()) + "よ",
        # 「空欄に入る語を」「次のうちから選べ。」
        any_of(*"選べ 書け 示せ 記せ 次のうちから 空欄に".split()) + r"(?=[。．]|[^。]{0,12}(?:語|数|もの))",
    )
    + "[。．]?"
)
_PAPER = re.compile(
    r"受験(?:番号|者氏名)|配点|解答(?:例|欄|用紙|時間)|採点|模範解答|正解|正答|試験時間|選択肢|[（(](?:各)?\d{1,3}点[)）]"
)


def is_exam(lines: Sequence[Line], marks: Sequence[Mark]) -> bool:
    """Whether 問 and 答 are those of an examination or a drill."""
    asked = sum(mark.speaker.side == "member" for mark in marks)
    commands = sum(_COMMAND.search(line.text) is not None for line in lines)
    paper = sum(len(line.text) <= PAPER_LINE and _PAPER.search(line.text) is not None for line in lines)
    signs = commands + paper
    return commands > 0 and signs >= max(COMMANDS_MIN, COMMANDS_SHARE * asked)


PAPER_LINE = 40
"""Longest line that says how the paper is marked."""
