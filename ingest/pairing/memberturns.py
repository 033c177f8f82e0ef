"""What a member's turn is to the exchange that is open: a reply, more of the question, a clarification, a last word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Speaker, Turn, Utterance
from ingest.pairing.results import PRINTED, Opened
from ingest.people.capacity import operates
from ingest.people.offices import is_deputy
from ingest.phrases.floor import Floor
from ingest.phrases.procedure import is_procedural
from ingest.phrases.replying import answers_as_member, asks_back, ends_report, has_reported, reports
from ingest.phrases.wording import asks, greets, is_closing, seeks_answer
from ingest.turns.reading import Reading
from ingest.turns.scanning import DIGEST


def replies_as_member(turn: Utterance, opened: Opened | None, mover: Speaker | None, called: bool) -> bool:
    """A member who answers: called to reply, the mover of a bill, a committee's chair on its report, one who says so."""
    if opened is None or opened.answers or not opened.asked or seeks_answer(turn.text):
        return False
    other = turn.speaker != opened.questions[-1].speaker
    moved = bool(turn.speaker.name) and turn.speaker == mover
    reported = turn.speaker.office.endswith("委員長") and not opened.questions[-1].speaker.office.endswith(
        "委員長"
    )
    introduces = turn.speaker.office == "紹介議員"  # of a petition, which its committee examines
    if other and (called or moved or reported or introduces):
        return True
    # 委員（交通事業者） after another member's question: those who run what is asked about
    operator = operates(turn.speaker.office) and not operates(opened.questions[-1].speaker.office)
    return operator or ((other or not turn.speaker.name) and answers_as_member(turn.text))


_GUEST = re.compile(
    r"(?:アドバイザー|オブザーバー|コーディネーター|コメンテーター|ファシリテーター|講師|来賓|助言者)(?:[（(].*)?$"
)


def is_guests_word(turn: Utterance, opened: Opened, turns: Sequence[Utterance]) -> bool:
    """A guest's remark on what somebody wished, where those to whom the wish goes sit there (まちづくりアドバイザー after 町民, before 町長):
    he decides nothing, and only a question to him is one that he replies to."""
    if (
        opened.asked
        or opened.answers
        or opened.confidence == PRINTED
        or not _GUEST.search(turn.speaker.office)
    ):
        return False
    return any(u.speaker.is_officer for u in turns)


_CALLS_TO_EXPLAIN = re.compile(
    r"(?:補足|説明|報告|調査|確認|状況|お話|発表|紹介)[^。]{0,12}(?:お願い|願い|求め|いただき(?:ます|たい))"
)


EXPLAINED_MAX = 14
"""Turns before a reply in which the chair called for the explanation that the questions are about."""


def _explained(index: int, turns: Sequence[Utterance]) -> bool:
    """Whether the turn's speaker is the last one whom the chair called to explain (担当委員の説明をお願いします), and did."""
    for place in range(index - 2, max(0, index - EXPLAINED_MAX), -1):
        call, report = turns[place - 1 : place + 1]
        if call.speaker.side == "chair" and _CALLS_TO_EXPLAIN.search(call.text):
            return report.speaker == turns[index].speaker and not seeks_answer(report.text)
    return False


def replies_to_asker(index: int, turn: Utterance, opened: Opened | None, turns: Sequence[Utterance]) -> bool:
    """A member whom another asked by name, or about what he had just said or explained before the question; he asks nothing
    now."""
    if opened is None or opened.answers or not opened.asked or seeks_answer(turn.text) or index < 2:
        return False
    before, asker = turns[index - 2], turns[index - 1]
    known = bool(turn.speaker.name) or bool(re.search(r"\d", turn.speaker.office))
    named = bool(turn.speaker.name) and turn.speaker.name + turn.speaker.office in opened.questions[-1].text
    return (
        known
        and turn.speaker != asker.speaker
        and opened.questions[-1].utterance == asker.index
        and (
            named
            or (before.speaker == turn.speaker and not seeks_answer(before.text))
            or _explained(index, turns)
        )
    )


def goes_on(index: int, turn: Utterance, opened: Opened, reading: Reading) -> bool:
    """The same person, by name or by an office that one alone holds, goes on right after himself (a speech that the page shows in pieces), or one reply is to
    several questions in print."""
    if _in_batch(index, opened, reading):
        return True
    before = reading.utterances[index - 1] if index else None
    return (
        before is not None
        and index not in reading.breaks
        and (bool(turn.speaker.name) or is_deputy(turn.speaker.office))
        and before.speaker == turn.speaker
        and not opened.answers
        and (reading.styles[index] not in DIGEST or opened.asked or not asks(turn.text))
        and not _answered_by_number(index, reading)
    )


def _in_batch(index: int, opened: Opened, reading: Reading) -> bool:
    """質問１, 質問２, 質問３ and one 回答 without a number: the reply is to all of them."""
    before = index - 1
    if before < 0 or opened.answers or index in reading.breaks or reading.styles[index] != "qa":
        return False
    first, stop = before, index + 1
    while first and _follows(first, reading):
        first -= 1
    while stop < len(reading.styles) and _follows(stop, reading):
        stop += 1
    return (
        _follows(index, reading)
        and reading.numbers[first] == (1,)
        and stop < len(reading.styles)
        and reading.styles[stop] == "qa"
        and reading.utterances[stop].speaker.side == "executive"
        and not reading.numbers[stop]
    )


