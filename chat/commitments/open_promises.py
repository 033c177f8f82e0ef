"""The promises of some exchanges that still want a follow-up, as verified citations: what a dossier takes from the ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from chat.answers import wording
from chat.commitments.kinds import OPEN_KINDS
from chat.commitments.reading import Statements
from chat.commitments.types import Commitment, Wanted
from chat.ports import AnswerService, LedgerService
from chat.types import Citation
from chat.words import t
from corpus.sentences import sentences
from corpus.spans import Spans, place_in
from corpus.types import StoredExchange


@dataclass(frozen=True, slots=True)
class Listed:
    """The list that promises are taken from: None where there is none yet. `whole` where nothing is missing from it."""

    statements: LedgerService | Statements | None
    whole: bool


def promises_of(
    service: AnswerService, listed: Listed, stored: StoredExchange, quoted: Spans | None
) -> Iterator[tuple[Commitment, Citation]]:
    """The open promises of an exchange with their citations, in order.

    `quoted`: the spans of the reply that the dossier quotes; only promises in these are given. The rest of a long reply may be
    about other matters than the theme, and so are its promises. None: all promises.
    """
    if listed.statements is None:
        return
    wanted = Wanted(kinds=OPEN_KINDS, exchange=stored.parent_id or stored.exchange.id)
    own = {stored.exchange.id, *(part.id for part in stored.exchange.parts)}
    for one in listed.statements.find(wanted):
        if (
            one.exchange_id in own
            and one.state in ("open", "mentioned")
            and (quoted is None or _meet(one.spans, quoted))
        ):
            citation = service.recite(stored.exchange.id, "answer", one.spans, one.quote)
            if citation:
                yield one, _with_what_it_leans_on(service, stored, citation)


MOST = 300
"""Characters of a promise with the sentence before it: what is longer is read in the record."""


def _with_what_it_leans_on(service: AnswerService, stored: StoredExchange, citation: Citation) -> Citation:
    """The promise from the head of its sentence on, and where that is understood only with the sentence before (「そういった中で進めて
    まいります」) from there: in a dossier it stands without the reply."""
    for number, turn in enumerate(stored.exchange.answers):
        at = place_in(turn.spans, citation.spans[0][0])
        if at is None:
            continue
        end = at + len(citation.quote)
        heads = [start for start, _ in sentences(turn.text) if start <= at]
        back = heads[-1:]
        if heads and wording.LEANS_BACK.match(wording.plain(turn.text[heads[-1] : end])):
            back = heads[-2:]
        start = next((head for head in back if end - head <= MOST), at)
        if start < at:
            return service.quote(stored.exchange.id, "answer", number, start, end) or citation
    return citation


def _meet(spans: Spans, quoted: Spans) -> bool:
    return any(a < end and start < b for a, b in spans for start, end in quoted)


def standing(one: Commitment, later: int = 0) -> str:
    """検討（期限・時期: 来年度中）・その後の記録に言及なし: what was promised and what is heard of it since, in the language of the page; `later`:
    exchanges on the theme of later days, in which it may have been spoken of in other words."""
    due = t("（期限・時期: {due}）", due=one.due) if one.due else ""
    since = t("その後の記録に言及なし")
    if one.later:
        since = t("その後{n}件の質疑で言及", n=len(one.later))
    elif later:
        since = t("その後このテーマの質疑{n}件（この答弁に触れたものは見つからず）", n=later)
    return t("{kind}{due}・{since}", kind=t(one.kind), due=due, since=since)
