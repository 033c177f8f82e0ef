"""Sentences of a reply cut into statements: the clauses that promise, each with its kind, its place and the time that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat.commitments.actors import led_by_others
from chat.commitments.acts import PUT_OFF
from chat.commitments.considering import MEASURES_NEEDED
from chat.commitments.cuts import clauses_of, mask, single
from chat.commitments.deed_words import MANNER
from chat.commitments.due import due_of
from chat.commitments.granted import CONCEDES, grants
from chat.commitments.kinds import CONSIDER, DONE, OTHER, STUDY, WILL, Kind
from chat.commitments.main_clause import kind_of
from chat.commitments.plain_plans import is_digest
from chat.commitments.shell import bare
from chat.commitments.side_clauses import kinds_before
from chat.commitments.spoken import as_written
from chat.commitments.telling import tells_of_paper
from chat.commitments.tense import Tense, is_passive, stem_of, tense_of
from chat.commitments.topics import (
    Level,
    asked_again,
    done_by_others,
    hoped_of,
    last_own,
    others_words,
    own_in_the_end,
    own_masked,
    theirs_to,
)
from corpus.patterns import ORU, any_of
from corpus.sentences import sentences
from corpus.spans import Span

RULES = 75
"""Version of the rules; what was found by other rules is found anew."""

LONGEST = 2_000
"""Characters of a sentence that is looked at; longer ones are text without full stops, in which no clause can be told."""


_NEAR = 160
"""Characters before a sentence in which the bill or the money that it is about may be named."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement of the executive side: `[start, end)` of the turn's text, its kind, the time that it names (as printed)."""

    start: int
    end: int
    kind: Kind
    due: str = ""


def statements(text: str, level: Level = "town", lists: bool = False) -> tuple[Statement, ...]:
    """The statements in a turn of the executive side, in order.

    Args:
        text: the turn.
        level: whether a town speaks, or a prefecture or the state, so that 県 or 国 is no one else.
        lists: whether a line that ends in a noun (研修を実施) says what was done: a column of results (対応状況).
    """
    out: list[Statement] = []
    lead: Span | None = None
    for start, end in sentences(text):
        if end - start > LONGEST:
            continue
        plain = single(text[start:end])
        found = list(_of_sentence(text, start, mask(plain), level))
        if not found and (lists or lead) and _DONE_ITEM.search(plain):
            found = [Statement(start, end, DONE, due_of(plain, DONE))]
            if lead and out and out[-1].end <= lead[1] and out[-1].start >= lead[0]:
                out.pop()  # the list says it in full
        elif found and found[-1].kind == DONE and _LEAD.search(plain):
            lead = start, end
        out += found
    return tuple(out)


_TURNS_TO = re.compile(
    r"(?P<said>(?:ます|です|たい|ません)(?:し|が|けれども|けども|けれど)[、,])\s*(?:また|一方|ただ)?[、,]?\s*$"
)
"""「…を支援してまいりますし、また、国においても続けていただきたい」."""

_TOLD_OF = re.compile(r"[っいしんき]た(?:の|方|人|もの)[がは]")
"""「案内いたしまして、来られたのが七名です」: what came of it is told."""

_GROUND = re.compile(r"(?:ので|ため|ことから|(?<=ます)から)[、,]$")
"""「…必要がありますので、」."""

_DEEMS = re.compile(
    any_of(
        any_of(
            # 「確保できていると認識」「進めてきたものと考え」
            rf"(?:でき|なっ)て{ORU}(?:もの)?",
            r"(?:きた|まいりました|いた)もの",
        )
        + r"(?:だ|である)?と(?:いう)?(?:(?:ふう|よう)に)?(?:[^、,]{0,6}は)?(?:認識|理解|考え|思っ|思い|捉え|判断)",
        # 「見直している段階だと認識」
        r"て(?:い|お)る段階(?:だ|である)?と(?:は)?(?:認識|理解)",
        # 「対策を取っていると理解」
        rf"を取って{ORU}(?:もの)?と(?:は)?(?:認識|理解|捉え)",
    )
)
"""「人を採用できているというふうに思っております」: a view of what was done, which says not that it was."""

