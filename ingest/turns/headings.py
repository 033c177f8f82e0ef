"""Headings inside the text: agenda items, sections of a digest, titles with the member's name above 問 and 答.

A heading is structure, not speech: it is taken off the words above it and names the agenda item, the topic, or (in digests
that print the questioner in the title) the member who asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.types import Speaker
from ingest.header.bodies import is_standing
from ingest.header.labels import MEETING_LINE
from ingest.marks.mark import SIGNS
from ingest.marks.signed import signed_at_end
from ingest.marks.speaks import is_speech
from ingest.text.lines import BLANK, TERMINAL, Line, is_bullet
from ingest.text.normalize import is_spaced, joined_number, squeeze, without_clock
from ingest.turns.askers import asker_of, is_asker_alone, member_of, named_at_end, named_title
from ingest.turns.headlines import headline, is_bare_matter, without_replies
from ingest.turns.inset import is_inset, names_inset, without_place

HEADING_MAX = 70
"""A heading is at most this long; printed agenda items reach 60 characters."""
SHORT_TITLE = 20
"""Characters up to which …について below a finished sentence, right above the next speaker, is a title without an empty line."""
TITLE_MAX = 40
"""Characters of a title line at most."""
_AGENDA = re.compile(
    r"^(?:[#＃]+\s*)?(?:[【〔［](?:議[題案事]|案件)?[0-9０-９]{1,2}[．.、\s\u3000][^【】。]{2,30}[】〕］]$|議[\s\u3000]*題|議[\s\u3000]*事(?!録)|案件|事業番号|審議事項|協議事項|報告事項|調査事項|諮問事項|検討事項|議案第|日[\s\u3000]*程[\s\u3000]*(?:第|[0-9０-９]{1,2}[\s\u3000]+[^\s\u3000、])|追加日程|報告第|請願第|陳情第|発議第|認定第|承認第|同意第|諮問第|[議諮報]第[0-9０-９]|意見書案第|議員提出議案"
    r"|第[0-9０-９一二三四五六七八九十]+[\s\u3000]*(?:号議案|議案|　)|(?:質問|質疑)(?:事項|件名)[\s\u3000:：]*[0-9０-９]|その他$|(?:(?:[（(]?[0-9０-９一二三四五六七八九十Ⅰ-Ⅹ]{1,2}[)）．.、]?|[①-⒇])[\s\u3000]*)(?:議[\s\u3000]*題|議[\s\u3000]*事|議[\s\u3000]*案(?=審議|[\s\u3000]*$)|[開閉][\s\u3000]*会(?!の?(?:日時|時刻|場所))|報[\s\u3000]*告|協[\s\u3000]*議|審[\s\u3000]*議|その他|挨拶|あいさつ))"
)
_STRUCTURE = re.compile(
    r"(?:日程|議題|議案|議事|会議|開会|開議|閉会|散会|休憩|再開|報告|出席|欠席|説明員|説明のため|一般質問|代表質問|政(?:一般)?に対する質問|質疑|討論|採決|表決|あいさつ|挨拶|指名|事件|署名|請願|陳情|諸般|会期|選挙|選任|付託|案件|委員会|宣告|次第|名簿|配付|資料|所信表明|施政方針)"
)
_NUMBERED = re.compile(
    r"^(?:[ア-オ][．.、\s\u3000]+|[（(][0-9０-９一二三四五六七八九十ア-ンⅠ-Ⅹ]{1,3}[)）]|[0-9０-９一二三四五六七八九十Ⅰ-Ⅹ]{1,3}[)）．.、\s\u3000]|第[0-9０-９一二三四五六七八九十]+[章節項]|[①-⒇⑴-⒇]|[■□◇▼▽◎])"
)
_NOUN_END = re.compile(
    r"(?:について|に関して|結論|に関すること|件|事項|報告|選任|選出|その他|案|計画|説明|質疑(?:応答)?|意見交換|自由討議|討論|討議|フリートーク|挨拶|あいさつ|朗唱|斉唱|開会|閉会|概要|特別会計|補正予算|協議|審議|議事)(?:[（(][^（()）]{1,30}[)）])?[」』]?$"
)
_SECTION = re.compile(
    r"^[（(【〔［\[＜<《≪〈－―-](?:主な)?[^。（()）：:]{0,30}(?:(?:質疑(?:応答)?|質問|意見(?:交換)?)等?|討論|採決|表決|説明|要望|審査|審議|報告|協議|議[\s\u3000]*案|議[\s\u3000]*事|まとめ|その他|部|課|室|局|係|委員会|所管|関係|款|費|事業|計画|について|(?:質問|質疑|意見)(?:及び|・|と)[^（()）】]{0,8}(?:回答|答弁))[）)】〕］\]＞>》≫〉－―-]$|^[＜<〈《【](?:テーマ|話題)[0-9０-９]*[\s\u3000：:][^。（()）]{1,30}[＞>〉》】]$"
)
_NO_TOPIC = re.compile(
    r"^(?:[0-9]{1,2}:[0-9]{2}.{0,24}|[^。]{0,6}(?:質問|質疑|意見)(?:及び|・|と)[^。]{0,8}(?:回答|答弁)|(?:[^。]{2,40})?(?:会議録|議事録)(?:[（(][^（()）。]{4,30}[)）])?|審議結果|会議結果|会議内容|内容|概要|議事(?:要旨|概要|内容)?|発言(?:内容)?|本文|議題|資料|出席者|結果|会議の(?:概要|内容|結果|経過)|まとめ|目次"
    r"|議会報告(?:[\s\u3000][^。]{0,20})?|.{1,12}(?:関連|(?:議員|委員|氏|君|さん)の?(?:一般|代表|総括)?)質[問疑]|(?:主な)?(?:(?:質疑|質問|意見|要望|討論|討議|採決|説明|報告|協議|回答|答弁)(?:応答|交換|等)?[・、と]?){1,3}(?:の(?:概要|要旨|内容|経過|結果))?)$"
)
_WAVED = re.compile(r"^[～〜][^～〜。]{2,40}[～〜]$")  # ～日程第１　一般質問～
_OPENS = re.compile(r"^(?:開|閉|挨|議)[\s\u3000]*(?:会|拶|事)$")
"""開　会, 挨　拶: parts of any meeting that say nothing of the matter."""


@dataclass(frozen=True, slots=True)
class Heads:
    """What the headings above a turn say; empty where they say nothing of it. `asker` is the member whose title it is."""

    agenda: str = ""
    topic: str = ""
    asker: Speaker | None = None
    sign: str = ""  # of the agenda item; what the same sign heads is another item
    bare: bool = False  # one title among others (…を): the next is no part of it

    def after(self, lines: Sequence[Line], headings: dict[int, int]) -> Heads:
        """The state after some headings, in their order."""
        state = self
        for line in without_replies(lines):
            label = headline(line.text) or heading_label(line.text)
            if titled := named_title(label):
                state = replace(state, asker=titled[0], agenda="", topic=titled[1])
                continue
            person = asker_of(line.text) or member_of(line.text, label if len(label) <= TITLE_MAX else "")
            signed = signed_at_end(label)
            if signed and signed[0].side == "member" and signed[0].name:  # 空き家の活用（萩尾まどか議員）
                state, label = replace(state, asker=signed[0]), label[: signed[1]]
            if (named := named_at_end(label)) and not person:  # 通学路の除雪について　若林　聡子
                state, label = replace(state, asker=named[0]), label[: named[1]]
                if not _STRUCTURE.search(state.agenda):
                    state = replace(state, agenda="")  # the matter of the member before
            if alone := is_asker_alone(label):
                theme = state.agenda if state.agenda != self.agenda else state.topic
                state = Heads(self.agenda, theme, alone)  # above the name stands the theme of the questions
            elif person and person.side == "member" and person.name:
                state = replace(state, asker=person)
            elif says_no_matter(label) or is_counter(label):
                continue
            elif is_standing(label):  # a council's paper goes through its committees
                state = replace(state, agenda=label, topic="")
            elif not _AGENDA.match(label) and (
                is_standing(state.agenda) or (is_marked(line, headings) and not _counted(label, state.agenda))
            ):
                state = replace(state, topic=label)
            elif (
                is_agenda(line, label)
                or names_inset(line.text)
                or _counted(label, state.agenda)
                or (line.text[0] in SIGNS and line.text[0] == state.sign)
            ):
                bare = bool(state.topic) and not state.agenda and is_bare_matter(line.text)
                state = Heads(without_place(label), "", state.asker, line.text[0], bare)
            else:
                agenda = state.agenda if not state.bare or len(lines) > 1 else ""
                state = replace(state, agenda=agenda, topic=label)
        return state


_COUNT = re.compile(r"^(?:[0-9０-９]{1,2}[．.、]|[ア-コ](?=[一-鿿]|その他|[\s\u3000.．、]))")


def _counted(label: str, above: str = "") -> bool:
    """1. …について, and 2. … after it; ア…について, and イ…."""
    one, two = _COUNT.match(label), _COUNT.match(above)
    if one and two and one[0] != two[0]:
        return True
    return bool(_NUMBERED.match(label) and _NOUN_END.search(label))


def is_agenda(line: Line, label: str) -> bool:
    """Whether a heading is an item of the agenda rather than a topic; `label` is its words (`heading_label`)."""
    return bool(
        (line.text[0] in SIGNS and _STRUCTURE.search(line.text))
        or _AGENDA.match(line.text)
        or _AGENDA.match(label)
        or (_NUMBERED.match(line.text) and _NOUN_END.search(line.text))
        or (_NOUN_END.search(line.text) and not _SECTION.match(line.text))
        or is_spaced(line.text)
    )


def names_item(label: str) -> bool:
    """Whether a heading's words open as an item of the agenda does (日程第３, 議案第５号)."""
    return _AGENDA.match(label) is not None


