"""The headings right above the first speech, where the header ends."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from corpus.bills import BILL_KINDS
from corpus.patterns import any_of
from corpus.types import Speaker
from ingest.header.bodies import is_standing
from ingest.header.labels import LABEL_LINE
from ingest.marks.headingforms import (
    TITLE_MAX,
    counts_heads,
    heading_label,
    is_bare,
    is_item_title,
    is_numbered,
    is_structure,
    says_no_matter,
)
from ingest.marks.mark import SIGNS
from ingest.marks.nomarks.headlines import is_reply_of_headline
from ingest.people.askers import asker_of, is_asker_alone, names_member, owner_of
from ingest.people.speakers import parse_label
from ingest.phrases.terms import plain
from ingest.text.furniture import EXPLAINED
from ingest.text.lines import Line
from ingest.text.normalize import squeeze
from ingest.turns.digesttitles import TITLE_LINES, could_be_title
from ingest.turns.endings import is_narrated, points_of_note
from ingest.turns.headings import Heads, by_form, is_agenda, is_marked

_FIELD = re.compile(
    any_of(
        # "page_id: 12"
        r"^[a-z_]{2,24}: ?\S",
        # 「一覧へ戻る」
        r"^[^。]{0,12}(?:ページ|一覧|目次|トップ)[にへ](?:もど|戻)る$",
        # 「担当課　建設課」「要望区　東区」
        r"^[一-鿿]{0,4}(?:年月日?|区分|分類|番号|事業名|所管課|担当課|要望区|地区)\s+[^。]{1,40}$",
        # 「【回答日】令和…」
        r"^[【〔［]?(?:受付|受理|受信|回答|公開|掲載|投稿)(?:年月)?日[】〕］：:\s]+[^。]{4,20}$",
    )
)
"""tags: 観光, 財政: a field below a heading of a Markdown record; 【受付日】令和5年6月5日 below that of a letter, 対応区分 情報提供; 一覧にもどる."""
_REPORTED = re.compile(r"^[＜<〈《【（(［\[][^。（）()]{0,16}(?:説明|報告)[＞>〉》】）)］\]]$")
"""《事務局説明》: what was done under the heading above it."""
_CASE = re.compile(r"^(?:案件|議題)\s*\d")
LIST_LINES = 8
"""Lines at the end of a header among which other items show that the last one belongs to the printed agenda."""


def number_form(text: str) -> str:
    """How a line is numbered: （１） and ４． stand on two levels, ⑴ on that of （１）, ① on one of its own."""
    if unicodedata.normalize("NFKC", text[0]).startswith("("):
        return "("
    return "①" if "①" <= text[0] <= "⑳" else "ア" if "ア" <= text[0] <= "オ" else "1"


def opening(lines: Sequence[Line], headings: dict[int, int], digest: bool) -> Heads:
    """The headings right above the first mark, where the header ends: an agenda item, or a digest's first title."""
    shown = len(lines)
    lines = _without_notes(lines)
    noted = len(lines) < shown
    above = _above(lines, headings, digest, noted)
    heads = Heads().after(_without_printed_agenda(above, lines, headings, noted), headings)
    if digest and not heads.topic and not heads.agenda:  # Markdown: the heading, a summary, the questions
        marked = [one for one in lines if re.match("#{2,}", one.text)]
        marked = [one for one in marked if not says_no_matter(heading_label(one.text))]
        heads = replace(Heads().after(marked[-1:], headings), asker=heads.asker)
    if not heads.asker and lines and names_member(lines[-1].text):
        heads = replace(heads, asker=is_asker_alone(heading_label(lines[-1].text)))
    asker = next((found for line in lines if (found := asker_of(line.text))), None)
    members = (found for line in lines[-TITLE_LINES:] if (found := _signed_member(line)))
    first = next(members, None) if digest else None
    owner = owner_of(lines[0].text) if digest and lines else None
    return replace(heads, asker=heads.asker or asker or first or owner)


