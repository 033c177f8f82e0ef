"""What officials say in the meeting itself, and what they tell elsewhere or later: 「後日ご報告します」「広報で紹介しています」."""

from __future__ import annotations

import re

from chat.commitments.acts import SAID_HERE, SAID_LATER
from chat.commitments.requests import ASKS_OF
from chat.commitments.tense import Tense
from corpus.patterns import KANJI_NUMERAL, any_of

_SHOWS_LATER = re.compile(
    any_of(
        # 「お示ししてまいります」「差し上げていく」「説明する予定」「報告をしていく」
        r"示し(?:(?:を)?し)?て(?:まい|参|い[きくこ])",
        r"差し上げて(?:い[きくこ]|まい)",
        r"(?:知らせ|案内|報告|説明|紹介|示し|提案)[^、]{0,8}予定",
        r"(?:説明|報告|案内|紹介|回答)(?:を|も|は)?(?:しっかり|丁寧に|きちんと)?してい[きくけこ]",
        # 「説明を尽くしていきます」
        r"(?:話|説明)[をもは](?:(?:尽くし|深め|進め|重ね|加え|続け)て|し(?:ながら[^、]*)?て(?=い))(?:い[きくけこ]|まい|参)",
        # 「丁寧に御説明を行ってまいります」「しっかり御案内したい」
        r"(?:丁寧|十分|しっかり|きちんと|積極的|理解)[^、]{0,24}(?:説明|紹介|案内)(?:[をもが])?"
        r"(?:(?:し|行っ|実施し|申し上げ)てまい|できれば)",
        r"(?:丁寧|しっかり)[^、]{0,16}案内(?:を)?(?:し|いたし)たい",
        # 「ホームページで御案内してまいります」「保護者に説明していきます」
        any_of(
            *r"広報 ホームページ 窓口 チラシ パンフレット 説明会".split(),
            r"(?:住民|[市区町村県都]民|利用者|保護者|対象者|地域|地元|議会|委員会)(?:の方々?|の皆(?:様|さん))?(?:に(?:は|も)?|へ)",
        )
        + r"[^、]{0,30}(?:説明|報告|案内|知らせ|紹介)(?:を|も|は)?(?:もう少し|しっかり)?(?:し(?:を)?)?し?て(?:まい|い[きく])",
        # 「説明をもう少ししていきます」「報告してまいりたい」「提示させていただきます」
        r"(?:説明|案内)(?:を|も|は)(?:もう少し|もっと|十分|さらに)してい[きく]",
        r"報告(?:を|も)?してまいりたい",
        r"提示(?:を)?(?:させて(?:いただ|頂)[きく]|して(?:い[きく]|まい|参))",
    )
)
"""「作成し、お示ししてまいります」 is not done by saying so."""

_WHEN_MADE = re.compile(
    r"(?:整理|集計|精査|作成|分析|取りまとめ|とりまとめ)(?:し(?:て)?|の(?:上|うえ))[、,]\s*$"
)
"""「実績を整理し、お示しします」: not before it is made."""

_NOW = re.compile(
    r"(?:^|それ)では[、,]|資料(?!を(?:提示|作成|示し|出し))|ページ|順[次に]|初めに|はじめに|(?:^|[、,])まず[、,]|続い|(?<!引き)続き|以下"
)
"""「それでは、順に説明していきたいと思います」 begins it."""

_SAID_BEFORE = re.compile(
    r"(?:先ほど|先程|ただいま|冒頭|今ほど|午前中)[^。]{0,30}(?:伝え|話し|触れ|示し|挙げ|出し|述べ)(?:を)?(?:し|させて[^、]{0,6})?[^、]{0,5}$"
)

_PRESENTS = re.compile(
    r"(?<![ごお御])紹介(?:を|は|も)?(?:し|行っ|継続し|続け)$|(?:制度[^、]{0,10}案内|声[がか]け(?:等|など)?)(?:を|は)?し$"
)
"""「広報で紹介している」 goes on elsewhere."""

_HABIT = re.compile(
    any_of(
        # 「毎年」「その都度」
        *r"毎[年月週日回] 常に 日頃 その都度 随時 折に触れ 機会(?:を捉え|あるごと)".split(),
        # 「各課に」
        r"各(?:所管|部局|部署|課|校|学校|園|施設|地区|自治体|町会|団体)(?:の(?:方々?|ほう))?に",
        # 「窓口で」「会合の場で」
        r"(?:段階|際|とき|都度|会合|場|説明会|研修会?|講座|窓口|広報|ホームページ|パンフレット)(?:等|など)?[でに]",
    )
)


_TELLING = re.compile(r"(?:説明|案内|お話)(?:を|も|は)(?:申し上げ|し|行っ|させ)?$")
"""「町会に資料で説明をしております」 goes on outside the meeting; what is told here is told once."""

_TOLD_HERE = re.compile(r"先ほど|先程|ただいま|冒頭|今回の資料|本日|させて(?:いただ|頂)")


