"""What a sentence denies, how far it commits and what it turns round, held against the clauses that it renders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.verification.alignment import clauses_like, sentences_like
from chat.verification.clauses import Clause, Reading
from chat.verification.strength import FINISHED, HEDGES, Strength
from chat.verification.types import Fault


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
        if clause.strength == Strength.NONE or not clause.words:
            continue
        near = clauses_like(clause, record)
        if not near:
            continue
        allowed = max(other.strength for other in near)
        undone = clause.tense == Strength.DONE and all(other.tense == Strength.WILL for other in near)
        if (clause.strength > allowed and allowed != Strength.NONE) or undone:
            faults.append(Fault("strength", f"{clause.strength.name}>{allowed.name}"))
        elif added := _finished(clause, said, record) or _act_for_hedge(clause, said, record):
            faults.append(Fault("strength", added))
        else:
            faults += _hedge_faults(clause, near, record)
    return faults


def _finished(clause: Clause, said: Reading, record: Reading) -> str:
    """Words of completion that the sentences which the clause renders do not have."""
    found = FINISHED.search(clause.text)
    near = "".join(record.sentences[n] for n in sentences_like(clause, said, record))
    return found[0] if found and found[0][:2] not in near else ""


_ACTS = frozenset("実施 決定 合意 完了 実現 達成 確定 開始 終了 導入 設置".split())
"""What is done instead of being considered."""


def _act_for_hedge(clause: Clause, said: Reading, record: Reading) -> str:
    """A word of doing that the rendered sentences do not have, where they hold back more often than the sentence does."""
    numbers = sentences_like(clause, said, record)
    near = frozenset().union(*(record.words_of(n) for n in numbers))
    added = sorted((clause.words & _ACTS) - near)
    theirs = "".join(record.sentences[n] for n in numbers)
    mine = said.sentences[clause.sentence]
    hedged = any(theirs.count(word) > mine.count(word) for word in _HELD_BACK)
    return added[0] if added and hedged else ""


_HELD_BACK = tuple(form for form, strength in HEDGES.items() if strength <= Strength.CONSIDER)


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
        (r"上回", r"下回"),
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

_EMPHATIC = re.compile(r"必ず|一切|完全に|全面的に|直ちに|即座に|常に|確実に|大幅に")


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
            Fault("strength", m[0]) for m in _EMPHATIC.finditer(clause.text) if near and m[0] not in text
        ]
    return faults


def _stands(
    found: re.Match[str], clause: str, mine: re.Pattern[str], other: re.Pattern[str], text: str
) -> bool:
    """Whether the record has this side too; where it has both, after the same two letters rather than the other one."""
    if not mine.search(text):
        return False
    if other.search(clause):
        return True
    before = clause[max(0, found.start() - 2) : found.start()]
    here = [text[max(0, m.start() - 2) : m.start()] for m in mine.finditer(text)]
    there = [text[max(0, m.start() - 2) : m.start()] for m in other.finditer(text)]
    return before in here or before not in there