def _follows(index: int, reading: Reading) -> bool:
    """Whether a question bears the number after that of the question right before it."""
    one, two = reading.numbers[index - 1], reading.numbers[index]
    asked = all(reading.utterances[k].speaker.side == "member" for k in (index - 1, index))
    return asked and len(one) == len(two) == 1 and two[0] == one[0] + 1


def _answered_by_number(index: int, reading: Reading) -> bool:
    """Whether a reply further on bears the number of this question (質問②, then 回答②)."""
    own = set(reading.numbers[index])
    side = reading.utterances[index].speaker.side
    return bool(own) and any(
        own.intersection(numbers) and later.speaker.side != side
        for numbers, later in zip(reading.numbers[index + 1 :], reading.utterances[index + 1 :], strict=True)
    )


def answers_back(index: int, turn: Utterance, opened: Opened, turns: Sequence[Utterance]) -> bool:
    """A member says what he meant, when the executive or the chair asked him back (反問): the question is still the same."""
    if turn.speaker != opened.questions[-1].speaker:
        return False
    if opened.answers:
        return asks_back(opened.answers[-1].text) and not asks(turn.text)
    before = turns[index - 1] if index else None
    return before is not None and before.speaker.side == "chair" and opened.asked_back


def closing(index: int, turns: Sequence[Utterance], asking: bool) -> bool:
    """A member's last words in the plenary: they sum up and wish, and nobody of the executive speaks after them."""
    if not is_closing(turns[index].text):
        return False
    after = turns[index + 1 :]
    ahead = next((k for k, u in enumerate(after) if u.speaker.side != "chair"), None)
    called = any("答弁を求め" in u.text or _CALLS.fullmatch(_RECESS.sub("", u.text)) for u in after[:ahead])
    return ahead is None or after[ahead].speaker.side == "member" or not (asking or called)


_CALLS = re.compile(
    r"[^。、\s]{0,12}[長監事幹査](?:[、，]?(?:御|ご)?答弁(?:を?(?:お願い|願い)(?:いた)?し?ます)?)?[。．]?|[^。、\s]{1,10}長、[^。、]{2,10}[君氏][。．]?"
)
"""佐々木課長。, 副町長答弁。 and nothing else: who is called so replies to what was said."""
_RECESS = re.compile(r"[^。]{0,12}(?:休憩|再開|会議を開)[^。]{0,16}。\s*")
"""再開いたします。副町長。: the reply was settled in a recess."""

PRESENTATION_MIN = 1500
"""Characters from which a committee member's turn that the chair called for and that asks nothing is a presentation."""


_CONVENES = re.compile(r"招集|互選|(?:挨拶|あいさつ)(?:と|に|を)")
"""What a council's 議長 says to a committee that has no chair yet."""


_REPORTED = re.compile(r"(?:はい、)?(?:ただいま|ただ今|今|以上)の?[^。]{0,24}(?:報告|説明)(?:に|は|が|を)")
"""ただいまの報告について、御質問はございますか: the chair after a report."""


_TO_ADD = re.compile(r"補足(?:説明)?(?:が|は|を)?(?:あれば|ありましたら|ございましたら|お願い|求め)")
"""事務局から補足があればお願いします: what the chair says to what he had called for was its explanation."""


def presents(index: int, turns: Sequence[Utterance], floor: Floor, plenary: bool) -> bool:
    """Whether a member explains what the chair called for or calls a report afterwards, or speaks to procedure: no question."""
    turn, after = turns[index], turns[index + 1] if index + 1 < len(turns) else None
    if after and after.speaker.side == "chair" and reports(turn.text) and _REPORTED.match(after.text):
        return not seeks_answer(turn.text)
    told = plenary or floor.reply or floor.greeting or len(turn.text) >= PRESENTATION_MIN
    told = told or greets(turn.text) or reports(turn.text) or ends_report(turn.text)
    told = told or (
        after is not None and after.speaker.side == "chair" and _TO_ADD.search(after.text) is not None
    )
    convenes = turn.speaker.office == "議長" and _CONVENES.search(turn.text) is not None
    if (floor.explanation and told) or convenes or (plenary and has_reported(turn.text)):
        return not seeks_answer(turn.text) or is_procedural(turn.text)
    return is_procedural(turn.text)


def replied_in_print(index: int, reading: Reading) -> bool:
    """Whether a question of a digest has its printed reply right below: then it is one, whatever its words."""
    two = slice(index, index + 2)
    sides = [turn.speaker.side for turn in reading.utterances[two]]
    printed = all(style in DIGEST for style in reading.styles[two])
    return printed and len(sides) == 2 and sides[1] in ("executive", "secretariat")


_PROPOSES = re.compile(
    r"(?:て|で)は?(?:いかが|どう|よい|よろしい|いい)(?:です|でしょう)?か[。？?]*$|異議(?:は|が)?(?:ない|あり|ござい)[^。]{0,8}か[。？?]*$"
)


def unsettled(questions: Sequence[Turn], turn: Utterance) -> list[Turn]:
    """The questions without what the same person in the chair has put to the meeting (…としてはいかがか。 ―了承―)."""
    return [q for q in questions if q.speaker != turn.speaker or not _PROPOSES.search(q.text.strip())]
