"""What the words of a reply do: report, put off, go back to what was asked before, ask back, stall, speak as a member of the council.

Every pattern was read off published minutes of many councils; a phrase that only one council uses is not here.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of
from ingest.phrases.fluent import fluently
from ingest.phrases.wording import asks, is_trivial, wishes
from ingest.text.lines import sentences

_EXPLAINS = re.compile(
    r"^[^。]{0,60}(?:説明|紹介|報告)(?:を)?(?:い?たし|申し上げ|させて|し)"
    r"(?!(?:いただき|頂き)?ました(?:が|けれど|けど|とおり|通り))[^。]{0,16}。"
)
"""Not 課長から説明をさせていただきましたが、…: who goes on from there replies."""

EXPLANATION_MIN = 150
"""Characters of an explanation at least; shorter turns that open with 御説明します are replies."""


@fluently
def explains(text: str) -> bool:
    """A turn that announces itself as an explanation or a report."""
    return len(text) >= EXPLANATION_MIN and _EXPLAINS.match(text) is not None


@fluently
def reports(text: str) -> bool:
    """A turn that opens as a report does, whatever its length: それでは、作業部会の報告をさせていただきます。"""
    return _EXPLAINS.match(text) is not None


_NEXT = re.compile(r"(?:続いて|続きまして|次に|次は)")


def goes_to_report(text: str) -> bool:
    """A turn that goes on to the next report: 続いて、公園の改修について報告いたします。"""
    return _NEXT.match(text) is not None and reports(text)


_ENDS_REPORT = re.compile(r"以上(?:です|でございます|であります|で[^。]{0,8}終わります)。?$")


@fluently
def ends_report(text: str) -> bool:
    """A turn that ends as a report does (以上です。); where the chair called for one it is nothing else."""
    return _ENDS_REPORT.search(text) is not None


_READS_OUT = re.compile(
    r"^(?:はい、?)?(?:それでは、?|では、?)?[^。]{0,40}朗読(?:を)?(?:い?たし|させて(?:いただき)?|し)ます。"
)


@fluently
def reads_out(text: str) -> bool:
    """A clerk who reads a paper aloud (請願の要旨を朗読いたします。): no reply to anything."""
    return _READS_OUT.match(text) is not None


_HAS_REPORTED = re.compile(
    r"以上、?[^。]{0,60}(?:報告|説明)(?:と|を|に)(?:いた|さ)?(?:します|させていただきます|終わります|代えさせていただきます)。?$"
)


@fluently
def has_reported(text: str) -> bool:
    """A turn that ends by saying that it was a report: 以上、総務常任委員会の所管事務報告といたします。"""
    return _HAS_REPORTED.search(text) is not None


_ANNOUNCES = re.compile(
    any_of(
        r"^[^。]{0,20}(?:事務連絡|連絡事項)",
        # 「なお、次回の協議会は２月に開催いたします」
        r"^(?:[^。、]{0,12}、)?(?:なお、)?次回の?[^。]{0,24}(?:は|につきまして|について)[^。]{0,50}"
        r"(?:開催|開会|予定|行い|行う|開き|開く|なり|となる|です|でござい|考えて)",
        # 「除雪計画についての報告」: told in short, and nothing else
        r"^[^。]{4,60}について(?:の)?(?:報告|説明|紹介)$",
    )
)


@fluently
def announces(text: str) -> bool:
    """The secretariat's notices at the end of a meeting (事務連絡です, 次回は２月に開催します), reports that a record only mentions."""
    return _ANNOUNCES.match(text) is not None


_HOLDS_BACK = re.compile(
    r"(?:後ほど|後程|のちほど|後刻|後日)[^。]{0,30}(?:答弁|答え|回答|報告|お示し|提出|お知らせ|御?説明|お出し)"
)


@fluently
def holds_back(text: str) -> bool:
    """A reply that puts the answer off (後ほど答弁させていただきます), in its last two sentences."""
    return any(_HOLDS_BACK.search(text[start:end]) for start, end in list(sentences(text))[-2:])


