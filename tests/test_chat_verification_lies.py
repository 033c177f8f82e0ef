"""The verifier against lies that nearly tell the truth: half a sentence, another row, somebody else's words, a step too far."""

from __future__ import annotations

import pytest

from chat.verification import Evidence, Verifier
from corpus.types import Meeting, Municipality, Speaker

MEETING = Meeting(
    Municipality("132080", "調布市", "東京都"), "調布市議会", session="令和6年第1回定例会", date="2024-03-07"
)
SPEAKER = Speaker("佐藤", "福祉健康部長", "executive")

PLAN = "防災倉庫の新設につきましては、令和七年度に設計を行い、令和八年度の完成を予定しております。"
BUS = "コミュニティバスの増便については、運行事業者と協議しながら検討してまいります。"
SCHOOLS = "対象となるのは、第一小学校、第三小学校及び南中学校の三校でございます。"
RANGE = "補助の対象は、六十五歳から七十四歳までの方で、上限は一件当たり五万円でございます。"
SHARE = "回収率は三十二・五％で、前回の二十八・一％から四・四ポイント上昇いたしました。"
MONEY = "総事業費は二億三千万円で、このうち一般財源は四千六百万円でございます。"
ROWS = "相談件数は、令和三年度が百二十件、令和四年度が百八十五件、令和五年度が二百十件でございました。"
DOUBLE = "導入が難しいわけではございませんが、費用の面から直ちに実施する考えはございません。"
TOLD = "議員から、待機児童が二百人を超えるとの御指摘がございましたが、本市の待機児童は四月一日現在で三十二人でございます。"
OTHER = "狛江市では、昨年十月から全ての小学校で給食費を無償としておりますが、本市では考えておりません。"
CASE = "国の補助が決まった場合には、令和七年度から屋外トイレを改修いたします。"
PART = "市内二十校のうち、十二校で体育館の空調設備の設置が完了しております。"
ROLES = "管理は社会福祉協議会に委託しており、運営は地域の住民の方々が担っております。"
PLACES = "説明会は、七月二日に文化会館で、七月九日に市民プラザで開催いたします。"
STOCK = "備蓄食料は２万４，０００食、飲料水は１万２，５００リットルを確保しています。"
VISIT = "先月、市川市の担当者が視察に訪れました。本市の取組を参考にしたいとのことでした。"

STREAM = "県が管理する河川のしゅんせつにつきましては、県に対し早期の実施を要望しているところでございます。"
DISTRICTS = "地区防災計画は、六十二地区のうち二十四地区で策定が済み、残る三十八地区も令和五年度末までに策定する予定でございます。"
COOLING = "必ずしも全ての避難所で停電時に冷房が使えるわけではございません。"
HEARD = "国からは、交付金は八月以降に配分されると聞いております。"
WATCH = "見守りには、郵便局、新聞販売店、電力会社などに御協力をいただいております。"
COUNSEL = "相談員は全ての中学校に配置しておりますが、小学校への配置は拠点校八校にとどまっております。"
CHARGE = (
    "下水道使用料の改定については、審議会の答申を受けた後、市民の皆様の御意見も伺いながら判断してまいります。"
)
STUDY = "議員御提案のシェアサイクルにつきましては、他都市の事例を研究してまいりたいと考えております。"
STAFF = "本年四月の人事異動で、専任の職員を三名から五名に増やしました。"


@pytest.fixture(scope="module")
def verifier() -> Verifier:
    return Verifier()


def kinds(verifier: Verifier, sentence: str, quote: str) -> set[str]:
    return {fault.kind for fault in verifier.faults(sentence, [quote], Evidence(quote, SPEAKER, MEETING))}