_COURTESY = re.compile(
    r"[御ご]?(?:迷惑|不便|手数|心配)を(?:お)?(?:か|掛)け(?:し|いたし|致し)(?:ます|まし)[^、,]{0,6}[、,。]?$"
)
"""「渡船の運休でご不便をおかけしますが、」 promises nothing."""

_LEAD = re.compile(r"(?:次|以下|下記)の")
_DONE_ITEM = re.compile(
    r"(?:を|に)[^、。]{0,24}(?:発行|実施|開催|設置|導入|作成|配布|開始|整備|公表|改定|策定|拡充|周知|変更|追加)(?:[（(][^）)]*[）)])?。?$"
)


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence as the rules read it (`masked`, see `mask`), cut into clauses; the last one is the main one."""

    masked: str
    clauses: list[Span]

    @property
    def texts(self) -> list[str]:
        return [self.masked[start:end] for start, end in self.clauses]

    @property
    def core(self) -> str:
        """The bare main clause."""
        return bare(as_written(self.texts[-1]))

    @property
    def tense(self) -> Tense | None:
        core = self.core
        tense = None if is_passive(core) or MANNER.search(stem_of(core)) else tense_of(core)
        return "past" if tense is None and _TOLD_OF.search(core) else tense


def _of_sentence(text: str, start: int, masked: str, level: Level) -> Iterator[Statement]:
    """The statements of the sentence of `text` that begins at `start`; `masked` is the sentence itself (see `mask`).

    1. a sentence on what others do tells at most what stands before it turns to them;
    2. the kind of the main clause, then those of the clauses before it;
    3. without what is asked again, hoped, heard or read from a paper, and what an open matter before it weakens;
    4. neighbours of one kind are one statement.
    """
    sentence = _Sentence(*clauses_of(own_masked(masked, level)))
    masked, clauses = sentence.masked, sentence.clauses
    theirs = theirs_to(masked, level)
    if theirs and not own_in_the_end(masked, theirs, sentence.core):
        turn = max((x for x, _ in clauses if x < theirs), default=0)
        if said := _TURNS_TO.search(masked[:turn]):  # the own words before it
            yield from _of_sentence(text, start, masked[: said.end("said")], level)
        return
    if done_by_others(masked, level):
        return
    main = _main_kind(text, start, sentence)
    before = [None] * (len(clauses) - 1) if theirs else _kinds_before(sentence, main, level)
    kinds = _weakest(_own_kinds(sentence, [*before, main]), sentence.texts)
    kinds = [
        None if _COURTESY.search(told) else kind for kind, told in zip(kinds, sentence.texts, strict=True)
    ]
    if not any(kinds):
        return
    for first, final, kind in _groups(kinds):
        a, b = start + clauses[first][0], start + clauses[final][1]
        while text[a].isspace():
            a += 1
        while first and text[b - 1] in "。．":
            b -= 1  # a part of a sentence is quoted without its full stop
        yield Statement(a, b, kind, due_of(single(text[a:b]), kind))


def _main_kind(text: str, start: int, sentence: _Sentence) -> Kind | None:
    """The kind of the main clause of the sentence of `text` that begins at `start`."""
    a, b = sentence.clauses[-1]
    masked, clause = sentence.masked, sentence.masked[a:b]
    behind = single(text[max(0, start - _NEAR) : start])
    main = kind_of(clause, masked[:a], bool(PUT_OFF.search(masked)), behind, is_digest(text))
    if main == DONE and (CONCEDES.search(clause) or _DEEMS.search(clause)):
        main = None
    return OTHER if main is None and MEASURES_NEEDED.search(clause) else main


def _kinds_before(sentence: _Sentence, main: Kind | None, level: Level) -> list[Kind | None]:
    """The kinds of the clauses before the main one, without what others do, what is granted and needs that only lead up to something."""
    masked, core, tense = sentence.masked, sentence.core, sentence.tense
    texts = sentence.texts[:-1]
    kinds = kinds_before(texts, tense, main, bool(PUT_OFF.search(masked)))
    a, b = others_words(masked, level)
    for place, (clause, (x, y)) in enumerate(zip(texts, sentence.clauses, strict=False)):
        others = (a <= x and y <= b + 1) or done_by_others(clause, level) or led_by_others(masked[:x])
        granted = kinds[place] in (DONE, OTHER) and (
            CONCEDES.search(clause) or (main is None and tense != "future" and grants(masked[:y], core))
        )
        # a need that leads up to something is no view of its own
        need = kinds[place] == OTHER and "必要" in clause and (main is None or _GROUND.search(clause))
        if kinds[place] and (others or granted or need):
            kinds[place] = None
    return kinds


def _own_kinds(sentence: _Sentence, kinds: list[Kind | None]) -> list[Kind | None]:
    """`kinds` of all clauses without what is asked again, hoped, only heard, or told of a paper."""
    masked, clauses = sentence.masked, sentence.clauses
    *before, main = kinds
    untold = asked_again(masked, clauses) | hoped_of(masked, clauses)
    before = [None if place in untold else kind for place, kind in enumerate(before)]
    own = last_own(masked, sentence.texts)
    if own is not None:
        main = None
        before = [kind if place <= own else None for place, kind in enumerate(before)]
    return [
        None if kind == DONE and tells_of_paper(masked, *clause) else kind
        for kind, clause in zip([*before, main], clauses, strict=True)
    ]


def _weakest(kinds: list[Kind | None], texts: list[str]) -> list[Kind | None]:
    """検討 before the main clause weakens what is promised there (検討し、実施する), unless that is about something else or something
    else is told between them."""
    weak = next((place for place, kind in enumerate(kinds[:-1]) if kind in (CONSIDER, STUDY)), None)
    if (
        weak is None
        or kinds[-1] != WILL
        or not _OPEN_WORDS.search(texts[weak])
        or _CAME_OF_IT.search(texts[weak])
        or _BESIDE.search(texts[weak])
        or _IN_HAND.search(texts[weak])
        or _OTHER_MATTER.search("".join(texts[weak + 1 :]))
        or any(kind not in (None, kinds[weak]) for kind in kinds[weak + 1 : -1])
    ):
        return kinds
    return [*kinds[:-1], None]


_OPEN_WORDS = re.compile(r"検討|研究|検証|調査|精査|協議|議論|調整|見直|模索|課題")
"""What is only thought of (対策を考えており) leaves the rest as it is."""

_CAME_OF_IT = re.compile(
    any_of(
        # 「検討しているところですが、」
        r"検討[^、]{0,12}て(?:い|お)る(?:ところ)?で(?:す|ございます|あります)(?:が|ので|けれども)[、,]?$",
        # 「検討いたしましたが、」
        r"検討[^、]{0,12}(?:(?:ました|た)(?:が|けれども|結果|ところ)|て(?:おりまして|(?:い|お)ります(?:が|ので)))[、,]?$",
    )
)
"""「検討してまいりましたが、…廃止する」: what comes after is decided."""

_BESIDE = re.compile(r"(?:とともに|ほか|(?<=ます)(?:が|けれども|けども|けれど))[、,]?$")
"""「運用を検討するとともに、体制を整備してまいります」: two things."""

_IN_HAND = re.compile(
    r"(?:検討|協議|調整|研究|調査)[^、]{0,12}て(?:おり|い(?=[、,])|おりまして|おりますし)[、,]?\s*$"
)
"""「開催に向けて検討を進めており、今後も啓発を展開してまいります」: one is in hand, the other is promised."""

_OTHER_MATTER = re.compile(r"(?:について|につきまして|に関して)は|は[、,]|結果は|一方|次第[、,]")


def _groups(kinds: list[Kind | None]) -> Iterator[tuple[int, int, Kind]]:
    """Runs of clauses of one kind: (first, last, kind). Clauses without one go to what follows, at the end to what precedes."""
    runs: list[tuple[int, Kind]] = []
    for place, kind in enumerate(kinds):
        if kind and runs and runs[-1][1] == kind:
            runs[-1] = (place, kind)
        elif kind:
            runs.append((place, kind))
    first = 0
    for number, (place, kind) in enumerate(runs, 1):
        final = len(kinds) - 1 if number == len(runs) else place
        yield first, final, kind
        first = final + 1
