"""Sentences of a reply cut into statements: the clauses that promise, each with its kind, its place and the time that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from chat.commitments.actors import led_by_others
from chat.commitments.acts import PUT_OFF
from chat.commitments.considering import MEASURES_NEEDED
from chat.commitments.deed_words import MANNER
from chat.commitments.due import due_of
from chat.commitments.granted import CONCEDES, LASTED, grants
from chat.commitments.kinds import CONSIDER, DONE, OTHER, STUDY, WILL, Kind
from chat.commitments.main_clause import kind_of
from chat.commitments.masks import mask, single
from chat.commitments.plain_plans import is_digest
from chat.commitments.shell import bare
from chat.commitments.side_clauses import kinds_before
from chat.commitments.spoken import as_written
from chat.commitments.telling import tells_of_paper
from chat.commitments.tense import is_passive, stem_of, tense_of
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
from corpus.sentences import sentences
from corpus.spans import Span

RULES = 72
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
    r"(?:(?:でき|なっ)て(?:い|お)(?:る|ります|ます)(?:もの)?|(?:きた|まいりました|いた)もの)(?:だ|である)?と(?:いう)?(?:(?:ふう|よう)に)?(?:[^、,]{0,6}は)?(?:認識|理解|考え|思っ|思い|捉え|判断)"
    r"|て(?:い|お)る段階(?:だ|である)?と(?:は)?(?:認識|理解)|を取って(?:い|お)(?:る|ります|ます)(?:もの)?と(?:は)?(?:認識|理解|捉え)"
)
"""「人を採用できているというふうに思っております」: a view of what was done, which says not that it was."""

_LEAD = re.compile(r"(?:次|以下|下記)の")
_DONE_ITEM = re.compile(
    r"(?:を|に)[^、。]{0,24}(?:発行|実施|開催|設置|導入|作成|配布|開始|整備|公表|改定|策定|拡充|周知|変更|追加)(?:[（(][^）)]*[）)])?。?$"
)


def _of_sentence(text: str, start: int, masked: str, level: Level) -> Iterator[Statement]:
    """The statements of the sentence of `text` that begins at `start`; `masked` is the sentence itself (see `mask`)."""
    masked, clauses = _without_pleas(own_masked(masked, level))
    last = len(clauses) - 1
    core = bare(as_written(masked[clauses[last][0] : clauses[last][1]]))
    theirs = theirs_to(masked, level)
    if theirs and not own_in_the_end(masked, theirs, core):
        turn = max((x for x, _ in clauses if x < theirs), default=0)
        if said := _TURNS_TO.search(masked[:turn]):  # the own words before it
            yield from _of_sentence(text, start, masked[: said.end("said")], level)
        return
    if done_by_others(masked, level):
        return
    tense = None if is_passive(core) or MANNER.search(stem_of(core)) else tense_of(core)
    if tense is None and _TOLD_OF.search(core):
        tense = "past"
    late = bool(PUT_OFF.search(masked))
    a, b = clauses[last]
    behind = single(text[max(0, start - _NEAR) : start])
    main = kind_of(masked[a:b], masked[:a], late, behind, is_digest(text))
    if main == DONE and (CONCEDES.search(masked[a:b]) or _DEEMS.search(masked[a:b])):
        main = None
    if main is None and MEASURES_NEEDED.search(masked[a:b]):
        main = OTHER
    leading = [masked[x:y] for x, y in clauses[:last]]
    before = [None] * last if theirs else kinds_before(leading, tense, main, late)
    a, b = others_words(masked, level)
    for place, (x, y) in enumerate(clauses[:last]):
        clause = masked[x:y]
        others = (a <= x and y <= b + 1) or done_by_others(clause, level) or led_by_others(masked[:x])
        granted = before[place] in (DONE, OTHER) and (
            CONCEDES.search(clause)
            or (main is None and tense != "future" and grants(masked[:y], core))
            or LASTED.search(core)
        )
        # a need that leads up to something is no view of its own
        need = before[place] == OTHER and "必要" in clause and (main is None or _GROUND.search(clause))
        if before[place] and (others or granted or need):
            before[place] = None
    untold = asked_again(masked, clauses) | hoped_of(masked, clauses)
    before = [None if place in untold else kind for place, kind in enumerate(before)]
    own = last_own(masked, [masked[x:y] for x, y in clauses])
    if own is not None:
        main = None
        before = [kind if place <= own else None for place, kind in enumerate(before)]
    kinds = [
        None if kind == DONE and tells_of_paper(masked, *clause) else kind
        for kind, clause in zip([*before, main], clauses, strict=True)
    ]
    kinds = _weakest(kinds, [masked[x:y] for x, y in clauses])
    if not any(kinds):
        return
    for first, final, kind in _groups(kinds):
        a, b = start + clauses[first][0], start + clauses[final][1]
        while text[a].isspace():
            a += 1
        while first and text[b - 1] in "。．":
            b -= 1  # a part of a sentence is quoted without its full stop
        yield Statement(a, b, kind, due_of(single(text[a:b]), kind))


def _without_pleas(masked: str) -> tuple[str, list[tuple[int, int]]]:
    """(the sentence up to where it asks for understanding or says that this was said, its clauses)."""
    clauses = _clauses(masked)
    while len(clauses) > 1 and _PLEA.search(masked[clauses[-1][0] :]):
        masked = masked[: clauses.pop()[0]]
    if (told := _AS_SAID.search(masked)) and told.start() > clauses[-1][0] - 40:
        masked = masked[: told.start()]
        clauses = _clauses(masked)
    if plea := _PLEA_AFTER.search(masked):
        masked = masked[: plea.start()]
        clauses[-1] = clauses[-1][0], plea.start()
    return masked, clauses


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
    r"検討[^、]{0,12}て(?:い|お)る(?:ところ)?で(?:す|ございます|あります)(?:が|ので|けれども)[、,]?$|検討[^、]{0,12}(?:(?:ました|た)(?:が|けれども|結果|ところ)|て(?:おりまして|(?:い|お)ります(?:が|ので)))[、,]?$"
)
"""「検討してまいりましたが、…廃止する」: what comes after is decided."""

_BESIDE = re.compile(r"(?:とともに|ほか|(?<=ます)(?:が|けれども|けども|けれど))[、,]?$")
"""「運用を検討するとともに、体制を整備してまいります」: two things."""

_IN_HAND = re.compile(
    r"(?:検討|協議|調整|研究|調査)[^、]{0,12}て(?:おり|い(?=[、,])|おりまして|おりますし)[、,]?\s*$"
)
"""「開催に向けて検討を進めており、今後も啓発を展開してまいります」: one is in hand, the other is promised."""

_AS_SAID = re.compile(
    r"(?:という(?:こと|の|ところ)?)?(?:は|につきましては|については)[、,](?:先ほど|冒頭|これまで|前回|従来|以前|ただいま)?(?:に|から|も|来)?[^、,]{0,8}(?:申し上げ|答弁し|お答えし|説明し|お話し)[^、,]{0,8}とおり(?:です|でございます|であります)。?\s*$"
    r"|(?:である)?という(?:こと|ところ)で[、,](?:(?:これ|それ|この点|この件)(?:について|につきまして)?は)?(?:今後も)?[こそ](?:の|ういう|ういった)(?:考え方?|方針|見解|立場)[はに](?:今後も|全く|何ら)?変わ(?:ら(?:ない|ず)|り(?:は)?(?:ない|ありません|ございません))[^、,]{0,20}$"
)
"""「建てる予定はないということは、先ほど申し上げたとおりです」「…ということで、この考えは変わりません」: the statement stands before it."""

_PLEA_WORDS = r"(?:どうぞ|何とぞ|何卒|引き続き)?(?:御|ご)(?:理解|了承|承知|容赦|審議|審査|協力|期待|安心)[^。、]{0,30}(?:願|いただ|頂|賜|くださ)[^。、]{0,16}。?"
_PLEA = re.compile(rf"^\s*(?:{_PLEA_WORDS}|よろしく[^。、]{{0,16}}願[^。、]{{0,16}}。?)\s*$")
_PLEA_AFTER = re.compile(
    rf"(?:(?<=ので)|という(?:状態|状況|こと|形)で|(?<=ていただく)(?:こと|形)で|(?:である|という)ことを)(?:{_PLEA_WORDS}|(?:どうぞ)?よろしく[^。、]{{0,16}}願[^。、]{{0,16}}。?)\s*$"
)
"""「…ので、ご理解をお願いいたします」: the statement stands before it."""

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


def _clauses(masked: str) -> list[tuple[int, int]]:
    cuts = [match.end() for match in _COMMA.finditer(masked)]
    edges = [
        0,
        *(cut for cut in cuts if cut < len(masked.rstrip()) and not _belongs(masked, cut)),
        len(masked),
    ]
    return [(a, b) for a, b in pairwise(edges)]


def _belongs(masked: str, cut: int) -> bool:
    """Whether what stands after the comma that ends at `cut` belongs to the clause before it."""
    return bool(
        _ECHO.match(masked, cut)
        or (masked[:cut].rstrip("、,").endswith("を") and _DOES_IT.match(masked, cut))
    )


_DOES_IT = re.compile(
    r"(?:既に|すでに|現在|今|随時|毎年|これまで|順次)?(?:させて|して|行って|行い|やって|いたして|しました|いたしました|行いました)"
    r"|(?:もう少し|さらに|更に|引き続き|しばらく)?(?:続け|進め|深め|重ね)て"
)
"""「情報提供を、既にさせていただいております」."""

_ECHO = re.compile(
    r"(?:今|現在|今後|基本的に(?:は)?|(?:私ども?|我々|当局|事務局|[市区町村県都])(?:として)?(?:は|も)?|願いとして)?[、,]?(?:考え(?:させ)?|思っ|捉え|受け止め)て(?:い|お|ござ)(?:る|り|ま|た)|(?:[そこ]の|[そこ]ういう)(?:ような)?(?:予定|方針|計画|考え|趣旨|理由)|(?:か|左)(?:様|よう)に(?:考え|思っ)て|[そこ](?:ういう|ういった|のような)(?:ような)?(?:方向(?:性)?|形|スタンス)で(?:今|現在)?(?:考え|進め|予定し)て(?:い|お|ござい)(?:る|ります|ます)(?:ところ|もの)?(?:です|でございます|であります)?[。．]?\s*$|(?:こんな|そんな)(?:ふう|よう)に(?:考え|思っ)て|(?:そう|そのよう|このよう|こう)(?:いう|いった)?(?:ふうに|よう(?:な形)?に|に)?(?:考え|思っ|思い|認識(?:を)?し)"
    r"|(?:今のところ(?:は)?|現在(?:のところ)?|現時点で(?:は)?|現状で(?:は)?|現下において(?:は)?|まだ|特に)(?:ない|なく|ありません|ございません|考えて|持って)"
    r"|という(?:こと|ところ|形|状況|ふう|風)|(?:まさに)?(?:今|現在)?(?:そう|こう)(?:いう|いった)(?:状況|ところ|形|こと|もの)(?:で|に|が|だ)"
)
"""「…をしていく、そういうふうに考えております」: what is thought stands before the comma."""
