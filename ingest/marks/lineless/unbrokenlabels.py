"""Labels without a sign amid a line that lost its line ends: 議長（川辺守） …, 議長川辺守君) …, 議長 「…」, 委 員: …, 川辺委員長 …."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from ingest.marks.mark import OPENING
from ingest.people.names import is_surname
from ingest.people.offices import is_title
from ingest.people.speakers import LABEL_MAX, fully_named, parse_label
from ingest.people.speakerwords import GROUPS
from ingest.text.lines import Line
from ingest.text.normalize import squeeze

ENDS = "。！!？?）)」』"
"""How a speech ends, in a table that lost its lines."""
UNSIGNED_MIN = 4
"""Labels without a sign in one line at least."""
_ENDED = r"(?<=[。！!」』）)？?〕】＞>会議憩開分要過末]\s)(?![長員][（(])\s*(?:[0-9]{1,3}(?:\s+(?!番)|(?=[【〔［])))?"
NAMED = (
    re.compile(
        _ENDED
        + r"((?:[^\s。、（()）「」]{1,20}|[一-鿿](?:\s[一-鿿]){1,5}|\d{1,3}\s番)[（(][^（()）。、「」]{1,16}[）)])\s+(?=\S)"
    ),
    re.compile(
        _ENDED
        + r"([^\s。、（()）「」]{1,20}[（(][^（()）。、「」]{1,16}[）)]|[^\s。、（()）「」]{3,20}(?:\s[^\s。、（()）「」]{1,4})?君[）)])\s+(?=\S)"
    ),
    re.compile(
        _ENDED
        + r"([（(「【〔［\[＜<〈《『≪][^\s。、（()）「」]{2,16}[）)」】〕］\]＞>〉》』≫]|【[^\s。、（()）【】]{1,8}(?:\s[^\s。、（()）【】]{1,8}){1,2}】|【[^\s。、（()）「」【】]{2,16}[（(][^（()）。、【】]{2,14}[）)]】)(?:[（(][^\s。、（()）「」]{2,6}[）)])?\s+(?=\S)"
    ),
    re.compile(_ENDED + r"([^\s。、，,（()）「」]{2,20}[）)])(?=\S)"),
)
"""Labels without a sign: 議長（川辺守）, 副議長川辺守君) that lost its opening bracket, （議長） and 「町長」（提案理由）, 川辺委員長）."""
_COLON = re.compile(
    _ENDED
    + r"([^\s。、，,（()）「」：:\d]{2,24}(?:[（(][^\s。、（()）]{1,12}[）)])?|[^\s。、，,（()）「」：:\d]{1,4}[（(][^\s。、（()）]{1,2}[）)][^\s。、，,（()）「」：:\d]{2,12}|[委議会座事]\s[員長務](?:\s局)?)\s?[：:]\s*(?=\S)"
)
"""委 員: …, 交通部長: …, 委員長（沖君）：…, 川辺（米）委員：…: a colon behind the label."""
_SPREAD = r"[一-鿿](?:[ \u3000]{1,8}[一-鿿]){1,7}"
"""議 長, 福 祉 課 長: an office whose letters stand apart."""
_PLAIN = re.compile(
    _ENDED
    + r"((?:\d{1,2}番\s?)?(?:[^\s。、，,（()）「」\d]{1,4}[（(][^\s。、（()）]{1,2}[）)])?[^\s。、，,（()）「」\d]{2,24}(?:[（(][^\s（()）。]{1,24}(?:\s[^\s（()）。]{1,16})?[）)])?|"
    + _SPREAD
    + r")\s+(?=[^\s、。（(])"
)
"""川辺委員長 ただいまから…: nothing but a blank behind the label; also 議 長, 3番 川辺委員, 3番川辺委員."""
PLAIN_MIN, PLAIN_PEOPLE, PAGE_MIN = 6, 3, 2
"""Such labels in all pages at least, different ones of them, and such labels in a line."""


_CALLED = re.compile(
    r"(?:[〔（(]|(?<=[。）)\s]))([^\s。、（()）〔〕]{2,8}君)(?:[ 　]?登壇[〕）)]|。)\s*(?=\1\s)"
)
"""議長（…）磯田健君。 磯田健君 …, 〔磯田健君登壇〕 磯田健君 …: members without an office, right behind the call."""


def is_talk(labels: Counter[str]) -> bool:
    """Whether labels, counted, are those of a talk: some, by several people, one of whom speaks again. 林健一委員（公募委員）代田憲隆委員（…） is a list
    of those present."""
    return labels.total() >= UNSIGNED_MIN and 2 <= len(labels) < labels.total()


def chair_among(labels: Iterable[str]) -> bool:
    """Whether one of the labels is the chair's."""
    return any((speaker := parse_label(label)) and speaker.side == "chair" for label in labels)


