"""A question that is pasted with the letter around it: to whom it goes, what its heading is called, who signed it and how he is reached.

Offices and names below a question are those of who asks; looked for in the record, they find what their namesakes said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.patterns import any_of

_ADDRESSEE = re.compile(
    any_of(
        # 「議会事務局　御中」「青葉様」「各位」 on a line of its own
        r"[^\n。、?？]{0,24}(?:様|殿|御中|各位|先生|さん)[、,]?[ 　]*\n",
        # 「会議録チャットさん、」
        r"(?:会議録)?(?:チャット|ボット|AI)(?:ボット)?(?:さん|様|君|くん)、",
    )
)
_SUBJECT = re.compile(
    r"(?:件名|題名|標題|表題|Subject|Re|Fwd?)[:：]\s*(?:[^\n]{0,12}(?:照会|質問|問い?合わ?せ|お尋ね|確認|依頼|お願い|相談)(?:について|の件)?\n)?",
    re.IGNORECASE,
)
"""The word before a heading, and a heading that says only that it is a question; any other says of what."""
_REACHED = re.compile(
    any_of(
        # 「内線 1234」「担当：企画課」「E-mail: …」
        r"[ 　]*(?:内線|外線|電話|直通|代表|TEL|FAX|ファクス|ファックス|メール|E-?mail|Mail|担当者?|連絡先|住所|所属|氏名|部署)[ 　:：/／].*",
        r"[ 　]*〒.*",
        r".*[\w.+-]+@[\w-]+\.[\w.-]+.*",
        r"[ 　()（）+＋\d‐－-]{9,}",
    ),
    re.IGNORECASE,
)
"""A line that tells how somebody is reached."""
_SIGNED = re.compile(
    any_of(
        # 「総務課　山川」「青葉市議会事務局 山川太郎」
        r"[^\s。、?？]{0,20}(?:課|係|部|室|局|センター|公民館|図書館|議員|委員)(?:[ 　]+[^\s。、?？]{1,12}){1,2}",
        *"以上 敬具 草々 拝".split(),
    )
)
_RULE = re.compile(r"[-‐―─━=＝*＊_～~・.…\s]*")
"""Between a text and what follows it: a line that is empty or drawn."""
_LINE = 120
"""Characters of a line of a signature at most."""
_SAYS = re.compile(r"[。．.?？!！]|か$")


def without_letter(message: str) -> str:
    """A message without the addressee, the word before its heading, and its signature.

    >>> without_letter("議会事務局 御中\\n件名：備蓄\\n備蓄は何食ですか。\\n\\n総務課 山川\\n内線 123")
    '備蓄\\n備蓄は何食ですか。'
    """
    text = message.strip()
    if greeted := _ADDRESSEE.match(text):
        text = text[greeted.end() :].lstrip()
    if headed := _SUBJECT.match(text):
        text = text[headed.end() :].lstrip()
    lines = text.splitlines()
    last = _last_line(lines)
    # Bare lines alone (備蓄, 総務課 山川) are words that are looked for.
    asks = any(_SAYS.search(line) for line in lines[:last])
    return ("\n".join(lines[:last]) if asks else text) or message


def _last_line(lines: Sequence[str]) -> int:
    """How many of the lines stand above a signature: one below an empty or drawn line in which somebody is reached, or lines that are signed."""
    last = len(lines)
    while last:
        start = next((i for i in range(last - 1, -1, -1) if _RULE.fullmatch(lines[i])), -1) + 1
        block = lines[start:last]
        reached = [_is(_REACHED, line) for line in block]
        says = any(_SAYS.search(line) for line, only in zip(block, reached, strict=True) if not only)
        if not block or (any(reached) and not says):
            last = max(0, start - 1)
        elif reached[-1] or _is(_SIGNED, block[-1].strip()):
            last -= 1
        else:
            break
    return last


def _is(form: re.Pattern[str], line: str) -> bool:
    return len(line) <= _LINE and bool(form.fullmatch(line))
