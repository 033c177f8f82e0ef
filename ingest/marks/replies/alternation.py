"""Questions and replies told by their alternation alone, whatever words or signs head them.

    ご指摘　…か。　　　　　　１　…してほしい。
    措置の内容　…　　　　　　　※　…
    ご指摘　…　　　　　　　　２　…

No list of labels holds all that towns print. What is common to them: two kinds of heads take turns down the page; below the one
stands what asks or wishes, below the other what does not.

1. Every line has heads of several kinds: its label as printed, numbers aside (【ご意見１】, 区長会：); who a label is, by side; the mark
   of a list (・, １　, （１）, ⇒).
2. Two kinds are the document's where they take turns and the words below them are of these two sorts. Labels that say their side in
   words (…の声, …の方針) need not ask.
3. Where only replies have a head, what asks is the paragraph above each.

It is the last resort before plain text: used where the marks that are known show no dialogue of two sides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from corpus.types import Side, Speaker
from ingest.header.labels import LABEL_LINE
from ingest.marks.forms.namedbehind import with_name
from ingest.marks.mark import Mark, mark_at
from ingest.marks.replies.abovereplies import above, loses_words, under_headings, understood
from ingest.marks.replies.askedpoints import points_of
from ingest.marks.replies.headkinds import (
    Head,
    Key,
    asks_by_label,
    heads_of,
    is_town,
    may_ask,
    may_reply,
    replies_by_label,
)
from ingest.marks.replies.takingturns import (
    ABOVE,
    NAMED_MIN,
    PAIRS_MIN,
    UNDER,
    WORDS_MAX,
    Turns,
    is_named_asker,
    is_named_replier,
    is_said,
    turns_of,
    words_below,
)
from ingest.marks.speaks import speaking
from ingest.people.names import is_name, is_person, is_surname
from ingest.people.offices import is_heard, is_public, sits_on_organ
from ingest.people.speakers import parse_label
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

KINDS_MAX = 16
"""Kinds of heads that are compared, the most frequent first."""
LETTERS_MIN = 4
"""Different lines of one character (問 and 答 are two) from which columns, printed upright or cut to pieces, stand among the lines."""
LETTER_SHARE = 0.5
"""Share of a page that one letter and its reply take at least."""
TALKING_MIN = 3
"""People named without an office who speak again, from which they talk with one another (◆沖ひとみ：…, ◎川辺守：…)."""
_ASSESSES = re.compile(
    r"(?:自己|内部|外部)?(?:評価|点検)(?:結果|区分)?$|判定$|達成(?:度|状況)$|進捗(?:度|状況)?$"
)
"""評価：Ｂ above 意見： and 今後の対応：: a review of what was done; its opinions are those of who writes the reply."""
_SURVEY = re.compile(r"アンケート|世論調査|意識調査|問題と(?:解答|答え)")
SURVEY_LINES = 8
"""Lines at the head of a document in which it is called a survey: below its questions stand figures."""


def alternating_marks(lines: Sequence[Line], known: Sequence[Mark]) -> tuple[Mark, ...]:
    """The marks of questions and replies that take turns; none where `known` marks show both sides, or nothing takes turns."""
    if (
        not lines
        or _is_dialogue(known, lines)
        or len({line.text for line in lines if len(line.text) == 1}) >= LETTERS_MIN
    ):
        return ()
    heads = [() if _is_header(line) else tuple(heads_of(line)) for line in lines]
    counts = Counter(head.key for own in heads for head in own)
    kinds = [key for key, n in counts.most_common() if n >= _least(key)][:KINDS_MAX]
    places: dict[Key, list[tuple[int, Head]]] = defaultdict(list)
    for index, own in enumerate(heads):
        for head in own:
            if head.key in kinds:
                places[head.key].append((index, head))
    if any(kind[0] == "label" and _ASSESSES.match(kind[-1]) for kind in kinds):
        return ()
    labelled = {i for kind in kinds if kind[0] == "label" for i, _ in places[kind]}
    named = {mark.line for mark in known}
    if turns := _in_turns(lines, heads, kinds, places, labelled, named):
        return tuple(_marks(turns, lines))
    if letter := _letter(lines, heads):
        return tuple(_marks(letter, lines))
    if any(_SURVEY.search(line.text) for line in lines[:SURVEY_LINES]):
        return ()
    for kind in filter(may_ask, kinds):
        below = list(points_of(lines, [index for index, _ in places[kind]]))
        if below and not _has_fields([index for pair in below for index in pair if index], labelled):
            return tuple(_points(below, places[kind], lines))
    return ()


def _in_turns(
    lines: Sequence[Line],
    heads: Sequence[tuple[Head, ...]],
    kinds: Sequence[Key],
    places: Mapping[Key, Sequence[tuple[int, Head]]],
    labelled: Set[int],
    named: Set[int],
) -> Turns | None:
    """The kinds of heads that take turns as questions and replies, those first that have heads for both; None where none do.

    Args:
        lines: of the document.
        heads: of each line.
        kinds: those that are compared.
        places: where each of them stands.
        labelled: lines that begin with a label.
        named: lines in which marks show who speaks.
    """
    pairs = [(a, b) for a in kinds for b in kinds if a != b and may_ask(a) and may_reply(b, a)]
    asked = [(places[a], (a, b)) for a, b in pairs]
    replying = [b for b in kinds if may_reply(b) and not _is_members(b, heads)]
    without = [_above(b, places[b], lines, labelled, named) for b in replying]
    headed = [(q, kind) for q, kind in without if kind[0] == UNDER]
    for questions in (asked, without):
        found = [turns for q, kind in questions if (turns := turns_of(q, places[kind[1]], kind, lines))]
        found = [t for t in found if t.labels or not _has_fields([i for i, _, _ in t.order], labelled)]
        if not found:
            continue
        best = max(found, key=lambda turns: turns.weight)
        # ■学校の統合: the heads of the questions are headings above them.
        if best.order[0][1].key[0] == "list":
            under = [t for q, kind in headed if (t := turns_of(q, places[kind[1]], kind, lines))]
            best = max(under, key=lambda turns: turns.weight, default=best)
        return best
    return None


def _least(key: Key) -> int:
    """How often a kind of head stands from which it is compared."""
    return NAMED_MIN if is_named_asker(key) or is_named_replier(key) else PAIRS_MIN


def _is_header(line: Line) -> bool:
    """**日時**：２月１０日: the meeting's data, whatever heads them."""
    text = line.text.replace("*", "")
    return any(LABEL_LINE[name].match(text) for name in ("date", "place"))


