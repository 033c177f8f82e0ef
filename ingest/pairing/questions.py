"""Where a question takes up another matter: the pieces of what a member asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.patterns import NUMERAL
from ingest.pairing.pieces import Unit
from ingest.pairing.segments import BEGINS, TITLE_MAX, Segment, heads, number_of, puts
from ingest.pairing.units import asks_indeed, counted_at_end
from ingest.phrases.openers import (
    ANNOUNCES,
    FIRST,
    FIRST_ITEM,
    ITEM,
    ONE_MORE,
    ORDINAL,
    SIGNED,
    STRONG,
    TOPIC,
)
from ingest.text.lines import sentences
from ingest.text.normalize import ordinal

_COUNTS_ABOVE = re.compile(
    rf"^[^。]{{0,40}}(?:が|は|を)、?(?:まず、?)?({NUMERAL}+)(?:点目|件目|つ目|番目|問目)(?:の(?:御|ご)?(?:質問|質疑))?(?:です|であります|でございます|[とに](?:な|いた)?(?:り|し)ます)?。?$"
)


def _counts_above(text: str, asked: int) -> bool:
    """これがまず１点目。 below what it counts; `asked`: pieces that ask so far (学校の件が２点目です。 after one heads the next)."""
    found = _COUNTS_ABOVE.match(text)
    return found is not None and STRONG.match(text) is None and ordinal(found[1]) == asked


_TALKED_OF = re.compile(
    r"^(?:それから|それと|あと)、?(?!もう)(?:[^。、]{2,20}の(?:件|話|こと)、)?[^。、]{2,24}?(?:の(?:問題|件|話|関係|こと))?"
    r"(?:(?:なん)?です|でございます|であります)(?:。|(?:が|けれども|けれど|けど)、)"
)
"""それから、室内プールです。… それから、窓口の件なんですけど、…: in talk, the heading of the next matter, whether or not the one before asked."""


_FORETELLS = re.compile(
    rf"^[^。、]{{0,10}}{ORDINAL}は?、?[^。]{{2,80}}(?:について|に関して)(?:と|、)[^。、]{{0,8}}{ORDINAL}は?、?[^。]{{2,80}}"
    r"(?:質問|伺|お?聞き|尋ね)[^。]{0,40}。?$"
)
"""１点目は道について、２点目は橋について質問いたします。: all that a speech is about, before it comes to the first of it."""


def _foretells(text: str) -> bool:
    """Whether a paragraph only says how many matters a question has, and which."""
    said = [text[a:b] for a, b in sentences(text)]
    told = [_FORETELLS.match(one) for one in said]
    return any(told) and all(t or ANNOUNCES.match(one) for t, one in zip(told, said, strict=True))


_ONLY_ASKS = re.compile(
    r"^(?:(?:再度|改めて|併せて|あわせて|ぜひ|以上|この(?:点|こと)について)、?)*"
    r"(?:(?:これ|こちら)(?:は|については?)、?[^。、]{1,8}[長者事]に、?|[^。、]{1,6}[長者]の|[そこ]の(?:辺|あたり|辺り)の)?(?:(?:御|ご)?(?:見解|所見|答弁|説明|認識|回答|意見)|お?考え(?:方)?|ここ|その点|この点)?(?:を|について|は)?、?"
    r"(?:お?(?:聞かせ|答え|示し|伺い|聞き|尋ね|知らせ|願い)|(?:御|ご)?(?:説明|答弁|回答)|伺|求め|いかが)[^。、]{0,16}。?$"
)
"""お答えください。 市長の御見解を伺います。 その辺の見解を伺いたく思います。 これは教育長に答弁をお願いします。: asks for the reply to what stands before it, and names nothing."""


_ASKS_OF = re.compile(
    r"^[^。]{4,80}(?:状況|現状|特徴|方針|意義|進め方|決意|理由|原因|見通し|経緯|効果|成果|認識|見解|所見|考え|思い)(?:について|を)、?"
    r"[^。、はがを]{0,10}[事長]に、?(?:お?(?:尋ね|伺い|聞き)|伺)[^。、]{0,10}。?$"
)
"""事故の発生状況について警察本部長にお尋ねします。: who is to tell it, and what of it, is said: that asks, and heads nothing."""


_BEGINS_HERE = re.compile(
    r"^(?:それでは|では)、?(?:早速|さっそく)?(?:です(?:が|けれども))?、?(?:一般|代表)?質問に(?:入|移)"
)
"""それでは、質問に入ります。: what stands above is said to nobody in particular, be it a wish."""


_ASKS_AT_ONCE = re.compile(rf"か。|か$|{NUMERAL}(?:点|件|つ|番|問)目")
"""Where the first question stands behind those words."""


def _from_its_beginning(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units from the one on with which the questions begin, where nothing above it is counted."""
    begin = next((i for i, unit in enumerate(units) if _BEGINS_HERE.match(unit.text)), 0)
    above = units[:begin]
    if any(form.match(unit.text) for unit in above for form in (ITEM, SIGNED, FIRST)):
        return units
    if not begin:
        return units
    first = units[begin].text
    return units[begin:] if _ASKS_AT_ONCE.search(first) else units[begin + 1 :]


