"""Words of a sentence that the record does not have: an invented clause has too many of its own."""

from __future__ import annotations

import re

from chat.verification.clauses import Clause, Reading
from chat.verification.quantities import COUNTERS, digits
from chat.verification.types import Evidence, Fault
from corpus.folding import plain
from corpus.numerals import KANJI_DIGITS

CLAUSE_COVER = 0.5
"""Least share of a clause's words that stand in the record. 0.4 and 0.6 were tried with `kaigiroku eval verification`: lower keeps
more invented clauses, higher drops more true summaries."""

SENTENCE_COVER = 0.6
"""The same for the whole sentence."""

_FRAMING = frozenset(
    "答える 答え 答弁 説明 述べる 回答 発言 言及 話す 表明 報告 議員 委員 質問 指摘 要望 意見 提案 求める 市 町 村 区 県 都 府 道 当局 執行 部 行政 側 "
    "現在 今後 取り組み 取り組む 行う 実施 進める 図る 内容 対応 対する 向ける 引く 続ける 引き続く 引き続き 同様 様々 具体 的 見込み 見込む 見通し 掛かる 要する 予定 時点 取る".split()
)
"""Words that frame any summary; they need no support of their own (what they commit to is checked as strength)."""

PHRASE_COVER = 0.34
"""The same for every stretch between commas: 「外部の有識者が監修し」 between true words has none at all."""

_TERM = re.compile(r"[ァ-ヺー]{3,}|[A-Za-z]{2,}")
_CODED = re.compile(rf"[A-Za-z]+[.\-‐–]?(?:[0-9]+(?:\.[0-9]+)*|[{KANJI_DIGITS}]+(?![一-鿿]))")
"""Names with a number: CO2, No.5, Society5.0, A-2. The number belongs to the name, whatever else has it in the record."""


def support_faults(
    said: Reading, record: Reading, turn: Reading, about: Reading, evidence: Evidence
) -> list[Fault]:
    """Clauses with too many words that the quoted sentences lack, a sentence with too many that the turn lacks, and terms in
    katakana or Latin letters that the turn lacks.

    Args:
        said: the sentence.
        record: the quoted sentences.
        turn: all of the turn.
        about: its heading and topic.
        evidence: the turn as it stands.
    """
    body = digits(plain(f"{evidence.text}{evidence.heading}{evidence.about}")).casefold()
    faults = [
        Fault("unsupported", clause.text)
        for clause in said.clauses
        if not _supported(clause, record, about.words)
    ]
    own = [word for clause in said.clauses for word in clause.words]
    known = turn.words | about.words | _FRAMING
    held = sum(word in known or (len(word) > 1 and word.casefold() in body) for word in own)
    if held < SENTENCE_COVER * len(own):
        faults.append(Fault("unsupported", "全体"))
    terms = [term for sentence in said.sentences for term in _TERM.findall(plain(sentence))]
    written = plain(f"{evidence.text}。{evidence.heading}。{evidence.about}")
    coded = {_code(m[0]) for m in _CODED.finditer(f"{written}。{digits(written)}")}
    mine = [m[0] for sentence in said.sentences for m in _CODED.finditer(plain(sentence))]
    faults += [Fault("number", name) for name in mine if _code(name) not in coded]
    return faults + [
        Fault("unsupported", term) for term in terms if term.casefold() not in body and term not in COUNTERS
    ]


def _code(name: str) -> str:
    """Two spellings of one name alike: ＣＯ２, CO二."""
    return re.sub(r"(?<=[a-z])[.\-‐–]", "", name.casefold()).translate(_ARABIC)


_ARABIC = str.maketrans(KANJI_DIGITS, "0123456789")


def _supported(clause: Clause, record: Reading, about: frozenset[str]) -> bool:
    words = clause.words - _FRAMING
    if not words:
        return True
    known = _nearest(words, record) | about
    if sum(word in known for word in words) < CLAUSE_COVER * len(words):
        return False
    return all(_backed(phrase, known) for phrase in clause.phrases)


SENTENCES = 2
"""Sentences of the record that one clause may draw its words from. In a whole speech all words of an invented one stand
somewhere; a single sentence would drop the true summary of two. (Of 327 invented clauses 1, 2 and 3 keep none.)"""


def _nearest(words: frozenset[str], record: Reading) -> frozenset[str]:
    """The words of the sentences of the record that together hold most of `words`."""
    left, known = set(words), frozenset[str]()
    sentences = [record.words_of(n) for n in range(len(record.sentences))]
    for _ in range(min(SENTENCES, len(sentences))):
        best = max(sentences, key=lambda have: len(left & have))
        left -= best
        known |= best
    return known


def _backed(phrase: frozenset[str], known: frozenset[str]) -> bool:
    own = phrase - _FRAMING
    return len(own) < 2 or sum(word in known for word in own) >= PHRASE_COVER * len(own)
