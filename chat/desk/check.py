"""A 通告, question or draft reply set against the record, sentence by sentence.

For every sentence that says something: the nearest earlier replies with their verified quotations, which of its figures, dates
and commitments they share and in which they differ, which
names (`chat.desk.check_contrast`), or that nothing like it has been answered. Replies of other towns than the one it speaks of
(`chat.desk.check_towns`) come after them, as such: their figures are neither the same nor different.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Literal

from chat.answers import wording
from chat.desk.check_contrast import closest, contrasts
from chat.desk.check_towns import Towns, towns_of
from chat.desk.check_types import Check, CheckedSentence, Earlier
from chat.desk.facts import Fact, facts
from chat.desk.facts_en import facts_in_english
from chat.notices import need_minutes
from chat.ports import AnswerService
from chat.types import Near
from corpus.errors import SettingsError
from corpus.sentences import english_sentences, sentences
from corpus.spans import Span
from retriever.languages import is_english
from retriever.types import Filter

REPLIES, OTHERS = 3, 2
"""Earlier replies shown for a sentence: of the town that it speaks of, and of others."""

DEPTH = 4
"""Exchanges read for a sentence; see `chat.answers.answer.CANDIDATES`."""

SURE, COVERED = 0.55, 0.35
"""An earlier reply is near from this confidence on, if at least this share of the sentence's words stands in its quotation.
Stricter than for a question, because a sentence is always most like something: on the five development documents eleven
sentences on their matters had 0.63 and 0.39 at least; ten on other matters were all below one of the two."""

SHORTEST = 8
"""Characters of a sentence that says something; what is shorter is a heading number, a greeting, 「以上です。」."""

MOST_SENTENCES = 400
"""Sentences that are checked: a general question of an hour has some 200."""

LONGEST = 100_000
"""Characters of a text that are read."""


_BREAKS = str.maketrans(dict.fromkeys("\v\f\x85\u2028\u2029", "\n"))
"""Ends of lines other than the usual ones: a word processor's break within a paragraph is pasted as one of them."""

_NUMBER = re.compile(r"(?<![A-Za-z])[0-9][0-9,.]*%?")
"""A number in a text in English."""

_UNSEEN = "\u00ad\u200b\u2060\ufeff \t\u00a0\u3000"
"""Soft hyphens, joiners and blanks that word processors leave."""


def check(
    service: AnswerService,
    text: str,
    filters: Filter = Filter(),
    today: date | None = None,
    own: str = "",
) -> Check:
    """Checks a whole text; see `steps`."""
    *_, last = steps(service, text, filters, today, own)
    return last


def steps(
    service: AnswerService,
    text: str,
    filters: Filter = Filter(),
    today: date | None = None,
    own: str = "",
) -> Iterator[Check]:
    """The check as it grows, a sentence at a time, so that a page can show it and stop it.

    Args:
        service: what finds earlier replies.
        text: a draft; its lines and sentences are the units.
        filters: narrows the record (towns, period).
        today: what 「昨年度」 counts from.
        own: the own town (調布市): its replies come first where a sentence names no town.

    Raises:
        SettingsError: there is no text, or no minutes (of the own town) are loaded.
    """
    text = text[:LONGEST]
    need_minutes(service.reach())
    loaded = service.towns()
    if own and own not in loaded:
        raise SettingsError(
            f"{own}の会議録は読み込まれていません", "自治体名を確かめるか、資料を追加してください"
        )
    spans = spans_of(text)
    if not spans:
        raise SettingsError("確認する文章がありません", "通告、質問または答弁案の文章を入れてください")
    start = time.perf_counter()
    towns = towns_of(loaded, filters, own, today or date.today())
    done: list[CheckedSentence] = []
    for left, right in spans[:MOST_SENTENCES]:
        done.append(_checked(service, text[left:right], left, filters, towns))
        elapsed = 1000 * (time.perf_counter() - start)
        yield Check(tuple(done), filters, max(0, len(spans) - MOST_SENTENCES), elapsed)


def spans_of(text: str) -> tuple[Span, ...]:
    """Where the sentences of a draft stand, in Japanese or English; what holds nothing to be seen is none."""
    text = text.translate(_BREAKS)
    spans = english_sentences(text) if is_english(text) else sentences(text)
    return tuple((start, end) for start, end in spans if text[start:end].strip(_UNSEEN))


def _checked(
    service: AnswerService, sentence: str, start: int, filters: Filter, towns: Towns
) -> CheckedSentence:
    end, plain = start + len(sentence), wording.plain(sentence)
    if len(plain) < SHORTEST or wording.FILLER.search(plain):
        return CheckedSentence(sentence, start, end, "passed")
    read, whose = facts_in_english if is_english(sentence) else facts, towns.of(sentence)
    mine = read(sentence, towns.day.isoformat())
    here, elsewhere = towns.beside(filters, whose)
    near = _near(service, sentence, mine, here, REPLIES)
    earlier = [
        Earlier(one, () if whose.foreign else contrasts(sentence, mine, one.citations)) for one in near
    ]
    if elsewhere:
        found = _near(service, sentence, mine, elsewhere, OTHERS)
        earlier += [Earlier(one, elsewhere=True) for one in found]
    status: Literal["answered", "never"] = "answered" if near else "never"
    return CheckedSentence(sentence, start, end, status, mine, tuple(earlier), whose.towns)


def _near(
    service: AnswerService, sentence: str, mine: Sequence[Fact], filters: Filter, most: int
) -> list[Near]:
    """The nearest earlier replies, those first that have the sentence's own figures and dates, too."""
    found: dict[str, Near] = {}
    for text in dict.fromkeys((sentence, _figureless(sentence, mine))):
        for one in service.nearest(text, filters, DEPTH, SURE, COVERED):
            found.setdefault(one.found.hit.exchange_id, one)
    return [replace(one, citations=closest(sentence, one.citations)) for one in [*found.values()][:most]]


def _figureless(sentence: str, mine: Sequence[Fact]) -> str:
    """The sentence without its figures and dates; whole where too little is left of it. Of 20,000 exchanges none was near to
    「待機児童は3人です」 (confidence 0.12), so it had "never been answered", although the number is what is to be compared; without it 0.9.
    In English a figure is told with what it counts (45 security alerts), which is to be found: there the number alone is left out.
    """
    left = sentence
    if is_english(sentence):
        left = _NUMBER.sub(" ", sentence)
    else:
        for fact in mine:
            if fact.kind in ("figure", "date"):
                left = left[: fact.start] + " " * (fact.end - fact.start) + left[fact.end :]
    return left if len(wording.plain(left)) >= SHORTEST else sentence


def read_text(path: Path) -> str:
    """The text of a draft: any format that documents may have (docx, pdf, txt …).

    Raises:
        ReadError: the file cannot be read.
        SettingsError: there is no such file.
    """
    from ingest.readers import read_documents

    if not path.is_file():
        raise SettingsError(f"{path} がありません", "ファイルの場所を確かめてください")
    return "\n".join(document.text for document in read_documents(path))