def question_segments(units: Sequence[Unit]) -> list[Segment]:
    """The pieces of the question: from marker to marker, cut after each paragraph that asks."""
    units = _from_its_beginning(units)
    pieces: list[list[Unit]] = []
    marks: list[bool] = []
    asked = False
    asking = 0
    for unit in units:
        if not asking and _foretells(unit.text):
            continue
        if asked and (_counts_above(unit.text, asking) or _ONLY_ASKS.match(unit.text)):
            pieces[-1].append(unit)
            continue
        strong = any(form.match(unit.text) for form in (STRONG, ITEM, SIGNED, ONE_MORE, _TALKED_OF))
        if not strong and asking and not all(heads(u.text) for u in pieces[-1]):
            # 給食についてお聞きします。
            strong = heads(unit.text) and ANNOUNCES.match(unit.text) is not None
        headed = pieces and len(pieces[-1]) == 1 and SIGNED.match(pieces[-1][0].text)
        if not pieces or ((strong or asked) and not headed):
            pieces.append([])
            marks.append(strong)
        pieces[-1].append(unit)
        asked = (
            asks_indeed(unit.text)
            or counted_at_end(unit.text) > 0
            or puts(unit.text)
            or _ASKS_OF.match(unit.text) is not None
        )
        asking += asked
    listed = [Segment(tuple(piece), mark) for piece, mark in zip(pieces, marks, strict=True)]
    if len(listed) > 1 and all(ANNOUNCES.match(u.text) and not TOPIC.match(u.text) for u in listed[0].units):
        listed = listed[1:]  # 会派を代表して、通告に従い質問いたします。
    return _listed(_with_background(_from_first_point(listed)))


def _from_first_point(listed: list[Segment]) -> list[Segment]:
    """The pieces without what stands before 1点目: greeting and background of the whole, unless it asks."""
    first = next((i for i, p in enumerate(listed) if p.marked), None)
    if not first or not _OPENS_FIRST.match(listed[first].units[0].text):
        return listed
    if first == 1 and len(listed[0].text) <= TITLE_MAX and FIRST_ITEM.match(listed[1].units[0].text):
        # 空き家について、次の２点を伺います。
        return [Segment((*listed[0].units, *listed[1].units), True), *listed[2:]]
    above = [] if _wonders(listed[:first]) else listed[:first]
    return [*(p for p in above if any(asks_indeed(u.text) for u in p.units)), *listed[first:]]


_BEGINS_BELOW = re.compile(r"質問(?:を|に)?(?:いたし|致し|させて|申し上げ|し|入り|移り)[^。、]{0,14}。?$")
_REQUESTS = re.compile(r"伺|尋ね|聞き(?:し|いた|た)|(?<!読み)聞かせ|示し|答え")


def _wonders(pieces: Sequence[Segment]) -> bool:
    """Whether what stands above the first number only wonders (町の人は幸せでしょうか。…を思い、質問いたします。): it asks nobody."""
    *above, last = [unit.text for piece in pieces for unit in piece.units]
    return _BEGINS_BELOW.search(last) is not None and not any(map(_REQUESTS.search, above))


def _listed(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces; a number that names its matter and asks nothing (２点目、今後の方針について。) is a point where the next number stands right
    behind it, or where it is the last of such points, a heading where what it is about comes first."""
    out = list(pieces)
    for place, piece in enumerate(pieces):
        number = number_of(piece) if piece.marked and not piece.asks else None
        if not number:
            continue
        below = pieces[place + 1] if place + 1 < len(pieces) else None
        goes_on = below is not None and (number_of(below) or 1) > 1
        if goes_on or (place and _ends(out[place - 1], number, below)):
            out[place] = replace(piece, listed=True)
    return out


def _ends(before: Segment, number: int, below: Segment | None) -> bool:
    """Whether a number ends the list that the point before it belongs to, and heads no list of its own."""
    leads = below is not None and FIRST_ITEM.match(below.units[0].text) is not None
    return before.listed and number_of(before) == number - 1 and not leads


def begun(pieces: Sequence[Segment]) -> list[Segment]:
    """The pieces; where the first asks only leave to begin (通告に従い、大きく二点質問いたします。), it belongs to the one after it."""
    first = pieces[0].text if len(pieces) > 2 and not pieces[0].marked and pieces[1].marked else ""
    asking = [first[a:b] for a, b in sentences(first) if asks_indeed(first[a:b])]
    if not asking or not all(map(BEGINS.search, asking)):
        return list(pieces)
    # Its head and number are those of the point.
    return [Segment((*pieces[1].units, *pieces[0].units), True), *pieces[2:]]


_OPENS_FIRST = re.compile(rf"{FIRST.pattern}|[1１][、．.]|{SIGNED.pattern}|{FIRST_ITEM.pattern}")


def _with_background(pieces: Sequence[Segment]) -> list[Segment]:
    """次に、除雪費について質問します。… asks nothing itself; where まず、… follows, it is the background of that."""
    out: list[Segment] = []
    nested = sum(FIRST_ITEM.match(piece.units[0].text) is not None for piece in pieces) > 1
    for piece in pieces:
        head = piece.units[0].text
        first = FIRST.match(head) or (not nested and FIRST_ITEM.match(head))
        if out and out[-1].marked and first and not any(asks_indeed(u.text) for u in out[-1].units):
            out[-1] = Segment((*out[-1].units, *piece.units), True)
        else:
            out.append(piece)
    return out