def plain_labels(lines: Sequence[Line]) -> Counter[str]:
    """How often each label that only blanks set off stands in the lines of pages, be it at the head of one."""
    found = Counter(match[1] for line in lines for match in _PLAIN.finditer(line.text) if _titled(match[1]))
    for line in lines:
        if head := next((label for label in found if line.text.startswith(f"{label} ")), ""):
            found[head] += 1
    for label, count in found.items():
        if count == 1:
            found[label] = max(1, sum(len(_behind_headings(line.text, {label})) for line in lines))
    return found


def unsigned(line: Line, pages: Counter[str]) -> list[int]:
    """Where labels without a sign begin, and the names of those whom the chair has just called; `pages`: the plain labels of all pages."""
    found = _unsigned(line, pages)
    return sorted({*found, *(match.end() for match in _CALLED.finditer(line.text))}) if found else []


def _unsigned(line: Line, pages: Counter[str]) -> list[int]:
    """Where 議長（川辺守） stands behind the end of a sentence; nowhere unless several people speak so, and one again."""
    if bold := _bold(line.text):
        return bold
    plain = _plain(line, pages)
    for pattern in NAMED:
        found = [match for match in pattern.finditer(line.text) if names_speaker(match[1])]
        counts = Counter(match[1] for match in found)
        if head := next((label for label in counts if line.text.startswith(label)), ""):
            counts[head] += 1  # it needs no cut, but is one of them
        if is_talk(counts) and counts.total() >= len(plain):
            starts = [match.start(1) for match in found]
            headed = _with_headed(line.text, [*_opening(line.text, starts[0], counts), *starts], counts)
            return sorted({*headed, *_again(line.text, starts[0], counts)})
    other = (_before_colons(line), _glued(line.text), _tags(line.text), _counted(line.text))
    best = _quoted(line.text) or max(plain, *other, key=len)
    return _with_openings(line.text, plain, pages) if best and best is plain else best


def _again(text: str, first: int, labels: Counter[str]) -> list[int]:
    """Where a label with a name in brackets stands again, behind words without a full stop (…議案により説明 議長（川辺守君） …)."""
    return [
        match.start()
        for label, count in labels.items()
        if count > 1 and label[-1] in "）)" and re.search("[（(]", label[1:])
        for match in re.compile(rf"(?<=\s){re.escape(label)}(?=\s)").finditer(text, first)
    ]


_GLUED = re.compile(
    r"(?<=[。」』）)？?〕】－―])\s*([^\s。、，（()）「」－―]{2,20}[（(][^（()）。、「」]{2,16}[）)])\s?(?=[^\s。、])"
)
"""…お願いします。総務部長（川辺守）今回は…, …。議長（岸本静香君） …, －起立・礼－議長（…: no blank before the label or none behind it."""


def _glued(text: str) -> list[int]:
    """Where such labels begin; the first one may stand right behind the header (…その他委員長（岸本静香）ただいま…)."""
    found = [match for match in _GLUED.finditer(text) if fully_named(match[1])]
    counts = Counter(match[1] for match in found)
    if not (is_talk(counts) and chair_among(label for label in counts if text.count(label) > 1)):
        return []
    starts = [match.start(1) for match in found]
    head = [place for label in counts if 0 <= (place := text.find(label)) < starts[0]]
    # …― 一般質問 議長（岸本静香君）日程…, 再開 午前10時15分議長（岸本静香君）休憩前に…: behind a heading or a time, as it stands elsewhere
    headed = [
        m.start()
        for label in counts
        if text.count(label) > 1
        for m in re.finditer(rf"(?<=[\s分]){re.escape(label)}", text)
    ]
    return sorted({*starts, *head, *headed})


_TAG = re.compile(r"[【〔［]([^\s。、【】〔〕［］]{1,20}(?:\s[^\s。、【】〔〕［］]{1,8}){0,2})[】〕］](?=\S)")
"""…ないか。【川辺委員】バスは…, 〔３番　川辺　守君〕…: a label in brackets with no blank behind it."""


def _tags(text: str) -> list[int]:
    """Where such labels begin that words follow; 【事務局】 above the names of those present is none."""
    found = list(_TAG.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)] * bool(found)
    kept = [
        match
        for match, end in zip(found, ends, strict=True)
        if "。" in text[match.end() : end] and (speaker := parse_label(match[1])) and speaker.office
    ]
    return [match.start() for match in kept] if is_talk(Counter(match[1] for match in kept)) else []


OPENING_MAX = 800
"""Characters of the first speech at most, behind a header without a full stop."""


