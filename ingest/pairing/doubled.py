"""Two or three questions asked in one breath and answered in one reply, without numbers and paragraphs.

    植え替える木は年に何本ですか。また、費用は誰が負担するのですか。　　四十本です。また、費用は市が全額を負担いたします。
    落ち葉の回収の回数と、苦情の件数を教えてください。　　　　　　　　　回収は週に二回です。なお、苦情は三十二件でございます。

Only words tell which sentence of the reply answers which question: a reply is cut where each of its pieces takes up words that
one question alone has, in the order of the questions. Whatever leaves a doubt stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.types import Turn
from ingest.pairing.pieces import Unit
from ingest.pairing.units import asks_indeed
from ingest.phrases.openers import CLOSING, OPENING
from ingest.phrases.terms import terms
from ingest.phrases.wording import asking_sentences, asks
from ingest.text.lines import BLANK, sentences

QUESTIONS = (2, 3)
"""Questions that are looked for; more of them bear numbers or stand in paragraphs."""
REPLY_MAX = 8
"""Sentences of such a reply at most; a longer one goes back and forth between its matters."""

_FURTHER = re.compile(r"^(?:また|なお|さらに|それから|それと|あと|次に|最後に|そして|加えて|もう[1１一])")
"""What takes up the next question in a reply."""
_WITHIN = re.compile(
    r"(?<=[^う]か、)|(?<=[一-鿿ァ-ヶー]と、)|(?<=[一-鿿ァ-ヶー]、)(?=(?:また|それから|さらに|加えて)、)"
)
"""Where one sentence that asks goes on to another question: 時期はいつか、業者は…伺います; 回数と、件数を教えてください."""

_HOW_MANY = re.compile(
    r"何[^かがもを]|いくら|幾ら|いくつ|幾つ|[どこ]の(?:くら|ぐら|程度)|どれ(?:くら|ぐら|だけ|ほど)|いつ"
)
_NUMBER = re.compile(r"[\d一二三四五六七八九十百]+(?!つ目|点目|番目)")


def doubled(questions: Sequence[Turn], answers: Sequence[Turn]) -> list[tuple[list[Unit], list[Unit]]]:
    """(question, reply) of each of the questions; empty where words do not tell them apart."""
    if len(questions) != 1 or len(answers) != 1:
        return []
    asked, said = _asked(questions[0].text), _said(answers[0].text)
    if len(asked) not in QUESTIONS or not len(asked) <= len(said) <= REPLY_MAX:
        return []
    places = _places([unit.text for unit in asked], [unit.text for unit in said])
    pieces = [[u for u, place in zip(said, places, strict=False) if place == n] for n in range(len(asked))]
    return [([question], piece) for question, piece in zip(asked, pieces, strict=True)] if places else []


def _asked(text: str) -> list[Unit]:
    """The questions with what stands before each of them; one sentence that asks two things is cut between them."""
    asking = asking_sentences(text)
    ends = [end for start, end in asking if asks_indeed(text[start:end])]
    if len(asking) == 1:
        start, end = asking[0]
        cuts = [start + found.end() for found in _WITHIN.finditer(text[start:end])]
        ends = [*cuts, end] if len(cuts) == 1 else []
    starts = [a + len(text[a:]) - len(text[a:].lstrip(BLANK)) for a in [0, *ends[:-1]]]
    return [Unit(0, a, b, text[a:b]) for a, b in zip(starts, ends, strict=False)]


def _said(text: str) -> list[Unit]:
    said = (Unit(0, a, b, text[a:b]) for a, b in sentences(text))
    return [one for one in said if not CLOSING.match(one.text) and not OPENING.match(one.text)]


def _own_terms(asked: Sequence[str]) -> list[frozenset[str]]:
    """The words of each question that no other of them has."""
    held = [terms(text) for text in asked]
    return [
        own - frozenset().union(*(other for m, other in enumerate(held) if m != n))
        for n, own in enumerate(held)
    ]


def _each_its_own(asked: Sequence[str], said: Sequence[str], own: Sequence[frozenset[str]]) -> bool:
    """Whether a sentence stands for each question in turn: it takes up that question's own words, or gives the number that it
    asks for (いつから始めるのか。 … 始まりは十月です。); half of them by their words at least."""
    named = [[n for n, wanted in enumerate(own) if terms(text) & wanted] for text in said]
    told = all(
        found == [n] or (not found and _NUMBER.search(said[n]) and _HOW_MANY.search(asked[n]))
        for n, found in enumerate(named)
    )
    return told and 2 * sum(map(bool, named)) >= len(asked) and not any(map(asks, said))


def _places(asked: Sequence[str], said: Sequence[str]) -> list[int]:
    """The question that each sentence of a reply answers, in their order; empty where words contradict it.

    A sentence without words of any question goes on with the one before it, the first one only where it gives the number that
    the first question asks for. The next question is taken up by a word that says so (また、), or where the one before was named
    by its own words, or each question has one sentence.
    """
    own = _own_terms(asked)
    if len(said) == len(asked) and _each_its_own(asked, said, own):
        return list(range(len(asked)))
    out: list[int] = []
    named_last = False
    for text in said:
        words = terms(text)
        named = [n for n, wanted in enumerate(own) if words & wanted]
        last = out[-1] if out else 0
        if asks(text) or len(named) > 1 or (named and named[0] not in (last, last + 1)):
            return []
        if not out and named != [0] and not (_NUMBER.search(text) and _HOW_MANY.search(asked[0])):
            return []
        now = named[0] if named else last
        if now > last and not (_FURTHER.match(text) or len(said) == len(own) or named_last):
            return []
        named_last = bool(named) or (named_last and now == last)
        out.append(now)
    return out if set(out) == set(range(len(asked))) else []
