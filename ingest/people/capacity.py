"""Whom a member of a board stands for, in brackets behind 委員: 委員（交通事業者）, 委員（商工会）, 委員（公募）; whom one who is heard comes from.

Boards are made up of such people, and a record that keeps its members' names back prints this instead. It is no name, and says whose word it is: what the
operator replies to another member is known by nobody else.
"""

from __future__ import annotations

import re

from corpus.patterns import any_of
from ingest.people.gluednames import split_glued
from ingest.people.offices import is_office, is_presiding, side_of

_MEMBER = re.compile(r"(?:専門|臨時|特別|部会)?委員|構成員")
_CAPACITY = re.compile(
    any_of(
        # 「公募委員」「学識経験者」
        *r"公募(?:委員|[市町村区]民)? 学識(?:経験)?者? 有識者".split(),
        # 「商店街代表」「利用者」「医師」
        r"(?:[^（()）]{0,10}"
        + any_of(
            *r"代表 事業者 利用者 保護者 関係者 経験者 従事者 住民 [市町村区]民 児童委員 民生委員 医師 教授 協議会 法人 PTA ＰＴＡ".split(),
            *r"NPO ＮＰＯ".split(),
        )
        + r")",
    )
)
_BODY = re.compile(
    r"(?:[^会社]会|会社|協会|大学|学校|組合|団体|連合|連盟|クラブ|センター|相談所|自衛隊|消防団|支局|支店|[一-鿿ァ-ヶー]{2,}(?:省|庁|署|(?<!事務)局|バス|鉄道|交通|タクシー))$"
)
_FIRM = re.compile(
    r"(?:株式|有限|合同)会社|(?:一般|公益|独立行政|特定非営利活動|学校|医療|社会福祉)?(?:社団|財団)?法人"
)
_OPERATES = re.compile(
    r"事業者|会社|バス|鉄道|交通|タクシー|警察|運輸|支局|[省庁署]$|病院|医師会|歯科医師会|薬剤師会"
)
"""Who runs, orders or licenses what others ask about."""


def capacity(before: str, inside: str, roster: tuple[str, ...]) -> str:
    """The office of a member with whom he stands for, as it is printed; empty where `inside` is a name, or an office held in the meeting.

    >>> capacity("委員", "交通事業者", ()), capacity("委員", "商工会", ()), capacity("委員", "山田", ()), capacity("委員", "会長", ())
    ('委員（交通事業者）', '委員（商工会）', '', '')
    """
    if not _MEMBER.fullmatch(before) or inside in roster or is_presiding(inside):
        return ""
    glued = split_glued(inside, roster)
    if not _CAPACITY.fullmatch(inside) and not _BODY.search(inside) and (glued or not is_office(inside)):
        return ""
    return f"{before}（{inside}）"


_UNNAMED = re.compile(r"(?:\d{2}歳?代)?[・、]?[男女]性?|\d{2}歳?代")
"""男性, 60代女性: all that is told of somebody who is not named."""


def from_outside(before: str, inside: str, roster: tuple[str, ...]) -> tuple[str, str] | None:
    """Name and office of somebody heard from outside (島田理事（全国橋梁工業会）, 参加者（60代女性）), with what the bracket tells of him as it is
    printed; None where it holds no such body, or is the secretariat (平井総務課長（事務局）). A body is longer than any name and ends as none does,
    so that without this rule the office would be read as of the body.

    >>> from_outside("島田理事", "全国橋梁工業会", ()), from_outside("総務部長", "川辺守", ())
    (('島田', '理事（全国橋梁工業会）'), None)
    """
    if _UNNAMED.fullmatch(inside) and is_office(before):
        return "", f"{before}（{inside}）"
    if (
        inside in roster
        or side_of(inside) == "secretariat"
        or not (_BODY.search(inside) or _FIRM.search(inside))
    ):
        return None
    held = split_glued(before, roster)
    return (held[0], f"{held[1]}（{inside}）") if held and held[0] else None


def stands_for(office: str) -> bool:
    """Whether what stands for an office says whom a member of a board stands for: 保護者代表, 学識経験者."""
    return _CAPACITY.fullmatch(office) is not None


_OF_STATE = re.compile(r"[省庁]|警察|運輸|(?:都|道|府|県)(?!市)")


def is_body(office: str) -> bool:
    """Whether what stands for an office is another body than the town: 商工会, タクシー協会, 国土交通省青葉運輸支局; not 教育委員会, 水道局."""
    if _BODY.search(office) is None or office.endswith("委員会"):
        return False
    return not office.endswith("局") or _OF_STATE.search(office) is not None


def operates(office: str) -> bool:
    """Whether a member stands for those who run or order what is asked about: 委員（交通事業者）, not 委員（区長会）."""
    _, bracket, inside = office.rstrip("）)").partition("（")
    return bool(bracket) and _OPERATES.search(inside) is not None