@pytest.mark.parametrize(
    ("sentence", "quote", "kind"),
    [
        ("防災倉庫は令和8年度に完成した。", PLAN, "strength"),
        ("防災倉庫は令和7年度に完成する。", PLAN, "date"),
        ("コミュニティバスの増便を検討した。", BUS, "strength"),
        ("コミュニティバスの増便を運行事業者と合意した。", BUS, "strength"),
        ("コミュニティバスの減便を検討する。", BUS, "opposite"),
        ("対象は第一小学校、第三小学校、南中学校及び北中学校である。", SCHOOLS, "name"),
        ("対象は市内の全ての小中学校である。", SCHOOLS, "strength"),
        ("補助の対象は65歳以上の方である。", RANGE, "number"),
        ("補助の額は一律5万円である。", RANGE, "number"),
        ("回収率は前回から4.4％上昇した。", SHARE, "number"),
        ("前回の回収率は32.5％だった。", SHARE, "number"),
        ("総事業費は2億3千円である。", MONEY, "number"),
        ("一般財源は４億６千万円である。", MONEY, "number"),
        ("相談件数は令和4年度が210件だった。", ROWS, "number"),
        ("相談件数は3年間で120件だった。", ROWS, "number"),
        ("費用の面から直ちに実施する考えがないわけではない。", DOUBLE, "negation"),
        ("本市の待機児童は200人を超える。", TOLD, "side"),
        ("福祉健康部長は、待機児童が200人を超えると答弁した。", TOLD, "side"),
        ("議員から、待機児童は32人との指摘があった。", TOLD, "side"),
        ("本市では昨年10月から全ての小学校で給食費を無償としている。", OTHER, "town"),
        ("昨年10月から全ての小学校で給食費を無償としている。", OTHER, "town"),
        ("給食費の無償化を考えている。", OTHER, "negation"),
        ("令和7年度から屋外トイレを改修する。", CASE, "condition"),
        ("国の補助が決まり、令和7年度から屋外トイレを改修する。", CASE, "condition"),
        ("市内12校の全てで体育館の空調設備の設置が完了している。", PART, "strength"),
        ("運営は社会福祉協議会に委託している。", ROLES, "opposite"),
        ("説明会は7月2日に市民プラザで開催する。", PLACES, "date"),
        ("備蓄食料は二万四百食を確保している。", STOCK, "number"),
        ("飲料水は12,500トンを確保している。", STOCK, "number"),
        ("市川市の取組を参考にしたいとのことだった。", VISIT, "town"),
        ("国に対し早期の実施を要望している。", STREAM, "office"),
        ("県から早期の実施を要望されている。", STREAM, "office"),
        ("県が管理する河川のしゅんせつを実施している。", STREAM, "strength"),
        ("残る38地区も策定が済んでいる。", DISTRICTS, "strength"),
        ("残る38地区は令和5年度末以降に策定する予定である。", DISTRICTS, "date"),
        ("全ての避難所で停電時に冷房が使えない。", COOLING, "negation"),
        ("交付金は8月以降に配分される。", HEARD, "strength"),
        ("見守りには、郵便局、新聞販売店、電力会社、水道局に協力いただいている。", WATCH, "name"),
        ("相談員は全ての小学校に配置している。", COUNSEL, "strength"),
        ("下水道使用料を改定する。", CHARGE, "strength"),
        ("下水道使用料を引き上げる。", CHARGE, "opposite"),
        ("審議会の答申を受ける前に判断する。", CHARGE, "opposite"),
        ("本市の事例を研究していく。", STUDY, "town"),
        ("専任の職員は3名である。", STAFF, "number"),
    ],
)
def test_near_truths_are_named(verifier: Verifier, sentence: str, quote: str, kind: str) -> None:
    """Words of the record put together otherwise are withheld, for what is wrong with them."""
    assert kind in kinds(verifier, sentence, quote)


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("防災倉庫は令和7年度に設計を行い、令和8年度の完成を予定している。", PLAN),
        ("防災倉庫の新設は2026年度の完成予定。", PLAN),
        ("福祉健康部長は、コミュニティバスの増便を検討していくと答弁した。", BUS),
        ("対象は第一小学校、第三小学校、南中学校の3校である。", SCHOOLS),
        ("補助の対象は65歳から74歳までの方で、上限は1件5万円である。", RANGE),
        ("補助は1件当たり5万円を上限とする。", RANGE),
        ("前回の回収率は28.1%だった。", SHARE),
        ("回収率は32.5％で、前回から4.4ポイント上昇した。", SHARE),
        ("総事業費230,000,000円のうち一般財源は4,600万円である。", MONEY),
        ("2021年度の相談件数は120件である。", ROWS),
        ("導入が難しいわけではないが、直ちに実施する考えはない。", DOUBLE),
        ("本市の待機児童は4月1日現在で32人である。", TOLD),
        ("議員から、待機児童が200人を超えるとの指摘があった。", TOLD),
        ("狛江市では、昨年10月から全ての小学校で給食費を無償としている。", OTHER),
        ("国の補助が決まった場合には、令和7年度から屋外トイレを改修する。", CASE),
        ("市内20校のうち12校で体育館の空調設備の設置が完了している。", PART),
        ("管理は社会福祉協議会に委託し、運営は地域の住民が担っている。", ROLES),
        ("7月9日に市民プラザで説明会を開催する。", PLACES),
        ("備蓄食料は24,000食、飲料水は12,500リットルを確保している。", STOCK),
        ("先月、市川市の担当者が視察に訪れた。", VISIT),
        ("県が管理する河川のしゅんせつについて、県に早期の実施を要望している。", STREAM),
        ("62地区のうち24地区で策定が済んだ。", DISTRICTS),
        ("残る38地区も令和5年度末までに策定する予定である。", DISTRICTS),
        ("必ずしも全ての避難所で停電時に冷房が使えるわけではない。", COOLING),
        ("国からは、交付金は8月以降に配分されると聞いている。", HEARD),
        ("見守りに、郵便局、新聞販売店、電力会社などの協力を得ている。", WATCH),
        ("小学校への配置は拠点校8校にとどまる。", COUNSEL),
        ("下水道使用料の改定は、審議会の答申後、市民の意見も聞きながら判断する。", CHARGE),
        ("シェアサイクルは、他都市の事例を研究していく。", STUDY),
        ("専任の職員を5名に増やした。", STAFF),
    ],
)
def test_the_truth_beside_them_is_kept(verifier: Verifier, sentence: str, quote: str) -> None:
    """What each rule must leave alone."""
    assert kinds(verifier, sentence, quote) == set()
