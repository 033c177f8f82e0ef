"""Marks that stand in brackets: 【委員】, （会長）, 【答弁】（総務部長）, （回答：総合政策部）."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from corpus.types import Speaker
from ingest.marks.forms.labelnumbers import numbers_of
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.mark import OPENING, PRESS, SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech
from ingest.people.departments import is_department
from ingest.people.names import is_full_name, is_name, opens_with_surname
from ingest.people.offices import side_of
from ingest.people.otherlabels import parse_government
from ingest.people.sidewords import bare_label, is_asking, is_letter, says_side
from ingest.people.speakers import LABEL_MAX, parse_label, parse_name
from ingest.people.speakerwords import GROUPS
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

_SIGN_WITHIN = re.compile(rf"^[{SIGNS}]\s*[：:]\s*")
_VOICE = re.compile(r"v(?:\.[\w\-.]+)?[ \t]+")
"""<v 議長>: whose voice it is, in the captions of a recording (WebVTT)."""
_PART = re.compile(r"[^（()）]{0,10}(?:説明|報告|挨拶|あいさつ)[（(]([^（()）]{2,24})[）)]")
"""【議題の趣旨説明（総務課長）】: what part of the meeting it is, and who speaks in it."""
_STAGED = re.compile(r"(?:登壇|降壇|起立|着席|退席|退室|入室|挙手|朗読|報告|の声|呼ぶ者|拍手)\s*$")


@dataclass(frozen=True, slots=True)
class _Tag:
    """A bracket of a line, from `start` to `end`, and the label in it, without a sign or what part of the meeting it is."""

    text: str
    start: int
    end: int
    label: str
    signed: bool

    @property
    def bracket(self) -> str:
        return self.text[self.start]

    @property
    def round(self) -> bool:
        return self.bracket in "（("

    @property
    def alone(self) -> bool:
        """Whether nothing stands behind it."""
        return self.end >= len(self.text.rstrip("*_ "))


def tagged(index: int, line: Line, start: int) -> Mark | None:
    """The mark in the bracket that opens at `start` of line `index`; None where it names no speaker."""
    tag = _tag(line.text, start)
    if tag is None:
        return None
    speaker, label = _labelled(tag.label)
    speaker = speaker or (_unlabelled(tag, label) if tag.round else _letter(tag, label))
    sure = speaker is not None or tag.signed
    # 〔議場閉鎖〕: in this bracket, alone on a line, stands what happens rather than a name.
    names = tag.bracket in "【［[〔＜《〈≪" and not (tag.bracket == "〔" and tag.alone)
    if speaker is None and (tag.signed or names):
        press = _press(label)
        speaker = press or parse_name(label)
        sure = sure or press is not None
    if speaker is None:
        return None
    printed = says_side(bare_label(label))
    numbers = numbers_of(label, is_asking(bare_label(label))) if printed else ()
    dated = _DATED.match(tag.text, tag.end) if printed else None
    noted = dated or (_NOTED.match(tag.text, tag.end) if speaker.office and not printed else None)
    end = noted.end() if noted else tag.end
    mark = mark_at(index, line, "tag:" + tag.bracket, start + 1, end, speaker, sure)
    return replace((with_name(mark, line) if printed else None) or mark, label=label, numbers=numbers)


def _tag(text: str, start: int) -> _Tag | None:
    """The bracket that opens at `start`; None where it does not close soon, or holds what somebody does (（拍手）)."""
    close = text.find(OPENING[text[start]], start + 1, start + LABEL_MAX + 2)
    if close < 0:
        return None
    label = text[start + 1 : close]
    if text[start] in "（(" and (whole := _NESTED.match(text, start)) and parse_label(whole[1]):
        return _Tag(text, start, whole.end(), whole[1], signed=False)
    if text[start] == "<" and (voice := _VOICE.match(label)):
        label = label[voice.end() :]
    signed = _SIGN_WITHIN.match(label)
    if signed:  # （○：企画課長）, （■：山陰日報）
        label = label[signed.end() :]
    if _STAGED.search(label):
        return None
    label = part[1] if (part := _PART.fullmatch(label)) else label
    nested = (
        text[start + 1 : close + 1]
        if text[start] in "（(" and text[close + 1 : close + 2] in ("）", ")")
        else ""
    )
    if nested and parse_label(nested):  # （議長（山田太郎））
        label, close = nested, close + 1
    return _Tag(text, start, close + 1, label, signed is not None)


_NESTED = re.compile(r"[（(]([^（()）。、]{1,12}[（(][^（()）。、]{1,12}[）)][^（()）。、]{1,16})[）)]")
"""（林（宏）委員）: which of two with one surname, in a bracket within the label's own."""


