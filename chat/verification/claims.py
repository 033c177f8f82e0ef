"""What a sentence denies and how far it commits, held against the clauses that it renders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from chat.verification.alignment import clauses_like, rendered, sentences_like
from chat.verification.clauses import Clause, Reading
from chat.verification.strength import FINISHED, HEDGES, Strength, ends_past, ends_wished
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
        faults += _turned_plan(clause, said, record)
        if clause.denies and _PARTLY.search("".join(record.sentences)) and not _PARTLY.search(clause.text):
            faults.append(Fault("negation", "一部だけの否定"))
        unheard = clause.negative and (not any_denied or (near and not any(c.negative for c in near)))
        turned = all(c.denies != clause.denies for c in near) if near else _turned_end(clause, said, record)
        if not faults and (unheard or turned):
            faults.append(Fault("negation", clause.text))
    return faults


_PARTLY = re.compile(r"必ずしも|とは限|(?:全て|すべて|全部)[^。]*わけで(?:は|も)")
"""必ずしも…ない denies only that it is always so."""

_PLANS = frozenset("考える 予定 計画 想定".split())
_CARRIED = frozenset("居る おる 有る ある 御座る 為る する 致す".split())


def _turned_plan(clause: Clause, said: Reading, record: Reading) -> list[Fault]:
    """考えている where the sentences rendered have only 考えておりません: such a word has no share in what a clause is like."""
    last = next((p for p in reversed(clause.predicates) if p.form not in _CARRIED), None)
    if last is None or last.form not in _PLANS:
        return []
    numbers = sentences_like(clause, said, record)
    known = {
        p.negative
        for c in record.clauses
        if c.sentence in numbers
        for p in c.predicates
        if p.form == last.form
    }
    return [Fault("negation", last.form)] if known and last.negative not in known else []


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
        if ends_past(clause.text) and _wished(clause, near, said, record):
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


def _wished(clause: Clause, near: Sequence[Clause], said: Reading, record: Reading) -> bool:
    """Whether the record only wishes or plans what the clause ends with."""
    if clause.text == said.clauses[-1].text and (same := rendered(clause.sentence, said, record)):
        return ends_wished(same)
    return all(ends_wished(other.text) for other in near)


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
    """A word of a later step (実施中) that the sentence puts in the place of one of an earlier step (検討中), whether or not the
    clause commits to anything; empty where there is none. It is found by counting: beside the sentences that it renders, the
    sentence has more of the one and fewer of the other."""
    mine = said.sentences[clause.sentence]
    theirs = rendered(clause.sentence, said, record) or "".join(
        record.sentences[n] for n in sentences_like(clause, said, record)
    )
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