def is_bare(text: str) -> bool:
    """【意見交換】, 主な質疑: a section's name that says nothing of the matter; 【議事】 ends the header and its list of items."""
    bare = _SECTION.match(text) is not None and says_no_matter(heading_label(text))
    return bare and squeeze(heading_label(text)) not in ("議事", "議案")


_ITEM_NUMBER = re.compile(r"^[（(][0-9０-９ア-ン一二三四五六七八九十]{1,3}[)）][\s\u3000]*(?=\S)")


def says_no_matter(label: str) -> bool:
    """質疑応答, 会議の概要: a heading's words that name no topic."""
    whole = re.sub(r"[\s\u3000]|^[①-⒇]", "", label)  # ①　開　　会
    label = _ITEM_NUMBER.sub("", label)
    return (
        any(form.match(words) for form in (_NO_TOPIC, _OPENS, MEETING_LINE) for words in (label, whole))
        or re.fullmatch("(?:会議|議事)の(?:経過|顛末|概要)", whole) is not None
    )


def is_numbered(text: str) -> bool:
    """（１）今年度の会議の進め方: a short line with a number before it that is no sentence."""
    return len(text) <= HEADING_MAX and text[-1] not in TERMINAL and _NUMBERED.match(text) is not None


def is_structure(text: str) -> bool:
    """Whether a line speaks of the meeting's own parts (日程, 出席, 討論 …)."""
    return _STRUCTURE.search(text) is not None


