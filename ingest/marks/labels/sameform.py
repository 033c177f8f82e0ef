"""Labels that only their form tells: 就労センター：… in a record whose speakers all stand before a colon, 瀬戸世話役 before a tab.

What a label says is read by `parse_label`; a house, a firm, a group that it does not know speaks all the same where the lines
around it are speeches in that very form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus.patterns import any_of
from corpus.types import Side, Speaker
from ingest.header.labels import LABEL_LINE
from ingest.marks.mark import SIGNS, Mark, mark_at
from ingest.marks.speaks import is_speech, speech_below
from ingest.people.departments import is_department
from ingest.people.names import is_surname
from ingest.text.lines import Line

OFFICE_MIN = 2
"""Characters behind a surname that may be an office."""
MARKS_MIN, PEOPLE_MIN = 6, 3
"""Marks with a colon (a tab) and words behind it, and different labels of them, from which the form is the document's."""
SHARE_MIN = 0.6
"""Share of the lines with such a colon or tab, from the first mark on, that are marks: lists of other things stand below."""

_LABELLED = re.compile(r"^([^\s。、，,．.「」『』：:（()）・\-–\d]{2,12})[：:]\s*(?=\S)")
_TAGGED = {
    "＜": re.compile(r"^＜([^＜＞。、：:\d]{2,12})＞\s*(?=\S)"),
    "【": re.compile(r"^【([^【】。、：:\d]{2,12})】\s*(?=\S)"),
    "［": re.compile(r"^［([^［］。、：:\d]{2,12})］\s*(?=\S)"),
    "〔": re.compile(r"^〔([^〔〕。、：:\d]{2,12})〕\s*(?=\S)"),
    "*": re.compile(r"^\*\*([^*。、：:\d]{2,14})\*\*\s*(?=\S)"),
    "（": re.compile(r"^（([^（()）。、：:\d]{2,12})）\s*(?=\S)"),
}
"""＜警察＞ among ＜会長＞ and ＜委員＞, by the bracket."""
_TABBED = re.compile(r"^([一-鿿々ヶァ-ヴー]{3,10})\t+(?=\S)")
_GROUP = re.compile(
    any_of(
        *"センター 協会 協議会 連合会 組合 会社 法人 事業所 学校 病院 公社 財団 クラブ".split(),
        *"係 班 担当 銀行 大学 警察 消防 署 庁 省 隊 団".split(),
        *"校長会 園長会 医師会 婦人会 老人会 町内会 自治会 商工会 女性会 相談所".split(),
    )
    + "$"
)
"""How a house or a group is called that speaks for itself."""
_SECTION = re.compile(r"(\S+?)(?:係|班|担当)$")
_FIELD = re.compile(
    any_of(
        *"資料 議題 議案 日時 場所 会場 出席 欠席 傍聴 記録 連絡 電話 担当".split(),
        *"注 例 参考 補足 URL ＵＲＬ テーマ 目的 内容 期間 対象".split(),
    )
    + "$"
)


CLOSED_MIN = 3
"""Offices before a closing bracket alone on their lines, from which a surname in that form is a speaker's."""
_CLOSED = re.compile(r"([一-鿿々ヶ]{1,5})[）)]")


