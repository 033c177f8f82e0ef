"""Who presides over this meeting: by office, in another's place, or by what he says.

委員長 presides over a committee and sits among the members in the plenary; a deputy presides when nobody else does or where
he takes the chair; where no office presides, who moves the meeting on does.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from corpus.patterns import NUMERAL
from corpus.types import Side, Speaker, Utterance
from ingest.people.offices import is_deputy, is_organ, is_presiding
from ingest.phrases.chair import only_moderates, states_only
from ingest.phrases.floor import floor_of
from ingest.phrases.moderation import is_moderation
from ingest.phrases.wording import asks
from ingest.text.lines import sentences

PRESIDER_TURNS, PRESIDER_MODERATES = 6, 0.6
"""Turns of a meeting at least, and share of a person's turns with moderation, from which he is seen to preside."""
PRESIDER_AMONG = 2
"""He is the first to speak, or the next: a clerk may open the meeting."""
DEPUTY_MOVES = 3
"""Turns in a row, but for others, with which a deputy takes up an item, asks for more or ends it: he has the chair."""
PRESIDES_MIN = 0.08
"""Share of turns from which a deputy without a chair above counts as the one who presides."""

_FOR_NOW = re.compile(r"仮|臨時")
_PROXY = re.compile(r"(?:職務)?(?:代理|代行)者?$")


_OF_BODY = re.compile(r"(?:協議会|連合会|自治会|町内会|委員会|組合)(?:会長|委員長|組合長)$")
CONFER_MIN = 3
"""Chairs of different bodies among the speakers from which they meet as members."""


def conferring_chairs(presiding: set[str]) -> set[str]:
    """東区協議会会長, 西区協議会会長, 南区協議会会長: each presides at home, and none of them here."""
    found = {office for office in presiding if _OF_BODY.search(office)}
    return found if len(found) >= CONFER_MIN else set()


def deputy_turns(utterances: Sequence[Utterance]) -> set[int]:
    """Indices of the turns in which a deputy presides: between two turns of the one above, most of his own move the meeting on,
    or he puts a matter to the vote."""
    out: set[int] = set()
    runs: dict[str, list[Utterance]] = defaultdict(list)

    def settle_runs() -> None:
        for run in runs.values():
            moves = sum(map(_leads_on, run))
            votes = any(_PUTS_TO_VOTE.search(u.text) for u in run)
            if votes or (moves >= DEPUTY_MOVES and 2 * moves >= len(run)):
                out.update(u.index for u in run)
        runs.clear()

    for utterance in utterances:
        office = utterance.speaker.office
        if is_deputy(office):
            runs[office].append(utterance)
        elif is_presiding(office):
            settle_runs()
    settle_runs()
    return out


_PUTS_TO_VOTE = re.compile(
    r"お諮り(?:い|を)?(?:たし)?ます|ご?御?異議(?:は)?(?:あり|ござい)ません(?:でしょう)?か|(?:よって|したがって)、[^。]{2,60}(?:決し|決定(?:い|を)?(?:たし)?)ました"
)
"""What only the one in the chair says."""


_ACTS = re.compile(
    r"(?:私|わたくし|わたし|年長)[^。]{0,24}(?:委員長|議長|会長|座長)の?(?:職務|職)を(?:行|務|勤|代行|執)"
    r"|^(?:委員長|議長|会長|座長)の(?:職務|職)を(?:行|務|勤|代行|執)"
    r"|委員長に(?:かわ|代わ|替わ)[りっ][^。]{0,16}(?:職務|進行|議事|会議)"
    r"|(?:委員長|議長|会長|座長)が[^。]{1,60}(?:かわ|代わ|替わ)って、?(?:私[^。]{0,6})?(?:進行|進め|議事)"
)
"""How the oldest member, or one who stands in, takes the chair until one is elected."""


def acting_turns(utterances: Sequence[Utterance]) -> set[int]:
    """Indices of the turns of one who says that he acts as chair, until somebody who presides by office speaks."""
    out: set[int] = set()
    acting: Speaker | None = None
    for utterance in utterances:
        speaker = utterance.speaker
        if (speaker.side == "member" or is_deputy(speaker.office)) and _ACTS.search(utterance.text):
            acting = speaker
        elif is_presiding(speaker.office) and speaker != acting:
            acting = None
        if acting is not None and speaker == acting:
            out.add(utterance.index)
    return out


def _leads_on(turn: Utterance) -> bool:
    floor = floor_of(turn.text)
    return floor.item or floor.more or floor.ends or only_moderates(turn.text)


def has_moderation(text: str) -> bool:
    """Whether a sentence of the turn moves the meeting on."""
    return any(is_moderation(text[a:b]) for a, b in sentences(text))


_SEATED = re.compile(rf"[^。]{{0,12}}議席(?:番号)?{NUMERAL}{{1,3}}番")


def names_own_seat(text: str) -> bool:
    """議席６番、みなとの会の沖です。: who says so of himself is a member who asks."""
    return _SEATED.match(text) is not None


