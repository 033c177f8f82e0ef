"""Sentences of a reply cut into statements: the clauses that promise, each with its kind, its place and the time that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from chat.commitment_acts import PUT_OFF
from chat.commitment_beside import kind_before
from chat.commitment_kinds import CONSIDER, DONE, OTHER, STUDY, WILL, Kind
from chat.commitment_spoken import as_written
from chat.commitment_tense import bare, is_passive, stem_of, tense_of
from chat.commitment_weak import MEASURES_NEEDED
from chat.commitment_words import MANNER, kind_of
from corpus.sentences import sentences
from corpus.spans import Span

RULES = 36
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


_COMMA = re.compile(r"(?<![0-9])[、,]|[、,](?![0-9])")
_OPEN, _CLOSE = "「『(【〔", "」』)】〕"


def statements(text: str, own_prefecture: bool = False, lists: bool = False) -> tuple[Statement, ...]:
    """The statements in a turn of the executive side, in order.

    Args:
        text: the turn.
        own_prefecture: whether the speaker's is a prefecture, so that 県 is no one else.
        lists: whether a line that ends in a noun (研修を実施) says what was done: a column of results (対応状況).
    """
    out: list[Statement] = []
    lead: Span | None = None
    for start, end in sentences(text):
        if end - start > LONGEST:
            continue
        plain = single(text[start:end])
        found = list(_of_sentence(text, start, mask(plain), own_prefecture))
        if not found and (lists or lead) and _DONE_ITEM.search(plain):
            found = [Statement(start, end, DONE, due_of(plain, DONE))]
            if lead and out and out[-1].end <= lead[1] and out[-1].start >= lead[0]:
                out.pop()  # the list says it in full
        elif found and found[-1].kind == DONE and _LEAD.search(plain):
            lead = start, end
        out += found
    return tuple(out)


_LEAD = re.compile(r"(?:次|以下|下記)の")
_DONE_ITEM = re.compile(
    r"(?:を|に)[^、。]{0,24}(?:発行|実施|開催|設置|導入|作成|配布|開始|整備|公表|改定|策定|拡充|周知|変更|追加)(?:[（(][^）)]*[）)])?。?$"
)


def _of_sentence(text: str, start: int, masked: str, own_prefecture: bool) -> Iterator[Statement]:
    """The statements of the sentence of `text` that begins at `start`; `masked` is the sentence itself (see `mask`)."""
    if own_prefecture:  # 県が is the speaker's own
        masked = re.sub("(?<![一-鿿])[都道府県](?=が)", "〓", masked)
    clauses = _clauses(masked)
    while len(clauses) > 1 and _PLEA.search(masked[clauses[-1][0] :]):
        masked = masked[: clauses.pop()[0]]
    if plea := _PLEA_AFTER.search(masked):
        masked = masked[: plea.start()]
        clauses[-1] = clauses[-1][0], plea.start()
    last = len(clauses) - 1
    core = bare(as_written(masked[clauses[last][0] : clauses[last][1]]))
    theirs = _of_others(masked, own_prefecture)
    own_in_the_end = bool(_OWN_WILL.search(core) and _TURN.search(masked[theirs:]))
    if (theirs and not own_in_the_end) or _DONE_BY[own_prefecture].search(masked):
        return
    tense = None if is_passive(core) or MANNER.search(stem_of(core)) else tense_of(core)
    late = bool(PUT_OFF.search(masked))
    a, b = clauses[last]
    main = kind_of(masked[a:b], masked[:a], late, single(text[max(0, start - _NEAR) : start]))
    if main is None and MEASURES_NEEDED.search(masked[a:b]):
        main = OTHER
    before = [None if theirs else kind_before(masked[x:y], tense, main, late) for x, y in clauses[:last]]
    for place, (x, y) in enumerate(clauses[:last]):
        if before[place] and _DONE_BY[own_prefecture].search(masked[x:y]):
            before[place] = None
    if _HEARD.search(masked):
        own = max(
            (place for place in range(last) if _TURNS.search(masked[slice(*clauses[place])])), default=-1
        )
        before = [kind if place <= own else None for place, kind in enumerate(before)]
    kinds = [*before, main]
    kinds = _weakest(kinds, [masked[x:y] for x, y in clauses])
    if not any(kinds):
        return
    for first, final, kind in _groups(kinds):
        a = start + clauses[first][0]
        b = start + clauses[final][1]
        while text[a].isspace():
            a += 1
        while first and text[b - 1] in "。．":
            b -= 1  # a part of a sentence is quoted without its full stop
        yield Statement(a, b, kind, due_of(single(text[a:b]), kind))


def _weakest(kinds: list[Kind | None], texts: list[str]) -> list[Kind | None]:
    """検討 before the main clause weakens what is promised there (検討し、実施する), unless that is about something else."""
    weak = next((place for place, kind in enumerate(kinds[:-1]) if kind in (CONSIDER, STUDY)), None)
    if (
        weak is None
        or kinds[-1] != WILL
        or not _OPEN_WORDS.search(texts[weak])
        or _CAME_OF_IT.search(texts[weak])
        or _OTHER_MATTER.search("".join(texts[weak + 1 :]))
    ):
        return kinds
    return [*kinds[:-1], None]


_OPEN_WORDS = re.compile(r"検討|研究|検証|調査|精査|協議|議論|調整|見直|模索|課題")
"""What is only thought of (対策を考えており) leaves the rest as it is."""

_CAME_OF_IT = re.compile(
    r"検討[^、]{0,12}(?:(?:ました|た)(?:が|けれども|結果|ところ)|て(?:おりまして|(?:い|お)ります(?:が|ので)))[、,]?$"
)
"""「検討してまいりましたが、…廃止する」: what comes after is decided."""

_PLEA_WORDS = r"(?:どうぞ|何とぞ|何卒|引き続き)?(?:御|ご)(?:理解|了承|承知|容赦|審議|審査|協力)[^。、]{0,30}(?:願|いただ|頂|賜|くださ)[^。、]{0,16}。?"
_PLEA = re.compile(rf"^\s*(?:{_PLEA_WORDS}|よろしく[^。、]{{0,16}}願[^。、]{{0,16}}。?)\s*$")
_PLEA_AFTER = re.compile(rf"(?:(?<=ので)|という(?:状態|状況|こと|形)で){_PLEA_WORDS}\s*$")
"""「…ので、ご理解をお願いいたします」: the statement stands before it."""

_OTHER_MATTER = re.compile(r"(?:について|につきまして|に関して)?は[、,]|結果は|一方|次第[、,]")


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


def _clauses(masked: str) -> list[tuple[int, int]]:
    cuts = [match.end() for match in _COMMA.finditer(masked)]
    edges = [
        0,
        *(cut for cut in cuts if cut < len(masked.rstrip()) and not _ECHO.match(masked, cut)),
        len(masked),
    ]
    return [(a, b) for a, b in pairwise(edges)]


_ECHO = re.compile(
    r"(?:今|現在|今後|基本的に(?:は)?|我々(?:としては)?|町としては?|市としては?)?[、,]?(?:考え(?:させ)?|思っ)て(?:い|お|ござ)(?:る|り|ま|た)|(?:そう|そのよう|このよう|こう)(?:いう|いった)?(?:ふうに|よう(?:な形)?に|に)?(?:考え|思っ|思い)"
    r"|(?:今のところ|現在(?:のところ)?|現時点で(?:は)?|現状で(?:は)?|現下において(?:は)?|まだ|特に)(?:ない|なく|ありません|ございません|考えて|持って)"
    r"|という(?:こと|ところ|形|状況|ふう|風)|(?:そう|こう)(?:いう|いった)(?:状況|ところ|形|こと)(?:で|に|が)"
)
"""「…をしていく、そういうふうに考えております」: what is thought stands before the comma."""

_OWN = re.compile(
    r"(?:^|[、,])(?:本市|当市|市|本町|町|本村|村|本区|区|本県|我々|私ども|当局|本庁|庁内|[一-鿿]{1,6}市)(?:として|において|で|に)?(?:は|も|が)"
)


_OWN_WILL = re.compile(
    r"[てで](?:いく|(?:いき|まいり|参り)(?:たい|ます))$|させて(?:いただ|頂)"
    r"|(?:注視|検討|協議|要望|働きかけ|準備)(?:を)?(?:し|行っ|進め)?て(?:い|お)(?:る|ります|ます)$"
)
_TURN = re.compile(
    r"[まるたいだす](?:が|けれども|けども|けれど|けど|ので)[、,]|(?:考え|思っ)て(?:おり|ござい)まして[、,]"
)
"""「国のほうで補助しますけれども、併せて考えていきたい」: after the turn it is the speaker's own will."""