_AT_THEIR_PLACE = re.compile(
    r"(?:(?:お宅|現地|地域|各戸|職場|会社|学校)[にへを][^、]{0,6}(?:伺|訪問|出向|回|足を運)|電話で|窓口で|説明会で|懇談会で)"
)
"""「お宅に伺って、お話をさせていただいている」 is not said here, however humbly it is told."""

_TELLS = re.compile(r"(?:お伝え|お知らせ|お示し|お話し?|説明|案内|紹介|報告|回答)(?:を|も|は)?し$")

_BESIDE = re.compile(
    any_of(
        # 「説明しながら」「紹介した事例」
        r"(?:を)?(?:し(?:ながら|つつ)|(?:する|した|している)[一-鿿])",
        # 「記載などを周知」「案内を作って」
        r"(?:など|等)?を[^、]{0,6}(?:PR|発信|配信|周知|広報|作成|作っ|つくっ|発行|発送|送付|送っ|配っ|設け|更新)",
        # 「報告に反映」
        r"に(?:全て|すべて)?(?:統一|合わせ|反映)",
        # 「説明するよう求め」「説明を求め」
        r"(?:する|される|していただく)よう(?:に)?[^、]{0,6}(?:求め|促し|指示|指導|要請)",
        r"を(?:強く|引き続き|しっかり|きちんと|改めて)?求め",
    )
)
"""「説明しながら進め」「記載する欄を設け」: what is said there is not the act."""

_TO_OTHERS = re.compile(
    any_of(
        *r"国 政府 [都府道県省庁] 警察 会社 鉄道 電力 事業者 業者 関係機関 所有者 管理者 施工者 団体".split(),
    )
    + r"(?:等|など|の(?:ほう|方)|側|さん|様)?に(?:対して|対し)?(?:は|も)?[^、]{0,16}(?:申し上げ|申し伝え|申し入れ|伝え|お?話)"
    r"(?:を|は|も)?(?:し)?$"
)
"""「国のほうに申し上げていく」 speaks elsewhere."""

_ENDS = re.compile(
    any_of(
        *r"事業 運営 運用 期間 制度 補助 助成 配布 配備 設置 整備 工事 点検 調査 発送 販売 受付 提供 サービス 利用 活動".split(),
    )
    + r"[をはもが]?(?:既に|ほぼ|全て|全[一-鿿]{1,3}で)?終了(?:を|と)?(?:し|いたし)$"
)
"""「運営期間を終了する」 ends no debate."""

_SENDS_WORD = re.compile(r"(?:通知|連絡|周知|送付)(?:を|は|も)?申し上げ$")
"""「こちらから御通知は申し上げる予定」: word is sent, not said here."""

_TOLD_ABOUT = re.compile(
    any_of(
        r"^.*について(?:の[^、]{0,12}について)?[、,]?(?=[ごお御]?(?:報告|説明|答え|紹介|話|案内))",
        r"(?:[0-9元年月日度]|令和|平成|から|より|まで|以降|以来|[、,])+の(?=[一-鿿]{0,6}報告)",
    )
)
"""「４月から始まる健診についてご報告いたします」「12月11日から23日までの行政報告を行います」: the time belongs to what is told of."""


_GOES_TO_TELL = re.compile(r"(?:説明|報告|お?話|案内|周知)に(?:行っ|伺っ|回っ|上がっ|出向い|お?邪魔し)$")
"""「町会を回って御説明に行っている」: where one goes to tell it is not here."""


def said(stem: str) -> bool:
    """Whether the act is one of the meeting itself."""
    if _TO_OTHERS.search(stem) or _GOES_TO_TELL.search(stem):
        return False
    if _ENDS.search(stem) or _SENDS_WORD.search(stem):
        return False
    found = SAID_HERE.search(stem, max(0, len(stem) - 9))
    return bool(found and not _BESIDE.match(stem, found.end()))


_OPENS = re.compile(
    any_of(
        # 「ただいまから、第2回審議会を開会し」
        r"(?:ただいま|ただ今|これ|それでは)(?:から|より)?[、,]?[^。]{0,60}会(?:議)?\s?を[^、を]{0,4}(?:開会|開催|再開|開始)"
        r"(?:を)?(?:し|いたし)$",
        # 「司会を務め」
        r"(?:司会|進行)(?:役)?(?:の?ほう)?を?(?:し|いたし|務め|担当し)$",
    )
)
"""「ただいまから第2回審議会を開会いたします」「会長が決まるまで事務局が進行します」."""

_TODAY = re.compile(r"本日(?:は|の(?:会議|委員会)で)?[、,]?(?:改めて|再度|追加で)?[^、,。]{0,12}$")
"""「再度報告すると申し上げておりましたので、本日改めて報告させていただきます」 is said now."""

_BY_PAPER = re.compile(
    rf"資料(?:No[.．])?(?:[0-9]{{0,3}}|{KANJI_NUMERAL}{{0,3}})(?:に(?:て|より(?:まして)?|基づ(?:き|いて)|沿って)|で)[^、]{{0,6}}[ごお御](?:案内|説明|報告|紹介)"
)
"""「当日の流れは、資料2にて御案内いたします」 is said now, whenever that day is."""

