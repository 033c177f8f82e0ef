"""What a chair's words call for: an item, an explanation, questions, notices, more of the same, an end."""

from __future__ import annotations

import re

from corpus.patterns import NUMERAL, any_of
from ingest.phrases.fluent import fluently
from ingest.phrases.moderation import is_moderation, permits
from ingest.text.lines import sentences

_ITEM = any_of(
    *"日程第 議案第 議題 案件 報告第 請願第 陳情第 発議第 議員提出議案 報告事項 協議事項 審議事項".split(),
    *r"\([0-9]\) （\d）".split(),
)
_ITS_NUMBER = rf"\s?[（(]?{NUMERAL}{{1,2}}[)）]?(?:番目?|つ目|点目)?"
_OPENS = re.compile(
    any_of(
        # 「日程第２、…を議題といたします」
        rf"{_ITEM}[^。]{{0,60}}(?:議題|上程|審議|審査|説明|報告|入り|移り|について|いたし|行い)",
        # 「次に、…の審査に入ります」
        r"(?:次に|続いて|続きまして|それでは|では)[、，]?[^。]{0,60}"
        + any_of(
            *"議題と 議題に 議事に 説明を 報告を 提案理由 の審査 の審議".split(),
            *"について、?(?:事務局|執行部|担当|当局|理事者) に(?:入り|移り)ます".split(),
        ),
        # 「続きまして、議題の２番目、…でございます」
        r"(?:次に|次は|次の|続いて|続きまして|続けて|それでは|では)[、，]?[^。]{0,16}"
        rf"(?:日程|議題|議事|案件|議案|次第|事項)(?:の|第)?{_ITS_NUMBER}"
        r"[^。]{0,40}(?:です|でございます|であります|になります|となります)(?:。|が、)",
        # 「ほかにございませんか。それでは次に、…についてお願いします」
        r"(?:よろしい(?:です|でしょう)か|(?:ござい|あり)ませんか|なければ|ないよう)[^。]{0,12}。"
        r"(?:それでは|では)?[、，,]?(?:次に|続(?:いて|きまして))[、，,]?[^。]{2,60}(?:について|の件)[、，,]?[^。]{0,16}お?願い",
        # 「質疑を終結します」: what follows is another item
        r"質疑を?(?:終わり|終結|打ち切)",
        r"質疑なしと",
        r"(?:一般質問|質問|質疑)(?:を|は)(?:終わ|終了)",
    )
)
_EXPLAIN = re.compile(
    any_of(
        *"説明 報告 朗読 (?:理事者|当局|執行部)の見解 提案理由 挨拶 あいさつ ごあいさつ 紹介 趣旨説明".split(),
        *"申出 所信 表明 連絡 討論 (?:賛成|反対)者の発言 案内 発表 プレゼン 話題提供".split(),
    )
    + r"[^。]{0,40}"
)
_NOTICE = re.compile(
    any_of(
        # 「その他、事務局から何かありますか」
        r"(?:事務局|当局|担当)[^。]{0,20}"
        + any_of(
            r"何か(?:、|[^。]{0,10}(?:ないか|ありますか|ございますか|ありますでしょうか))",
            *"連絡 その他 お知らせ 今後の予定 次回".split(),
        ),
        r"事務連絡",
        r"次回(?:の)?[^。、]{0,12}(?:日程|会議|開催|委員会)",
    )
)
_ENDS = re.compile(
    any_of(
        r"質問(?:は|を)?(?:これで)?(?:終わりました|終了|終わり)",
        r"以上で[^。]{0,40}(?:質問|質疑|議事|審議|議題|案件)[^。]{0,12}終",
        *"閉会 散会 議論はこの辺 意見(?:交換)?は(?:この辺|以上|これ) 質疑を(?:終|打)".split(),
        # 「予定の時刻となりましたので、終了いたします」
        r"(?:時間|定刻|予定の時刻)[がにと][^。]{0,24}(?:終わ|終了|閉じ|締め)",
    )
)
_ANYTHING_ELSE = re.compile(
    any_of(
        # 「ほかに御質疑はありませんか」
        r"(?:ほか|他)(?:に|にも)?[^。]{0,30}"
        + any_of(
            *"ありません ございません ないか ないでしょう ありますか ございますか いかが よろしい".split(),
            *"なければ ないよう あれば 意見 質問 質疑".split(),
        ),
        # 「皆様から御意見をいただきます」
        r"(?:皆様|皆さん|皆さま|各委員|委員各位)(?:方)?(?:から)?の?(?:御|ご)?(?:意見|質問|質疑)[^。]{0,12}"
        r"(?:いただき|頂き|伺い|伺って|お願い|お聞き|受け)",
    )
)


