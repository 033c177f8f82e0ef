"""Speaker labels: `議長（氏名君）`, `（氏名議長）`, `２２番（氏名議員）`, `氏名委員長`, `情報管理課長` … → name and office.

A label is what stands where the speaker is announced, without the mark before it and the words after it. Its spellings
differ from council to council; what is common to them is that an office (役職) or a title (君, 議員) stands in it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from corpus.patterns import NUMERAL, any_of
from corpus.types import Side, Speaker
from ingest.people.capacity import capacity, from_outside
from ingest.people.departments import is_department
from ingest.people.gluednames import split_glued
from ingest.people.labelnotes import without_note
from ingest.people.names import is_name, is_person, is_surname, opens_with_surname
from ingest.people.offices import (
    base_of,
    is_office,
    is_presiding,
    is_public,
    is_spread_office,
    is_title,
    side_of,
)
from ingest.people.pairedlabels import charged_label, paired_label
from ingest.people.sidewords import asker_of, is_answering, is_asking, says_side, without_code
from ingest.people.speakerwords import (
    GROUPS,
    HONORIFIC,
    SEAT,
    SEAT_ALONE,
    from_word,
    from_words,
    without_title,
)
from ingest.text.normalize import squeeze

NAME_MAX = 3
"""Characters in brackets behind a surname and office up to which they may be a given name."""
ROW_MIN = 3
"""People on one line from which it is a roster's."""
LABEL_MAX = 64
"""Longest label: a double office with a name in brackets."""

_SECTIONS = re.compile(r"^[一-鿿]{2,6}(?:・[一-鿿]{2,6})+$")
"""（看護・人材）: what an officer is in charge of; a dot in a name stands between kana."""
_STANDS_IN = re.compile(r"(?:会長|教育長|委員長|議長|座長)?(?:職務)?(?:代理|代行)者?")
_OF_BOARD = re.compile(
    r"((?:副?(?:委員長|会長|議長|座長)|会長代理|職務代理者?|委員|構成員)\s+[^\s（(）)][^（()）]{0,9}?)\s*[（(]([^（()）]{2,20})[)）]"
)
"""会長　新谷（新谷会計事務所）: office and name of a board's member, and whom he stands for."""
_AFFILIATION = re.compile(
    any_of(
        # 「東町区長会」
        *"会 社 協会 大学 学校 組合 団体 連合 連盟 法人 クラブ センター 会計事務所 法律事務所".split(),
        # 「浜バス」 「みどり病院」
        *"バス タクシー 鉄道 電鉄 交通 運輸 観光 銀行 金庫 農協 病院 医院 薬局 幼稚園 保育園 こども園 老人ホーム".split(),
        # 「公募」 「学識経験者」
        *"公募 学識経験者? 有識者".split(),
        # 「森林管理署」 「青葉県浜町」
        r"[省庁署局長授]|[都道府県].{1,8}[市区町村]",
    )
    + "$"
)
"""（東町区長会）: whom a member of a board stands for."""
SUFFIX_SIDE = re.compile(
    r"(?<=[員長事監幹])\s?再?(?:質疑|質問|答弁)$|(?<=事務局)(?:説明|回答)$|(?<=担当課)(?:説明|回答)$"
)
"""３番　山田太郎議員質疑, 総務課長答弁, 事務局説明: what the words below are."""
_PAREN = re.compile(r"^([^（()）]*)[（(]([^（()）]*(?:[（(][^（()）]*[）)][^（()）]*)?)[）)]$")
_SQUARE = re.compile(r"^([^（()）［\[〔］\]〕]+)[［\[〔]([^（()）［\[〔］\]〕]+)[］\]〕]$")
"""議長［山田太郎君］: other brackets than round ones around the name."""
BESIDES = r"[（(](?:兼|併|扱|取扱)[）)](?![（(])"
"""財政部長・(兼)会計管理者, 建設部長(併)水道部長: a second office, in brackets that hold no name."""
_DOUBLED = re.compile(rf"[・･]?{BESIDES}")
_OUTSIDE = re.compile(rf"^番外(?:{NUMERAL}+番?)?")
MINUTES = r"(?:会議|議事|審議|協議)の?(?:内容|概要|要旨|経過)"
_HEADS_CELL = re.compile(rf"{MINUTES}|議事録|会議録|その他")
"""会議の経過　三河会長: what stands in the first cell of the row that holds the minutes; (2)その他　三河会長: the last item of the head."""
_OF_GROUP = re.compile(r"^([^（()）]{1,8}[（(][^（()）]{1,6}[）)][^（()）]{1,8})[（(][^（()）]{2,16}[）)]$")
"""伊藤（建）委員（みらいの会）: two of one surname, and the group he stands for."""
_HELD = re.compile(
    r"^(?:(?:(?:子ども|こども|中学生|高校生|女性|模擬)?副?(?:会長|委員長|議長|座長|市長|町長|村長))|教育長)(?=[^\s（(]{2,6}$)"
)
_OF_UNION = ("管理者", "連合長", "組合長", "企業長")
_HEADS_TOWN = re.compile(r"[^\s（()）]{2,5}[市町村区]長(?=[^\s（()）]{2,6}$)")
"""管理者（若宮町長　川辺守君）: of which town he is the head, who heads a union of towns."""
_OF_SCHOOL = re.compile(
    r"(?<=[（(])[^（()）\s]{1,10}(?:(?:小学校|中学校|高等学校|高校|学園)(?:\d年生?)?|[小中高]\d年生?)\s+(?=[^（()）\s])"
)
"""（青葉小学校６年　川辺ひな）: whence the child comes who asks in a 子ども議会."""
_STAGE = re.compile(
    r"^(?:開会|閉会|挨拶|報告|議事|協議|審議|その他|質疑|採決|(?P<head>(?:\d{1,2}[.．]?)?(?:会議|議事|審議|協議)の(?:内容|概要|要旨|経過)))"
    r"(?=(?:議長|会長|委員長|座長|教育長|(?:事務)?局長|事務局|[市町村区]長|\d{1,2}番)$|(?(head).{0,24}[（(][^（()）]{2,12}[君氏][)）]$|(?!)))"
)
"""開　会　会　長: the part of the meeting in a column of its own, before who speaks; 8 会議の内容都市計画課長(…君), 審議の経過 局 長: the
head of the record, of a page that lost the line end behind it."""


