"""What a sentence turns round or makes more of: 減少 for 増加, 全て for 一部, what is said of one thing told of another."""

from __future__ import annotations

import re

from chat.verification.alignment import sentences_like
from chat.verification.clauses import Reading
from chat.verification.types import Fault
from chat.verification.words import alike, around, pairs, things

_OPPOSITES = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"増加|増え|増や|増大|増額|増員|ふえ|ふや|増に", r"減少|減っ|減り|減る|減ら|減額|減員|激減|削減"),
        (r"拡大|拡充|拡張|広が|広げ", r"縮小|狭ま|狭め|収束"),
        (r"上昇|上が(?!って)|高ま|高ま", r"低下|下が|低ま"),
        (r"引き?上げ|値上げ", r"引き?下げ|値下げ"),
        (r"上回|超え|超過", r"下回|に満たな"),
        (r"すべて|全て|全員|全域|全校|全額|全面", r"一部(?!事務)|半額"),
        (r"最も多|最多", r"最も少|最少"),
        (r"以上", r"以下|未満"),
        (r"有料|有償", r"無料|無償"),
        (r"賛成", r"反対"),
        (r"(?<!不)可能", r"不可能"),
        (r"(?<!不)必要", r"不要"),
        (r"(?<!不)十分", r"不十分"),
        (r"容易", r"困難|難し"),
        (r"開始|始め|始ま|着手", r"終了|終え|終わ"),
        (r"新設|開設|創設|設置", r"廃止|閉鎖|撤去"),
        (r"前倒し", r"先送り|延期|見送"),
        (r"黒字", r"赤字"),
        (r"(?<!非)公開", r"非公開"),
        (r"(?:る|の)前に", r"(?:た|の)後"),
    )
)
"""Words that turn a statement round."""

_EMPHATIC = tuple(
    map(
        re.compile,
        "必ず 一切 完全に 全面的に 直ちに 即座に 常に 確実に 大幅に (?:初|はじ)めて|初の(?!段階) 唯一 (?:全て|すべて|全員|全校|全域|全額|全館|全戸|いずれも) 最大(?!限) 最高 最多 最小(?!限) 随一|世界一|日本一|全国一 過去最|史上 既に|すでに".split(),
    )
)
"""Words that make more of a statement; each needs itself, or another spelling of itself, in the record."""


_CHANGES = re.compile(r"引き?上げ|引き?下げ|値上げ|値下げ|増額|減額|増員|減員|増加|減少|上昇|低下")
_ALL_OF = re.compile(r"(?:全て|すべて)の(?P<what>[一-鿿ァ-ヶー]{2})")


def change_faults(said: Reading, record: Reading) -> list[Fault]:
    """A change that the record names nowhere (引き上げ for 改定), and 全ての of something else than the record says it of."""
    text = "".join(record.sentences)
    faults = []
    for clause in said.clauses:
        changed = _CHANGES.search(clause.text)
        if changed and not any(_side(changed[0], sides, text) for sides in _OPPOSITES[:4]):
            faults.append(Fault("opposite", changed[0]))
        faults += [
            Fault("strength", found[0])
            for found in _ALL_OF.finditer(clause.text)
            if re.search(r"全て|すべて", text)
            and not re.search(rf"(?:全|すべて)[^、。]{{0,6}}{found['what']}|各{found['what']}", text)
        ]
    return faults


def _side(word: str, sides: tuple[re.Pattern[str], re.Pattern[str]], text: str) -> bool:
    return any(side.search(word) for side in sides) and any(side.search(text) for side in sides)


def opposite_faults(said: Reading, record: Reading) -> list[Fault]:
    """増加 where the record has 減少 of the same thing, and emphasis that it does not have."""
    faults = []
    for clause in said.clauses:
        near = [record.sentences[n] for n in sentences_like(clause, said, record)]
        text = "".join(near)
        for sides in _OPPOSITES:
            for mine, other in (sides, sides[::-1]):
                found = mine.search(clause.text)
                if found and other.search(text) and not _stands(found, clause.text, mine, other, text):
                    faults.append(Fault("opposite", found[0]))
        faults += [Fault("opposite", word) for word in _turned_letters(clause.text, text, record)]
        faults += [
            Fault("strength", found[0])
            for word in _EMPHATIC
            if near and (found := word.search(clause.text)) and not word.search(text)
        ]
    return faults