_OPENS_BODY = re.compile(
    r"(?:委員会|会議|会合|部会|分科会)を(?:開会|開き|開催)[^。]{0,12}。(?:[^。]*。){0,4}?[^。]{0,60}事務局(?:から|より)[^。]{0,16}(?:お願い|願い)"
)
"""ただいまより…の第２回会合を開催します。…資料の確認を事務局からお願いします。"""


def presider_of(utterances: Sequence[Utterance]) -> tuple[str, str] | None:
    """Who presides where no 議長, 委員長 or 会長 does: 教育長 in a board of education, the mayor in a conference he calls.

    Speaks first or soon, most often or nearly so, and most of his turns move the meeting on.
    """
    turns = Counter((u.speaker.name, u.speaker.office) for u in utterances)
    head = utterances[0].speaker if utterances else None
    if head and head.office == "教育長" and any(u.speaker.office.endswith("委員") for u in utterances):
        return head.name, head.office
    if head and head.office == "主査" and _OPENS_BODY.search(utterances[0].text):
        return head.name, head.office  # of a committee of a ministry; a town's 主査 is a clerk himself
    if len(turns) < 3 or len(utterances) < PRESIDER_TURNS:
        return None
    first = list(dict.fromkeys(u.speaker for u in utterances))[:PRESIDER_AMONG]
    for speaker in sorted(first, key=lambda s: -turns[s.name, s.office]):
        alone = not any(u.speaker.side == "member" and u.speaker != speaker for u in utterances)
        if speaker.side == "member" and (alone or speaker.office.endswith(("議員", "番"))):
            continue  # who asks moves his own questions on: 再質問に移ります
        own = [u.text for u in utterances if u.speaker == speaker]
        moves = sum(map(has_moderation, own))
        if any(map(names_own_seat, own)):
            continue
        if len(own) >= 3 and len(own) >= 0.2 * len(utterances) and moves >= PRESIDER_MODERATES * len(own):
            return speaker.name, speaker.office
    return None


_CONVENES = re.compile(r"[市町村区]長|(?:都|道|府|県)?知事")


def convener_of(utterances: Sequence[Utterance], body: str) -> tuple[str, str] | None:
    """The head of a town who takes up an item in a 総合教育会議: he convenes it and asks there more than he moves it on
    (地方教育行政の組織及び運営に関する法律 第1条の4)."""
    if not body.endswith("総合教育会議"):
        return None
    heads = [u for u in utterances if _CONVENES.fullmatch(u.speaker.office)]
    leads = (u.speaker for u in heads if floor_of(u.text).item and len(heads) > 1)  # more than a greeting
    return next(((speaker.name, speaker.office) for speaker in leads), None)


def replying_turns(utterances: Sequence[Utterance]) -> set[int]:
    """Indices of the turns of officers that state something right after somebody asked: who opened the meeting replies there."""
    return {
        after.index
        for before, after in pairwise(utterances)
        if after.speaker.is_officer
        and before.speaker.office != after.speaker.office
        and asks(before.text)
        and not has_moderation(before.text)
        and states_only(after.text)
    }


_MODERATORS = frozenset(["司会", "司会者", "進行", "進行役"])
"""Who opens a meeting and hands it to the one who presides; he is above nobody."""


def presiding_side(office: str, plenary: bool, presiding: set[str], counts: Counter[str]) -> Side:
    """The side of an office that presides somewhere, in this meeting.

    Args:
        office: of the speaker.
        plenary: see `ingest.sides.standing.is_plenary`.
        presiding: all offices of this meeting's speakers that preside somewhere, deputies aside.
        counts: turns of the meeting by office, "" among them.
    """
    total = counts.total()
    if plenary:
        if office.endswith(("議長", "議長職務代理者", "議長代理", "議長代行")):
            return "chair"
        return "executive" if is_organ(office) else "member"
    if _FOR_NOW.match(office):
        return "chair"
    if office.endswith("議長") and any(
        not other.endswith("議長") and counts[other] > counts[office] for other in presiding
    ):
        return "member"  # the 議長 who sits in a committee that its own chair leads
    if (chief := _PROXY.sub("", office)) != office and chief in presiding and counts[chief] > counts[office]:
        return "member"  # 部会長代理 beside the 部会長
    if office in ("職務代理", "職務代理者") and any(
        counts[o] > counts[office] for o in presiding if o != office
    ):
        return "member"  # whose chief is not named
    part = next((word for word in ("分科会長", "部会長") if office.endswith(word)), "")
    often = counts[office] - (part == "分科会長")  # he reports once, and the 委員長 may call on him once
    above = [other for other in presiding if not other.endswith(part) and other not in _MODERATORS]
    if part and any(counts[other] > often for other in above):
        return "member"  # reports to the committee on what his part of it examined
    if is_organ(office) and not any(is_organ(other) for other in presiding if other != office):
        return "chair" if counts[office] >= PRESIDES_MIN * total and len(presiding) == 1 else "executive"
    if is_deputy(office):
        chiefs = {o for o in presiding if o.endswith(office.removeprefix("副")[-2:])}
        return "member" if chiefs or counts[office] < PRESIDES_MIN * total else "chair"
    return "chair"