KIND_OF_SPEECH = r"(?:(?:(?:趣旨|提案理由?|議案|補足|追加|再|事務局)?(?:説明|報告))|提案理由|(?:賛成|反対)?討論|発言|朗読|補足|挨拶)"
"""What one has the floor for: ○説明（総務課長） beside ○質疑（沖委員） and ○答弁（総務課長）, 【説明】企画部長（佐藤守） beside 【問】 and 【答】."""
_KIND = re.compile(KIND_OF_SPEECH)


_LATIN = re.compile(
    r"(?!(?:[Ww]eb|Webex|Zoom|Teams|Skype|Meet|Online)(?:委|議|会|座|ア|オ|$))(?:[A-ZＡ-Ｚ][a-zａ-ｚ'’.\-]+)+"
)
"""Smith, JohnSmith (blanks squeezed): a name in Latin letters; NHK, DX and what one attends by (Zoom) are none."""
_LATIN_MEMBER = re.compile(rf"({_LATIN.pattern})(委員|議員|会長|座長|アドバイザー|オブザーバー)")
_GROUP_BEFORE = re.compile(r"^[（(【〔［\[]([^（()）【】〔〕［］\[\]]{2,8})[）)】〕］\]](?=[^\s（(])")
"""（事務局）春木課長, （委員）沖会長: of whom somebody is one, in brackets before his own label."""
_FIRM = re.compile("[㈱㈲]")
"""事務局（山波計画㈱）: the firm that helps the office."""
_TOWN = re.compile(r"[本当]?[市町村区県](?:側|役所|役場|当局)?")
"""市（公園課）: the town, and which part of it replies."""


