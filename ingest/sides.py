"""Who stands where in this meeting: what the office alone does not tell, the meeting does.

委員長 presides over a committee and reports as a member in the plenary; 副委員長 presides when nobody else does; ◆ asks
and ◎ answers where a record uses both signs; a name without an office asks when its words are questions.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from corpus.types import Side, Speaker, Utterance
from ingest.chair import floor_of, only_moderates
from ingest.directors import DIRECTORS, asking_directors
from ingest.lines import sentences
from ingest.moderation import is_moderation
from ingest.normalize import squeeze
from ingest.offices import is_deputy, is_organ, is_presiding, is_public
from ingest.wording import asks

UNKNOWN_MODERATES = 0.6
"""Share of short turns with moderation from which a name without an office presides."""
UNKNOWN_ASKS = 0.3
"""Share of asking turns from which a name without an office counts as a member."""
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
_BOARD = re.compile(
    r"(?:農業委員会|教育委員会|審議会|協議会|懇談会|懇話会|検討会|部会|(?<!定例)(?<!臨時)(?<!本)会議)(?:総会)?$"
    r"|^(?!.*議会).*委員会$"
)


def is_plenary(speakers: Sequence[Speaker], body: str = "") -> bool:
    """Whether a 議長 presides over an assembly: a plenary (本会議), where committee chairs are members among others.

    The 議長 of a board (農業委員会, 審議会: its 会長) presides over no plenary; `body` is the meeting's.
    """
    if _BOARD.search(body):
        return False
    chairs = Counter(s.office for s in speakers if is_presiding(s.office))
    plenary = sum(n for office, n in chairs.items() if office.endswith("議長"))
    return plenary > 0 and plenary >= max(
        (n for office, n in chairs.items() if not office.endswith("議長")), default=0
    )


def settle(
    utterances: Sequence[Utterance], styles: Sequence[str], roster: Sequence[Speaker] = (), body: str = ""
) -> tuple[Utterance, ...]:
    """The utterances with the sides that this meeting shows; `styles` are those of their marks."""
    speakers = [u.speaker for u in utterances]
    offices = {s.office for s in speakers}
    plenary = is_plenary(speakers, body)
    by_sign = _by_sign(speakers, styles)
    presiding = {
        s.office
        for s in speakers
        if is_presiding(s.office) and not is_deputy(s.office) and not _on_board(s.office, body, offices)
    }
    conferring = set() if plenary else _conferring(presiding)
    directors = asking_directors(utterances, body)
    known = {squeeze(s.name): s for s in roster if s.name}
    sides = {s.side for s in speakers}
    public = "member" not in sides and any(is_public(s.office) for s in speakers)
    asked_by_public = public and ("executive" in sides or any(not s.office for s in speakers))
    unknown = _unknown_sides(utterances, plenary)
    moderating = {u.speaker.office for u in utterances if _moderates(u.text)}
    presider = None if presiding else _presider(utterances)
    counts = Counter(s.office for s in speakers)
    deputised = set() if plenary else _deputised(utterances)
    acting = _acting(utterances)
    out = []
    for utterance, style in zip(utterances, styles, strict=True):
        speaker = utterance.speaker
        side = speaker.side
        if style in ("qa", "arrow") and side != "other":
            pass  # 問 and 答 say who asks, whoever presides
        elif utterance.index in acting:
            side = "chair"
        elif (speaker.office == "主査" and "分科員" in offices) or (
            speaker.office == "理事長" and body.endswith("委員会理事会")
        ):
            side = "chair"  # of a 分科会 of the Diet; of the 理事 of a committee
        elif speaker.office == "委員長" and body.endswith("委員会理事会") and "理事長" in offices:
            side = "executive"  # whom they ask about the committee
        elif _on_board(speaker.office, body, offices) or speaker.office in conferring | directors:
            side = "member"
        elif style.startswith("sign:") and style[-1] in by_sign and side not in ("secretariat", "chair"):
            side = "member" if _SEAT.match(speaker.office) else by_sign[style[-1]]  # ◎３番 speaks in a debate
        elif utterance.index in deputised or (
            presider is not None and (speaker.name, speaker.office) == presider
        ):
            side = "chair"
        elif speaker.office and is_presiding(speaker.office):
            side = _presiding_side(speaker.office, plenary, presiding, counts, len(speakers))
            if side == "chair" and is_deputy(speaker.office) and speaker.office not in moderating:
                side = "member"
            if side == "member" and speaker.office == "議長" and _OPENS.search(utterance.text):
                side = "chair"  # he opens the first sitting of a committee, which has no chair yet
        elif plenary and side == "member" and is_organ(speaker.office):
            side = "executive"
        elif side == "other" and (entry := _entry(speaker.name, known)):
            side = entry.side
            if not speaker.office:
                speaker = replace(speaker, office=entry.office)
        if side == "other" and asked_by_public and is_public(speaker.office):
            side = "member"
        if side == "other" and not speaker.office and public:
            side = "executive"  # 青山：… among 父母：…, in a meeting that the town holds with residents
        elif side == "other" and not speaker.office:
            side = unknown.get(speaker.name, "other")
        out.append(
            utterance
            if side == utterance.speaker.side and speaker is utterance.speaker
            else replace(utterance, speaker=replace(speaker, side=side))
        )
    return tuple(out)


def _by_sign(speakers: Sequence[Speaker], styles: Sequence[str]) -> dict[str, Side]:
    """◆ asks and ◎ answers where a record uses both; unless the offices behind ◆ are those of the executive."""
    asked = Counter(s.side for s, style in zip(speakers, styles, strict=True) if style == "sign:◆")
    answered = any(style == "sign:◎" for style in styles)
    if not asked or not answered or asked["executive"] > asked["member"]:
        return {}
    return {"◆": "member", "◎": "executive"}


_SEAT = re.compile(r"^(?:議席)?[0-9０-９]{1,3}番")
_EDUCATION = re.compile(r"教育委員長?(?:職務代理者?)?$")
_STANDS_IN = re.compile(r"教育長職務代理者?$")


def _on_board(office: str, body: str, offices: set[str]) -> bool:
    """教育委員 and 教育委員長 confer with the mayor in a 総合教育会議: members there, who ask the offices of the town; so is
    who stands in for a 教育長 that presides himself (地方教育行政の組織及び運営に関する法律 第13条), and 理事 of a committee."""
    if _STANDS_IN.search(office):
        return "教育長" in offices
    if body.endswith("委員会理事会"):
        return office in DIRECTORS
    return body.endswith("総合教育会議") and _EDUCATION.search(office) is not None


_OF_BODY = re.compile(r"(?:協議会|連合会|自治会|町内会|委員会|組合)(?:会長|委員長|組合長)$")
CONFER_MIN = 3
"""Chairs of different bodies among the speakers from which they meet as members."""


def _conferring(presiding: set[str]) -> set[str]:
    """東区協議会会長, 西区協議会会長, 南区協議会会長: each presides at home, and none of them here."""
    found = {office for office in presiding if _OF_BODY.search(office)}
    return found if len(found) >= CONFER_MIN else set()


def _deputised(utterances: Sequence[Utterance]) -> set[int]:
    """Indices of the turns in which a deputy presides: between two turns of the one above, most of his own move the meeting on."""
    out: set[int] = set()
    runs: dict[str, list[Utterance]] = defaultdict(list)

    def settle_runs() -> None:
        for run in runs.values():
            moves = sum(map(_leads_on, run))
            if moves >= DEPUTY_MOVES and 2 * moves >= len(run):
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


_OPENS = re.compile(r"(?:委員会|会議)を(?:開会|開き|開催)")
_ACTS = re.compile(
    r"(?:私|わたくし|わたし|年長)[^。]{0,24}(?:委員長|議長|会長|座長)の?(?:職務|職)を(?:行|務|勤|代行|執)"
    r"|委員長に(?:かわ|代わ|替わ)[りっ][^。]{0,16}(?:職務|進行|議事|会議)"
)
"""How the oldest member, or one who stands in, takes the chair until one is elected."""


def _acting(utterances: Sequence[Utterance]) -> set[int]:
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


def _moderates(text: str) -> bool:
    return any(is_moderation(text[a:b]) for a, b in sentences(text))


def _presider(utterances: Sequence[Utterance]) -> tuple[str, str] | None:
    """Who presides where no 議長, 委員長 or 会長 does: 教育長 in a board of education, the mayor in a conference he calls.

    Speaks first or soon, most often or nearly so, and most of his turns move the meeting on.
    """
    turns = Counter((u.speaker.name, u.speaker.office) for u in utterances)
    head = utterances[0].speaker if utterances else None
    if head and head.office == "教育長" and any(u.speaker.office.endswith("委員") for u in utterances):
        return head.name, head.office
    if len(turns) < 3 or len(utterances) < PRESIDER_TURNS:
        return None
    first = list(dict.fromkeys(u.speaker for u in utterances))[:PRESIDER_AMONG]
    for speaker in sorted(first, key=lambda s: -turns[s.name, s.office]):
        if speaker.side == "member" and speaker.office.endswith(("議員", "番")):
            continue  # who asks moves his own questions on: 再質問に移ります
        own = [u.text for u in utterances if u.speaker == speaker]
        moves = sum(map(_moderates, own))
        if len(own) >= 3 and len(own) >= 0.2 * len(utterances) and moves >= PRESIDER_MODERATES * len(own):
            return speaker.name, speaker.office
    return None


def _entry(name: str, known: dict[str, Speaker]) -> Speaker | None:
    """The attendee of that name, or the only one of that surname."""
    if not name:
        return None
    if name in known:
        return known[name]
    found = [speaker for full, speaker in known.items() if full.startswith(name) or name.startswith(full)]
    return found[0] if len(found) == 1 else None


def _presiding_side(
    office: str, plenary: bool, presiding: set[str], counts: Counter[str], total: int
) -> Side:
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
    part = next((word for word in ("分科会長", "部会長") if office.endswith(word)), "")
    if part and any(not other.endswith(part) and counts[other] > counts[office] for other in presiding):
        return "member"  # reports to the committee on what his part of it examined
    if is_organ(office) and not any(is_organ(other) for other in presiding if other != office):
        return "chair" if counts[office] >= PRESIDES_MIN * total and len(presiding) == 1 else "executive"
    if is_deputy(office):
        above = {o for o in presiding if o.endswith(office.removeprefix("副")[-2:])}
        return "member" if above or counts[office] < PRESIDES_MIN * total else "chair"
    return "chair"


def _unknown_sides(utterances: Sequence[Utterance], plenary: bool) -> dict[str, Side]:
    """Sides of names without an office: those whose turns are often questions ask, and all of them where offices answer
    and nobody else asks; the others stay unknown."""
    turns: dict[str, list[bool]] = defaultdict(list)
    moderates: Counter[str] = Counter()
    for utterance in utterances:
        if not utterance.speaker.office and utterance.speaker.side == "other":
            text = utterance.text
            turns[utterance.speaker.name].append(asks(text))
            moderates[utterance.speaker.name] += len(text) < 200 and any(
                is_moderation(text[a:b]) for a, b in sentences(text)
            )
    sides: dict[str, Side] = {}
    answering = any(u.speaker.side in ("executive", "secretariat") for u in utterances)
    asking = any(u.speaker.side == "member" for u in utterances)
    presided = any(u.speaker.side == "chair" for u in utterances)
    for name, asked in turns.items():
        if not presided and len(asked) > 2 and moderates[name] >= UNKNOWN_MODERATES * len(asked):
            sides[name] = "chair"
        elif sum(asked) >= UNKNOWN_ASKS * len(asked) or (answering and (plenary or not asking)):
            sides[name] = "member"
    return sides