def _is_members(kind: Key, heads: Sequence[tuple[Head, ...]]) -> bool:
    """Whether the sign stands before members' labels (○柳委員　…), as where a text keeps what one of them said: no replies."""
    labels = [
        [head.key for head in own if head.key[0] == "side"] for own in heads if own and own[0].key == kind
    ]
    members = sum(any(key[-1] == "member" for key in own) for own in labels)
    return kind[0] == "list" and 2 * members > len(labels)


def _letter(lines: Sequence[Line], heads: Sequence[tuple[Head, ...]]) -> Turns | None:
    """A page of one letter and its reply: the labels that say so in words stand once, on lines of their own, above most of the page."""
    alone = [
        (i, own[-1])
        for i, own in enumerate(heads)
        if own and own[-1].end >= len(lines[i].text) and own[0].key[0] != "list"  # １　質問 heads a section
    ]
    replied = [(i, head) for i, head in alone if replies_by_label(squeeze(head.label))]
    if len(replied) != 1:
        return None
    reply, head = replied[0]
    asked = [(i, one) for i, one in alone if i < reply and asks_by_label(squeeze(one.label))]
    if not asked:
        return None
    order = ((*asked[-1], True), (reply, head, False))
    words = words_below(lines, order[0], reply), words_below(lines, order[1], len(lines))
    whole = sum(len(line.text) for line in lines)
    if not all(map(is_said, words)) or len("".join(words)) < LETTER_SHARE * min(whole, 2 * WORDS_MAX):
        return None
    return Turns(order, 1.0, 2)


def _has_fields(heads: Sequence[int], labelled: Set[int]) -> bool:
    """Whether lines with labels stand among heads that are none (答弁者：町長 below every point): it is a list of something else."""
    fields = sum(heads[0] < i < heads[-1] for i in labelled - set(heads))
    return 4 * fields >= len(heads)