def closed_surnames(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """佐伯） above words of a speech, where 事務局） and 市長） stand so."""
    closed = [m for m in found if m.style == "close" and m.speaker.office and m.is_alone(lines)]
    if len(closed) < CLOSED_MIN:
        return
    taken = {mark.line for mark in found}
    for index in range(min(m.line for m in closed) + 1, len(lines) - 1):
        label = _CLOSED.fullmatch(lines[index].text)
        if label and index not in taken and is_surname(label[1]) and speech_below(lines, index):
            line = lines[index]
            yield mark_at(index, line, "close", 0, len(line.text), Speaker(label[1], "", "other"))


ALONE_MIN, ALONE_LABELS_MIN = 4, 2
"""Brackets alone on their lines above a speech, and different ones of them, from which others are of speakers, too."""


def _alone(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """（警察署） above words of a speech, where （会長） and （指導課） stand so."""
    for style, form in _TAGGED.items():
        known = [m for m in found if m.style == f"tag:{style}" and m.is_alone(lines) and m.speaker.office]
        if len(known) < ALONE_MIN or len({m.label for m in known}) < ALONE_LABELS_MIN:
            continue
        taken = {mark.line for mark in found}
        for index in range(known[0].line + 1, len(lines) - 1):
            label = form.match(lines[index].text + "：")
            whole = label is not None and label.end() == len(lines[index].text)
            said = index not in taken and speech_below(lines, index)
            if label and whole and said and _GROUP.search(label[1]):
                line, speaker = lines[index], Speaker("", label[1], _side(label[1]))
                mark = mark_at(index, line, f"tag:{style}", 0, len(line.text), speaker)
                yield replace(mark, label=label[1])


_WIDE = re.compile(r"^(?:\d{1,2}[：:]\d{2}\s+)?([^\s。、，,．.「」『』：:（()）・\d]{3,12})\s+(?=\S)")
WIDE_MIN, BODIES_MIN = 4, 2
"""Labels before a blank, of the chair and others, and different bodies in the same place, from which these speak, too."""


def _wide(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """電力会社　当社では…, 陸上自衛隊　…, below a finished sentence, where 会長　… and 事務局　… stand so."""
    known = [m for m in found if m.style in ("wide", "paren") and m.sure and not m.is_alone(lines)]
    if len(known) < WIDE_MIN or not any(m.speaker.side == "chair" for m in known):
        return
    taken = {mark.line for mark in found}
    own = [
        (index, label)
        for index in range(known[0].line + 1, known[-1].line)
        if index not in taken
        and lines[index - 1].text[-1] in "。？?"
        and (label := _WIDE.match(lines[index].text))
    ]
    if len({label[1] for _, label in own}) < BODIES_MIN or not all(
        _GROUP.search(label[1]) for _, label in own
    ):
        return
    for index, label in own:
        speaker = Speaker("", label[1], _side(label[1]))
        yield mark_at(index, lines[index], "wide", label.start(1), label.end(1), speaker)


_SIGNED = re.compile(rf"^([{SIGNS}])([^\s。、，（()）「」：:]{{2,14}})\s+(?=\S)")
_FACTION = re.compile(
    r"(?:の会|[一-鿿]{2}会派?|クラブ|[の一-鿿]党|議員団|フォーラム|ネット|維新|公明|無所属)$"
)
"""How the groups of a council are called: みらいの会, 市民クラブ."""
FACTIONS_MIN = 2
"""Different groups before a speech each, from which they are speakers."""


def faction_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """〇みらいの会　…, 〇市民クラブ　…: the groups of a council, each asked by 〇委員長, who alone bears an office."""
    known = [m for m in found if m.signed and m.sure and m.speaker.office]
    chairs = [m for m in known if m.speaker.side == "chair"]
    if len(chairs) < FACTIONS_MIN:
        return
    taken = {m.line for m in known}
    own = [
        (index, label)
        for index, line in enumerate(lines)
        if index > chairs[0].line and index not in taken and (label := _SIGNED.match(line.text))
    ]
    if len({label[2] for _, label in own}) < FACTIONS_MIN:
        return
    if not all(_FACTION.search(label[2]) and is_speech(lines[i].text[label.end() :]) for i, label in own):
        return
    for index, label in own:
        speaker = Speaker("", label[2], "member")
        mark = mark_at(index, lines[index], f"sign:{label[1]}", 0, label.end(), speaker)
        yield replace(mark, label=label[2])


def same_form_marks(lines: Sequence[Line], found: Sequence[Mark]) -> Iterator[Mark]:
    """Marks for groups and houses before a colon, surnames before a bracket, and surnames with an office that nobody knows before
    a tab, where the document's speakers stand so."""
    yield from closed_surnames(lines, found)
    yield from faction_marks(lines, found)
    yield from _alone(lines, found)
    yield from _wide(lines, found)
    for index, label in _unread(lines, found, "tab", _TABBED):
        size = next((n for n in (3, 2, 1) if len(label[1]) - n >= OFFICE_MIN and is_surname(label[1][:n])), 0)
        if size and is_speech(lines[index].text[label.end() :]):
            speaker = Speaker(label[1][:size], label[1][size:], "other")
            yield mark_at(index, lines[index], "tab", 0, label.end(), speaker)
    for style in ("colon", *(f"tag:{opening}" for opening in _TAGGED)):
        yield from _groups(lines, found, style)


def _groups(lines: Sequence[Line], found: Sequence[Mark], style: str) -> Iterator[Mark]:
    """Marks for groups and houses before a colon or in brackets of one kind."""
    for index, label in _unread(lines, found, style, _TAGGED.get(style[-1], _LABELLED)):
        line = lines[index]
        named = _GROUP.search(label[1]) and not _FIELD.fullmatch(label[1])
        header = any(pattern.match(line.text) for pattern in LABEL_LINE.values())
        if named and not header and is_speech(line.text[label.end() :]):
            speaker = Speaker("", label[1], _side(label[1]))
            end = label.end(1) if style == "colon" else label.end()
            yield replace(mark_at(index, line, style, 0, end, speaker), label=label[1])


def _unread(
    lines: Sequence[Line], found: Sequence[Mark], style: str, form: re.Pattern[str]
) -> list[tuple[int, re.Match[str]]]:
    """Lines of a form that bear no mark yet, where nearly all others of it are speakers'."""
    whose = [m for m in found if m.style == style and m.sure and not m.is_alone(lines)]
    known = [m for m in whose if m.speaker.office or m.label.endswith("さん")]
    if len(known) < MARKS_MIN or len({m.label for m in known}) < PEOPLE_MIN:
        return []
    if not {m.speaker.side for m in known} & {"member", "chair"}:
        return []
    # ［…］ of a group whose label says nothing is unsure so far
    taken = {m.line for m in found if m.sure or m.speaker.office or m.style != style or style == "colon"}
    first = min(m.line for m in known)
    unread = [
        (index, label)
        for index, line in enumerate(lines)
        if index > first and index not in taken and (label := form.match(line.text))
    ]
    return unread if len(known) >= SHARE_MIN * (len(known) + len(unread)) else []


def _side(label: str) -> Side:
    """財政係, 防災班: a section of the town's own answers; whose a house or a firm is nobody knows."""
    section = _SECTION.match(label)
    return "executive" if section and is_department(section[1]) else "other"
