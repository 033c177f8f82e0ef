"""What a chair does in a turn: asks for himself, says his own view, replies, or only moves the meeting on."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.spans import Span
from corpus.types import Utterance
from ingest.people.offices import is_deputy
from ingest.phrases.chairasks import asks_state
from ingest.phrases.moderation import SHORT, asks_too, is_moderation, refers_back, relays, speaks_for_self
from ingest.phrases.terms import terms
from ingest.phrases.wording import asking_sentences, wishes
from ingest.text.lines import paragraphs, sentences

QUESTION_MIN = 25
"""Characters that a chair's question has at least besides moderation; 事務局、どうですか is a call, not a question."""
OWN_QUESTION_MIN = 8
"""The same where he says that he asks for himself (私からも一つ)."""
CONTENT_MIN = 2
"""Kanji and katakana of a short question that asks after a thing, at least; one of them bears は, が, を …"""
CHAIR_STATEMENT_MIN = 150
"""Characters that a chair must say besides moderation (greetings, reports) to count as a statement."""
VIEW_MIN = 100
"""Characters from which a chair's words after an opinion are a view of his own and not a sentence of thanks."""
REQUEST_MIN = 40
"""Characters of a chair's own request at least."""


def only_moderates(text: str) -> bool:
    """Whether words move the meeting on and do nothing else (a paragraph, or a deputy who opens or closes)."""
    return all(is_moderation(text[start:end]) for start, end in sentences(text))


_OPEN = re.compile(r"いつ|どこ|誰|だれ|いくら|どの(?!方)|どれ|なぜ|何(?!か)|どう(?!ぞ|もあり)")
"""Words of a question that is answered by a fact, not by raising a hand."""


_HOST = re.compile(r"(?:代表)?幹事(?:社|記者)?")
"""幹事社: それでは知事の方から。"""


def leads(turn: Utterance) -> bool:
    """A few words of a deputy, or of the press that hosts the mayor, that open or close the meeting in the chair's place."""
    return (
        (is_deputy(turn.speaker.office) or _HOST.fullmatch(turn.speaker.office) is not None)
        and len(turn.text) <= SHORT
        and only_moderates(turn.text)
        and not (_OPEN.search(turn.text) and asking_sentences(turn.text))
    )


def trim(text: str) -> Span | None:
    """Where a chair's words stand between paragraphs of pure moderation at the head and the tail; None: all is moderation."""
    spans = list(paragraphs(text))
    if len(spans) == 1:
        # A turn of one paragraph is trimmed by sentences.
        spans = list(sentences(text))
    while spans and only_moderates(text[slice(*spans[0])]):
        spans.pop(0)
    while spans and only_moderates(text[slice(*spans[-1])]):
        spans.pop()
    return (spans[0][0], spans[-1][1]) if spans else None


_CALL = re.compile(
    r"(?:どう|いかが|よろしい|よい|いい)(?:です|でしょう)?か[。？?]?$|^[^。、]{1,10}、[^。、]{0,8}か[。？?]?$"
)
_OF = re.compile(r".[はがをも]|の(?:か|ですか|でしょうか)[。？?]?$")
_CONTENT = re.compile(r"[一-鿿々ァ-ヴー]")


_FACT = re.compile(
    any_of(
        *"どのくらい どれくらい どの程度 いくつ いくら どこ(?:[にでへ]|から|まで)".split(),
        *"何(?:[人名回件台日年月冊校席本枚戸店％%割時]|[かカヶ]所) いつ なぜ".split(),
    )
)

_VIEW = re.compile(
    r"(?:について|に関して)[、，]?[^。、]{2,16}の(?:考え|見解|認識|見通し|方針|状況)は(?:どう|いかが)"
)
"""導入の時期について、執行部の考えはどうか: the chair himself asks the officers after a matter."""


def _of_substance(text: str) -> bool:
    """Whether a short question asks after a thing (収集車の台数は足りるのか) rather than calls on somebody."""
    said = [text[a:b] for a, b in asking_sentences(text) if not is_moderation(text[a:b])]
    return any(
        len(_CONTENT.findall(s)) >= CONTENT_MIN
        and (_FACT.search(s) or _VIEW.search(s) or asks_state(s) or (_OF.search(s) and not _CALL.search(s)))
        for s in said
    )


_CONFIRMS = re.compile(
    r"([^。]*[はがをも][^。]{4,}?)(?:という(?:こと|理解|認識|解釈))?で(?:よろしい|よい|いい)(?:です|でしょう)か"
)
_ASSENTS = re.compile(
    r"(?:はい|ええ|いいえ|いえ|そうです|そのとおり|その通り|おっしゃるとおり|御?認識のとおり)[^。]{4,}。"
)
"""手数料は無料のままということでよろしいですか above はい、無料といたします: he asks; with nobody's assent it is a call."""


def _confirmed(text: str, reply: str) -> Span | None:
    """Where a chair has something of substance confirmed by the reply that follows."""
    found = next(iter(_CONFIRMS.finditer(text)), None) if _ASSENTS.match(reply) else None
    return (found.start(), len(text)) if found and not is_moderation(found[1]) else None


def own_question(text: str, following: Utterance | None = None, *, wish: bool = False) -> Span | None:
    """Where a chair asks on the substance; None where he only calls on somebody (`following` speaks next). `wish`:
    園でも声を掛けてほしい。 counts too."""
    if following is not None and (confirmed := _confirmed(text, following.text)):
        return confirmed
    if wish and _WISHED_SHORT.match(text):
        return trim(text)
    if not any(not is_moderation(text[start:end]) for start, end in asking_sentences(text)):
        return None
    span = _for_himself(text, trim(text))
    least = OWN_QUESTION_MIN if speaks_for_self(text) or _of_substance(text) else QUESTION_MIN
    return span if span and span[1] - span[0] >= least else None


