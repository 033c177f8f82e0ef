"""Names of bodies: what council, committee or advisory body a title speaks of, with its full name."""

from __future__ import annotations

import pytest

from ingest.header.bodies import is_assembly, is_minutes_title, names_of_bodies
from ingest.header.meeting import read_header
from ingest.header.sessions import find_session
from ingest.types import Document


@pytest.mark.parametrize(
    ("text", "town", "body"),
    [
        (
            "静岡市議会 予算決算常任委員会 総務分科会 会議録",
            "静岡市",
            "静岡市議会予算決算常任委員会総務分科会",
        ),
        ("盛岡市市民協働推進フォーラム第4回会議 摘録", "盛岡市", "盛岡市市民協働推進フォーラム"),
        ("第48回豊島区都市計画審議会議事録", "豊島区", "豊島区都市計画審議会"),
        ("神戸市会本会議会議録 令和6年第1回定例市会", "神戸市", "神戸市会"),
        ("長野市議会 3月定例会 本会議", "長野市", "長野市議会"),
        ("横浜市港北区区民会議 議事録", "横浜市", "横浜市港北区区民会議"),
        ("芽室町農業委員会総会議事録", "芽室町", "芽室町農業委員会"),
        ("北広島市議会 令和5年第4回定例会 会議録 第2日目", "北広島市", "北広島市議会"),
        ("川崎市議会まちづくり委員会 日程", "川崎市", "川崎市議会まちづくり委員会"),
        ("令和5年度 第2回\n高知市総合計画審議会 第2部会\n議事録", "高知市", "高知市総合計画審議会第2部会"),
        ("第３回　新庁舎整備検討委員会　会議録\n場所：松山市役所", "松山市", "松山市新庁舎整備検討委員会"),
        ("令和6年第2回（6月）那覇市議会定例会会議録", "那覇市", "那覇市議会"),
        ("総務教育常任委員会会議録\n湯沢町議会", "湯沢町", "湯沢町議会総務教育常任委員会"),
        (
            "令和4年度 青梅市 在宅医療・介護連携推進協議会 会議録",
            "青梅市",
            "青梅市在宅医療・介護連携推進協議会",
        ),
        (
            "行政改革推進委員会会議録（令和4年度第3回）\n事務局：盛岡市総務部",
            "盛岡市",
            "盛岡市行政改革推進委員会",
        ),
        ("令和５年 東京都議会会議録第三号〔速報版〕", "東京都", "東京都議会"),
        ("四日市市総合教育会議 議事録", "四日市市", "四日市市総合教育会議"),
        ("松山市環境審議会第12回計画部会議事録", "松山市", "松山市環境審議会計画部会"),
        (
            "第２回評価委員会議事録\n第２回 地方独立行政法人長野市立病院評価委員会",
            "長野市",
            "地方独立行政法人長野市立病院評価委員会",
        ),
        ("道議会質疑　一般質問の要旨", "北海道", "北海道議会"),
        ("（四定都議会）代表質問の概要", "東京都", "東京都議会"),
        ("令和6年3月8日教育福祉常任委員会記録\n湯沢町議会", "湯沢町", "湯沢町議会教育福祉常任委員会"),
    ],
)
def test_full_names(text: str, town: str, body: str) -> None:
    """Plenaries are the council, its committees carry its name, other bodies the town's."""
    found = read_header(Document(text, "text/plain", "a.txt"), (0, len(text)))
    assert found.municipality is not None
    assert (found.municipality.name, found.body) == (town, body)


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("平成15年第4回大宮市議会定例会会議録", "大宮市議会"),
        ("大宮市議会　総務常任委員会記録", "大宮市議会総務常任委員会"),
        ("令和６年第３回市議会定例会会議録", ""),
        ("令和７年第４回月ヶ浜町議会定例会会議録", "月ヶ浜町議会"),
        ("令和十二年海辺町議会定例会会議録", "海辺町議会"),
        ("本市議会　令和６年第３回定例会会議録", ""),
        ("令和６年第３回あさひ地区衛生組合定例会　会議録", "あさひ地区衛生組合議会"),
        ("あさひ広域水道企業団第２回臨時会会議録", "あさひ広域水道企業団議会"),
    ],
)
def test_a_council_whose_town_is_no_more(title: str, body: str) -> None:
    """Towns that were merged are not in the register: their council is named as printed, and no bare 市議会 is one."""
    text = f"{title}\n出席議員（１名）\n１番　森田　進君\n○議長（森田　進君）　開会します。\n"
    found = read_header(Document(text, "text/plain", "a.txt"), (0, len(text)))
    assert (found.municipality, found.body) == (None, body)


def test_sessions_and_titles() -> None:
    """The session as printed, blanks squeezed; a title is known by its last word."""
    assert find_session("令和 6年 第1回 定例会 会議録") == "令和6年第1回定例会"
    assert find_session("令和５年定例会６月会議（第２日）") == "令和５年定例会６月会議"
    assert find_session("令和５年定例会６月会議録") == "令和５年定例会"
    assert find_session("令和3年度第2回 長崎市行政改革審議会") == "令和3年度第2回"
    assert find_session("避難所の開設について") == ""
    assert find_session("令和7年からまつ町議会定例会12月定例会議会議録（第1日目）") == "令和7年12月定例会議"
    assert find_session("令和7年からまつ町議会定例会7月会議会議録") == "令和7年定例会7月会議"
    assert is_minutes_title("○○協議会 会 議 録")
    assert not is_minutes_title("※会議録")
    assert [is_assembly(n) for n in ("調布市議会", "都市計画審議会", "防災協議会")] == [True, False, False]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海辺市や商店などで構成した実行委員会", []),
        ("港から町までを考えている審議会", []),
        ("渡し船の行き先を委員会でただしました", []),
        ("くらしを考える市民会議", ["くらしを考える市民会議"]),
        ("市民と議会の懇談会", ["市民と議会の懇談会"]),
        ("あしたのまちづくり委員会", ["あしたのまちづくり委員会"]),
        ("風車の建て替えに関する住民説明会", ["風車の建て替えに関する住民説明会"]),
        ("人口減少に対する調査特別委員会", ["人口減少に対する調査特別委員会"]),
        ("港の灯りに関する専門調査会", ["港の灯りに関する専門調査会"]),
        ("審議会・研究会等", []),
        ("灯台の守り方に関する特別部会", ["灯台の守り方に関する特別部会"]),
    ],
)
def test_a_clause_is_no_body(text: str, names: list[str]) -> None:
    """What running speech says of a body is no name; names hold を and と too."""
    assert names_of_bodies(text) == names