_HEARD = re.compile(r"(?:という|との)こと(?:でし|でありまし|でございまし)た[。．]?\s*$")
"""「別の施設を考えているということでございました」 tells what others said."""

_TURNS = re.compile(r"(?:が|けれども|けども|けれど|けど)[、,]?$")
"""After such a clause what was heard may begin: 「市では配っておりますが、県も配ると聞いております」."""


def _of_others(masked: str, own_prefecture: bool) -> int:
    """Where the last topic of the sentence ends if it is the state, a prefecture or other towns, so that it says what they do; 0 if
    it is none of them."""
    topics = list(_OTHERS[own_prefecture].finditer(masked))
    return topics[-1].end() if topics and not _OWN.search(masked[topics[-1].end() :]) else 0


_STATE = r"国(?:の[一-鿿]{1,10}会)?|政府|(?![当本県市都]庁)[一-鿿]{1,8}[省庁]|他(?:の)?(?:自治体|市町?村?|都市|区|団体)|各(?:自治体|市町村|都道府県)|民間(?:事業者)?|専門団体|[^、,「」]{0,40}(?:法律|通達|政令|省令|会議規則)(?:第[^、,]{1,8}条)?"
_TOPIC = r"(?:^|[、,]|^(?:なお|また|そこ|それ|一方|ただ|現在|今)[、,]?)(?:{names})(?:(?:の(?:方|ほう))?(?:(?:で|において|として|に|から)?(?:は|も)|において[、,])|(?<=国)の(?:方|ほう)で|(?<=国)の(?:(?:方|ほう)の)?(?:基準|制度|指針|通知)(?:で|において)は)"
_OTHERS = {
    False: re.compile(_TOPIC.format(names=rf"{_STATE}|県|都|府|道|[一-鿿]{{1,3}}[県府]|東京都|北海道")),
    True: re.compile(_TOPIC.format(names=_STATE)),
}


