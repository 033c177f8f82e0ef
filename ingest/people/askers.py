"""The member who asks, where a newsletter or a list prints the name apart from the words: in the title, below it, after 質問者."""

from __future__ import annotations

import re

from corpus.patterns import any_of
from corpus.sudachi import Sudachi
from corpus.types import Speaker
from ingest.people.names import is_full_name, is_name, is_person
from ingest.people.speakers import parse_label
from ingest.people.speakerwords import PARTY
from ingest.text.normalize import modern, squeeze

_ASKER = re.compile(
    r"^(?:\d{1,2}[．.\s]+)?"
    + any_of(
        # 「質問者氏名：」
        r"(?:質問者|質問議員|通告者)(?:氏名)?[\s:：]+",
        # 「通告番号３　森川花子議員」
        r"(?:通告|質問順位?)(?:番号)?\s*(?:第?\d{1,2}番?|[①-⒇])[\s:：]+(?=\S+\s*\S*(?:議員|君))",
    )
    + "(.+)$"
)
_GIST = re.compile(r"^[○◯〇◎◆●■□◇☆★]\s*(.{2,14}議員)\s*(?:の\s*)?(?:一般|代表)?質問の要旨(?:です)?。?$")
"""○沖　ひとみ 議員 一般質問の要旨です。"""

_TITLE_OF = re.compile(
    r"^([一-鿿々ヶぁ-んァ-ヴー]{3,6})議員の(?:代表|一般|個人|総括|議案)?質[問疑](?:と(?:答弁|回答))?(?=$|\s*[\-－―|｜])"
)
"""沖野ひとみ議員の代表質問: the title of a page that holds what one member asked, and the replies."""


def asker_of(text: str) -> Speaker | None:
    """質問者　沖　ひとみ（みらいの会）　質問日…: the line of a digest or a 答弁書 that says whose questions follow."""
    if gist := _GIST.match(text):
        text = "質問者　" + gist[1]
    if (title := _TITLE_OF.match(text)) and is_full_name(title[1]):
        return Speaker(title[1], "議員", "member")
    found = _ASKER.match(text)
    if not found or "。" in text:
        return None
    words = re.split(r"\s+", re.split(r"[（(]", found[1])[0].strip())
    if len(words) > 1 and re.fullmatch(r"(?:議席)?\d{1,3}番", words[0]):
        words = words[1:]
    name = words[0]
    if len(words) > 1 and len(words[0]) <= 3 and len(words[1]) <= 4:
        name += words[1]
    name = re.sub(r"(?:議員|君|氏)$", "", name)
    return Speaker(name, "議員", "member") if len(name) >= 2 and is_name(name) else None


_OWNER = re.compile(
    r"^[一-鿿ヶぁ-んァ-ヴー]{1,10}[都道府県市区町村](?:議会)?議員\s+([一-鿿々ヶぁ-んァ-ヴー]{1,4}\s?[一-鿿々ヶぁ-んァ-ヴー]{1,5})$"
)


def owner_of(text: str) -> Speaker | None:
    """北浜市議会議員　沖ひとみ at the head of a page: it is the member's own, and its questions are hers."""
    found = _OWNER.match(text)
    name = squeeze(found[1]) if found else ""
    return Speaker(name, "議員", "member") if is_person(name) else None


_HEAD = re.compile(r"^(?:[▽▼◆◇■□●○◎★☆・]\s*|\d{1,2}[．.\s]+)")
_MEMBER = re.compile(
    r"^[^\s。、：:（）()]{1,6}\s+[^\s。、：:（）()]{1,6}\s*議員(?:[（(][^（()）]{1,12}[）)])?$"
)

_WHOLE_NAME = re.compile(r"^([一-鿿々ヶぁ-んァ-ヴー]{4,6})議員(?:[（(][^（()）]{1,12}[）)])?$")
"""Surname and given name as one word; a shorter one may be anything before 議員 (町議員, 各議員)."""
_GROUP = re.compile(rf"^(?:{PARTY.pattern})\s+")
_BOLD = re.compile(r"^\*\*([^*]{2,12})\*\*$")


_BOXED = re.compile(r"[【〔［]([^【】〔〕［］。]{2,16}議員)[】〕］]")
"""【佐伯由美子議員】 above his questions."""