def opens_item(text: str) -> bool:
    """A chair's turn that takes up another item of the agenda."""
    return _OPENS.search(text) is not None


_EXPLAINED = re.compile(
    r"(?:説明|報告|朗読|挨拶|あいさつ|表明)(?:を|は|が)?(?:これ(?:で|をもって)|以上で)?、?(?:終わ|終了|終え)"
)
_FREE = re.compile(
    r"(?:質疑|質問)(?:は|が|を|も)?、?"
    r"(?:ありません|ございません|ありますか|ございますか|ないか|許し|許可|受け|お受け)"
)


_ANNOUNCED = re.compile(
    r"から[^。]{0,40}(?:説明|報告|挨拶|あいさつ|発言)(?:が(?:あり|ござい)|を(?:申し上げ|いたし|いたさせ|させ))ます(?:ので[^。]*)?。?$"
)
"""次に、議会運営委員長から議会運営に関する報告があります。"""


_TO_QUESTION = re.compile(
    r"(?:質疑|質問|お尋ね)(?:が(?:あ|ござ)|に対)[^。]*(?:説明|答弁)|再度[^。]{0,6}(?:説明|答弁)"
)
"""休憩前に沖君より質疑がありましたので、再度説明を求めます。: the explanation is the reply."""


def opens_questions(text: str) -> bool:
    """これより質疑に入ります。質疑ありませんか: what was to be explained has been."""
    return _FREE.search(text) is not None


_SUPPLEMENT = re.compile(
    r"補足(?:の|する|して)?(?:御|ご)?(?:答弁|お?答え|回答|説明(?:は|が)?、?(?:ありますか|ございますか|ありません|ございません|ないか))"
)


def asks_supplement(text: str) -> bool:
    """町長、補足答弁をお願いします, 補足説明ございませんか: the question before is still the one that is answered."""
    return _SUPPLEMENT.search(text) is not None


@fluently
def asks_explanation(text: str) -> bool:
    """A chair's turn that calls for an explanation, a report, a speech that is no reply, and not for questions after that."""
    called = False
    for start, end in sentences(text):
        sentence = text[start:end]
        if _FREE.search(sentence):
            called = False
        elif (
            _EXPLAIN.search(sentence)
            and not _EXPLAINED.search(sentence)
            and not _TO_QUESTION.search(sentence)
            and not permits(sentence)
            and (is_moderation(sentence) or _ANNOUNCED.search(sentence))
        ):
            called = True
    return called


def asks_notice(text: str) -> bool:
    """A chair's turn that asks the secretariat for notices."""
    return _NOTICE.search(text) is not None


_LAST_ITEM = re.compile(r"その他|次回|連絡|お知らせ")


def comes_to_notices(text: str) -> bool:
    """The chair's turn that comes to what the meeting ends with (次に、その他ですが、事務局から何かありますか)."""
    return asks_notice(text) and _LAST_ITEM.search(text) is not None


@fluently
def ends_matter(text: str) -> bool:
    """A chair's turn that ends the questions or the meeting."""
    return _ENDS.search(text) is not None


@fluently
def asks_for_more(text: str) -> bool:
    """ほかにありませんか: the floor is open, the question before is done with."""
    return _ANYTHING_ELSE.search(text) is not None


def moves_on(text: str) -> bool:
    """Something else is asked for, or the questions or the meeting are at an end."""
    return asks_for_more(text) or ends_matter(text)


_MOVER = re.compile(
    r"(?:提出者|発議者|提案者|紹介議員)(?:、|の?[^。、]{1,12}(?:君|議員|さん|氏)|。|(?:の|から|より)[^。]{0,10}(?:説明|趣旨))"
)


def calls_mover(text: str) -> bool:
    """A chair's turn that calls on who brought a bill in (提出者、若宮君。): he answers for it."""
    return _MOVER.search(text) is not None
