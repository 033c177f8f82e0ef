"""Who attends, from the header of minutes: tables, lists after a label (出席者 委員 …), seat lists, absentees left out.

Spellings met: `委員 (10名)⇥早川 守(委員長)⇥…`, `総務局長⇥氏名`, `早川委員(会長)`, `(欠席)杉野委員`, `１番　氏　名`, `議長　氏名君`,
`氏名　行政経営部長`, `浜田情報管理課長`. A name counts with its office; a group heading (委員, 事務局) gives the office of those
listed under it without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.patterns import NUMERAL, any_of
from corpus.spans import Span
from corpus.types import Side, Speaker
from ingest.header.rosterlines import unbroken_roster, whole_lines
from ingest.people.names import is_name
from ingest.people.offices import is_office, side_of
from ingest.people.roster import NOBODY, each_with_kind, full_name, names_person, people_of
from ingest.people.speakers import parse_label
from ingest.text.normalize import lines_of, squeeze, unbracketed
from ingest.types import Document

_LABEL = re.compile(
    r"^\s*+(?:\d{1,2}|[（(]\d{1,2}[)）]|[○〇◯◎●■□◆・\-*#<＜〈]++)?[\s.．、]*+[【〔［\[]?+"
    r"(?:\d{1,2}月\d{1,2}日[^。]{4,16}開[会議]\s+(?=出\s*席\s*議\s*員))?"
    + any_of(
        # 「出席者」「応招議員」
        *r"出\s*席\s*者 委員(?:の)?出欠(?:状況)?[>＞〉]?$ 応\s*招\s*議\s*員".split(),
        # 「出 席 議 員」「出席理事者」
        r"出\s*席\s*(?:[（(]応\s*招[)）]\s*)?(?:委\s*員|議\s*員|説\s*明\s*[員者]|理\s*事\s*者)",
        # 「説明のために出席した者」「職務のため出席した事務局職員」
        *r"参\s*加\s*者 説\s*明\s*員 委\s*員\s*会\s*説\s*明\s*員".split(),
        r"(?:本(?:日の)?(?:委員会|会議|議会)に)?説明のため(?:に|の)?出席(?:した|を求めた)者",
        r"[^\s。]{2,10}の委任を受けて説明のため出席した者",
        r"地方自治法[^\n]{0,30}出席[^\n]{0,12}",
        r"(?:議会)?事務局(?:職員)?出席(?:者|職員)",
        r"[市町村区県]?議会事務局(?:職員)?(?=[\s:：（(]|$)",
        r"職務のため[^\n]{0,20}出席[^\n]{0,16}",
        r"出席した[^\n]{1,12}",
        # 「委員：」「事務局」, not 「事務局長　何某」
        r"委\s*員(?=[\s:：（(】〕］\]＞>〉]|$)(?![ \u3000]長\s)",
        r"事\s*務\s*局(?:\s*員)?(?=[\s:：（(】〕］\]＞>〉]|$)"
        r"(?!\s*(?:[次局]?\s*長|主\s*[査任幹事]|書\s*記|係\s*長|参\s*事|副\s)\s)",
        # 「執行部」「構成員」
        *r"[市町村区県]?\s*執\s*行\s*部 構\s*成\s*員 関係者".split(),
    )
)
_ABSENT = re.compile(
    r"^\s*+(?:\d{1,2}[\s.．、]++|[（(]\d{1,2}[)）]|[○〇◯◎●■□◆・]*+)\s*+(?:不\s*応\s*招|欠\s*席\s*(?:者|委\s*員|議\s*員|説明員)|欠員|遅刻|早退)"
)
_ABSENT_MARK = re.compile(r"[（(]\s*(?:欠席|欠|リモート欠席)\s*[)）]|[×✕]\s*$|\s欠席\s*$")
_NUMBER = re.compile(rf"^{NUMERAL}+\s*[名人]$")
_COUNT = re.compile(rf"[（(][^（()）]*{NUMERAL}+\s*[名人][^（()）]*[)）]")
_NOTE = re.compile(
    any_of(
        # 「（敬称略）」「（オンライン出席）」
        r"[（(]\s*"
        + any_of(
            *r"敬称略 順不同 五十音順 名簿順 兼任 オンライン(?:出席)? リモート(?:出席)? ウェブ Web WEB 途中(?:出席|退席) 代理出席".split(),
            r"出席",
        )
        + r"[^（()）]*[)）]",
        # 「菅原正彦(代)」「瀬戸口（記）」
        r"[（(](?:代|代理|記|記録)[)）]",
        # 「ほか」「ほか３名」
        *r"ほか$ ほか\S{0,3}名$".split(),
    )
)
_ROLE_IN_PAREN = re.compile(r"^(.{1,14}?)\s*[（(]\s*([^（()）]{2,14})\s*[)）]$")
_ENDS = re.compile(
    r"^\s*+(?:\d{1,2}[\s.．、]|[（(]\d{1,2}[)）]|[○〇◯◎●■□◆\-*#]++)?\s*+"
    + any_of(
        # 「議題」「配布資料」「会議録署名」「日時」
        *r"議\s*題 議\s*事 会議に付 付議 日\s*程 傍聴 公開 配[付布]?資料 資料 会議(?:の)?(?:内容|結果|概要|次第) 次第 案件 開会".split(),
        *r"審議 場\s*所 日\s*時 会議録署名 報告事項 協議事項 本日の会議".split(),
    )
)
_MEMBER_GROUPS = {
    "委員": "委員",
    "議員": "議員",
    "構成員": "構成員",
    "委員会委員": "委員",
    "審議会委員": "委員",
    "学識経験者": "委員",
    "公募委員": "委員",
    "オブザーバー": "オブザーバー",
}
_TITLED = re.compile(r"^([^：:\s](?:[^：:\s]{1,7}|[ \u3000]{1,3}[^：:\s]))[：:]\s*([^：:（()）]{2,10})$")
_AGAIN = re.compile(r"[ \u3000]{2,}(?:委 ?員|議 ?員)[ \u3000]+(?=\S)")
"""委員　氏　名　　委員　氏　名: the group again before the next name of the line."""
_EACH = re.compile(r"(?<=[一-鿿ぁ-ん])[ \u3000]*の?各(?:委員|議員|位|氏)(?:[（(][^（()）]*欠席[)）])?$")
"""駒崎高行　清沢謙治各委員, …保坂の各委員（後藤副委員長は欠席）: what closes a list of names."""
_CHAIRS = re.compile(r"(?<![^ 　])[◎○〇●☆★](?=[一-鿿])")
"""◎山川昌子 ○肥沼茂男 佐藤真和: the signs of the chair and of his deputy in a list of names."""
_CLERKS = re.compile(r"^[○〇◯●◎■◆][ \u3000]*書[ \u3000]*記$")
"""○書記: the head of those who follow."""
_DITTO = re.compile(r"^[〃〻″][ \u3000]*(?=\S)")
"""〃　飯田隆一: the office of the line above."""
_SECTIONED = re.compile(r"^([^（()）\s]{2,10})([（(][^（()）]{2,30}[)）])[ \u3000]{2,}(\S[^（()）、]{1,20})$")
"""副参事（学校再編担当）　　　沖　浜　良　一: an office, what its holder is in charge of, and the name behind a wide gap."""
MAX_LINES = 400
"""Rosters of the largest councils (127 members and 60 officers) stay below."""


def find_attendees(document: Document, header: Span) -> tuple[Speaker, ...]:
    """Those who are present according to the header, each once, in order of the list."""
    spans = list(lines_of(document.text, *header))[: 4 * MAX_LINES]
    return people_listed([document.text[a:b] for a, b in spans])


def people_listed(lines: Sequence[str]) -> tuple[Speaker, ...]:
    """Those who are present according to the lines of a header."""
    out: dict[tuple[str, str], Speaker] = {}
    for person in _people(lines):
        key = (squeeze(person.name), person.office)
        if person.name and key not in out and not _several(person.name):
            out[key] = person
    return tuple(out.values())


def _several(name: str) -> bool:
    """川口琴美副委員長森田孝治, 川口一 木村作 森田俊一: two people or more that lost what stood between them."""
    words = name.split()
    return re.search(r"委員長|議長|[課部局]長", name) is not None or (
        len(words) > 2 and sum(len(word) > 1 for word in words) > 2
    )


def _people(lines: Sequence[str]) -> Iterator[Speaker]:
    listing = False
    absent = False
    group = above = ""
    rows = [part for line in lines for part in unbroken_roster(line.replace("**", ""))]
    for line in whole_lines([_unboxed(row) for row in rows if not _CLERKS.match(row.strip())]):
        line = _EACH.sub("", line)
        if not line:
            continue
        if _ABSENT.match(line):
            listing, absent = True, True
            line = _ABSENT.sub("", line, count=1)
        elif (label := _LABEL.match(line)) and not (listing and each_with_kind(line)):
            listing, absent, group = True, False, ""
            if "事務局" in squeeze(label[0]):
                group = "事務局"
            elif "委員" in squeeze(label[0]) and "説明" not in squeeze(label[0]):
                group = "委員"
            line = _CHAIRS.sub("", _COUNT.sub("", line[label.end() :]).strip(" 　:：】〕］]＞>〉"))
            if _NUMBER.match(line):  # 出席委員　十七名
                continue
        elif listing and _ENDS.match(line) and "\t" not in line:
            listing = False
        if not listing or not line:
            continue
        cells = [c.strip() for c in line.split("\t")] if "\t" in line else [line]
        if above and _DITTO.match(cells[0]):
            cells[0] = _DITTO.sub(above + " ", cells[0])
        found, group = _row(cells, group)
        above = found[-1].office if found else above
        if not absent:
            yield from found


_SIDES = re.compile(r"\s*[│┃║]\s*")


def _unboxed(line: str) -> str:
    """A line of a table drawn with │ as one whose cells are set apart by tabs; any other line stripped."""
    return "\t".join(c for c in _SIDES.split(line) if c) if "│" in line or "┃" in line else line.strip()


def _row(cells: list[str], group: str) -> tuple[list[Speaker], str]:
    """The people of one line (its cells), and the group that holds for the next."""
    out: list[Speaker] = []
    office = ""
    filled = [c for c in cells if c] or [""]
    if named := _names_first(filled):
        return named, group
    for cell, following in zip(filled, [*filled[1:], ""], strict=False):
        if _ABSENT_MARK.search(cell):
            continue
        counted = bool(_COUNT.search(cell))
        bare = _NOTE.sub("", _COUNT.sub("", cell)).strip(" 　:：")
        inner = re.fullmatch(r"[（(]([^（()）]+)[)）]", bare)
        squeezed = squeeze(inner[1] if inner else bare)
        if (
            counted
            or inner
            or squeezed in _MEMBER_GROUPS
            or squeezed in ("事務局", "執行部", "説明員", "幹事", "理事者", "市側")
        ):
            group, office = _MEMBER_GROUPS.get(squeezed, "事務局" if squeezed == "事務局" else ""), ""
            continue
        if is_office(unbracketed(squeezed)) and _is_person(following):
            office = squeezed
            continue
        people, loose = _persons(bare, office, group)
        if people:
            out.extend(people)
            office = ""
        elif loose:
            office = loose
    return out, group


def _names_first(cells: Sequence[str]) -> list[Speaker]:
    """The people of a row that sets each name before its office (水 谷 実 ⇥ 町 長 ⇥ 沖 和 子 ⇥ 教 育 長); empty where it does not."""
    pairs = list(zip(cells[::2], cells[1::2], strict=False))
    if len(cells) % 2 or not all(_is_person(a) and is_office(squeeze(b)) for a, b in pairs):
        return []
    return [_speaker(unbracketed(name).strip(), squeeze(office)) for name, office in pairs]


def _is_person(cell: str) -> bool:
    """Whether the next cell of a row is a bare name: then this one is its office."""
    name = squeeze(unbracketed(cell))
    return is_name(name) and not is_office(name)


def _persons(text: str, office: str, group: str) -> tuple[list[Speaker], str]:
    """People of one cell, or the office that it names for the next cell."""
    rest = None if each_with_kind(text) else _group_head(text)
    if rest:
        group, text = rest
    if group:
        text = _AGAIN.sub("、", text)
    pieces = people_of(text)
    if not office and len(pieces) < 2 and _names_office_alone(text):
        return [], squeeze(text)
    if one := _one_person(text, office):
        return [one], ""
    listed = len(pieces) > 1 and all(full_name(piece) or names_person(piece) for piece in pieces)
    found = (_listed_person(piece, group, listed) for piece in pieces)
    return [person for person in found if person], ""


def _names_office_alone(text: str) -> bool:
    """総務部長, of whom the next cell tells the name."""
    whole = squeeze(text)
    return is_office(unbracketed(whole)) and whole.count("番") < 2 and not names_person(text)


def _one_person(text: str, office: str) -> Speaker | None:
    """The person of a cell that is a name below `office`, or a name and an office in one of two forms."""
    if office and is_name(squeeze(unbracketed(text))):
        return _speaker(unbracketed(text).strip(), office)
    paren = _ROLE_IN_PAREN.match(text)
    if paren:
        name, role = squeeze(paren[1]), squeeze(paren[2])
        if is_name(name) and is_office(role) and not is_office(name):
            return _speaker(paren[1].strip(), role)
    if (charged := _SECTIONED.match(text)) and is_office(charged[1]) and is_name(squeeze(charged[3])):
        return _speaker(charged[3].strip(), charged[1] + charged[2])
    return None


def _listed_person(piece: str, group: str, listed: bool) -> Speaker | None:
    """The person of one piece of a cell; `listed`: that all its pieces are people, be the name ever so odd."""
    if (titled := _TITLED.match(piece)) and is_office(squeeze(titled[1])) and is_name(squeeze(titled[2])):
        return _speaker(titled[2].strip(), squeeze(titled[1]))  # 委員長：星名建市、会　長：岩井
    if group and (sent := _SENT.match(piece)) and full_name(sent[1]):
        return _speaker(sent[1], group)
    found = parse_label(piece)
    if found and found.name:
        outside = group in _MEMBER_GROUPS.values() and _ORGANISATION.search(found.office)
        return _speaker(found.name, group) if outside else found
    name = squeeze(piece)
    if listed or (group and is_name(name) and len(name) >= 2 and not NOBODY.search(name)):
        return _speaker(piece.strip(), group)
    return None


_SENDERS = "運輸局 支局 整備局 警察署 事務所 営業所 協会 組合 交通 ㈱ (株) （株）".split()
_SENT = re.compile(rf"^\s*\S{{2,24}}{any_of(*map(re.escape, _SENDERS))}[ \u3000]+([^\s（()）]{{3,6}})\s*$")
_ORGANISATION = re.compile(any_of(*map(re.escape, _SENDERS)) + "$")
"""委員：山手運輸局白鳥運輸支局　古庄忍: the body that sent a member, before the name; an office says more and stays."""


def _group_head(text: str) -> tuple[str, str] | None:
    """「委員　早川委員(会長)」, 「事務局 浜田情報管理課長」: the group and what follows it."""
    match = re.match(
        r"^(?:[（(【〔［\[＜<](?=[^（(【〔［\[＜<]{2,6}[）)】〕］\]＞>]))?(委\s*員|議\s*員|構成員|オブザーバー|事\s*務\s*局|執行部|説明員|理事者)(?:[）)】〕］\]＞>][\s:：]*|[\s:：]+)(?=\S)(?!(?:次\s*)?長\s|主\s*[査任幹事]\s|書\s*記\s|係\s*長\s|参\s*事\s)",
        text,
    )
    if not match:
        return None
    word = squeeze(match[1])
    return _MEMBER_GROUPS.get(word, "事務局" if word == "事務局" else ""), text[match.end() :]


def _speaker(name: str, office: str) -> Speaker:
    side: Side = side_of(squeeze(office))
    words = name.split()
    spread = len(words) > 2 and all(len(word) == 1 for word in words)
    return Speaker("".join(words) if spread else " ".join(words), office, side)