def _labelled(label: str) -> tuple[Speaker | None, str]:
    """Whom a label names, and the label without him where it says the side before (回答：総合政策部)."""
    tokens = label.split()
    spaced = len(tokens) == 2 and says_side(tokens[0])  # （回答　市長）
    speaker = None if spaced else parse_label(label) or parse_government(label)
    if speaker is None and (speaker := _with_office(label)):
        label = label if speaker.name and speaker.office in GROUPS else _SIDED.sub("", label)
    return speaker or (parse_label(label) if spaced else None), label


_STAFF_GROUP = re.compile(
    r"(?:職員|庁内)[一-鿿々]{0,6}(?:ワーキング(?:グループ|チーム)|プロジェクトチーム|作業部会|検討部会|チーム|ＷＧ|WG)"
)
"""（職員ワーキンググループ） beside （事務局） and （委員）: officers who tell what they worked out."""


def _unlabelled(tag: _Tag, label: str) -> Speaker | None:
    """Who speaks by a round bracket that no label is in: （阿部員）　…, （青葉新聞） beside （知事）, above the words or before them."""
    if tag.alone and _STAFF_GROUP.fullmatch(label):
        return Speaker("", label, "executive")
    speaker = None if tag.alone else _lost_title(label)
    said = tag.alone or is_speech(tag.text[tag.end :])
    return speaker or (_press(label) if said else None)


def _press(label: str) -> Speaker | None:
    return Speaker(squeeze(label), "", "member") if re.fullmatch(PRESS, label) else None


def _letter(tag: _Tag, label: str) -> Speaker | None:
    """Who wrote the letter that a label announces: ■［手紙］…; a letter's title stands alone too, but bears no sign."""
    before = tag.text[: tag.start].strip()
    signs = bool(before) and before[-1] in SIGNS
    letter = (signs or not tag.alone) and is_letter(bare_label(label))
    return Speaker("", "", "member") if letter and not _SAID_OF.match(tag.text, tag.end) else None


_SAID_OF = re.compile(r"を|(?:は|に|で|が|と|の|へ|から|として)(?:[^ぁ-ん]|いただ|よせ|ついて|よる|より)")
"""「町長への手紙」を通じて…: words about the letters, which begin a sentence of the page."""
_KINDS = frozenset("公務 事務 研究 乗務 警備 作業 支援 客室 司令 審議 選考 運営 臨時 正規 組合".split())
"""Words before 員 that are nobody's name."""


def _lost_title(label: str) -> Speaker | None:
    """（阿部員）　…: a member in a text that lost some of its letters (委)."""
    name = label.removesuffix("員")
    known = name == label or len(name) < 2 or name in _KINDS or not is_name(name)
    return None if known else Speaker(name, "員", "member")


_DATED = re.compile(r"\s*(?:\d{1,4}年)?\d{1,2}月\d{1,2}日\s*(?:受付|受理|回答|提出|到着)?$")
"""【回答】5月25日回答: the day behind the side."""
_NOTED = re.compile(
    r"[（(][^（()）。、：:]{0,10}(?:報告|説明|理由|答弁|質問|質疑|討論|朗読|挨拶|あいさつ)[）)](?=\s|$)"
)
"""「町長」（提案理由）: what he has the floor for, with the words below or behind a blank."""
_SIDED = re.compile(r"(?:[：:]|\s+)[^：:\s]{2,24}$")


def _with_office(label: str) -> Speaker | None:
    """（回答：総合政策部）, 【質問：３番】: the side, and behind a colon who it is."""
    behind = _SIDED.search(label)
    if behind and (group := squeeze(label[: behind.start()])) in GROUPS:
        name = squeeze(behind.group().strip("：: \u3000\t"))
        return Speaker(name, group, side_of(group)) if is_name(name) else None  # ［事務局：工藤］
    side = bare_label(label[: behind.start()].strip()) if behind else ""
    if behind is None:
        return None
    words = behind.group().strip("：: \u3000\t")
    if behind.group()[0] in "：:" and re.fullmatch(PRESS, words):
        name = squeeze(label[: behind.start()])  # （吉田：青葉新聞）
        return Speaker(name, words, "member") if is_name(name) and opens_with_surname(name) else None
    if not says_side(side):
        return _with_rest(label[: behind.start()], words) if behind.group()[0] in "：:" else None
    person = parse_label(words) or (Speaker("", squeeze(words)) if is_department(squeeze(words)) else None)
    if person is None:
        return None
    return Speaker(person.name, person.office, "member" if is_asking(side) else "executive")


def _with_rest(label: str, rest: str) -> Speaker | None:
    """（委員長：石田）, （Ｃ委員：バス事業者）: an office, and behind the colon who holds it or whom he stands for."""
    person = parse_label(label)
    if person is None or not person.office:
        return None
    named = not person.name and is_name(rest) and (opens_with_surname(rest) or is_full_name(rest))
    return replace(person, name=rest) if named else person if person.name else None
