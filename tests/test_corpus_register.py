"""The register of municipalities: names in running text, shared names, kana, romaji, addresses."""

from __future__ import annotations

import re

import pytest

from corpus.register import register


def found(text: str) -> list[tuple[str, str]]:
    return [
        (text[m.start : m.end], m.entry.municipality.prefecture + m.entry.name) for m in register().find(text)
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("調布市のCSIRTは", ["調布市"]), ("令和3年度第1回金沢市行政改革推進委員会", ["金沢市"]), ("市川委員の発言", []),
        ("環境町づくり", []), ("中央市場の整備", []), ("第1回津市議会", ["津市"]), ("大町町と四日市市と廿日市市", ["大町町", "四日市市", "廿日市市"]),
        ("How does Chofu organize its CSIRT?", ["Chofu"]), ("What date was it?", []), ("Ōsaka Prefecture", ["Ōsaka Prefecture"]),
        ("東村山駅の踏切", []), ("東村山浄水場", []), ("東村の人口", ["東村"]), ("東村山市の駅", ["東村山市"]), ("小川町駅前の駐輪場", []), ("堺市駅", []),
        ("北海道新幹線の延伸", []), ("北海道の新幹線", ["北海道"]), ("朝日町通りの拡幅", []), ("横浜市大学", []), ("横浜市立大学", ["横浜市"]), ("東京都心の再開発", []),
        ("東京都市計画審議会", []), ("東京都知事", ["東京都"]), ("中央市民病院", []), ("境町会の役員", []), ("堺市南区の学校", ["堺市南区"]), ("堺市北部", ["堺市"]),
        ("調布市役所と津市民", ["調布市", "津市"]), ("調布市内の河川", ["調布市"]), ("大山町山頂の整備", ["大山町"]), ("池田町線路の下", ["池田町"]),
        ("ちょうふしの避難所", ["ちょうふし"]), ("あしょろ町の蜂", ["あしょろ町"]), ("この町とおおきな町とどの市", []),
        ("青森県のおいらせ町", ["青森県", "おいらせ町"]), ("無線LANを整備できた区域", []), ("役所のなかの市民課", []), ("できた区間は", []), ("なかの市道", []),
        ("エリアのなかの区域", []), ("町にかいた町の歴史", []), ("みなと区画整理", []), ("とだ市場", []), ("さくら市の窓口", ["さくら市"]), ("なかの区民は", ["なかの区"]), ("茨城県龍ヶ崎市", ["茨城県", "龍ヶ崎市"]), ("東京都府中市", ["東京都", "府中市"]),
    ],
)  # fmt: skip
def test_names_in_running_text(text: str, names: list[str]) -> None:
    """Longest name with its suffix; surnames and parts of other words are none."""
    assert [name for name, _ in found(text)] == names


def test_the_prefecture_settles_a_shared_name() -> None:
    """府中市 lies in 東京都 and in 広島県."""
    assert found("広島県府中市")[-1] == ("府中市", "広島県府中市")
    assert found("府中市（広島県）")[0] == ("府中市", "広島県府中市")
    assert [e.municipality.prefecture for e in register().by_name("府中市")] == ["東京都", "広島県"]
    assert [e.municipality.code for e in register().by_name("広島県府中市")] == ["342084"]


def test_old_forms_of_characters_are_the_same_name() -> None:
    """Letterheads and careful writers keep them."""
    assert found("金澤市と廣島市") == [("金澤市", "石川県金沢市"), ("廣島市", "広島県広島市")]


def test_the_wards_of_tokyo_call_themselves_city() -> None:
    """A city of that name comes first, but the ward is a candidate."""
    assert [e.name for e in register().by_romaji("Ota City")] == ["太田市", "大田区"]
    assert [e.name for e in register().by_romaji("Setagaya City")] == ["世田谷区"]


def test_by_romaji() -> None:
    """With and without suffix and macron."""
    places = register()
    assert [e.name for e in places.by_romaji("Chōfu City")] == ["調布市"]
    assert {e.name for e in places.by_romaji("Fuchu")} == {"府中市", "府中町"}
    assert [e.name for e in places.by_romaji("Ohtsu")] == ["大津市"]  # long vowels that are written out
    assert [m.entry.name for m in places.find("Does Hiroo plan it?")] == ["広尾町"]  # Hiro alone is a person
    assert places.by_romaji("nowhere") == ()


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("http://chofucity.gijiroku.com/voices/index.html", "調布市"), ("https://www.city.chofu.lg.jp/a.html", "調布市"),
        ("https://ssp.kaigiroku.net/tenant/hakodate/SpTop.html", "函館市"), ("https://www.city.fuchu.hiroshima.jp/", "府中市"),
        ("https://www.pref.ibaraki.jp/gikai/", "茨城県"), ("https://www.kensakusystem.jp/", None), ("https://example.com/chofu", None),
    ],
)  # fmt: skip
def test_addresses(url: str, name: str | None) -> None:
    """A town's own pages and its tenant at a vendor; the vendor's own address is no town's."""
    entry = register().by_url(url)
    assert (entry.name if entry else None) == name


def test_readings_write_the_small_kana_small() -> None:
    """Protects: twelve readings had a large ヨ or ユ (ホンジヨウ, Honjiyo), so that neither kana nor romaji found the town."""
    large = re.compile("[キシチニヒミリギジヂビピ][ユヨ](?:ウ|ク(?!$)|ナン)")
    assert not [e.name for e in register().entries if large.search(e.municipality.kana)]
    assert [e.name for e in register().by_romaji("Honjo")] == ["本庄市"]