def heading_label(text: str) -> str:
    """A heading's words without its signs, emphasis marks and the brackets around it."""
    label = text.rstrip("*_" + BLANK).lstrip("#＃▼▽" + SIGNS + BLANK).strip("*_ ")
    label = without_clock(label.strip("～〜") if _WAVED.match(label) else label.rstrip("～〜" + BLANK))
    label = squeeze(label) if is_spaced(label) else joined_number(label)
    label = re.sub(r"^(?:議題|案件|件名|テーマ|話題)[\s\u3000]*[:：][\s\u3000]*(?=\S)", "", label)
    whole = re.match(r"^[（(【〔［\[＜<《≪〈－―-](.+)[）)】〕］\]＞>》≫〉－―-]$", label)
    return whole[1].strip() if whole and not re.search(r"[（()）]", whole[1]) else label


def is_marked(line: Line, headings: dict[int, int]) -> bool:
    """A heading that the format itself marks (#, a heading style, h1–h6)."""
    return line.text.startswith("#") or any(line.start + k in headings for k in range(min(8, len(line.text))))


def _says(text: str) -> bool:
    """A sentence, with a stage direction behind it or not: 配布のとおりであります。（別紙のとおり）."""
    return text[-1] in "。、，" or re.search(r"す。[（(]", text) is not None


