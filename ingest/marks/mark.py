"""A speaker mark: where in a line it stands, whom it names, where the words begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.text.lines import BLANK, Line

SIGNS = "○◯〇◆◎●◇△▲▽▼□■☆★◈⚪⚫"
BULLETS = "・･•●○◯〇◆■□▪-－*＊"
"""Signs at the head of a point in a list."""
OPENING = dict(zip("【〔［[〈＜《（(「『≪<", "】〕］]〉＞》）)」』≫>", strict=True))
"""Brackets that may stand around a label, and what closes each."""

ENDS_LIKE_OFFICE = re.compile(
    any_of(
        # 「雨宮議長」「沖委員」「事務局」「総務課」
        *"司会 進行 タント バイザー ザーバー ネーター テーター 代理 代行 長 員 番 民 者 社 頭 臣 記 授 士 代表 事 幹 監 者 局 課 部 室".split(),
        # 「沖君」「弁護士」「市民団体の役」
        *"君 氏 官 処分庁 査 任 師 司書 与 佐 人 役 当".split(),
        # 「委員Ａ」「参加者３」
        r"[員者民人徒生][A-ZＡ-Ｚ\d①-⒇]{1,2}",
        *"Ａ A".split(),
        # 「一同」「委員一同」
        r"(?:^|委員|議員|出席者)一\s*同",
    )
    + r"[)）]?"
    # 「課長（沖）」「議長再質問」
    + r"(?:[（(［\[〔][^（()）［\[〔］\]〕]{1,24}[)）］\]〕]|再?(?:質問|質疑|答弁))?$"
)
_SEPARATOR = " \t\u3000:：・|｜"
_ASCENDED = re.compile(
    r"[〔（(－―—‐\-](?:登壇|自席|質問席)[〕）)－―—‐\-]\s*|(?:登壇|自席|質問席)[〕）)]?(?:\s+|$)"
)
"""Where the speaker stands, printed between the label and the words."""
_GREETED = re.compile(
    r"[〔（(](?:登壇[・、,]?拍手|拍手[・、,]?登壇|拍手|(?:議場)?発言する(?:者|人)(?:あり|多し))[〕）)]\s*(?=\S)"
)
"""（登壇・拍手）（発言する者あり）: what happens in the hall as one begins, printed between the label and the words."""
_DASHES = re.compile(r"[―—─]{1,2}\s*(?=\S)")
SET_OFF = re.compile(r"(?:[；;／＞>≫＝|｜―—─－–]|[…‥]+|[・･]{2,})\s*(?=[^\s；;／＞≫＝―—─－–…‥])")
"""What else than a blank or a colon sets words off from a label."""
_COUNTED = re.compile(r"[［\[]\s*\d{1,4}\s*[］\]]\s*(?=\S)")
"""［　３　］: the number of the speech, printed between the label and the words."""
_CLOCK = re.compile(r"[\[(（]?[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:[.,][0-9]{1,3})?[\])）]?(?:[ \u3000]+|$)")
"""00:12:30: where the recording is, between the label and the words."""
PRESS = any_of(
    # 「海浜新聞」「山陰日報社」「青葉テレビ記者」
    r"[^\s。、，「」（()）：:]{1,14}(?:新聞|新報|日報|新聞社|通信社?|放送局?|テレビ|タイムス?|記者)(?:社|記者)?",
    r"(?:ＮＨＫ|NHK)[一-鿿]{0,4}(?:放送局)?(?:記者)?",
    r"フリー(?:ランス|ジャーナリスト)(?:記者)?",
)
"""How the press is named where it asks."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A candidate, as one line shows it.

    `style` tells those of one form from others: what sets the label off from the words.

    - a sign or a bracket, by its character: `sign:○` ○議長, `tag:【` 【議長】 (`tag:*` in bold)
    - none of these: `colon` 議長：, `tab`, `wide` a blank, `dash` 議長―, `quote` 議長「…」, `paren` 議長（沖）, `close` 議長）, `line` alone on its line
    - of digests: `qa` 問 and 答, the side alone; `arrow` points, → before the reply; `told` the words in a sentence that names who said them
    """

    line: int
    """Its place among the content lines."""
    style: str
    label: str
    speaker: Speaker
    body: int
    """The offset where the words begin."""
    sure: bool = True
    """False where the label's end is a guess (a name without a title before a blank)."""
    numbers: tuple[int, ...] = ()
    """Numbers in 問1, 答弁1・2: which questions are meant."""

    @property
    def signed(self) -> bool:
        """Whether a sign stands before the label."""
        return self.style.startswith("sign:")

    @property
    def tagged(self) -> bool:
        """Whether the label stands in brackets."""
        return self.style.startswith("tag:")

    def is_alone(self, lines: Sequence[Line]) -> bool:
        """Whether the label has its line to itself: the words stand below."""
        return self.body >= lines[self.line].end

    def words(self, lines: Sequence[Line]) -> str:
        """What stands behind the label on its line."""
        line = lines[self.line]
        return line.text[self.body - line.start :]


def mark_at(
    index: int, line: Line, style: str, start: int, end: int, speaker: Speaker, sure: bool = True
) -> Mark:
    """The mark whose label stands at `[start, end)` of line `index`; its body begins behind what only sets the label off."""
    text = line.text
    body = end
    if text[body : body + 1] == "、" and text[end - 1] in "）)":
        body += 1  # 議長（山田君）、これより…
    if text[body : body + 1] in tuple(SIGNS) and text[body + 1 : body + 2] in tuple(BLANK):
        body += 1  # 委員長○　これより…
    body += text[body : body + 1] in ("＝", "=")  # 市川委員＝…
    if end > start and text[end - 1] not in "：:；;＝" and (set_off := SET_OFF.match(text, body)):
        body = set_off.end()  # ○沖委員…これで, 【沖委員】→これで
    while body < len(text) and (text[body] in _SEPARATOR or text[body] in BLANK):
        body += 1
    if text[end - 1] in "）)" and (dashed := _DASHES.match(text, body)):
        body = dashed.end()
    if ascended := _ASCENDED.match(text, body):
        body = ascended.end()
    while greeted := _GREETED.match(text, body):
        body = greeted.end()
    if counted := _COUNTED.match(text, body):
        body = counted.end()
    if clock := _CLOCK.match(text, body):
        body = clock.end()
    if text.startswith("**", body):
        body += 2
        while body < len(text) and text[body] in _SEPARATOR:
            body += 1
    return Mark(index, style, text[start:end].strip(_SEPARATOR + "*_"), speaker, line.start + body, sure)