_THEY = (
    r"(?:^|[、,月日に])(?:{names})が(?:[一-鿿々ァ-ヶーA-Za-z〓・の等]{{1,20}}(?:など)?を)?[一-鿿ァ-ヶー]{{0,8}}"
    r"(?:進め|行う|行い|行って|する|して|しました|設け|した)[ぁ-んこと予定方針計画考見込]*[。、,]?$"
)
_DONE_BY = {
    False: re.compile(_THEY.format(names=rf"{_STATE}|県|都|府|道|[一-鿿]{{1,3}}[県府]|東京都|北海道")),
    True: re.compile(_THEY.format(names=_STATE)),
}
"""「県が整備を進める予定」: who acts stands right before what is done."""

_SINGLE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
"""Wide letters, digits and signs, and what they are in single width."""


def single(text: str) -> str:
    """The text with wide letters and digits made single, character for character."""
    return text.translate(_SINGLE)


def mask(text: str) -> str:
    """The text with what is in brackets replaced, so that what is quoted promises nothing; same length.

    A bracket that is not closed opens nothing.
    """
    last = max((text.rfind(close) for close in _CLOSE), default=-1)
    out, depth = [], 0
    for place, char in enumerate(text):
        if char in _OPEN and place < last:
            depth += 1
            out.append("〓")
        elif char in _CLOSE and depth:
            depth -= 1
            out.append("〓")
        else:
            out.append("〓" if depth else char)
    return "".join(out)