def _from_paren(before: str, inside: str, roster: tuple[str, ...]) -> Speaker | None:
    """`議長（氏名君）`, `２２番（氏名議員）`, `佐伯委員（会長）`, `事務局（佐々木経営企画課長）`: which of the two is the name."""
    if not before:
        return parse_label(inside, roster)  # （氏名特命担当部長（会計管理者））: with a bracket of its own
    kind = _KIND.fullmatch(before) or _TOWN.fullmatch(before)
    if kind and (person := parse_label(inside, roster)) and person.office:
        return person
    if says_side(before):
        inner = parse_label(inside, roster)
        side: Side = "member" if is_asking(before) else "executive"
        return Speaker(inner.name, inner.office, side) if inner else Speaker("", "", side)
    inside = re.sub(r"[（(].*$", "", inside)
    if before in ("議員", "委員") and (seat := SEAT.match(inside)) and seat.end() < len(inside):
        name = without_title(inside[seat.end() :])  # 議員（８番　山田太郎君）
        return Speaker(name, seat.group() + before, "member") if is_name(name) else None
    if _KIND.fullmatch(inside) or inside in ("質問", "質疑", "答弁", "回答"):
        return parse_label(before, roster)  # 事務局（説明）
    if before.startswith("番外"):
        before = _OUTSIDE.sub("", before)
        if not before:
            return parse_label(inside, roster)
    if inside.endswith(("兼務", "取扱", "代理", "兼任")):
        return parse_label(before, roster)
    if standing := capacity(before, inside, roster):
        return Speaker("", standing, "member")
    if SEAT_ALONE.match(before):
        return _of_seat(before, inside)
    if before == "記者":
        return Speaker(inside, before, side_of(before))  # 記者（ＮＨＫ）: whom he asks for, or who he is
    if is_office(before):
        for twice in (before, base_of(before)):  # 町長（若狭町長）, 税務課長（沢井一税務課長）
            if twice and inside.endswith(twice) and is_name(bare := inside.removesuffix(twice)):
                return Speaker(bare, before, side_of(before))
    return _of_name_and_office(before, inside, roster)


def _of_name_and_office(before: str, inside: str, roster: tuple[str, ...]) -> Speaker | None:
    """The speaker where one of the two is a name, or holds one, and the other an office, a department or whom he stands for."""
    name = without_title(inside)
    if besides := _HELD.match(name):
        name = name[besides.end() :]  # 議長（会長　西野）: the office held besides, before the name
    if before.endswith(_OF_UNION) and (head := _HEADS_TOWN.match(name)):
        name = name[head.end() :]
    section = is_department(inside) or _SECTIONS.match(inside) is not None
    own = split_glued(before, roster) if before.endswith(("議員", "委員", "構成員", "会長", "座長")) else None
    if own and own[0] and name.startswith(own[0]) and is_name(name):
        before = own[1]  # 谷口議員（谷口貴）
    elif own and own[0] and not is_presiding(inside):
        # 服部正子議員（みらいの会）, 服部正子議員（市民）: the name is there already
        whole = len(own[0]) > 2 and (not is_office(inside) or is_public(inside))
        of_firm = is_surname(own[0]) and len(inside) > NAME_MAX and not opens_with_surname(inside)
        if whole or of_firm or _AFFILIATION.search(inside):
            # 服部委員（区長会）, 久野会長（村長）, 山田委員（三重交通）
            return Speaker(own[0], own[1], side_of(own[1]))
    if outside := from_outside(before, inside, roster):
        return Speaker(*outside, side_of(outside[1].partition("（")[0]))
    named = is_name(_FIRM.sub("社", name)) or _LATIN.fullmatch(name) is not None
    if is_office(before) and not is_office(inside) and named and not section:
        return Speaker(name, before, side_of(before))
    if is_office(inside) and (speaker := _of_office_inside(before, inside, roster)):
        return speaker
    if is_office(before) and (section or inside.endswith(("係", "担当", "グループ", "課", "部", "局", "室"))):
        return Speaker("", before + "（" + inside + "）", side_of(before))
    if HONORIFIC.search(inside) and is_name(name) and len(before) <= 30 and not re.search(r"[。、]", before):
        return Speaker(name, before, side_of(before))
    return None


def _of_seat(seat: str, inside: str) -> Speaker | None:
    """The speaker of `６番（議員）`, `２２番（氏名議員）`, `１番委員（職務代理者）`."""
    if _STANDS_IN.fullmatch(inside):  # １番委員（職務代理者）: the chair's deputy, on his seat
        return Speaker("", seat, "member")
    if inside in ("議員", "委員"):  # ６番（議員）: the seat alone
        return Speaker("", seat + ("" if seat.endswith("員") else inside), "member")
    office = seat + ("議員" if inside.endswith("議員") and not seat.endswith("員") else "")
    name = without_title(inside)
    return Speaker(name, office, "member") if is_name(name) else None