def is_heading(line: Line, following: Line | None, speech: Sequence[Line], headings: dict[int, int]) -> bool:
    """Whether a line of a turn is a heading. `following` is the next line of the turn that is none by its form."""
    text = line.text
    if len(text) > HEADING_MAX or _says(text):
        return False
    if is_marked(line, headings) or _WAVED.match(text):
        return True
    if text[0] in SIGNS and len(text) > 1:
        if following is None and _stands_alone(line, speech):
            return True
        return (
            _STRUCTURE.search(text) is not None or (following is None and bool(_NOUN_END.search(text)))
        ) and (is_title(text) or not is_speech(text))
    if following is not None and not (line.gap and following.gap):
        return False
    if following is None and speech and (_stands_out(line, speech) or _spaced_title(line, speech)):
        return True
    # A line cut by the margin goes on in the next utterance's page, it is no heading.
    if speech and speech[-1].text[-1] not in "。．？?！!」』）)…" and not line.gap:
        return False
    return (
        bool(_AGENDA.match(text) or is_counter(text) or asker_of(text))
        or bool(_NUMBERED.match(text) and _NOUN_END.search(text))
        or bool(_SECTION.match(text))
        or (
            following is None
            and bool(speech)
            and (_is_point(text, speech[-1].text) or is_inset(line, speech[-1]))
        )
        or (
            (line.gap or len(text) <= SHORT_TITLE)
            and following is None
            and bool(_NOUN_END.search(text) or (speech and text.endswith("宣告")))
            and not is_bullet(text)
        )
    )


_POINT = re.compile(r"^[（(][0-9０-９]{1,2}[)）][^。、]{4,40}[一-鿿ァ-ヴー]$")


def _is_point(text: str, above: str) -> bool:
    """（１）都道府県連絡協議会 below a finished sentence, right above the next speaker; not the last of several points."""
    return _POINT.match(text) is not None and (
        above[-1] in "。．？?" if not _NUMBERED.match(above) else _AGENDA.match(above) is not None
    )


_COUNTER = re.compile(
    r"^(?:(?:ご|御)?(?:意見|質問|要望)|No\.?|番号|項目)[\s\u3000]*[0-9０-９]{1,3}$", re.IGNORECASE
)
_COUNTED_END = re.compile(r"(?<=\S)[（(][0-9０-９]{1,4}[人名][^（()）。]{0,8}[）)]$")
"""◆４０歳代（８人参加）: how many there were is part of the heading."""


def counts_heads(text: str) -> bool:
    """Whether a line ends in how many people were there."""
    return _COUNTED_END.search(text) is not None


def _stands_alone(line: Line, speech: Sequence[Line]) -> bool:
    """○歳出　２款総務費 below a finished sentence: the section of what follows, unless the speech lists points so."""
    return (
        bool(speech)
        and speech[-1].text[-1] in "。．？?"
        and len(line.text) <= TITLE_MAX
        and _COUNTED_END.sub("", line.text)[-1] not in TERMINAL
        and not is_speech(line.text)
        and not any(before.text[0] == line.text[0] for before in speech[1:])
    )


def _stands_out(line: Line, speech: Sequence[Line]) -> bool:
    """A title further left than the words above it, right above the next speaker."""
    return line.indent < min(above.indent for above in speech) and _stands_alone(line, speech)


def _spaced_title(line: Line, speech: Sequence[Line]) -> bool:
    """行 政 報 告 below words that are not letter-spaced, right above the next speaker."""
    return is_spaced(line.text) and not is_spaced(speech[-1].text)


def is_signed_title(line: Line) -> bool:
    """○参加者の意見: short words behind a sign that are no speech."""
    text = line.text
    return text[0] in SIGNS and len(text) <= SHORT_TITLE and text[-1] not in TERMINAL and not is_speech(text)


def is_counter(text: str) -> bool:
    """意見２, No.3: the number of the next entry of a list."""
    return _COUNTER.match(text) is not None


def is_bare_heading(text: str) -> bool:
    """意見２, △質疑: a heading that names no matter."""
    return is_counter(text) or (text[0] in SIGNS and says_no_matter(heading_label(text)))


def is_title(text: str) -> bool:
    """Whether a line without a full stop ends as the title of an item does (…の件, …について)."""
    return len(text) <= HEADING_MAX and _NOUN_END.search(text) is not None


def by_form(line: Line, headings: dict[int, int]) -> bool:
    """A line that looks like a heading wherever it stands."""
    text = line.text
    if len(text) > HEADING_MAX or _says(text):
        return False
    return (
        is_marked(line, headings)
        or bool(is_counter(text) or _AGENDA.match(text) or _WAVED.match(text) or asker_of(text))
        or bool(_NUMBERED.match(text) and _NOUN_END.search(squeeze(text)))
        or bool(_SECTION.match(text))
    )