def _for_himself(text: str, span: Span | None) -> Span | None:
    """The span from 私から質問なのですが、… on, where he asks nothing before that but whether others do."""
    if span is None:
        return None
    for start, end in sentences(text):
        said = text[start:end]
        if start >= span[0] and asks_too(said):
            return (start, span[1])
        if asking_sentences(said) and not is_moderation(said):
            break
    return span


_POINTS = re.compile(r"[そこあ]の|[そこ]れ|[そこ]う(?:い|し|だ)|[そこ]ち?ら|[そこ]こ|同じ|同様|ほか|他に")


def apart(text: str, before: str) -> bool:
    """Whether a chair's question neither points at the words before it nor shares a content word with them."""
    return not refers_back(text) and not _POINTS.search(text) and not terms(text) & terms(before)


def private_view(text: str) -> Span | None:
    """Where a chair gives a view of his own after somebody's opinion."""
    span = trim(text)
    if span is None:
        return None
    inner = text[slice(*span)]
    substance = sum(end - start for start, end in sentences(inner) if not is_moderation(inner[start:end]))
    return span if substance >= VIEW_MIN else None


_TOLD = re.compile(r"休憩中[^。]{0,40}(?:伺い|伺っ|聞き|聞い|説明|報告|答弁|回答|確認)")


def told_in_recess(text: str) -> Span | None:
    """Where a chair gives the record what was answered in a recess (休憩中に…と報告いただきました)."""
    paragraph = next((span for span in paragraphs(text) if _TOLD.search(text[slice(*span)])), None)
    span = trim(text[slice(*paragraph)]) if paragraph else None
    if paragraph is None or span is None or span[1] - span[0] < VIEW_MIN:
        return None
    return paragraph


REPLY_MIN = 15
"""Characters that a chair's own reply says besides moderation, at least."""


def own_reply(text: str, asked: str) -> Span | None:
    """Where a chair himself replies to what was `asked`: he states something of the same matter, says that he answers, or
    says nothing but that."""
    span = trim(text)
    inner = text[slice(*span)] if span else ""
    said = [inner[a:b] for a, b in sentences(inner) if not is_moderation(inner[a:b])]
    told = [s for s in said if not asking_sentences(s)]
    if sum(map(len, told)) < REPLY_MIN:
        return None
    same = terms("".join(told)) & terms(asked) or "お答え" in inner
    return span if same or len(told) == len(list(sentences(text))) else None


_INTENDS = re.compile(
    r"(?:まいり|参り|いたし|し)たいと(?:考え|思い|存じ)|検討(?:し|いたし)|予定(?:です|でござい|し)"
)


def intends(text: str) -> bool:
    """Whether a chair says what will be done (計画的に進めてまいりたいと考えております), and nothing that moves the meeting on."""
    return states_only(text) and _INTENDS.search(text) is not None


def states_only(text: str) -> bool:
    """Whether a chair neither asks nor moves the meeting on in any sentence."""
    return not asking_sentences(text) and not any(is_moderation(text[a:b]) for a, b in sentences(text))


_WISHED = re.compile(r"(?:いただき|頂き|もらい|て(?:ほし|欲し)い|お願い(?:し|いた)|要望)[^。]{0,14}。?$")


_HANDS_ON = re.compile(
    r"(?:^|[。、])(?:では、?|それでは、?)?(?:事務局|担当(?:課|部署)?|執行部|当局|行政|[市町村区県])(?:のほう|の方)?"
    r"(?:で(?:は|も)?|には?|は|も|において)[^。]{0,40}"
    + any_of(
        *"ほしい 欲しい お願い(?!して(?:い|お)|しました|いたしました)[^。]{0,8}".split(),
        *"いただきたい 頂きたい ください 下さい もらいたい".split(),
    )
    + "。"
)
"""事務局で検討してほしい。: the wish goes on to the office; it is no reply. What was asked already (お願いしています) hands nothing on."""


def chair_replies(text: str, before: str, asked: bool, answering: bool) -> Span | None:
    """Where a chair himself replies to what a member said `before`; None where he only moves on or hands it on.

    `asked`: it was a question, and not a wish alone; `answering`: an officer speaks next, who may be the one that replies.
    """
    if _HANDS_ON.search(text):
        return None
    alone = not answering or (states_only(text) and not relays(text))
    sought = asked or (intends(text) and _WISHED.search(before) is not None)
    return own_reply(text, before) if alone and sought else None


def own_request(text: str) -> Span | None:
    """Where a chair asks or wishes something for himself (私から…お願いします): up to the next paragraph of moderation."""
    spans = paragraphs(text)
    begin = next((i for i, (start, end) in enumerate(spans) if speaks_for_self(text[start:end])), None)
    if begin is None:
        return None
    stop = begin + 1
    while stop < len(spans) and not only_moderates(text[slice(*spans[stop])]):
        stop += 1
    start, end = spans[begin][0], spans[stop - 1][1]
    inner = text[start:end]
    substance = sum(b - a for a, b in sentences(inner) if not is_moderation(inner[a:b]))
    return (start, end) if substance >= REQUEST_MIN and wishes(inner) else None


_BUSINESS = any_of(
    *"説明 回答 答弁 答え 意見 質問 質疑 発言 審議 議論 検討 確認 報告 紹介 進め お願い 退席 着席 協力".split()
)
_WISHED_SHORT = re.compile(
    rf"(?![^。]*{_BUSINESS})[^。]{{8,80}}(?:て|で)(?:ほしい|欲しい|もらいたい|いただきたい)[。\s]*$"
)
"""One sentence, as a summary puts it, and none of the meeting's business."""
