"""Is a generated sentence borne out by the words that it cites? Rules only; what fails is not shown.

1. the quotations stand in the cited turn, letter for letter after NFKC and without white space;
2. side and speaker: what a member said is given as a member's, what the town answered not as a member's;
3. numbers with their counters stand in the quoted sentences, dates in the turn (eras and 昨年 converted);
4. towns, proper names and offices stand in the turn or its heading;
5. what it denies and affirms, and how far it commits (`chat.clauses.Strength`), is no more than the words say;
6. its words are those of the turn: an invented clause has too many of its own.

Measured by `python -m evals.verification`: false keeps and false drops by kind of corruption.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from chat.clauses import HEDGES, Clause, Reader, Reading, Strength, plain
from chat.dated import Dated, dates_in
from chat.framing import place_ja
from chat.quantities import Quantity
from corpus.places import FOLD
from corpus.register import register
from corpus.sentences import sentences
from corpus.types import Meeting, Speaker

Kind = Literal[
    "quote", "number", "date", "town", "name", "office", "side", "negation", "strength", "unsupported"
]

CLAUSE_COVER = 0.5
"""Least share of a clause's words that stand in the record. 0.4 and 0.6 were tried with `evals.verification`: lower keeps
more invented clauses, higher drops more true summaries."""

SENTENCE_COVER = 0.6
"""The same for the whole sentence."""

ALIGNED = 0.85
"""Clauses of the record that share at least this part of the best one's words are what a clause may be said of."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The cited turn with its heading. `about`: more words that may be used (topic, the question that was put)."""

    text: str
    speaker: Speaker
    meeting: Meeting
    role: str = "answer"
    about: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sentence is withheld."""

    kind: Kind
    detail: str


_OFFICE = re.compile(
    r"[一-鿿ァ-ヶー]{0,14}?(?:副市長|副町長|副知事|市長|町長|村長|区長|知事|教育長|部長|局長|課長|室長|係長|所長|本部長|管理者|議長|委員長|会長|事務局長)"
)
_SAYS = r"(?:と)?(?:答え|答弁|説明|述べ|回答|発言|言及|話し|表明|報告|明らかに)"
_FRAME = re.compile(
    rf"と(?:の|いう)?{_SAYS[5:]}(?:し|い|て|た|る|ました|ている|があった|がある|がなされた)*(?:。|$)"
    r"|と(?:の|いう)?(?:指摘|要望|主張|質問|提案|意見|求め)(?:し|い|て|た|る|ました|ている|があった|がある)*(?:。|$)"
)
"""…と答弁した, …との発言があった: who says it is looked at apart from what is said."""

_MEMBER = r"(?:議員|委員(?!会|長)|質問者|会派|議会側)"
_BY_MEMBER = re.compile(rf"{_MEMBER}(?:は|が|から|により|によれば|側は)")
_AS_MEMBERS = re.compile(rf"{_MEMBER}|質問|質疑|尋ね|たずね|問う|問い|指摘|要望|意見|提案|求め")
_ATTRIBUTION = frozenset(
    "答える 答え 答弁 説明 述べる 回答 発言 言及 話す 表明 報告 議員 委員 質問 指摘 要望 意見 提案 求める 市 町 村 区 県 都 府 道 当局 執行 部 行政 側 "
    "現在 今後 取り組み 取り組む 行う 実施 進める 図る 内容 対応 対する 向ける 引く 続ける 引き続く 引き続き 同様 様々 具体 的".split()
)
"""Words that frame any summary; they need no support of their own (what they commit to is checked as strength)."""

_GENERIC = frozenset("実施 行う 進める 図る 取り組む 取り組み 開始 推進 今後 引き続く".split())
_SLIGHT = 0.3
"""Words that stand with any object say little about which clause is meant."""

_TERM = re.compile(r"[ァ-ヺー]{3,}|[A-Za-z][A-Za-z0-9]+")


class Verifier:
    """Checks sentences. Thread-safe."""

    def __init__(self, reader: Reader | None = None) -> None:
        self.reader = reader or Reader()

    def faults(self, sentence: str, quotes: Sequence[str], evidence: Evidence) -> tuple[Fault, ...]:
        """Why `sentence` is not borne out by `quotes` from `evidence`; empty where it is.

        Args:
            sentence: one generated sentence without its marks.
            quotes: the words of the record that it rests on, as the model gave them.
            evidence: the turn that it cites.
        """
        if fault := _quote_fault(quotes, evidence):
            return (fault,)
        said = self.reader.read(_FRAME.sub("。", sentence))
        scope = _touched(quotes, evidence.text)
        record = self.reader.read(scope)
        whole = self.reader.read(evidence.text)
        heading = _heading(evidence)
        return (
            *_side_faults(sentence, evidence),
            *self._number_faults(sentence, scope, evidence),
            *_town_faults(sentence, scope, evidence),
            *_name_faults(said, sentence, evidence, heading),
            *_polarity_faults(said, record),
            *_strength_faults(said, record),
            *_support_faults(
                said,
                sentence,
                record.words,
                whole.words,
                self.reader.read(f"{heading}。{evidence.about}").words,
                f"{evidence.text}{heading}{evidence.about}",
            ),
        )

    def _number_faults(self, sentence: str, scope: str, evidence: Evidence) -> list[Fault]:
        anchor = evidence.meeting.date
        mine, rest = dates_in(sentence, anchor)
        quoted, quoted_rest = dates_in(scope, anchor)
        theirs, _ = dates_in(evidence.text, anchor)
        held, _ = dates_in(anchor_text(evidence.meeting), anchor)
        faults = []
        for mention in mine:
            known = _sayable(quoted, theirs)
            if re.search(r"定例会|臨時会|議会|会議|答弁", sentence):
                known += held
            if not any(mention.borne_out_by(other) for other in known):
                faults.append(Fault("date", f"{mention}"))
        numbers = self.reader.read(quoted_rest).quantities | self.reader.read(scope).quantities
        for quantity in self.reader.read(rest).quantities:
            if not _held(quantity, numbers):
                faults.append(Fault("number", f"{quantity.value}{quantity.unit}"))
        return faults


def _sayable(quoted: Sequence[Dated], turn: Sequence[Dated]) -> tuple[Dated, ...]:
    """The dates that a sentence may name: the quoted ones; a year from elsewhere in the turn only where they have none."""
    if any(d.year is not None or d.relative or d.bare for d in quoted):
        return tuple(quoted)
    years = [d for d in turn if d.year is not None or d.relative or d.bare]
    return (*quoted, *years, *(replace(y, month=q.month, day=q.day) for y in years for q in quoted))


def anchor_text(meeting: Meeting) -> str:
    """Session and day of a meeting as text, so that a sentence may name them."""
    return place_ja(meeting) + meeting.title


def _held(quantity: Quantity, known: frozenset[Quantity]) -> bool:
    return any(quantity.same(q) for q in known)


def _quote_fault(quotes: Sequence[str], evidence: Evidence) -> Fault | None:
    body = plain(evidence.text)
    if not any(plain(quote) for quote in quotes):
        return Fault("quote", "引用がない")
    for quote in quotes:
        if plain(quote) and plain(quote) not in body:
            return Fault("quote", quote[:40])
    return None


def _touched(quotes: Sequence[str], text: str) -> str:
    """The sentences of `text` that the quotations touch, whole: half a sentence can mean its opposite."""
    spans = sentences(text)
    plains = [plain(text[a:b]) for a, b in spans]
    joined = "".join(plains)
    taken: set[int] = set()
    for quote in quotes:
        wanted = plain(quote)
        at = joined.find(wanted) if wanted else -1
        if at < 0:
            continue
        position = 0
        for i, piece in enumerate(plains):
            if position < at + len(wanted) and at < position + len(piece):
                taken.add(i)
            position += len(piece)
    return "\n".join(text[spans[i][0] : spans[i][1]] for i in sorted(taken))


def _heading(evidence: Evidence) -> str:
    meeting, speaker = evidence.meeting, evidence.speaker
    town = meeting.municipality
    return f"{town.prefecture if town else ''}{town.name if town else ''} {place_ja(meeting)} {speaker.office} {speaker.name}"


def _side_faults(sentence: str, evidence: Evidence) -> list[Fault]:
    member = evidence.role == "question" or evidence.speaker.side == "member"
    if member:
        named = bool(_AS_MEMBERS.search(sentence)) or bool(
            evidence.speaker.name and evidence.speaker.name in sentence
        )
        if not named:
            return [Fault("side", "議員の発言であることが示されていない")]
        if re.search(r"答弁|回答", sentence):
            return [Fault("side", "議員の発言が答弁とされている")]
        return []
    if evidence.speaker.side in ("executive", "secretariat") and _BY_MEMBER.search(sentence):
        if re.search(rf"{_MEMBER}(?:は|が|から|により|によれば|側は)", plain(evidence.text)):
            return []
        return [Fault("side", "答弁が議員の発言とされている")]
    return []


def _town_faults(sentence: str, scope: str, evidence: Evidence) -> list[Fault]:
    town = evidence.meeting.municipality
    own = {town.name, town.prefecture} if town else set()
    find = register().find_names
    about = {m.entry.name for m in find(evidence.about)} if town is None else set()
    quoted = {m.entry.name for m in find(scope)}
    foreign = quoted - own
    named = {m.entry.name for m in find(sentence)}
    faults = [Fault("town", name) for name in sorted(named - own - quoted - about)]
    said_of = {name for name in named - own if _subject(sentence, {name}) and not _subject(scope, {name})}
    faults += [Fault("town", f"{name}のこととは書かれていない") for name in sorted(said_of & quoted)]
    if named and town and named <= own and foreign and not quoted & own and _subject(scope, foreign):
        faults.append(Fault("town", f"{'・'.join(sorted(foreign))}のことである"))
    return faults


def _subject(text: str, names: set[str]) -> bool:
    """Whether the sentence is said of one of the towns: 狛江市では…, 狛江市は…."""
    folded = text.translate(FOLD)
    return any(
        re.search(rf"{re.escape(n.translate(FOLD))}(?:(?:側|内|当局)?(?:で)?は|が|も)", folded) for n in names
    )


def _name_faults(said: Reading, sentence: str, evidence: Evidence, heading: str) -> list[Fault]:
    body = plain(f"{evidence.text}{heading}{evidence.about}").translate(FOLD)
    faults = [
        Fault("name", name)
        for name in sorted(said.names)
        if plain(name).removesuffix("等").translate(FOLD) not in body
    ]
    folded = plain(sentence)
    for match in _OFFICE.finditer(folded):
        office = match[0]
        speaks = re.match(rf"(?:は|が|から)[^。]*?{_SAYS}", folded[match.end() :])
        if speaks and evidence.speaker.office:
            if not plain(evidence.speaker.office).endswith(office) and office not in plain(evidence.text):
                faults.append(Fault("office", office))
        elif office not in body:
            faults.append(Fault("office", office))
    return faults


def _aligned(clause: Clause, record: Reading) -> list[Clause]:
    """The clauses of the record that `clause` most likely renders, by the words that they share (long ones count more)."""
    scores = [
        sum(len(word) * (_SLIGHT if word in _GENERIC else 1.0) for word in clause.words & other.words)
        for other in record.clauses
    ]
    best = max(scores, default=0.0)
    if not best:
        return []
    return [other for other, score in zip(record.clauses, scores, strict=True) if score >= ALIGNED * best]


def _polarity_faults(said: Reading, record: Reading) -> list[Fault]:
    denied: dict[str, set[bool]] = {}
    for clause in record.clauses:
        for predicate in clause.predicates:
            denied.setdefault(predicate.form, set()).add(predicate.negative)
    any_denied = any(clause.negative for clause in record.clauses)
    faults = []
    for clause in said.clauses:
        near = _aligned(clause, record)
        for predicate in clause.predicates:
            if predicate.form not in clause.words:
                continue
            local = {p.negative for c in near for p in c.predicates if p.form == predicate.form}
            known = local or denied.get(predicate.form, set())
            if known and predicate.negative not in known:
                faults.append(Fault("negation", predicate.form))
        if (clause.negative and not any_denied) or (
            clause.negative and near and not any(c.negative for c in near) and not faults
        ):
            faults.append(Fault("negation", clause.text))
    return faults


def _strength_faults(said: Reading, record: Reading) -> list[Fault]:
    faults = []
    for clause in said.clauses:
        if clause.strength == Strength.NONE or not clause.words:
            continue
        near = _aligned(clause, record)
        if not near:
            continue
        allowed = max(other.strength for other in near)
        undone = clause.tense == Strength.DONE and all(other.tense == Strength.WILL for other in near)
        if (clause.strength > allowed and allowed != Strength.NONE) or undone:
            faults.append(Fault("strength", f"{clause.strength.name}>{allowed.name}"))
            continue
        # 検討 that the record has nowhere is more than 研究, even beside other words that are stronger.
        own = {form: HEDGES[form] for form in clause.words if form in HEDGES}
        missing = [form for form in own if form not in record.words and form in ("検討", "協議")]
        less = any(HEDGES.get(form) == Strength.STUDY for form in record.words)
        if missing and (less or all(other.strength < own[missing[0]] for other in near)):
            faults.append(Fault("strength", missing[0]))
    return faults


def _support_faults(
    said: Reading,
    sentence: str,
    quoted: frozenset[str],
    turn: frozenset[str],
    about: frozenset[str],
    text: str,
) -> list[Fault]:
    """Clauses with too many words that the quoted sentences lack, a sentence with too many that the turn lacks."""
    body = plain(text).casefold()

    def held(word: str, known: frozenset[str]) -> bool:
        return word in known or word in about or word in _ATTRIBUTION

    faults = []
    own = [word for clause in said.clauses for word in clause.words]
    for clause in said.clauses:
        words = [word for word in clause.words if word not in _ATTRIBUTION]
        if words and sum(held(word, quoted) for word in words) < CLAUSE_COVER * len(words):
            faults.append(Fault("unsupported", clause.text))
    if own and sum(
        held(w, turn) or (len(w) > 1 and w.casefold() in body) for w in own
    ) < SENTENCE_COVER * len(own):
        faults.append(Fault("unsupported", "全体"))
    terms = _TERM.findall(plain(sentence))
    return faults + [Fault("unsupported", term) for term in terms if term.casefold() not in body]
