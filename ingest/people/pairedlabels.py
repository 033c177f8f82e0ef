"""Labels that join two words for one person by a sign or a bracket: 会長・川辺守, 鈴木（博）委員長, 参与（防災対策課長事務取扱）（相澤毅君）."""

from __future__ import annotations

import re

from corpus.types import Speaker
from ingest.people.gluednames import split_glued
from ingest.people.names import is_name, opens_with_surname
from ingest.people.offices import is_office, is_title, side_of
from ingest.people.speakerwords import GROUPS, without_title

_GROUPED = re.compile(r"^([^・／/]{2,4})[・／/]([^・／/]{1,12})$")
"""事務局・高野, 事務局・高野課長, 事務局・業務課長: the group that answers, and who of it."""
_DOTTED = re.compile(r"^([^・（()）]{2,14})・([一-鿿々ヶノ]{2,6})$")
"""会長・川辺守: office and name."""
_CHARGED = re.compile(
    r"^([^（()）]{2,30})[（(]([^（()）]{0,24}(?:担当|取扱|扱|兼務|兼任|併任|兼|併)|[^（()）]{1,24}[長監])[）)][（(]([^（()）]{2,14})[）)]$"
)
"""参与（防災対策課長事務取扱）（相澤毅君）, 図書館長(扱)（伊東学）: what an officer is in charge of, or that he is, between the office and the
name."""
_SAME_NAME = re.compile(r"^([^（()）]{1,8})[（(]([^（()）]{1,6})[）)](.+)$")
_READING = re.compile(r"^[ぁ-んァ-ヶー]+$")
"""How a name is read, in kana behind it: more letters than the name has."""


def charged_label(whole: str) -> Speaker | None:
    """The speaker of a label with what he is in charge of between his office and his name."""
    charged = _CHARGED.match(whole)
    if charged and is_office(charged[1]) and is_name(name := without_title(charged[3])):
        return Speaker(name, f"{charged[1]}（{charged[2]}）", side_of(charged[1]))
    return None


def paired_label(whole: str) -> Speaker | None:
    """The speaker of a surname told from another of its kind, of a group and its member, of an office and a name."""
    same = _SAME_NAME.match(whole)
    if same and is_office(same[3]) and is_name(same[1]):  # 鈴木（博）委員長: two of one surname
        read = len(same[2]) > len(same[1]) and _READING.match(same[2])  # 逢見（おうみ）委員
        return Speaker(same[1] if read else f"{same[1]}（{same[2]}）", same[3], side_of(same[3]))
    grouped = _GROUPED.match(whole)
    if grouped and grouped[1] in GROUPS and is_name(grouped[2]) and not is_office(grouped[2]):
        return Speaker(grouped[2], grouped[1], side_of(grouped[1]))
    if grouped and grouped[1] in GROUPS and is_office(grouped[2]):
        glued = split_glued(grouped[2], ()) or ("", grouped[2])
        return Speaker(*glued, side_of(grouped[1]))
    dotted = _DOTTED.match(whole)
    named = dotted is not None and is_name(dotted[2]) and not is_office(dotted[2])
    if dotted and named and is_title(dotted[1]) and opens_with_surname(dotted[2]):
        return Speaker(dotted[2], dotted[1], side_of(dotted[1]))
    return None