def _opening(text: str, first: int, labels: Counter[str]) -> list[int]:
    """Where the first speech begins (…６番 中沖理明 議長（川辺守） 皆さん、…): behind a header, no sentence ends before its label.

    The label speaks again, and a sentence ends before the next one, or it would be an entry of a roster.
    """
    found = [
        match.start()
        for label, count in labels.items()
        for match in re.compile(rf"(?<=\s){re.escape(label)}(?=\s)").finditer(
            text, max(0, first - OPENING_MAX), first
        )
        if count > 1 and re.search("[。！!]", text[match.end() : first])
    ]
    return [max(found)] if found else []


_HEAD = re.compile(r"(?:^|[。」）)】\s])\s*((?:\d{1,2}[．.]|[（(]\d{1,2}[)）])[^。【】]{1,60})$")
_SHORT_HEAD = re.compile(r"(?<=。\s)(\d{1,2}[\s．.]*[^。、○\d（(\s]{2,20}\s)$")
"""2町長あいさつ 町長（沖太郎） …, 4 経過説明 こども課長（西） …: right behind a sentence."""
_BRACKETED = re.compile(r"(?<=\s)[【〔［][^\s。、（()）「」]{2,16}[】〕］](?=\s+\S)")
_IN_BRACKETS = re.compile(r"(?<=\s)[^\s。、（()）「」]{2,20}[（(][^（()）。、「」]{1,16}[）)](?=\s+\S)")


def _with_headed(text: str, starts: Sequence[int], labels: Counter[str]) -> list[int]:
    """The labels and those that a heading stands before (2.会長挨拶 【会長】 …, 5 議題 町長（沖） …), and where those begin.

    `labels`: those that are known to name speakers; 【会長】 of the line stands for any 【…】 that names one.
    """
    out = set(starts)
    signed = text[starts[0]] in "【〔［"
    for match in (_BRACKETED if signed else _IN_BRACKETS).finditer(text, 0 if signed else starts[0]):
        form = _HEAD if signed else _SHORT_HEAD
        head = form.search(text, max(0, match.start() - (160 if signed else 30)), match.start())
        known = match[0] in labels or names_speaker(match[0])
        if match.start() not in out and head and known:
            out |= {head.start(1), match.start()}
        elif signed and labels[match[0]] > 1:  # …会議録 令和6年8月20日 【教育長】  ただいまから
            out.add(match.start())
    return sorted(out)


_NAMED_MEMBER = re.compile(r"[^\sぁ-ん]{1,5}君")


def _before_colons(line: Line) -> list[int]:
    """Where 委 員: stands behind the end of a sentence; nowhere unless several people speak so, and one again."""
    found = [m for m in _COLON.finditer(line.text) if _titled(m[1]) or _NAMED_MEMBER.fullmatch(m[1])]
    counts = Counter(match[1] for match in found)
    if not is_talk(counts):
        return []
    starts = [match.start(1) for match in found]
    again = sorted(
        m.start()
        for label in counts
        for m in re.finditer(rf"(?<=\s){re.escape(label)}(?=\s?[：:])", line.text)
    )
    # －会長に司会を交代－ 会長：, 次第４ 役員の選任 事務局：: behind a heading or a note; the first of all not among those present
    first = [
        place for place in again if place < starts[0] and re.search("[。！!]", line.text[place : starts[0]])
    ]
    return sorted({*starts, *first[-1:], *(place for place in again if place > starts[0])})


_BOLD = re.compile(r"(?<=[\s。])\*\*([^*。、\s]{2,24}?)[：:]?\*\*(?=\s*[：:]?\s*[^\s*])")
"""**川辺委員長**：…, **会長** …: the labels in bold, in Markdown that lost its line ends."""


def _bold(text: str) -> list[int]:
    """Where such labels begin; nowhere unless several people speak so, and one again."""
    found = [match for match in _BOLD.finditer(text) if _titled(match[1]) or fully_named(match[1])]
    return [m.start() for m in found] if is_talk(Counter(match[1] for match in found)) else []


_QUOTED = re.compile(
    r"(?<=\s)([^\s。、，（()）「」]{2,14}(?:[（(][^\s（()）。、，「」]{1,16}[）)])?)\s*(?=「[^「」]{1,1500}」\s)"
)
"""議長 「…」 消防長 「…」: each speech in quotation marks."""


def _quoted(text: str) -> list[int]:
    """Where speeches in quotation marks begin with the label before them; nowhere unless several people speak so, and one again."""
    found = [match for match in _QUOTED.finditer(text) if _titled(match[1]) or fully_named(match[1])]
    return [m.start(1) for m in found] if is_talk(Counter(match[1] for match in found)) else []