_SIDES = "増減 新旧 高低 内外 開閉 東西 南北 東南 東北 西南 西北 昼夜 朝夕 左右 休開 長短 大小 公私 男女 賛否 前後".split()
_TURNED = {one: {b for pair in _SIDES if one in pair for b in pair if b != one} for one in "".join(_SIDES)}


def _turned_letters(clause: str, text: str, record: Reading) -> list[str]:
    """減便 where the record has 増便 and nowhere 減便: a word of two letters with one of them turned round."""
    everywhere = "".join(record.sentences)
    return [
        pair
        for pair in sorted(things(clause))
        if pair not in everywhere
        and _stands_alone(pair, clause)
        and any(
            _stands_alone(pair[:at] + other + pair[at + 1 :], text)
            for at in (0, 1)
            for other in _TURNED.get(pair[at], ())
        )
    ]


def _stands_alone(pair: str, text: str) -> bool:
    """Whether a word begins with `pair`: 増便, but not the 小企 of 中小企業."""
    at = text.find(pair)
    while at > 0 and "一" <= text[at - 1] <= "鿿":
        at = text.find(pair, at + 1)
    return at >= 0


def _stands(
    found: re.Match[str], clause: str, mine: re.Pattern[str], other: re.Pattern[str], text: str
) -> bool:
    """Whether the record has this side too, and not the other one at its place, by the letters around."""
    here = [alike(around(found, clause), around(m, text)) for m in mine.finditer(text)]
    there = [alike(around(found, clause), around(m, text)) for m in other.finditer(text)]
    if not here:
        return False
    return max(here) >= max(there) or (bool(other.search(clause)) and max(here) + _NEARER > max(there))


_NEARER = 4
"""Letters around by which the other word's place must look more alike where the sentence has both words."""


_TOPIC = re.compile(r"(?:^|(?<=[、。]))(?P<topic>[一-鿿ァ-ヶー]{2,10})は(?!、?(?:いえ|じめ))、?")


def topic_faults(said: Reading, record: Reading) -> list[Fault]:
    """運営は協議会に委託 where the record has 管理は協議会に委託しており、運営は住民が担って: told of the other topic."""
    faults = []
    for clause in said.clauses:
        near = [record.sentences[n] for n in sentences_like(clause, said, record)]
        for topic, told in _topics(clause.text):
            for sentence in near:
                theirs = dict(_topics(sentence))
                own = len(things(told) & things(theirs.get(topic, "")))
                others = [len(things(told) & things(text)) for t, text in theirs.items() if t != topic]
                if topic in theirs and max(others, default=0) > own:
                    faults.append(Fault("opposite", f"{topic}は"))
    return faults


def _topics(text: str) -> list[tuple[str, str]]:
    """(topic, what is said of it up to the next topic)."""
    found = list(_TOPIC.finditer(text))
    ends = [*(m.start() for m in found[1:]), len(text)][: len(found)]
    return [(m["topic"], text[m.end() : end]) for m, end in zip(found, ends, strict=True)]


_CONDITION = re.compile(
    r"[^、。]{2,}(?:場合(?:に(?:は|おいて(?:は)?)?|は)|であれば|ならば|なければ|際には|次第)、?"
)
_CONDITIONAL = re.compile(
    r"場合|れば|なら|際|次第|たら|限り|とき|時(?:に|は)|条件|もし|仮に|対象|者(?:は|に)|方(?:は|に)"
)


def condition_faults(said: Reading, record: Reading) -> list[Fault]:
    """What the record says only of a case (…場合には、), said without any."""
    faults = []
    for clause in said.clauses[-1:]:
        if _CONDITIONAL.search(said.sentences[clause.sentence]):
            continue
        near = [record.sentences[n] for n in sentences_like(clause, said, record)]
        if near and all(_only_in_case(pairs(clause.text), sentence) for sentence in near):
            faults.append(Fault("condition", clause.text))
    return faults


def _only_in_case(own: set[str], sentence: str) -> bool:
    found = list(_CONDITION.finditer(sentence))
    if not found:
        return False
    before, after = pairs(sentence[: found[-1].start()]), pairs(sentence[found[-1].end() :])
    return len(own & after - before) > len(own & before - after)