_BEGINS = re.compile(r"\s*(?:それでは|では|続きまして|続いて|次に)?[、,]?私(?:のほう|ども)?から")
_SPEAKS = re.compile(r"語(?:っ|り|ら)$|お?話")
"""「それでは私から、…説明させていただければ」 begins."""

_TOLD_SO_FAR = re.compile(
    r"(?:説明|案内|紹介|周知)(?:を|は|も)?(?:し|行っ|実施し|させていただい)て(?:き(?:た|ました)|まいりました)$"
)
"""「団体には概要を説明してきた」 was done elsewhere."""


def told_here(core: str, before: str, stem: str, tense: Tense) -> bool:
    """Whether the clause only speaks in the meeting: neither later nor elsewhere.

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        stem: the clause without its ending.
        tense: that of the clause.
    """
    if tense == "future" and _OPENS.search(before + stem):
        return True
    if tense == "future" and _BEGINS.match(before + core) and (_SPEAKS.search(stem) or said(stem)):
        return True
    if tense == "past" and _TOLD_SO_FAR.search(core):
        return False
    if not said(stem):
        return tense == "past" and bool(_SAID_BEFORE.search(before[-30:] + core))
    if ASKS_OF.search(core):
        return False
    if tense == "present":
        return not (_PRESENTS.search(stem) or _HABIT.search(before + core) or _TELLING.search(stem))
    if tense == "future":
        if _BY_PAPER.search(before[-30:] + core):
            return True
        if (here := SAID_HERE.search(core)) and _TODAY.search(core[: here.start()]):
            return True
        later = SAID_LATER.search(_TOLD_ABOUT.sub("", before + core)[-80:]) or "記載" in stem[-9:]
        return not (
            later
            or _WHEN_MADE.search(before)
            or (_SHOWS_LATER.search(core) and not _NOW.search(before + core))
        )
    return True


def told_elsewhere(core: str, before: str, stem: str) -> bool:
    """Whether what is going on is told time and again, or outside the meeting (町会に資料で説明をしております).

    Args:
        core: the bare clause.
        before: the rest of the sentence before it.
        stem: the clause without its ending.
    """
    habit = _TELLS.search(stem) and _HABIT.search(before + core)
    here = _TOLD_HERE.search(before + core) and not _AT_THEIR_PLACE.search(before + core)
    return bool(habit or (_TELLING.search(stem) and not here))


_PAPER = re.compile(
    any_of(
        # 「本計画」「素案」「資料3」「別紙」
        r"(?:本|当該|この|今回の|同)(?:計画|[一-鿿]{0,4}方針|指針|資料|案|素案|報告書|プラン)",
        *r"素案 資料[0-9] 別紙 [0-9]ページ".split(),
        # 「次に、〓〓についてです」: the heading of a paper in brackets
        r"^(?:次に|初めに|最後に|続いて)[、,]〓+(?:について)?(?:です|でござい|であり)",
    )
)
_PUT_IN = re.compile(
    r"(?:選定|設定|位置[付づ]け|整理|分類|集約|抽出)(?:を)?(?:し|いたし|させていただき)?(?:まし)?た(?:という)?(?:もの|ところ|形)?[^、,]{0,8}[。、,]?\s*$"
)
_HOW_MADE = re.compile(
    any_of(
        # 「選定したものです」
        r"(?<!を)(?:選定|策定|作成|設定|算定)(?:し|いたし)(?:まし)?た(?:という)?もの(?:です|で(?:ござい|あり)|である)",
        # 「影響を勘案し、設定いたしました」
        r"(?:勘案|考慮|加味)し(?:て)?[、,]?(?:選定(?:し|の上)[、,]?)?(?:選定|策定|作成|設定)(?:し|いたし)(?:まし)?た",
    )
)
_LAID_BEFORE = re.compile(
    r"(?:(?:作成|策定|用意|配付|配布)(?:し|いたし)ました|(?:掲載|記載|添付)(?:し|いたし)て(?:い|お)(?:ります|ます))ので[、,]\s*$"
)
_EXPLAINS = re.compile(r"(?:説明|御覧|ご覧|[御ご]?参照)[^、,]{0,16}[。．]?\s*$")


def tells_of_paper(sentence: str, place: int, end: int) -> bool:
    """Whether the clause `[place, end)` of the sentence explains a paper: what was put into it, how it was made, that it lies there.

    「本計画には六つの項目を位置付けいたしました」「課題を勘案して選定したものでございます」「素案を作成しましたので、御説明いたします」
    """
    clause = sentence[place:end]
    if _HOW_MADE.search(clause):
        return True
    if _LAID_BEFORE.search(clause) and _EXPLAINS.search(sentence):
        return True
    return bool(_PUT_IN.search(clause) and _PAPER.search(sentence))