def _plain(line: Line, pages: Counter[str]) -> list[int]:
    """Where 川辺委員長 stands behind the end of a sentence and before a blank, in pages that are full of such labels."""
    known = {
        label
        for label, count in pages.items()
        if count > 1 or re.search("[（(]", label) or fully_named(label) or _sure(label)
    }
    found = [
        match
        for match in _PLAIN.finditer(line.text)
        if _titled(match[1]) and (match[1] in known or _is_called(line.text, match))
    ]
    talk = len(known) > 1 and min(pages[label] for label in known) >= PLAIN_PEOPLE  # two who speak by turns
    if len(found) < PAGE_MIN or not (talk or len(known) >= PLAIN_PEOPLE):
        return []
    offices: Counter[str] = Counter()  # 事務局（西） and 事務局（東）: one office
    for label, count in pages.items():
        offices[re.sub("[（(].*", "", label)] += count
    often = max(offices.values()) >= PLAIN_PEOPLE or sum(n > 1 for n in offices.values()) > 1
    if sum(pages[label] for label in known) < PLAIN_MIN or not often:
        return []
    starts = [match.start(1) for match in found]
    first = next(
        (
            m.start(1)
            for m in _BEHIND_DAY.finditer(line.text, 0, starts[0])
            if m[1] in pages or fully_named(m[1])
        ),
        None,
    )
    return starts if first is None else [first, *starts]


_ROW = re.compile(
    r"(?:^|(?<=\s))(\d{1,3})\s+([^\s。、，,（()）「」\d]{2,14}(?:[（(][^\s（()）。]{1,24}[）)])?)\s+(?=[^\s。、（(])"
)


def _counted(text: str) -> list[int]:
    """Where `1 会長 …。 2 事務局 …。 3 沖委員 …。` begin, and their labels: a table whose rows are counted, in one line."""
    found: list[re.Match[str]] = []
    for match in _ROW.finditer(text):
        ended = not found or text[: match.start()].rstrip()[-1] in ENDS
        if ended and int(match[1]) == (int(found[-1][1]) + 1 if found else 1) and _titled(match[2]):
            found.append(match)
    if not is_talk(Counter(match[2] for match in found)):
        return []
    return [place for match in found for place in (match.start(1), match.start(2))]


def _with_openings(text: str, starts: list[int], pages: Counter[str]) -> list[int]:
    """`starts` and where a label that returns stands behind a heading: the first one too, which the header runs into."""
    headed = _behind_headings(text, {label for label, count in pages.items() if count > 1 and _titled(label)})
    return sorted({*starts, *headed[:1], *(place for place in headed if place > starts[0])})


def _is_called(text: str, match: re.Match[str]) -> bool:
    """Whether 総務課長 stands right behind the call of its name (川辺議長 総務課長。 総務課長 お答えします。)."""
    return text[max(0, match.start(1) - LABEL_MAX) : match.start(1)].rstrip().endswith(f"{match[1]}。")


_SENTENCE = r"(?=\s+\S*[ぁ-ん]\S*[、。])"


def _behind_headings(text: str, labels: set[str]) -> list[int]:
    """Where such a label stands behind a blank and before a sentence: … 第１ 一般質問 川辺議長 皆様、おはよう…."""
    forms = [re.compile(rf"(?<=\s){re.escape(label)}{_SENTENCE}") for label in labels]
    return sorted(match.start() for form in forms for match in form.finditer(text))


_BEHIND_DAY = re.compile(r"(?<=[日議時分）)])\s+([^\s。、，,（()）「」\d]{2,14})(?=\s+\S*[ぁ-ん])")
"""…会議録 2010年6月2日  稲川委員 おはようございます。: the first label, right behind the head of the line."""


def _sure(label: str) -> bool:
    """町 長, 福 祉 課 長, 沖委員, 3番沖委員, 3番委員: an office in spread letters, a member by his surname or seat."""
    if re.fullmatch(_SPREAD, label) or _SEATED.fullmatch(label):
        return True
    found = parse_label(_SEAT.sub("", label))
    return found is not None and found.office in ("委員", "議員") and is_surname(found.name)


_SEAT = re.compile(r"^\d{1,2}番\s?")


_SEATED = re.compile(r"\d{1,2}番(?:議員|委員)")


def _titled(label: str) -> bool:
    speaker = parse_label(squeeze(label) if re.fullmatch(_SPREAD, label) else label)
    office = re.sub(r"[（(].*", "", speaker.office) if speaker else ""
    return office in GROUPS or is_title(office) or _SEATED.fullmatch(office) is not None


def names_speaker(label: str) -> bool:
    """Whether what stands between two speeches of a page without line ends names a speaker, in brackets, with a bracket in it or alone."""
    if label[0] in OPENING:
        inner = re.sub("[：:]", "\u3000", label[1:-1], count=1)  # 【議長：川辺守】
        return (speaker := parse_label(inner)) is not None and bool(speaker.office)
    if re.search("[（(]", label):
        return fully_named(label) is not None
    return _titled(label[:-1])  # nothing but a closing bracket