def _of_office_inside(before: str, inside: str, roster: tuple[str, ...]) -> Speaker | None:
    """The speaker of a label whose brackets hold an office; None where the other rules are to say."""
    if is_name(without_title(before)) and not is_office(before):
        return Speaker(without_title(before), inside, side_of(inside))
    glued = split_glued(before, roster) if is_office(before) else None
    if glued and inside.endswith("担当"):
        return Speaker(glued[0], f"{glued[1]}（{inside}）", side_of(glued[1]))  # 松永副参事（計画担当）
    if glued and {side_of(glued[1]), side_of(inside)} == {"executive"}:
        return Speaker(glued[0], f"{glued[1]}（{inside}）", "executive")  # 大北秀部長（会計管理者）
    # 佐伯委員（会長）: the office held in the meeting is in brackets; 栗山総務課長（事務局）: the group
    if glued:
        return Speaker(glued[0], glued[1] if inside in GROUPS else inside, side_of(inside))
    held = split_glued(inside, roster)
    if before in GROUPS:  # 事務局（佐々木経営企画課長）: the person's own office says more
        return Speaker(held[0] if held else "", held[1] if held else inside, side_of(before))
    if is_office(before) and held:  # 議長（山田副議長)
        return Speaker(held[0], before, side_of(before))
    if is_office(before) and not inside.endswith("担当"):
        return Speaker("", before, side_of(before))
    return None


def _closed_up(tokens: list[str]) -> list[str]:
    """The words of 総 務 課 長 山田 薫: letters spread over the column that make a title are one word, the name begins behind them."""
    letters = next((i for i, token in enumerate(tokens) if len(token) > 1), 0)
    for end in range(letters, 1, -1):
        if is_title(title := "".join(tokens[:end])):
            return [title, *tokens[end:]]
    return tokens


_SEVERAL = re.compile(r"^\s*及び|(?:君|氏|さん|議員|委員)\s*及び")
"""柳瀬　元君　及び　沖　啓子君: those whom the chair appoints; one at a time speaks."""


_COURTESY_TWICE = re.compile(r"(?<=[^\s（(]{3})君(?=(?:議員|委員)$)")
"""川辺守君議員: two titles behind the name."""


_DOTTED = re.compile(r"([^\s・･／/]{1,20}[員長番])[・･／/]([^・･／/（()）]{3,9}?)(?:君|氏|さん)?")
"""議長・水谷喜一君, ２番／川辺守: a dot or a stroke between office and name."""


_ITEM = re.compile(
    r"^(?:[(（]?\d{1,2}[)）]|[①-⑳](?!(?:委員|議員)$)|[▷▶►➢➤❍✓✔※＞>–|｜])\s*(?=[^\s\d()（）①-⑳])(?!番)"
    r"|^[▷▶►➢➤※＞―①-⑳](?=\d{1,2}番)"
    # ＊委員 hides a name
    r"|^[＊*](?=[^\s＊*]{4}|[^\s＊*]{0,4}長|[^\s＊*]{2,3}\s|事務局)|^[-‐－―—](?=[^\s\d\-‐－―—])"
)
"""1) 沖委員, ②事務局, ➢町長, ※沖委員, ＊沢渡委員, -沖委員: the number of an item, or a sign that a list sets before it."""
_KANA = re.compile("[ア-ン]")


@lru_cache(maxsize=65536)
def parse_label(label: str, roster: tuple[str, ...] = ()) -> Speaker | None:
    """The speaker that a label names, or None where the label is no speaker's.

    `roster` holds the squeezed names of those who attend; it settles where a name ends and a department begins.
    """
    if not label or len(label) > LABEL_MAX or _SEVERAL.search(label):
        return None
    text = SUFFIX_SIDE.sub("", without_note(label.strip(" \t\u3000：:・･•‣")))
    text = _ITEM.sub("", text)
    text = _OF_SCHOOL.sub("", _COURTESY_TWICE.sub("", text))
    if (dotted := _DOTTED.fullmatch(text)) and is_person(squeeze(dotted[2])):
        text = dotted.expand(r"\1　\2君")
    if (spaced := _OF_BOARD.fullmatch(text)) and (member := _stands_for(spaced[1], spaced[2])):
        return member
    tokens = [token for token in text.split() if token]
    if len(tokens) > 1 and (_OUTSIDE.fullmatch(tokens[0]) or _HEADS_CELL.fullmatch(tokens[0])):
        tokens = tokens[1:]  # 番外　三河町長: not of the members' seats
    counted = len(tokens) == 2 and (tokens[0].isdecimal() or _KANA.fullmatch(tokens[0]))
    if counted and tokens[1][0] != "番" and not SEAT.match(tokens[1]):
        person = parse_label(
            tokens[1], roster
        )  # 2 前田哲也委員長, 5 事務局, ア 沖委員: the page counts the speeches
        if person and person.office and (person.name or tokens[1] not in ("委員", "議員")):
            return person
    if not tokens or (len(tokens) > ROW_MIN and sum(map(is_title, tokens)) >= ROW_MIN):
        return None  # 事務局　梶谷課長　橋本主幹　井上主査: a row of a roster
    whole = _STAGE.sub("", "".join(tokens))
    tokens = tokens if len(whole) == sum(map(len, tokens)) else [whole]
    if found := _told_by_side(whole):
        return found
    if doubled := _DOUBLED.search(whole):
        found = parse_label(whole.replace(doubled[0], "兼", 1), roster)
        return replace(found, office=found.office.replace("兼", doubled[0], 1)) if found else None
    if charged := charged_label(whole):
        return charged
    group = _GROUP_BEFORE.match(whole)
    if group and (one := _of_group(group[1], whole[group.end() :], roster)):
        return one
    whole = _SQUARE.sub(r"\1（\2）", whole)
    if paren := _PAREN.match(whole):
        return _from_paren(paren[1], paren[2], roster)
    if grouped := _OF_GROUP.match(whole):
        return parse_label(grouped[1], roster)
    return paired_label(whole) or _from_tokens(_closed_up(tokens), whole, roster)


