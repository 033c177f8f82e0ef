"""What a sentence denies, how far it commits and what it turns round, held against the clauses that it renders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.verification.alignment import clauses_like, sentences_like
from chat.verification.clauses import Clause, Reading
from chat.verification.strength import FINISHED, HEDGES, Strength, ends_past, ends_wished
from chat.verification.types import Fault
from chat.verification.words import AROUND, alike


def polarity_faults(said: Reading, record: Reading) -> list[Fault]:
    """What is denied that the record affirms, and the other way round."""
    denied: dict[str, set[bool]] = {}
    for clause in record.clauses:
        for predicate in clause.predicates:
            denied.setdefault(predicate.form, set()).add(predicate.negative)
    any_denied = any(clause.negative for clause in record.clauses)
    faults = []
    for clause in said.clauses:
        near = clauses_like(clause, record)
        faults += [
            Fault("negation", p.form)
            for p in clause.predicates
            if p.form in clause.words and (known := _known(p.form, near, denied)) and p.negative not in known
        ]
        unheard = clause.negative and (not any_denied or (near and not any(c.negative for c in near)))
        turned = all(c.denies != clause.denies for c in near) if near else _turned_end(clause, said, record)
        if not faults and (unheard or turned):
            faults.append(Fault("negation", clause.text))
    return faults


def _turned_end(clause: Clause, said: Reading, record: Reading) -> bool:
    """The same for an end without words of its own (…という状況ではない): against the ends of the sentences rendered."""
    if clause is not said.clauses[-1]:
        return False
    ends = {c.sentence: c for c in record.clauses}
    near = [ends[n] for n in sentences_like(clause, said, record) if n in ends]
    return bool(near) and all(c.denies != clause.denies for c in near)


def _known(form: str, near: Sequence[Clause], everywhere: dict[str, set[bool]]) -> set[bool]:
    local = {p.negative for clause in near for p in clause.predicates if p.form == form}
    return local or everywhere.get(form, set())


def strength_faults(said: Reading, record: Reading) -> list[Fault]:
    """What is said to be done, decided or firmly planned where the record only plans, considers or studies it."""
    faults = []
    for clause in said.clauses:
        near = clauses_like(clause, record) if clause.words else []
        if not near:
            continue
        if added := _act_for_hedge(clause, said, record):
            faults.append(Fault("strength", added))
            continue
        if ends_past(clause.text) and all(ends_wished(other.text) for other in near):
            faults.append(Fault("strength", f"{near[0].text}>{clause.text}"))
            continue
        if clause.strength == Strength.NONE:
            continue
        allowed = max(other.strength for other in near)
        undone = clause.tense == Strength.DONE and all(other.tense == Strength.WILL for other in near)
        if (clause.strength > allowed and allowed != Strength.NONE) or undone:
            faults.append(Fault("strength", f"{clause.strength.name}>{allowed.name}"))
        elif added := _finished(clause, said, record):
            faults.append(Fault("strength", added))
        else:
            faults += _hedge_faults(clause, near, record)
    return faults


def _finished(clause: Clause, said: Reading, record: Reading) -> str:
    """Words of completion that the sentences which the clause renders do not have."""
    found = FINISHED.search(clause.text)
    near = "".join(record.sentences[n] for n in sentences_like(clause, said, record))
    known = {m[0][:2] for m in FINISHED.finditer(near)}
    return found[0] if found and found[0][:2] not in known else ""


_LADDER = (
    tuple(form for form, strength in HEDGES.items() if strength == Strength.STUDY),
    tuple(form for form, strength in HEDGES.items() if strength == Strength.CONSIDER),
    tuple("実施 決定 合意 完了 実現 達成 確定 開始 終了 導入 設置".split()),
)
"""Words of studying, of considering, of doing. A word of a later step for one of an earlier step says more."""


def _act_for_hedge(clause: Clause, said: Reading, record: Reading) -> str:
    """A word of a later step that the sentence has more often than those which it renders, where it has one of an earlier
    step less often than they: 実施中 for 検討中, whether or not the clause commits to anything."""
    theirs = "".join(record.sentences[n] for n in sentences_like(clause, said, record))
    mine = said.sentences[clause.sentence]
    for step, words in enumerate(_LADDER):
        earlier = [word for lower in _LADDER[:step] for word in lower]
        added = [w for w in words if w in clause.text and mine.count(w) > theirs.count(w)]
        if added and any(theirs.count(word) > mine.count(word) for word in earlier):
            return added[0]
    return ""


def _hedge_faults(clause: Clause, near: Sequence[Clause], record: Reading) -> list[Fault]:
    """検討 that the record has nowhere is more than 研究, even beside other words that are stronger."""
    own = {form: HEDGES[form] for form in clause.words if form in HEDGES}
    missing = [form for form in own if form not in record.words and form in ("検討", "協議")]
    less = any(HEDGES.get(form) == Strength.STUDY for form in record.words)
    if missing and (less or all(other.strength < own[missing[0]] for other in near)):
        return [Fault("strength", missing[0])]
    return []


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
    )
)
"""Words that turn a statement round."""

_EMPHATIC = tuple(
    map(
        re.compile,
        "必ず 一切 完全に 全面的に 直ちに 即座に 常に 確実に 大幅に (?:初|はじ)めて|初の(?!段階) 唯一 最大(?!限) 最高 最多 最小(?!限) 随一|世界一|日本一|全国一 過去最|史上 既に|すでに".split(),
    )
)
"""Words that make more of a statement; each needs itself, or another spelling of itself, in the record."""


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
        faults += [
            Fault("strength", found[0])
            for word in _EMPHATIC
            if near and (found := word.search(clause.text)) and not word.search(text)
        ]
    return faults


def _stands(
    found: re.Match[str], clause: str, mine: re.Pattern[str], other: re.Pattern[str], text: str
) -> bool:
    """Whether the record has this side too, and not the other one at its place, by the letters around."""
    here = [alike(_around(found, clause), _around(m, text)) for m in mine.finditer(text)]
    there = [alike(_around(found, clause), _around(m, text)) for m in other.finditer(text)]
    if not here:
        return False
    return max(here) >= max(there) or (bool(other.search(clause)) and max(here) + _NEARER > max(there))


_NEARER = 4
"""Letters around by which the other word's place must look more alike where the sentence has both words."""


def _around(match: re.Match[str], text: str) -> tuple[str, str]:
    return text[: match.start()][-AROUND:], text[match.end() :][:AROUND]
