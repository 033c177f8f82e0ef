"""Whose words a question in another language is after; see `retriever.sides` for Japanese ones."""

from __future__ import annotations

import re
from typing import Literal

from corpus.patterns import any_of

Side = Literal["member", "reply", "either"]

MEMBER_EN = any_of(
    # "council members", not "members of the public"
    r"(?:(?:council|committee|assembly|panel|board|opposition|subcommittee)[- ]?)?members?\b(?! of the public)",
    # "councillor", "chair", "questioner"
    *r"councill?ors?\b assembly(?:man|men|woman|women)\b".split(),
    r"(?:vice[- ])?chair(?:person|man|woman)?\b",
    r"questioners?\b",
    # "somebody on the panel"
    r"(?:some(?:one|body)|any(?:one|body)|people|those|a person|who|which) (?:on|in|from|at) (?:the |this |that |[a-z]+'s )*"
    r"(?:[a-z]+ )?(?:committee|panel|council|board|assembly)\b",
)
_OFFICIAL_EN = (
    any_of(
        *r"city town village ward prefecture mayor governor administration officials? department division office bureau director".split(),
        *r"manager chief superintendent executive secretariat staff government they it".split(),
    )
    + r"\b"
)
_WHICH_ONE = r"(?:(?:the|a|an|any|some|one|that|this|which|other|several|each|another|all|most|[a-z]+'s) (?:[a-z]+ )??){0,3}"
"""At most three: of what may be either of its two words, more could be divided in too many ways (which which which …)."""
SUBJECT_EN = re.compile(
    rf"\b(?:did|does|do|has|have|had|was|were|is|are|will|would)(?:n't)? {_WHICH_ONE}"
    + any_of(
        rf"(?P<member>{MEMBER_EN})",
        rf"(?P<official>(?:[a-z]+ )?{_OFFICIAL_EN}(?! (?:council|committee|assembly|board|panel)\b))",
    ),
    re.IGNORECASE,
)
_MEMBER_SAID_EN = re.compile(
    any_of(
        # "which councillor"
        rf"(?:who|which|how many)(?: of the)? {MEMBER_EN}"
        r"(?! (?:(?:are|were|will be) there|(?:does|do|did) (?:the|[a-z]+) [a-z ]*have)\b)",
        # "which question of the member"
        rf"which (?:[A-Za-z]+ ){{0,2}}{_WHICH_ONE}{MEMBER_EN}",
        r"\bwho (?:on|in|from|at) (?:the )?(?:[a-z]+ )?(?:committee|panel|council|board)\b",
        # "the member's concern"
        rf"{MEMBER_EN}(?:'s?|s')? (?:[a-z-]+ ){{0,2}}"
        + any_of(
            r"question",
            # "objections raised by members"
            *r"opinion request proposal concern view argument suggestion demand complaint remark comment point speech".split(),
        )
        + r"s?\b",
        any_of(
            *r"opinion view concern question comment remark request suggestion demand objection point proposal argument worr(?:y|ie)".split(),
        )
        + rf"s? (?:that |which )?(?:(?:voiced |raised |made |expressed |put )?(?:by|of|from) )?{_WHICH_ONE}{MEMBER_EN}",
        # "somebody of the panel said"
        r"\b[a-z]+ of the (?:[a-z]+ ){0,2}(?:panel|committee|board) "
        + any_of(
            *r"gives? gave said asked named? told described mentioned called felt thought wanted".split(),
        )
        + r"\b",
        # "list … members"
        rf"(?:name|list|summari[sz]e|find|show)[^,.]{{0,30}}{MEMBER_EN}",
        # "who asked"
        r"\bwho (?:asked|raised|questioned|requested|complained)\b",
        rf"(?:according to|said|says|asked|argued|worried|troubled|bothered|concerned) {_WHICH_ONE}{MEMBER_EN}",
    ),
    re.IGNORECASE,
)
_TOLD_EN = re.compile(
    any_of(
        # "according to a member"
        rf"\b(?:according to|(?:quoted|cited|given|mentioned|named|told|described|introduced) by) {_WHICH_ONE}{MEMBER_EN}",
        # "that a member saw"
        rf"\bthat {_WHICH_ONE}{MEMBER_EN} (?:came across|saw|heard|brought up|mentioned|told|described|quoted|cited|found)\b",
        # "as the member puts it"
        rf"\bas {_WHICH_ONE}{MEMBER_EN} "
        + any_of(
            *r"sees saw puts put says said tells told describe[sd] argue[sd] claim(?:s|ed) recount(?:s|ed) explain(?:s|ed)".split(),
        )
        + r"\b",
    ),
    re.IGNORECASE,
)
"""Whose account is asked for, whoever acts in what he tells (「In what year did Tokyo …, according to the councillor?」)."""
_REPLIED_EN = re.compile(r"\b(?:answer|respon[ds]|repl(?:y|ied|ies))", re.IGNORECASE)
_ANYBODY_EN = re.compile(
    any_of(
        # "came up", "anybody mention"
        r"\b(?:come|came|brought) up\b",
        r"\bany(?:one|body) (?:in the (?:minutes|record|meeting)|mention|talk|speak|say)",
        # "who was the first"
        r"\bwho (?:was the first|first|said|mentioned|used|talked|spoke|brought|called|described|compared)\b",
        r"\b(?:mention|discuss|talk|debat)(?:ed|s)?\b(?: about)?(?:$|.{0,40}\b(?:meeting|minutes|council|session|record))",
        r"every (?:mention|remark)",
        r"\bmentions? of",
    ),
    re.IGNORECASE,
)