_LATE = re.compile(
    r"(?:先ほど|先程|さきほど|さき(?:の|に)|保留)[^。]{0,60}(?:質問|質疑|お尋ね|答弁|お答え|回答|件)[^。]{0,60}"
    r"(?:保留|お答え|答弁|回答|お伝え|訂正)"
)

_LATE_NAME = re.compile(r"([一-鿿々ぁ-んァ-ヶ]{1,6}?)(?:議員|委員)(?:から|の|より|さん)")

_RETURNS = re.compile(
    r"^(?:(?:す[み]?ません|申し訳[^。]{0,12}|失礼[^。]{0,10})[。、])?(?:先ほど|先程|さきほど|さき)の?、?"
    r"([一-鿿々ぁ-んァ-ヶ]{1,6}?)(?:議員|委員)(?:さん)?(?:の|から|より)の?"
    r"(?:御|ご)?(?:質問|質疑|お尋ね)(?!にも|でも|と)"
)


def returns_to(text: str) -> str | None:
    """The surname of the member to whose question a reply goes back (先ほど山田委員の御質問で、…); None where it does not."""
    found = _RETURNS.match(text)
    return found[1] if found else None


_GOES_BACK = re.compile(r"^(?:[^。]{0,20}[。、])?(?:先ほど|先程|さきほど|さき)の(?!とおり|通り|ように)")


def goes_back(text: str) -> bool:
    """Whether a reply opens with what was asked before (先ほどの滞納額でございますが、…)."""
    return _GOES_BACK.match(text) is not None


def asks_back(text: str) -> bool:
    """A reply that ends in a question of its own (反問): どちらを指しておられますか。"""
    said = [text[start:end] for start, end in sentences(text)]
    return bool(said) and re.search(r"か[。？?]*$", said[-1]) is not None and asks(said[-1])


def late_reply_to(text: str) -> str | None:
    """The surname of the member whom a belated reply answers, empty where none is named; None where it is none."""
    head = next((text[start:end] for start, end in sentences(text)), "")
    if not _LATE.search(head) or not re.search(r"保留|先ほど|先程|さきほど|さき", head[:40]):
        return None
    name = _LATE_NAME.search(re.sub(r"^.*?(?:先ほど|先程|さきほど|さき)の?、?", "", head))
    return name[1] if name else ("" if "保留" in head else None)


_STALLS = re.compile(
    r"^[^。]{0,30}(?:少々|しばらく|ちょっと|今)[^。]{0,12}(?:お待ち|お時間|時間を)[^。]{0,16}。?$"
)


@fluently
def stalls(text: str) -> bool:
    """少々お待ちください: somebody looks the answer up."""
    return len(text) <= 60 and _STALLS.match(text) is not None


def no_reply(text: str, answered: bool) -> bool:
    """Words after a question that answer nothing; そうです。 does."""
    nothing = len(text) < 6 and is_trivial(text) and not text.startswith("そうです。")
    return stalls(text) or (nothing and not answered)


_ANSWERS_AS_MEMBER = re.compile(
    any_of(
        r"^(?:[^。]{0,20}、)?[^。、]{0,24}"
        + any_of(
            # 「バス事業者の立場から申し上げますと」「当社からお答えします」
            r"の立場(?:から|で|として)(?:申し|お答え|お話|言い|言う|言え)",
            r"(?:私|わたくし|当社|当方|弊社|うち)(?:の方|のほう)?(?:から|で)(?:お答え|回答|御?説明|補足)",
        ),
        r"^[^。]{0,40}(?:質問|お尋ね)に(?:私から)?(?:お答え|回答)",
    )
)

_OPERATES = re.compile(
    r"[^。、]{0,12}(?:当社|弊社|当行|当院|当園|当組合|当協会)(?:の[^。、]{1,16}|で)?[はでも]"
    r"[^。]{4,80}(?:です|ます|ました|いる|いた|した|ない|ある)。"
)
"""当社の路線では２割ほど減便しています: how it is with those whom the member stands for, whom the question was put to."""


@fluently
def answers_as_member(text: str) -> bool:
    """A member of a council who answers another, as operator, as expert: バス事業者の立場から申し上げますと…"""
    if _ANSWERS_AS_MEMBER.match(text):
        return True
    return _OPERATES.match(text) is not None and not wishes(text)
