"""Speaker labels: every spelling gives the same name, office and side."""

from __future__ import annotations

import pytest

from corpus.types import Speaker
from ingest.people.speakers import parse_label, parse_name

LABELS = [
    ("議長（林　修君）", Speaker("林修", "議長", "chair")),
    ("（村井ただし議長）", Speaker("村井ただし", "議長", "chair")),
    ("２２番（北原みどり議員）", Speaker("北原みどり", "２２番議員", "member")),
    ("6番(大山ゆき 議員)", Speaker("大山ゆき", "6番議員", "member")),
    ("10番（高山正人君）", Speaker("高山正人", "10番", "member")),
    ("委員（浜口あきら）", Speaker("浜口あきら", "委員", "member")),
    ("総務部お客さま推進室長（橋本悟）", Speaker("橋本悟", "総務部お客さま推進室長", "executive")),
    ("井川耕平 議長", Speaker("井川耕平", "議長", "chair")),
    ("小倉栄 行政経営部長", Speaker("小倉栄", "行政経営部長", "executive")),
    ("岡市民課長", Speaker("岡", "市民課長", "executive")),
    ("林保健福祉部長", Speaker("林", "保健福祉部長", "executive")),
    ("茂木都政情報担当部長", Speaker("茂木", "都政情報担当部長", "executive")),
    ("樋市政推進課長", Speaker("樋", "市政推進課長", "executive")),
    ("大森議会報告実行委員会委員長", Speaker("大森", "議会報告実行委員会委員長", "chair")),
    ("川畑広報特別委員会副委員長", Speaker("川畑", "広報特別委員会副委員長", "chair")),
    ("中村地域整備特別委員会委員長", Speaker("", "中村地域整備特別委員会委員長", "chair")),
    ("議会広報編集特別委員会委員長", Speaker("", "議会広報編集特別委員会委員長", "chair")),
    ("長谷部副庁長", Speaker("長谷部", "副庁長", "executive")),
    ("次長（教育指導担当）（三保康子）", Speaker("三保康子", "次長（教育指導担当）", "executive")),
    ("山本部長", Speaker("山本", "部長", "executive")),
    ("消防本部長", Speaker("", "消防本部長", "executive")),
    ("阿部会長", Speaker("阿部", "会長", "chair")),
    ("太田部会長", Speaker("太田", "部会長", "chair")),
    ("山田下水道課長", Speaker("山田", "下水道課長", "executive")),
    ("森下水道課長", Speaker("森下", "水道課長", "executive")),
    ("森下新庁舎整備室長", Speaker("森下", "新庁舎整備室長", "executive")),
    ("大木新エネルギー推進課長", Speaker("大木", "新エネルギー推進課長", "executive")),
    ("鈴木司書", Speaker("鈴木", "司書", "executive")),
    ("高橋教諭", Speaker("高橋", "教諭", "executive")),
    ("森管理栄養士", Speaker("森", "管理栄養士", "executive")),
    ("水谷社会教育指導員", Speaker("水谷", "社会教育指導員", "executive")),
    ("早川主任保育士", Speaker("早川", "主任保育士", "executive")),
    ("森下オブザーバー", Speaker("森下", "オブザーバー", "other")),
    ("学校司書", Speaker("", "学校司書", "executive")),
    ("緑の相談員", Speaker("", "緑の相談員", "executive")),
    ("県アドバイザー", Speaker("", "県アドバイザー", "other")),
    ("阿部　守君", Speaker("阿部守", "", "other")),
    ("小室　守議員", Speaker("小室守", "議員", "member")),
    ("南部　守議員", Speaker("南部守", "議員", "member")),
    ("西部　沖課長", Speaker("沖", "西部課長", "executive")),
    ("勅使河原　守議員", Speaker("勅使河原守", "議員", "member")),
    ("税務課長（曽我部）", Speaker("曽我部", "税務課長", "executive")),
    ("林君", Speaker("林", "", "other")),
    ("南部君", Speaker("南部", "", "other")),
    ("南部委員", Speaker("南部", "委員", "member")),
    ("小笠原係長", Speaker("小笠原", "係長", "executive")),
    ("德永教育研究所長", Speaker("德永", "教育研究所長", "executive")),
    ("沖新型感染症対策室長", Speaker("沖", "新型感染症対策室長", "executive")),
    ("岡東部公民館主査", Speaker("岡", "東部公民館主査", "executive")),
    ("大久保障がい福祉課長", Speaker("大久保", "障がい福祉課長", "executive")),
    ("林健康増進課長", Speaker("林", "健康増進課長", "executive")),
    ("林事務長", Speaker("林", "事務長", "executive")),
    ("林業課長", Speaker("", "林業課長", "executive")),
    ("緑化推進課長", Speaker("", "緑化推進課長", "executive")),
    ("平和推進課長", Speaker("", "平和推進課長", "executive")),
    ("いきいき健康課長", Speaker("", "いきいき健康課長", "executive")),
    ("水谷　雪対策室長", Speaker("水谷", "雪対策室長", "executive")),
    ("事務局・水谷課長", Speaker("水谷", "課長", "secretariat")),
    ("事務局・業務課長", Speaker("", "業務課長", "secretariat")),
    ("事務局（山波計画㈱）", Speaker("山波計画㈱", "事務局", "secretariat")),
    ("（事務局）大木課長", Speaker("大木", "課長", "secretariat")),
    ("（委員）森下委員", Speaker("森下", "委員", "member")),
    ("（会長）森下委員", Speaker("森下", "会長", "chair")),
    ("事務局　大木課長", Speaker("大木", "課長", "secretariat")),
    ("事務局（説明）", Speaker("", "事務局", "secretariat")),
    ("町長（答弁）", Speaker("", "町長", "executive")),
    ("佐伯病院事務長", Speaker("佐伯", "病院事務長", "executive")),
    ("島田理事（全国橋梁工業会）", Speaker("島田", "理事（全国橋梁工業会）", "executive")),
    ("佐伯専務理事（株式会社山波建設）", Speaker("佐伯", "専務理事（株式会社山波建設）", "executive")),
    ("林部長（一般社団法人道の研究所）", Speaker("林", "部長（一般社団法人道の研究所）", "executive")),
    ("林主幹", Speaker("林", "主幹", "executive")),
    ("総括主幹", Speaker("", "総括主幹", "executive")),
    ("川畑長野市副市長", Speaker("川畑", "長野市副市長", "executive")),
    ("塩見　委員長", Speaker("塩見", "委員長", "chair")),
    ("柴田委員", Speaker("柴田", "委員", "member")),
    ("樫委員", Speaker("樫", "委員", "member")),
    ("渡部委員長", Speaker("渡部", "委員長", "chair")),
    ("やなぎさわ委員", Speaker("やなぎさわ", "委員", "member")),
    ("Ａ委員", Speaker("Ａ", "委員", "member")),
    ("委員Ｂ", Speaker("Ｂ", "委員", "member")),
    ("委員長", Speaker("", "委員長", "chair")),
    ("事務局", Speaker("", "事務局", "secretariat")),
    ("奥建設課長兼下水終末処理場長", Speaker("奥", "建設課長兼下水終末処理場長", "executive")),
    ("青森副市長", Speaker("青森", "副市長", "executive")),
    ("青森県副知事", Speaker("", "青森県副知事", "executive")),
    ("浜田情報管理課長", Speaker("浜田", "情報管理課長", "executive")),
    ("小沢副主幹", Speaker("小沢", "副主幹", "executive")),
    ("三ッ橋国保医療年金課長", Speaker("三ッ橋", "国保医療年金課長", "executive")),
    ("高齢福祉課長", Speaker("", "高齢福祉課長", "executive")),
    ("森林整備課長", Speaker("", "森林整備課長", "executive")),
    ("ＤＸ推進課長", Speaker("", "ＤＸ推進課長", "executive")),
    ("企画ダム対策課長", Speaker("", "企画ダム対策課長", "executive")),
    ("市（公園課）", Speaker("", "公園課", "executive")),
    ("委員（Smith）", Speaker("Smith", "委員", "member")),
    ("John Smith委員", Speaker("JohnSmith", "委員", "member")),
    ("森（公園課）", Speaker("森", "公園課", "executive")),
    ("植村　貴副区長", Speaker("植村貴", "副区長", "executive")),
    ("森教育委員", Speaker("森", "教育委員", "executive")),
    ("市教育委員", Speaker("", "市教育委員", "member")),
    ("記者(KTV)", Speaker("KTV", "記者", "other")),
    ("久保花江教育委員", Speaker("久保花江", "教育委員", "executive")),
    ("代表監査委員", Speaker("", "代表監査委員", "executive")),
    ("番外（総務課長鈴木君）", Speaker("鈴木", "総務課長", "executive")),
    ("鈴木（博）委員長", Speaker("鈴木（博）", "委員長", "chair")),
    ("議　長　田　村　浩　二　君", Speaker("田村浩二", "議長", "chair")),
    ("福 祉 課 長 大西 健 君", Speaker("大西健", "福祉課長", "executive")),
    ("委 員 長 谷川 浩 君", Speaker("谷川浩", "委員長", "chair")),
    ("工　藤　秀　一　議員", Speaker("工藤秀一", "議員", "member")),
    ("国務大臣（加藤一郎君）", Speaker("加藤一郎", "国務大臣", "executive")),
    ("沢渡資麿国務大臣", Speaker("沢渡資麿", "国務大臣", "executive")),
    ("沢渡資麿政府参考人", Speaker("沢渡資麿", "政府参考人", "executive")),
    ("財務副大臣", Speaker("", "財務副大臣", "executive")),
    ("市長（小林洋子）（初）", Speaker("小林洋子", "市長", "executive")),
    ("佐伯委員（会長）", Speaker("佐伯", "会長", "chair")),
    ("説明（総務課長）", Speaker("", "総務課長", "executive")),
    ("１番委員（職務代理者）", Speaker("", "１番委員", "member")),
    ("林議長代理", Speaker("林", "議長代理", "chair")),
    ("副大臣", Speaker("", "副大臣", "executive")),
    ("厚生労働大臣", Speaker("", "厚生労働大臣", "executive")),
    ("水原事務次官", Speaker("水原", "事務次官", "executive")),
    ("関事務次官", Speaker("関", "事務次官", "executive")),
    ("環境事務次官", Speaker("", "環境事務次官", "executive")),
    ("水原官房長", Speaker("水原", "官房長", "executive")),
    ("保健師", Speaker("", "保健師", "executive")),
    ("磯浜市保健所長", Speaker("", "磯浜市保健所長", "executive")),
    ("磯浜市保健所長　沖ひとみ君", Speaker("沖ひとみ", "磯浜市保健所長", "executive")),
    ("古市保健所長", Speaker("古市", "保健所長", "executive")),
    ("大北秀特命担当部長（会計管理者）", Speaker("大北秀", "特命担当部長（会計管理者）", "executive")),
    ("図書館　主査", Speaker("", "図書館主査", "executive")),
    ("大館　主査", Speaker("大館", "主査", "executive")),
    ("問", Speaker("", "", "member")),
    ("答弁１・２", Speaker("", "", "executive")),
]