def english_side(text: str) -> Side:
    """Whose words answer an English question."""
    if _TOLD_EN.search(text):
        return "member"
    subject = SUBJECT_EN.search(text)
    if subject:
        return "member" if subject["member"] else "reply"
    if _MEMBER_SAID_EN.search(text) and not _REPLIED_EN.search(text):
        return "member"
    return "either" if _ANYBODY_EN.search(text) else "reply"


KANA = re.compile("[ぁ-んァ-ヴ]")
_IN_CHINESE = re.compile(
    "[吗嗎呢谁哪什么麼怎的了是这這们們职员务规议设计应过对发动时间关问题现实开东车电门语说请让认识训证评读课调谈费资购贴]|有没有"
)
"""What words typed one after another in kanji (審議会 委員 意見) do not hold."""


def in_chinese(question: str) -> bool:
    """Whether a question is Chinese, not Japanese words typed one after another in kanji (nor Japanese with 目的)."""
    return bool(_IN_CHINESE.search(question)) and not KANA.search(question)


_MEMBER_ZH = re.compile(r"[议議][员員]|(?<![教农監监])委[员員](?![会會数]|的建[议議]被)|提问者")
_SAYS_ZH = re.compile(
    r"[问問提说說]|[担擔][心忧憂]|要求|建[议議]|[认認][为為]|指出|反[对對]|希望|[质質]疑|主[张張]|批[评評]|意[见見]|看法|介[绍紹]|表示"
)
_REPLIED_ZH = re.compile(
    r"答|回[应應复覆]|[市区區县縣](?:里|政府)|采[纳納]|[局部课課科市县縣][长長]|多少[名位个]?(?:人|委员)"
)
_ANYBODY_ZH = re.compile(r"[谁誰].{0,6}[说說提]|[说說]的?$|提到")

_MEMBER_KO = re.compile(r"(?:위원|의원|회장|의장)(?:은|는|이|가|들은|들이|께서)")
_REPLIED_KO = re.compile(r"답변|대답|회답|응답|(?:시|구|정|촌|현|시장|부장|과장|국장|담당자)(?:은|는) ")


def chinese_side(text: str) -> Side:
    """Whose words answer a Chinese question."""
    members, replies = _MEMBER_ZH.search(text), _REPLIED_ZH.search(text)
    if members and _SAYS_ZH.search(text) and not replies:
        return "member"
    return "either" if not members and not replies and _ANYBODY_ZH.search(text) else "reply"


def korean_side(text: str) -> Side:
    """Whose words answer a Korean question."""
    return "member" if _MEMBER_KO.search(text) and not _REPLIED_KO.search(text) else "reply"
