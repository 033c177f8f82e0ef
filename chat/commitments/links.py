"""Which later exchanges of the same town come back to a matter: by the telling words that they share.

A statement's matter is the telling words of its quote, of what led up to it and of its topic (`retriever.terms.word_weight`); an
exchange is about them where it has much of their weight. All statements of a town are compared with all its exchanges as one product of matrices.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from corpus.patterns import NUMERAL
from retriever.terms import PART, rarity, word_weight
from retriever.tokenize import Word

RULES = 9
"""Version of the rules; what was linked by other rules is linked anew."""

TELLING = 0.4
"""Weight from which a word tells a matter: words in fewer than 2.5% of the passages of council speech."""

MOST_WORDS = 12
"""Telling words that a matter is known by; more are incidental (examples, numbers, names)."""

TOPIC_SHARE = 1.3
"""A word of the topic, or of the theme that the reply announced, names the matter more surely than one of the quote."""

NEAR_SHARE = 0.7
"""A word of the sentences that lead up to the quote names it less surely."""

OWN = 0.5
"""Weight from which a word of the quote tells something itself."""

LEAST_SHARE = 0.5
"""Share of the weight of a matter's words that a mention must have. Looked through on one council: below it, what is found shares
the field (学校, 保育) but not the matter. Of a matter told by the quote alone it would have to be 0.6, and most that is found here would
be missed."""

LEAST_WEIGHT = 2.4
"""Weight that must be shared whatever the share. A statement of less has no matter to follow."""

LEAST_WORDS = 3
"""Words that must be shared, a word and what it is put together of counted once: パブリックコメント alone is a way of doing things."""

RARE = 0.7
"""Weight of one shared word at least (a word in fewer than 0.2% of the passages): 利便性, 公共 and 向上 together tell no matter."""

LONG_SHARE, LONG_WEIGHT, LONG_WORDS, LONG_RARE = 0.42, 3.6, 4, 2
"""A matter that is told in many words is known by fewer of them if those weigh much and are many, two of them rare: looked through on
one council, 38 of 48 such pairs are on the matter, of those above `LEAST_SHARE` 29 of 40."""

SOON, SOON_WEIGHT = 2, 2.0
"""Years within which a matter is taken up again if at all, and the weight that is enough then with `LONG_SHARE`: of 31 pairs on one matter,
chosen by reading without seeing links, 23 lie so near, and of pairs ten years apart hardly one that shares no more is on the matter. Looked through, 31 of 40 are on it."""

FOREMOST = 2
"""The most telling words of a matter, of which one must be shared: two appointments by the same law share all but the names."""

SOON_FOREMOST, SOON_WORDS, SOON_MUCH = 4, 4, 3.0
"""Of what is said soon after it may be one of more words, if as many are shared and weigh this much."""

MEANS = frozenset(
    (
        "号 紙面 広報 広報紙 広報誌 ホームページ お知らせ 知らせる 掲載 周知 チラシ リーフレット パブリックコメント 定例会 議会 所存 存じる とも はじめ 初め 最後 本条例 本議案 議案 施行 公布 異議 "
        "月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 提出期限 請求書 款 項 欄 増額 減額 補正 本案 互選 休憩 正副 本会議 予定表 手元 御手元 配付 冊子 御覧 日程 記載 参事 副参事 会期 休会 招集 開会 開議 宣告 告示 諸報告 付託 演奏 常任 議長 副委員長 会派 政務 政務活動費 収支 認定 決算 会計 各会計 "
        "条例 一部 改正 請け負い 指定 管理者 指定管理者 候補 候補者 選定 公募 プロポーザル 裏面 恐れ入る "
        "議決 議決後 専決 処分 満了 再任 通知書 所管 件数 以内 以外 概ね 多く 例年 通例 現時点 今年度 昨年度 来年度 スケジュール 今後共 本事業 本制度 本計画 本施設 本工事 本件"
    ).split()
)
"""Words of how anything is made known, heard or said, of a council's own business, of bills and of choosing who is charged, of when and how
much: no matter is known by them."""

MOST_LATER = 12
"""Later exchanges kept for a statement: the likest. A matter that comes back more often is found by searching."""

SHARE_DIGITS = 4
"""Of a share that is kept: the sums behind it differ further down with what stands beside it."""

_HEADING = re.compile(
    rf"第{NUMERAL}+款|歳入|歳出|(?:一般|特別|企業)会計|補正予算|予算特別|決算特別"
    r"|予定表|事務事業概要|所管事務|調査事項|報告事項|(?:代表|一般|総括)質問$|会期の決定|議席の指定|署名議員|^その他$"
)
"""Agenda headings under which everything is spoken of: 第3款民生費, 予定表2の事務事業概要, 一般質問."""


def tells_matter(topic: str) -> bool:
    """Whether a topic says what is spoken of; a heading of the budget or of the day's business holds a hundred matters."""
    return not _HEADING.search(topic)