@pytest.mark.parametrize(("label", "expected"), LABELS)
def test_label(label: str, expected: Speaker) -> None:
    """A label is split into name and office as printed, and the office tells the side."""
    assert parse_label(label) == expected


@pytest.mark.parametrize(
    "text",
    [
        "出席委員（13名）",
        "欠席委員",
        "議事日程",
        "令和６年５月17日（金）",
        "市会第３会議室",
        "今、私が市長",
        "議題１",
        "日程第１",
        "第２部　数的処理",
        "１　Ｓ氏",
        "会議録署名議員",
        "12年女性職員",
    ],
)
def test_no_speaker(text: str) -> None:
    """Headings that open with the same signs are no speakers."""
    assert parse_label(text) is None


def test_roster_settles_where_a_name_ends() -> None:
    """今関政治政策企画課長 can be cut in two ways; the attendees know which."""
    assert parse_label("今関政治政策企画課長", ("今関政治",)) == Speaker(
        "今関政治", "政策企画課長", "executive"
    )


def test_bare_name_only_where_nothing_else_can_stand() -> None:
    """A name without an office is a speaker inside a tag, and nowhere else."""
    assert parse_label("安藤（再）") is None
    assert parse_name("安藤（再）") == Speaker("安藤", "", "other")


@pytest.mark.parametrize("label", ["町内会長", "婦人会長", "観光協会長"])
def test_the_head_of_a_club_has_no_name(label: str) -> None:
    """Nobody is called 町内 or 婦人."""
    assert parse_label(label) in (Speaker("", label, "other"), Speaker("", label, "chair"))


@pytest.mark.parametrize("label", ["弁護士会委員", "商工会委員", "農協委員", "老人クラブ委員"])
def test_a_member_named_by_whom_he_stands_for_has_no_name(label: str) -> None:
    """弁護士会 sends one member to the board, and the record calls him by it."""
    assert parse_label(label) == Speaker("", label, "member")
