"""What other programs may ask, as plain functions with plain results: for Python, and one by one as tools of the MCP server.

Every result carries quotations letter for letter, their source, and a `link` that lasts: the published original where the document
names it, else the exchange on this server. All of it only reads.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from chat.contract import (
    FILTER_KEYS,
    answer_to_dict,
    exchange_to_dict,
    filter_from_dict,
    hit_to_dict,
    source_to_dict,
    today_of,
)
from chat.limits import LONGEST_QUESTION
from chat.ports import AnswerService
from corpus.errors import SettingsError
from retriever.types import Filter

if TYPE_CHECKING:
    pass

MOST = 50
"""Results of one call: an assistant reads all of them."""

Result = dict[str, Any]


class Tools:
    """Asking, searching, opening, listing, comparing. May be shared by threads."""

    def __init__(self, service: AnswerService, address: str = "") -> None:
        """`address`: of the running server (http://127.0.0.1:7860), for links to exchanges; without one they are paths of it."""
        self._service, self._address = service, address.rstrip("/")

    @classmethod
    def open(cls, store: Path | str | None = None) -> Tools:
        """Over a store (default: that of the settings), as they stand in the environment.

        Raises:
            KaigirokuError: a setting makes no sense, or the store cannot be opened.
        """
        from chat.service import Service
        from chat.settings import load_settings

        settings = load_settings(store=Path(store) if store else None)
        return cls(Service.open(settings), settings.address)

    def ask(
        self,
        question: str,
        town: list[str] | None = None,
        since: str = "",
        until: str = "",
        office: str = "",
        side: str = "",
        today: str = "",
    ) -> Result:
        """会議録に質問し、記録のままの引用と出典で答えを得る。since と until と today は 2024-03-07 の形の日付。side は executive, member など。"""
        filters = _filter(town, since, until, office, side)
        answer = self._service.ask(_text(question), (), filters, today_of(today))
        return self._linked(answer_to_dict(answer))

    def search(
        self,
        query: str,
        k: int = 10,
        town: list[str] | None = None,
        since: str = "",
        until: str = "",
        office: str = "",
        side: str = "",
    ) -> Result:
        """質疑を探し、よく合う順に質問と答弁の全文を返す。多くのことを尋ねた長い質疑は、その中の合う項目を返す。"""
        filters = _filter(town, since, until, office, side)
        found = self._service.search(_text(query), filters, max(1, min(k, MOST)))
        return {"hits": [hit_to_dict(hit) | {"link": self._link(hit.hit.exchange_id)} for hit in found]}

    def open_exchange(self, exchange_id: str) -> Result:
        """一つの質疑を、前後の質疑の番号とともに開く。"""
        stored = self._service.exchange(exchange_id)
        if stored is None:
            raise SettingsError(
                f"質疑 {exchange_id} はありません", "search か ask の exchange_id を使ってください"
            )
        before, after = self._service.neighbours(exchange_id)
        around = {"link": self._link(exchange_id), "previous": before, "next": after}
        return exchange_to_dict(stored) | around

    def list_towns(self) -> Result:
        """会議録のある自治体、質疑の件数、期間。"""
        reach = self._service.reach()
        period = [reach.first_date, reach.last_date]
        return {"towns": list(reach.towns), "exchanges": reach.exchanges, "period": period}

    def list_meetings(self, town: str = "") -> Result:
        """読み込まれた会議（自治体、会議体、日付）と資料名。town で一つの自治体に絞る。"""
        meetings = [
            {**meeting, "source": source["name"], "url": source["url"]}
            for source in map(source_to_dict, self._service.sources())
            for meeting in source["meetings"]
            if not town or meeting["municipality"] == town
        ]
        return {"meetings": meetings}

    def compare(self, question: str, town: list[str] | None = None, today: str = "") -> Result:
        """同じ質問を自治体ごとに尋ね、答えを並べる。該当する記録のない自治体はそう示す。"""
        from chat.desk.compare import compare, to_dict

        found = to_dict(compare(self._service, _text(question), town or (), Filter(), today_of(today)))
        for each in found["towns"]:
            if "answer" in each:
                self._linked(each["answer"])
        return found

    def commitments(
        self,
        town: list[str] | None = None,
        since: str = "",
        until: str = "",
        text: str = "",
        limit: int = 30,
    ) -> Result:
        """執行部が約束・予定・検討・研究などと述べた答弁と、その後の質疑の番号。text を含むものだけに絞れる。"""
        from chat.commitments.files import commitment_to_dict
        from chat.commitments.types import Wanted

        wanted = Wanted(_filter(town, since, until, "", ""), (), text)
        found = self._service.ledger.find(wanted, "newest", max(1, min(limit, MOST)))
        return {
            "total": self._service.ledger.count(wanted),
            "commitments": [
                entry | {"link": self._link(entry["exchange_id"])} for entry in map(commitment_to_dict, found)
            ],
        }

    def _linked(self, answer: Result) -> Result:
        for citation in answer["citations"]:
            citation["link"] = citation["url"] or self._link(citation["exchange_id"])
        return answer

    def _link(self, exchange_id: str) -> str:
        return f"{self._address}/record/{exchange_id}"


def _filter(town: list[str] | None, since: str, until: str, office: str, side: str) -> Filter:
    values = (town or [], "", "", since, until, office, side)
    return filter_from_dict(dict(zip(FILTER_KEYS, values, strict=True)))


def _text(text: str) -> str:
    if not text.strip() or len(text) > LONGEST_QUESTION:
        raise SettingsError(f"質問は1〜{LONGEST_QUESTION}字で書いてください")
    return text