_N = r"[0-9一二三四五六七八九十元]{1,3}"
_MONTH = rf"{_N}月(?:{_N}日|上旬|中旬|下旬|末|中|頃|ごろ)?"
_YEAR = rf"(?:(?:令和|平成|昭和){_N}|(?:19|20)[0-9]{{2}})年(?:度)?|{_N}年度"
_RELATIVE = r"(?:今|本|来|翌|次|再来|昨|前|一昨)(?:年度|年|月|週|期(?=に|中|から|まで|以降|、|の議会|の定例会))|年度(?:内|末|中|当初)|年内"
_DUE = re.compile(
    rf"(?:(?:{_YEAR}|{_RELATIVE})(?:の)?(?:{_MONTH}|(?:の)?(?:春|夏|秋|冬)(?:頃|ごろ)?|内|末|中|当初|前半|後半|上半期|下半期)?|{_MONTH}|"
    rf"次(?:回(?:の)?(?:委員会|会議|定例会|議会|審議会|協議会|協議)?|の(?:委員会|会議|定例会|議会|審議会|協議会|協議))|向こう{_N}(?:か年|年間|年)|{_N}(?:年間|か月間|ヶ月間|か年|か月|ヶ月)(?=で|を|以内|の間|の短)|近いうち|早期|早急|速やか|来週中|後日)"
    r"(?:まで|以内|以降|より|から|中|をめど|を目途|を目標|頃|ごろ|末)*"
)
NEAR = 100
"""Characters before the end of a statement in which a time is the act's own; what is further off dates something else."""

_FACT_DATE = re.compile(
    r"^(?:(?:の)?[一-鿿]{0,4}(?:会計|決算)|現在|付(?:け|で)|時点|に(?:策定|制定|改正|改定|閣議決定|公布|施行)|(?:に)?[^、,]{0,6}(?:され(?:た|て|る)|した(?!ところ)))"
)
_SPAN_OF = re.compile(
    r"^の(?!(?:早期|本格|円滑な|できる|全面)?(?:完了|実施|開始|策定|設置|開設|供用|導入|完成|整備|締結|着工|着手|公表|稼働|移行|達成|竣工|開催|施行|改定|改正|制定|発行|"
    r"配布|作成|実現|運用|開館|開園|開校|間|うち))"
)
"""「令和7年度までの3年目の実績」: a span of time tells of what stands after it, unless that is an act (今年度末までの完了)."""

_SINCE = re.compile(r"(?:に|より|から|中)$")
_PAST_TIME = re.compile(r"^(?:昨|前|一昨)")


def due_of(clause: str, kind: Kind) -> str:
    """The time that a statement names, as printed; empty where it names none.

    Of what is done only a date counts (令和3年4月), of what is to come any time. The last one named is the act's own.
    """
    found = ""
    for match in _DUE.finditer(clause[-NEAR:]):
        said = match.group().rstrip("の")
        if _FACT_DATE.match(clause[-NEAR:][match.end() :]) or (kind != DONE and _PAST_TIME.match(said)):
            continue
        if said.endswith(("まで", "から", "より")) and _SPAN_OF.match(clause[-NEAR:][match.end() :]):
            continue
        if kind == DONE and not re.match(_YEAR, said):
            continue
        if kind == DONE and not (_SINCE.search(said) or clause[-NEAR:][match.end() :].startswith("に")):
            continue
        found = said
    return found if kind != OTHER else ""