def _is_dialogue(marks: Sequence[Mark], lines: Sequence[Line]) -> bool:
    """Whether somebody presides, or those who ask and those who reply both have marks of one family with words."""
    families: dict[str, list[Speaker]] = defaultdict(list)
    for mark, speaks in zip(marks, speaking(marks, lines), strict=True):
        if speaks:
            families[mark.style.partition(":")[0] if ":" in mark.style else ""].append(mark.speaker)
    if any(mark.style == "arrow" for mark in marks):  # points that were found by the replies to them
        families["arrow"] = [speaker for own in families.values() for speaker in own]
    return any(_has_both(speakers) for speakers in families.values())


def _has_both(speakers: Sequence[Speaker]) -> bool:
    sides = {speaker.side for speaker in speakers}
    replied = bool(sides & {"executive", "secretariat"}) or any(is_heard(s.office) for s in speakers)
    public = any(is_public(s.office) for s in speakers)
    asked = "member" in sides or public or any(sits_on_organ(s.office) for s in speakers)
    named = any(speaker.name and not speaker.office for speaker in speakers)  # ≪鈴木礼子≫ beside ≪市長≫
    told = public and "member" in sides  # （町民Ａ） asks, and （沖議員） replies
    often = Counter(speaker.name for speaker in speakers if speaker.name and not speaker.office)
    talk = sum(n > 1 for n in often.values()) >= TALKING_MIN
    return "chair" in sides or told or talk or asked + replied + named > 1


def _above(
    reply: Key, places: Sequence[tuple[int, Head]], lines: Sequence[Line], labelled: Set[int], named: Set[int]
) -> tuple[list[tuple[int, Head]], tuple[Key, Key]]:
    """The questions without a head above replies that have one, and the kinds of both: under headings, else the paragraph above."""
    replies = [index for index, _ in places]
    nearest = above(replies, lines, labelled)
    under = under_headings(replies, lines, labelled, named)
    kind, starts = (UNDER, under) if loses_words(nearest, under, replies) else (ABOVE, nearest)
    return [(start, Head(kind, "", 0, 0)) for start in starts], (kind, reply)


def _marks(turns: Turns, lines: Sequence[Line]) -> Iterator[Mark]:
    if any(head.key == UNDER for _, head, _ in turns.order):
        at = [[index for index, _, asking in turns.order if asking == side] for side in (True, False)]
        for index in understood(at[0], at[1], lines):
            yield mark_at(index, lines[index], "qa", 0, 0, Speaker("", "", "member"))
    for index, head, asking in turns.order:
        line = lines[index]
        side: Side = "member" if asking else "executive"
        bare = re.sub(r"[（(][^（()）]*[）)]$", "", squeeze(head.label))
        who = (parse_label(squeeze(head.label)) or parse_label(bare)) if bare else None
        speaker = Speaker("", "", side)
        if who is not None and (who.office or who.name) and not asks_by_label(head.label):  # 町長, ≪沖≫
            kept = who.side if who.side == "secretariat" and not asking else side
            speaker = replace(who, side=kept)
        elif asking and _is_printed(squeeze(head.label), lines[: turns.order[0][0]]):
            speaker = Speaker(squeeze(head.label), "", side)
        elif is_town(head.label):
            speaker = Speaker("", head.label, "executive")
        mark = mark_at(index, line, "qa", head.start, head.end, speaker)
        yield (with_name(mark, line) if speaker == Speaker("", "", side) and head.label else None) or mark


def _is_printed(label: str, above: Sequence[Line]) -> bool:
    """Whether the head of the page names somebody so called (沖：… below 沖　ひとみ), or it can be nothing but a surname (武藤)."""
    names = (_NAMED.sub("", line.text) for line in above)
    alone = len(label) > 1 and is_surname(label)
    return is_name(label) and (alone or any(n.startswith(label) and is_person(n) for n in names))


_NAMED = re.compile(r"\s+|(?:議員|委員|君|氏|さん)$")


def _points(
    below: Sequence[tuple[int, int | None]], heads: Sequence[tuple[int, Head]], lines: Sequence[Line]
) -> Iterator[Mark]:
    """The marks where only questions have a head."""
    ends = dict(heads)
    for start, reply in below:
        yield mark_at(
            start, lines[start], "qa", ends[start].start, ends[start].end, Speaker("", "", "member")
        )
        if reply is not None:
            yield mark_at(reply, lines[reply], "qa", 0, 0, Speaker("", "", "executive"))