BLOCK = 256
"""Statements that are compared at once: with 20,000 exchanges some 20 MB."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement to find later mentions of: `day` its ISO day, `words` its matter, `own` those of them that its quote says itself."""

    id: int
    day: str
    words: Mapping[str, float]
    own: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A question or a statement (`done`: that something was done) by which an exchange may come back to a matter."""

    exchange_id: str
    day: str
    words: frozenset[str]
    done: bool


@dataclass(frozen=True, slots=True)
class Link:
    """The exchange comes back to the statement's matter; `done` where it says that something was done about it."""

    statement: int
    exchange_id: str
    day: str
    share: float
    done: bool


def matter(said: Iterable[tuple[Sequence[Word], float]], without: frozenset[str]) -> dict[str, float]:
    """The telling words of a statement with their weights, at most `MOST_WORDS`.

    Args:
        said: the words of its quote, of what led up to it and of its subject, each with a share: how surely they name the matter.
        without: forms that tell nothing here.
    """
    words: dict[str, float] = {}
    nothing = without | MEANS
    for some, share in said:
        for word in some:
            weight = word_weight(word) * share
            if word.kind == "number" or word.form in nothing or weight < TELLING * share:
                continue
            words[word.form] = max(words.get(word.form, 0.0), weight)
            for part in word.parts:
                if part not in without and rarity(part) >= TELLING:
                    words[part] = max(words.get(part, 0.0), PART * share * rarity(part))
    best = sorted(words.items(), key=lambda item: -item[1])[:MOST_WORDS]
    return dict(best)


def mentioned(words: Iterable[Word]) -> frozenset[str]:
    """The telling ones of the words of an exchange, and those that they are put together of."""
    found: set[str] = set()
    for word in words:
        if word.kind != "number" and word_weight(word) >= TELLING:
            found.add(word.form)
            found.update(word.parts)
    return frozenset(found)


