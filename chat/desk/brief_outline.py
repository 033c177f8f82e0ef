"""The draft outline of a 通告 in a dossier: items that can be read by themselves, in words of ours around excerpts of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chat import naming
from chat.answers import wording
from chat.answers.member_questions import shared
from chat.desk.brief_points import NAMES, label_of
from chat.desk.brief_types import Found, Line, Quoted
from chat.types import Citation, in_brackets, town_of
from chat.words import t
from corpus.sentences import sentences

ITEMS = 5
"""Items of one sort: a 通告 of more nobody answers within the time of a question."""

NAMED = 2
"""Promises of one reply that are excerpted, the last; the marks of the others stand beside them."""

EXCERPT, SHORTEST = 80, 20
"""Characters of an excerpt at most, and at least where it is cut at a comma."""


def outline(
    theme: str,
    words: str,
    town: str,
    own: Sequence[Found],
    promised: Sequence[tuple[Found, Line]],
    missing: Sequence[Line],
    others: Sequence[Found],
) -> list[Line]:
    """Items of a 通告; every one rests on the quotations under it. Promises of one reply are one item, the newest first. `words`: the
    theme in Japanese."""
    lines = []
    here = naming.town(town)
    if own:
        latest = next((one for one in reversed(own) if one.stored.exchange.questions), own[-1])
        last = tuple(Quoted(label_of(latest), citation) for citation in latest.answers[:1])
        place = naming.place(latest.stored.meeting)
        text = t("{theme}について、前回の答弁（{place}）以降の取組と現状の課題は。", theme=theme, place=place)
        lines.append(Line(text, last))
    else:
        lines.append(Line(t("{theme}について、{town}の現状と課題の認識は。", theme=theme, town=here), ()))
    lines += _followed_up(theme, words, promised)
    for line in missing[:ITEMS]:
        first = line.quotes[0].citation
        elsewhere, said = first.meeting.town, excerpt(first)
        text = t("{words}について、改めて見解は。", words=said)
        if not _speaks_for_itself(words, first):
            text = t("{what}のその後は。", what=line.text)
        if elsewhere and elsewhere != town:
            there = naming.town(elsewhere)
            text = t("{other}では{words}との質疑がある。{town}の考えは。", other=there, words=said, town=here)
        lines.append(Line(text, line.quotes))
    used = {quote.citation.mark for line in lines for quote in line.quotes}
    for one in others[:ITEMS]:
        if best := _on_theme(words, [citation for citation in one.answers if citation.mark not in used]):
            citation, place_in = best
            there, said = naming.town(town_of(one.stored)), excerpt(citation, place_in, head=True)
            text = t("{other}の答弁{words}を踏まえた、{town}の考えは。", other=there, words=said, town=here)
            lines.append(Line(text, (Quoted(label_of(one), citation),)))
    return lines


def _on_theme(words: str, answers: Sequence[Citation]) -> tuple[Citation, int] | None:
    """The quoted sentence that says most of the theme's words, the first where several say as much: its quotation, and its place in
    that."""
    said = [
        (citation, place, shared(words, citation.quote[start:end]))
        for citation in answers
        for place, (start, end) in enumerate(sentences(citation.quote))
    ]
    best = max(said, key=lambda one: one[2], default=None)
    return best[:2] if best else None


def _followed_up(theme: str, words: str, promised: Sequence[tuple[Found, Line]]) -> Iterator[Line]:
    by_exchange: dict[str, list[tuple[Found, Line]]] = {}
    for found, line in reversed(promised):
        by_exchange.setdefault(found.stored.exchange.id, []).append((found, line))
    for group in list(by_exchange.values())[:ITEMS]:
        quotes = tuple(quoted for _, line in reversed(group) for quoted in line.quotes)
        place = naming.place(group[0][0].stored.meeting)
        plain = [quoted.citation for quoted in quotes if _speaks_for_itself(words, quoted.citation)]
        if plain:
            said = "".join(excerpt(citation) for citation in plain[-NAMED:])
            text = t("答弁{words}のその後の進み具合と、今後の見通しは（{place}）。", words=said, place=place)
        else:
            text = t(
                "{theme}についての答弁（{place}）のその後の進み具合と、今後の見通しは。",
                theme=theme,
                place=place,
            )
        yield Line(text, quotes)


def _speaks_for_itself(words: str, citation: Citation) -> bool:
    """Whether the excerpt of a quotation can be read alone: it leans on nothing before it, or says the theme's words."""
    said = wording.plain(excerpt(citation).strip("…「」"))
    return not wording.LEANS_BACK.match(said) or shared(words, said) >= NAMES


def excerpt(citation: Citation, place: int = -1, head: bool = False) -> str:
    """A sentence of a quotation, letter for letter, in brackets (…「端末の置き方について検討を進めてまいります。」).

    Of a long one only the end is given (with `head` the beginning), cut at a comma, so that an item of a 通告 can be read without
    the record beside it.
    """
    quote = citation.quote
    start, end = list(sentences(quote))[place]
    before, behind = citation.torn[0] and start == 0, citation.torn[1] and end == len(quote)
    if end - start > EXCERPT and head:
        comma = quote.rfind("、", start + SHORTEST, start + EXCERPT)
        end, behind = (comma + 1 if comma >= 0 else start + EXCERPT), True
    elif end - start > EXCERPT:
        comma = quote.find("、", end - EXCERPT, end - SHORTEST)
        start, before = (comma + 1 if comma >= 0 else end - EXCERPT), True
    return in_brackets(quote[start:end], (before, behind))