def names_member(text: str) -> bool:
    """大沼　とも子　議員 on a line of its own: in a newsletter of 問 and 答, whose questions follow; **大沼 とも子** in Markdown."""
    if _GIST.match(text):
        return True
    if bold := _BOLD.match(text):
        return is_asker_alone(bold[1]) is not None
    if boxed := _BOXED.fullmatch(text):
        who = parse_label(boxed[1])
        return who is not None and who.side == "member" and bool(who.name)
    text = _GROUP.sub("", _HEAD.sub("", text))  # ▽ 佐伯　由美子　議員, みらいの会　沖　健　議員
    if name := _WHOLE_NAME.match(text):  # 野村夕紀江議員
        return is_full_name(name[1])
    person = parse_label(re.split(r"[（(]", text)[0]) if _MEMBER.match(text) else None
    return person is not None and person.side == "member" and bool(person.name)


_COUNTED_MEMBER = re.compile(r"\d{1,2}[．.\s]+(?=\S)")


def member_of(text: str, label: str) -> Speaker | None:
    """Whom a heading names by its `label`; without its number where it counts the members (１　文野　慎治　議員)."""
    number = _COUNTED_MEMBER.match(text)
    return parse_label(text[number.end() :] if number and names_member(text) else label)


_NAMED_TITLE = re.compile(
    r"^([^\s（()）]{1,8}(?:\s[^\s（()）]{1,6})?[（(](?:議員|委員)[）)])\s*[―—–-]+\s*(\S.*)$"
)


def named_title(label: str) -> tuple[Speaker, str] | None:
    """沖 ひとみ（議員）― 学校図書館の司書: the member, and what is asked about."""
    found = _NAMED_TITLE.match(label)
    person = parse_label(found[1]) if found else None
    return (person, found[2]) if found and person and person.name else None


FAMILY_MAX, FULL_MAX = 4, 8
"""Characters of a surname, or of a name in kanji with nothing between its parts; of a whole name."""


def _is_whole(name: str) -> bool:
    """Whether the dictionary reads a surname and the rest as a given name, or the rest is kana (井上ひろみ)."""
    first, *rest = _sudachi(modern(name))
    named = first.part_of_speech()[3] == "姓" and bool(rest)
    kana = re.fullmatch("[ぁ-んー]{2,5}|[ァ-ヴー]{2,5}", name[len(first.surface()) :])
    return named and (kana is not None or all(m.part_of_speech()[2] == "人名" for m in rest))


_sudachi = Sudachi()
"""Loads its dictionary only when a title ends as one with a name does."""
_SIGNED_TITLE = re.compile(
    r"^(.{3,}?"
    + any_of(
        # 「空き家の活用について　森川花子」
        *"について に関して に向けて ほか など を は へ に か".split(),
        # 「歩道の整備　森川　花子」
        *"化 策 支援 問題 対策 充実 推進 整備 活用 確保 向上 強化 改善 促進 拡充 実現 再生 見直し".split(),
        *"運用 導入 在り方 あり方 の展望 [！!？?]".split(),
    )
    + r")\s+(?:ほか\s+)?(\S{1,7})(?:\s+(\S{1,4}))?$"
)
_NAME_ALONE = re.compile(r"^(\S{1,4})\s+(\S{1,4})$")


def named_at_end(text: str) -> tuple[Speaker, int] | None:
    """(member, length of the title) where the title of a newsletter's item ends in a name: …について　ほか　若林　聡子"""
    found = _SIGNED_TITLE.match(text)
    person = _person(found[2], found[3] or "") if found else None
    return (person, found.end(1)) if found and person else None


def is_asker_alone(text: str) -> Speaker | None:
    """若林　聡子 on a line of its own below the title."""
    found = _NAME_ALONE.match(text)
    return _person(found[1], found[2]) if found else None


def _person(family: str, given: str) -> Speaker | None:
    """A name that the dictionary knows as one: a surname first, and nothing but a person's names."""
    if not is_name(family + given) or not 3 <= len(family + given) <= FULL_MAX:
        return None
    if not given and len(family) > FAMILY_MAX and not _is_whole(family):
        return None  # 井上ひろみ, a longer word is a name only if all of it is
    kinds = [m.part_of_speech()[2] for part in (family, given) if part for m in _sudachi(modern(part))]
    named = kinds[0] == "人名" or (kinds[0] == "地名" and "人名" in kinds)
    return Speaker(family + given, "議員", "member") if named and (given or len(kinds) > 1) else None