def links(said: Sequence[Said], mentions: Sequence[Mention]) -> Iterator[tuple[Sequence[Said], list[Link]]]:
    """The later mentions of each statement, of one town, `BLOCK` statements at a time; a statement's are the same whatever stands
    beside it."""
    if not mentions:
        yield from ((said[start : start + BLOCK], []) for start in range(0, len(said), BLOCK))
        return
    import numpy as np

    numbers = {word: n for n, word in enumerate(dict.fromkeys(word for one in said for word in one.words))}
    exchanges = sorted({(one.day, one.exchange_id) for one in mentions})
    order = {exchange: n for n, exchange in enumerate(exchanges)}
    columns = _matrix([dict.fromkeys(one.words, 1.0) for one in mentions], numbers).T.tocsr()
    exchange = np.array([order[one.day, one.exchange_id] for one in mentions])
    done = np.array([one.done for one in mentions])
    days = np.array([_number(one.day) for one in mentions])
    for start in range(0, len(said), BLOCK):
        block = said[start : start + BLOCK]
        totals = np.array([sum(one.words.values()) or 1.0 for one in block])
        found = (_matrix([one.words for one in block], numbers) @ columns).tocoo()
        share = found.data / totals[found.row]
        since = np.array([_number(one.day) for one in block])
        soon = (share >= LONG_SHARE) & (found.data >= SOON_WEIGHT)
        soon &= days[found.col] <= since[found.row] + SOON * _YEAR
        much = (share >= LEAST_SHARE) & (found.data >= LEAST_WEIGHT)
        long = (share >= LONG_SHARE) & (found.data >= LONG_WEIGHT)
        close = (much | long | soon) & (days[found.col] > since[found.row])
        near = zip(*(some[close].tolist() for some in (found.row, found.col, much, soon)), strict=True)
        same = [
            _same_matter(block[row].words, block[row].own, mentions[col].words, enough, again)
            for row, col, enough, again in near
        ]
        kept = np.flatnonzero(close)[np.array(same, dtype=bool)]
        rows, cols = found.row[kept], found.col[kept]
        likest = _likest(rows, exchange[cols], share[kept], done[cols], len(exchanges))
        found_links = [
            Link(block[row].id, exchanges[place][1], exchanges[place][0], round(best, SHARE_DIGITS), made)
            for row, place, best, made in likest
        ]
        yield block, found_links


def _same_matter(
    words: Mapping[str, float], own: frozenset[str], said: frozenset[str], much: bool, soon: bool
) -> bool:
    """Whether what is shared tells the matter; `words` come with the most telling first.

    Of a quote that tells something itself (`own`) a word must come back: under one topic many things are said.

    Args:
        words: those of the matter.
        own: those of them that the quote says itself.
        said: the words of the mention.
        much: whether the share is that of any matter, not only of one told in many words.
        soon: whether it is said within `SOON` years.
    """
    least, rare = (LEAST_WORDS, 1) if much or soon else (LONG_WORDS, LONG_RARE)
    # What is quick to tell comes first: most pairs end there.
    if not said.intersection(islice(words, SOON_FOREMOST if soon else FOREMOST)):
        return False
    shared = [word for word in words if word in said]
    if len(shared) < least or (own and not own & said):
        return False
    whole = [word for word in shared if not any(word in other and word != other for other in shared)]
    if not said.intersection(islice(words, FOREMOST)) and (
        len(whole) < SOON_WORDS or sum(words[word] for word in shared) < SOON_MUCH
    ):
        return False
    return len(whole) >= least and sum(words[word] >= RARE for word in whole) >= rare


def _likest(
    rows: Any, places: Any, shares: Any, done: Any, size: int
) -> Iterator[tuple[int, int, float, bool]]:
    """(row, place, share, done) of the likest places of each row, each once; arrays of equal length."""
    import numpy as np

    if not len(rows):
        return
    keys = rows.astype(np.int64) * size + places
    by_key = np.argsort(keys, kind="stable")
    keys = keys[by_key]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]])
    share = np.maximum.reduceat(shares[by_key], starts)
    made = np.logical_or.reduceat(done[by_key], starts)
    row, place = np.divmod(keys[starts], size)
    kept: dict[int, int] = {}
    for n in np.lexsort((place, -share, row)).tolist():
        count = kept.get(int(row[n]), 0)
        if count < MOST_LATER:
            kept[int(row[n])] = count + 1
            yield int(row[n]), int(place[n]), float(share[n]), bool(made[n])


_YEAR = 10_000
"""A year between two days as `_number` has them."""


def _number(day: str) -> int:
    return int(day.replace("-", ""))


def _matrix(rows: Sequence[Mapping[str, float]], numbers: Mapping[str, int]) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    data, places, edges = [], [], [0]
    for row in rows:
        for word, weight in row.items():
            if word in numbers:
                places.append(numbers[word])
                data.append(weight)
        edges.append(len(places))
    values = np.array(data)
    return csr_matrix((values, places, edges), shape=(len(rows), len(numbers)))