def _without_notes(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines without the notes and fields that stand right above the first mark."""
    lines = lines[: len(lines) - points_of_note(lines, _is_note)]
    while lines and (_is_note(lines[-1].text) or _FIELD.match(lines[-1].text)):
        lines = lines[:-1]
        lines = lines[: len(lines) - points_of_note(lines, _is_note)]
    return lines


def _above(lines: Sequence[Line], headings: dict[int, int], digest: bool, noted: bool) -> list[Line]:
    """The headings at the end of the lines; `noted`: whether a note stood below them."""
    above: list[Line] = []
    for index, line in reversed(list(enumerate(lines))[-TITLE_LINES:]):
        named = any(pattern.match(line.text) for pattern in LABEL_LINE.values())
        named = named and not (_CASE.match(line.text) and is_marked(line, headings))
        titled = digest and _is_title(line)
        told = not above and noted and is_numbered(line.text)  # above a note of its explanation
        signed = not above and _is_signed(line) and not (index and lines[index - 1].text[0] == line.text[0])
        committee = digest and (is_standing(line.text.strip()) or names_member(line.text))
        # ◇ため池 below １　沖　健　議員
        themed = digest and index > 0 and names_member(lines[index - 1].text)
        themed = themed and could_be_title(replace(line, text=heading_label(line.text)))
        if named or not (by_form(line, headings) or titled or told or signed or committee or themed):
            break
        above.insert(0, line)
        if line.gap and titled and not (index and is_reply_of_headline(lines[index - 1].text)):
            break
    return [line for line in above if not says_no_matter(unnumbered(line.text))]


def _is_title(line: Line) -> bool:
    """Whether a line of a digest may be the title of what is asked below it."""
    dated = re.search(r"\d", line.text) and not is_reply_of_headline(line.text)
    return could_be_title(line) and not is_structure(line.text) and not dated


def _is_signed(line: Line) -> bool:
    """◆救急車の台数について, ◆１０歳代（８人参加）, or a matter in brackets."""
    text = line.text
    signed = text[0] in SIGNS and (is_item_title(text) or counts_heads(text) or _BILL_HEAD.match(text))
    return bool(signed) or _is_matter(line)


def _without_printed_agenda(
    above: list[Line], lines: Sequence[Line], headings: dict[int, int], noted: bool
) -> list[Line]:
    """The headings without those that are the last items of a printed agenda; arguments as of `_above`."""
    items = [line for line in above if is_agenda(line, line.text) and not is_marked(line, headings)]
    # the first line is the title
    listed = [line for line in lines[1:][-LIST_LINES:] if is_agenda(line, line.text)]
    listed = [line for line in listed if not says_no_matter(unnumbered(line.text))]  # ３ 協議
    if items and items[0].text[0] in SIGNS:
        listed = [line for line in listed if line.text[0] == items[0].text[0]]
    if not items or not (len(listed) > 1 or _counts_on(lines, items[0])):
        return above
    words = [unnumbered(line.text) for line in lines]
    nested = len(items) > 1 and len({number_form(line.text) for line in items}) == len(items)
    again = words.count(unnumbered(above[-1].text)) > 1
    if noted or (again and len(above) > 1 and not nested):
        return above[-1:]  # a note of an explanation stands below it, or the list names it above
    if not (nested or again):
        return above[above.index(items[-1]) + 1 :]  # the printed agenda itself, and what stands below it
    return above


def _is_note(text: str) -> bool:
    """A line that tells what was done under the heading above it, or names a part of the item and no matter."""
    return bool(EXPLAINED.match(text) or _REPORTED.match(text) or is_narrated(text) or is_bare(text))


def _is_matter(line: Line) -> bool:
    """◆院内学級 between empty lines, right above the first question: the matter in a word or two."""
    label = heading_label(line.text)
    return (
        line.gap
        and line.text[0] in "◆◇■□"
        and 2 <= len(label) <= TITLE_MAX
        and could_be_title(replace(line, text=label))
        and not is_structure(label)
        and parse_label(label) is None
    )


def _signed_member(line: Line) -> Speaker | None:
    """◆大沼議員 above the number of the first matter."""
    person = parse_label(heading_label(line.text)) if line.text[0] in SIGNS else None
    return person if person and person.side == "member" and person.name else None


_BILL_HEAD = re.compile(rf"^[{SIGNS}]\s*(?:日程第\d|(?:{BILL_KINDS})第\s?\d+\s?号\s)")
"""◆議案第４１号　…: a bill above what was asked of it."""
_COUNTED = re.compile(r"^[（(]?(\d{1,2})(?:[)）．.、\s])")


def _counts_on(lines: Sequence[Line], item: Line) -> bool:
    """２　その他 right below １　灯台: a list, however short its items are."""
    place = lines.index(item)
    own, above = (_COUNTED.match(line.text) for line in (item, lines[place - 1]))
    return place > 0 and own is not None and above is not None and int(own[1]) == int(above[1]) + 1


_LISTED = re.compile(r"^[-・･•*＊●■]\s*[【「『〔［]?([^。【】「」『』]{5,70}?)[】」』〕］]?$")


_LETTERED = re.compile(r"^[ア-コ][\s.．、]?(?=[^ァ-ヴー])[^。]{0,60}(?:について|の件|報告|その他)$")
"""ア条例の改正について."""


def announced(lines: Sequence[Line], first: int) -> dict[int, int]:
    """Where headings start that a list above the first mark (at line `first`) announces: `・…について` or `ア…について`, and the same words again."""
    listed = {squeeze(match[1]) for line in lines[:first] if (match := _LISTED.match(line.text))}
    found = {line.start: 3 for line in lines if len(listed) > 1 and squeeze(line.text) in listed}
    lettered = {squeeze(line.text) for line in lines[:first] if _LETTERED.match(line.text)}
    words = [squeeze(line.text) for line in lines]
    again = [
        line
        for index, line in enumerate(lines)
        if words[index] in lettered
        and _LETTERED.match(line.text)
        and (index >= first or words[index] in words[:index])
    ]
    found |= {line.start: 3 for line in again if len(lettered) > 1}
    return found if len(found) > 1 else {}


def unnumbered(text: str) -> str:
    """A heading's words without the number before them (（２）, 議題２, 日程第１)."""
    return re.sub(
        r"^[〔【［]?(?:議題|案件|日程|議案|報告|協議)?第?[（(]?[\d一二三四五六七八九十①-⒇]{1,3}(?:号)?[)）〕】］]?[．.、:：\s]*",
        "",
        heading_label(text),
    )


_STAGE_OF_BILL = re.compile(r"(?<=号)(?:上程|表決|採決|討論|質疑|説明|付託).{0,8}$")


def printed_item(label: str, agenda: dict[str, str]) -> str:
    """A heading as the printed agenda (`plain` words: item) words it; its bill's number alone is enough (議案第５号　上程)."""
    for form in (unnumbered(label), label):
        words = _STAGE_OF_BILL.sub("", plain(form))
        if words in agenda:
            return agenda[words]
        if words.endswith("号"):
            return next((item for key, item in agenda.items() if key.startswith(words)), label)
    return label


def heading_forms(text: str) -> frozenset[str]:
    """The words of a line, squeezed, as headings hold them: whole, without number, without what is done with the bill."""
    forms = {squeeze(text), squeeze(heading_label(text)), squeeze(unnumbered(text))}
    forms |= {_STAGE_OF_BILL.sub("", form) for form in forms}
    return frozenset(forms | {unicodedata.normalize("NFKC", form) for form in forms})
