"""Words of a question that weigh otherwise where they stand than elsewhere: what a quantity is asked for by, that somebody said so, the town hall as
a building."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retriever.tokenize import Tokenizer, tokens_of

_HOW_MUCH = r"(?:何|いく[らつ]|幾|ど(?:れ|の)(?:くらい|ぐらい|ほど|程度|だけ))"
"""Asks for a quantity, with a counter behind it or without."""

_RATE = re.compile(
    r"(?<![0-9一二三四五六七八九十月第.,])[1一](?:日|週間?|か?月|[カヶケ]月|年間?|時間|人|名|世帯|戸|軒|件|回|台|本|枚|個|冊|食|便|校|園|か所|箇所|施設|団体|学級|クラス|平米|平方メートル|キロ|トン)(?:当たり|当り|あたり)?"
    rf"(?=(?:につき|に|で|の)?(?:平均(?:して|で)?|大体|だいたい|およそ|おおよそ|約)?、?{_HOW_MUCH})"
)
"""What a quantity is asked for by (1日何時間, 1人当たりいくら, 1回に何人): the record may count by another, or leave it to be understood."""

_TOLD = re.compile(
    r"(?:という|との|といった|についての|に関する|に対する)(?:(?P<by>議員|委員|住民|市民|町民|村民|区民|県民|利用者|保護者|地元|地域)(?:から)?の)?"
    r"(?P<told>心配|疑問|声|指摘|意見|批判|懸念|要望|提案|不満|苦情|訴え|求め|主張|問い)(?:など|等)?(?=に|へ|を受け|が出)"
)
"""What somebody said, behind the words in which he did (「狭いという議員の求めに」): one asks with it, as with 質問."""

_SUMMED_UP = re.compile(
    rf"(?P<told>全部|全体|合計)(?=では?、?(?:約|およそ)?{_HOW_MUCH})"
    r"|(?<=[るた])(?P<meant>見込み|見通し|計算)(?=(?:です|でしょう|なの|に[なあ]|か[。?？]|[。?？]|$))"
)
"""「全部でいくらかかる見込みですか」 asks for the sum, whatever the record calls it."""

_HALL = r"(?:市役所|区役所|町役場|村役場|役場|役所)"
_BUILDING = re.compile(
    rf"(?:新しい|新たな|今の|現在の|古い|老朽化した)(?P<new>{_HALL})"
    rf"|(?P<built>{_HALL})(?=(?:庁舎)?の?(?:建て替え|建替え|建替|移転|建設|新築|改築|跡地|跡|耐震|駐車場|場所)|を(?:移|建て|新しく|壊))"
)
"""The town hall as a building (新しい市役所, 市役所の移転), and not as who is asked."""


def said_beside(text: str, tokenizer: Tokenizer) -> set[str]:
    """The forms of what a question counts by or says beside its matter."""
    rates = {form for rate in _RATE.findall(text) for form in tokens_of(tokenizer.words(rate))}
    aside = [
        told
        for pattern in (_TOLD, _SUMMED_UP)
        for found in pattern.finditer(text)
        for told in found.groups()
        if told
    ]
    return rates | {form for told in aside for form in (told, *tokens_of(tokenizer.words(told)))}


def halls_meant(text: str, tokenizer: Tokenizer) -> Iterator[str]:
    """The forms of town halls that are spoken of as buildings."""
    for found in _BUILDING.finditer(text):
        yield from tokens_of(tokenizer.words(found["new"] or found["built"]))