def _stands_for(label: str, inside: str) -> Speaker | None:
    """The speaker of 委員　宇佐（消費者の会）: office and name stand before the bracket, which tells whom he stands for."""
    person = from_words(label.split(), ()) if _AFFILIATION.search(inside) else None
    return person if person and person.office and person.name else None


def _of_group(group: str, own: str, roster: tuple[str, ...]) -> Speaker | None:
    """The speaker of （事務局）春木課長 and （会長）沖委員: his own label, the office that he holds in the meeting where the bracket tells it."""
    person = parse_label(own, roster) if group in GROUPS or is_office(group) else None
    if person is None or not person.office:
        return None
    if is_presiding(group):
        return Speaker(person.name, group, side_of(group))
    return replace(person, side=side_of(group)) if group in GROUPS else person


def _told_by_side(whole: str) -> Speaker | None:
    """The speaker of 質問, 答弁者, ３番, Smith委員: a side, a seat or a name that no Japanese one is like."""
    role = re.sub(r"[\d①-⒇.．\-－・,、]+$", "", without_code(whole))
    if is_asking(role):
        return Speaker("", asker_of(role), "member")
    if is_answering(role):
        return Speaker("", "", "executive")
    if SEAT_ALONE.match(whole):
        return Speaker("", whole, "member")
    foreign = _LATIN_MEMBER.fullmatch(whole)
    return Speaker(foreign[1], foreign[2], side_of(foreign[2])) if foreign else None


def _from_tokens(tokens: list[str], whole: str, roster: tuple[str, ...]) -> Speaker | None:
    """The speaker of a label without a sign in it: office and name, apart or glued; `whole`: its words without blanks."""
    if len(tokens) > 1:
        if is_spread_office(whole):
            return Speaker("", whole, side_of(whole))
        if all(len(token) == 1 for token in tokens) and (glued := from_word(whole, roster)):
            return glued
        if apart := from_words(tokens, roster):
            return apart
    found = from_word(whole, roster)
    if found and found.office and is_name(bare := found.name.removeprefix(found.office)):
        found = replace(found, name=bare)  # 議長坂井芳浩議長: the office before the name and behind it
    if found and not found.name and (second := whole.find("兼")) > 0 and is_office(whole[:second]):
        # 奥建設水道課長兼処理場長: the name before the first of two offices
        first = from_word(whole[:second], roster)
        if first and first.name:
            return replace(first, office=first.office + whole[second:])
    return found


def parse_name(label: str, roster: tuple[str, ...] = ()) -> Speaker | None:
    """As `parse_label`, and a bare name is taken too: for places that can hold nothing but a speaker."""
    found = parse_label(label, roster)
    if found:
        return found
    name = squeeze(without_note(label.strip(" \t\u3000：:")))
    return Speaker(name, "", "other") if is_name(name) else None


def has_office(label: str) -> bool:
    """議長, 市長（片桐　守）: whether a label names an office, with a name or without."""
    speaker = parse_label(label)
    return speaker is not None and bool(speaker.office)


def fully_named(label: str) -> Speaker | None:
    """The speaker of a label that names both office and person (会長　川辺守); None for any other."""
    speaker = parse_label(label)
    return speaker if speaker and speaker.office and speaker.name else None
