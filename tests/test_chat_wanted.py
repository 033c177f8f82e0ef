"""What a question wants of a reply beside its words: a plan, a total, a count, the answer without what it says again."""

from __future__ import annotations

from datetime import date

import pytest
from small_store import put, quotes

from chat.answers.announcing import announced, numbered
from chat.answers.counters import asked_units, counts, units
from chat.answers.deciding import asks_for_a_plan, decides
from chat.answers.extractive import Scored, Weights
from chat.answers.halves import with_each_half
from chat.answers.said import Sentence
from chat.answers.totals import asks_for_a_change, asks_for_a_total
from chat.answers.wording import said_again
from chat.service import Service
from corpus.folding import plain
from corpus.sentences import sentences
from corpus.types import Speaker, Turn
from retriever.answer_kinds import Kind, answer_kinds
from retriever.question import normalise
from retriever.sides import wanted_side
from retriever.types import Filter

LAMPS = "青空橋の街灯は、昭和のころの明かりでございまして、青空橋の街灯の色は橙でございます。"


@pytest.mark.parametrize(
    ("question", "plan"),
    [
        ("街灯をどう増やす考えですか", True),
        ("街灯の電気代の今後の見通しは", True),
        ("街灯 電気代 今後", True),
        ("この先どうするのか", True),
        ("この先も？", True),
        ("街灯はどう増えましたか", False),
        ("今後の街灯を決める委員は誰ですか", False),
    ],
)
def test_which_questions_ask_for_a_plan(question: str, plan: bool) -> None:
    """They are answered by what a reply comes to."""
    assert asks_for_a_plan(question) is plan


@pytest.mark.parametrize(
    ("question", "total"),
    [
        ("街灯と橋の予算は合わせていくらですか", True),
        ("街灯の総額は？", True),
        ("What is the total cost of the street lights?", True),
        ("点検に合わせていくつ直しますか", False),
        ("街灯はいくらですか", False),
    ],
)
def test_which_questions_ask_for_a_total(question: str, total: bool) -> None:
    """「点検に合わせて」 adds nothing up."""
    assert asks_for_a_total(question) is total


@pytest.mark.parametrize(
    "summed", ["合わせて５００万円を計上しております。", "合計しまして５００万円でございます。"]
)
def test_the_total_is_quoted_where_it_is_asked_for(service: Service, summed: str) -> None:
    """It stands behind what it adds up, and names the matter no more."""
    reply = (
        "青空橋の街灯の予算は、明かりが３００万円、青空橋の柱が２００万円でございます。"
        f"{LAMPS * 6}工事の時期は秋を考えております。{summed}"
    )
    put(service, "a", [("街灯", "青空橋の街灯を伺う。", reply)], "青山市")
    assert summed in quotes(service.ask("青山市の青空橋の街灯の予算は合わせていくらですか。"))


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("街灯の費用はどれくらい増えましたか", True),
        ("青空橋を渡る人は何人減ったか", True),
        ("利用料はいくら値上げするのか", True),
        ("By how much did the cost go up?", True),
        ("街灯が増えたのはなぜですか", False),
        ("街灯はいくつありますか", False),
    ],
)
def test_which_questions_ask_for_a_change(question: str, change: bool) -> None:
    """What grew is not asked by how much."""
    assert asks_for_a_change(question) is change


@pytest.mark.parametrize(
    "told", ["およそ２００万円ふえて、いえ、２５０万円増えております。", "率にしては１２％の増。"]
)
def test_the_change_is_quoted_where_it_is_asked_for(service: Service, told: str) -> None:
    """It stands behind both amounts."""
    reply = (
        "青空橋の街灯の費用は、昨年度が３００万円でございます。青空橋の街灯の費用は、今年度が５５０万円でございます。"
        f"{LAMPS * 6}{told}工事の時期は秋を考えております。"
    )
    put(service, "a", [("街灯", "青空橋の街灯を伺う。", reply)], "青山市")
    assert told in quotes(service.ask("青山市の青空橋の街灯の費用は昨年度と比べてどれくらい増えましたか。"))


def test_when_a_bill_takes_effect_is_of_what_it_is_for(service: Service) -> None:
    """Its date names nothing; what the bill is for stands sentences before."""
    bill = (
        "議案の説明をいたします。今回の条例の制定は、灯台の見学料を定めるものであります。見学料は灯台の塗り替えに充てます。"
        "額は別表にお示ししております。帳簿は五年のあいだ保存していただきます。施行期日は、令和８年７月１日でございます。"
    )
    put(
        service, "a", [("", "", bill), ("橋", "橋の灯台への道はどうか。", "灯台への道は直します。")], "青山市"
    )
    assert "７月１日" in quotes(service.ask("青山市が灯台の見学料を取るのはいつからですか。"))


def test_what_was_asked_is_not_quoted_before_the_answer(service: Service) -> None:
    """「…との御質問でございますが、」 fills the quotation with the member's words."""
    reply = "青空橋の街灯をどう増やすのかとの御質問でございますが、青空橋の街灯は三基増やし、柱も建て替える計画です。"
    put(service, "a", [("街灯", "青空橋の街灯を伺う。", reply)], "青山市")
    quoted = quotes(service.ask("青山市は青空橋の街灯をどう増やすのですか。"))
    assert quoted == "青空橋の街灯は三基増やし、柱も建て替える計画です。"


@pytest.mark.parametrize(
    ("sentence", "again"),
    [
        ("街灯の色についての御質問でございますが、橙から白へ来年から替えることを考えております。", True),
        ("街灯の色の質問ですけれども、橙から白へ替えることを来年から考えております。", True),
        ("街灯の色についての御質問でございますが、白です。", False),
        ("街灯の色でございますが、橙から白へ替えることを考えております。", False),
    ],
)
def test_how_a_reply_says_again_what_was_asked(sentence: str, again: bool) -> None:
    """What is left behind it must be a sentence."""
    assert (said_again(sentence) > 0) is again


@pytest.mark.parametrize(
    ("question", "kind", "asked"),
    [
        ("点検は何年ごとですか", Kind.NUMBER, True),
        ("点検は何年ごとですか", Kind.DATE, False),
        ("点検は何日おきですか", Kind.DATE, False),
        ("点検は何日 つづきますか", Kind.DATE, False),
        ("街灯の料金を、もっと下げるつもりはありますか", Kind.MONEY, False),
        ("街灯の料金は、いくらですか", Kind.MONEY, True),
        ("街灯を取り上げたのは何番の議員ですか", Kind.PERSON, True),
        ("計画を期間の途中で改めますか", Kind.DATE, False),
        ("工事の期間を教えてください", Kind.DATE, True),
        ("街灯にいくらかかるかについて、町長はどんな見通しを示しましたか", Kind.MONEY, False),
        ("街灯にいくらかかるかについて教えてください", Kind.MONEY, True),
        ("点検の回数が少ないという声に、市はどう答えましたか", Kind.NUMBER, False),
        ("点検の回数はどのくらいですか", Kind.NUMBER, True),
    ],
)
def test_what_kind_of_thing_is_asked_for(question: str, kind: Kind, asked: bool) -> None:
    """何年ごと is no date, and what becomes of a charge no sum."""
    assert (kind in answer_kinds(normalise(question))) is asked


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("街灯の名前 応募件数", {"件"}),
        ("街灯を見る会の参加人数は？", {"人"}),
        ("参加人数が増えたのはなぜですか", set()),
    ],
)
def test_a_number_that_is_asked_for_by_its_name(question: str, units: set[str]) -> None:
    """Only where it is the whole of what is asked."""
    assert asked_units(normalise(question)) == units


def test_a_member_known_by_his_number_is_asked_for() -> None:
    """Some records number the seats: 「5番の議員」."""
    assert wanted_side(normalise("街灯を取り上げたのは何番の議員ですか")) == "member"


def test_a_half_may_be_answered_by_another_matter_of_the_speech() -> None:
    """A long reply takes up many things, and a question may ask two of them."""
    text = "橋は古びました。橋は秋に塗ります。休館日は水曜日へ移します。"
    turn = Turn(Speaker("", "部長", "executive"), text, ((0, len(text)),))

    def half(*scores: float) -> list[Scored]:
        return [
            Scored(Sentence("answer", turn, start, end), score, cover, 0.0, True, False, matter=matter)
            for (start, end), score, cover, matter in zip(
                sentences(text), scores, (0.0, 0.2, 0.5), (0, 0, 1), strict=True
            )
        ]

    def added(*scores: float) -> list[str]:
        scored = half(*scores)
        return [one.sentence.text for one in with_each_half(scored, scored[:1], [scored], Weights())]

    assert added(0.1, 0.4, 0.8) == ["橋は古びました。", "休館日は水曜日へ移します。"]
    assert added(0.1, 0.6, 0.8) == ["橋は古びました。", "橋は秋に塗ります。"]


def test_a_body_that_is_asked_is_no_matter(service: Service) -> None:
    """「懇談会で」 says where: an exchange that only names it holds nothing of what is asked."""
    put(service, "a", [("道路", "懇談会も毎年開いてください。", "検討いたします。")], "青山市")
    asked = service.analyser.analyse(
        "青山市の懇談会で、街灯についてどんな質問が出ましたか。", (), date(2026, 11, 29), Filter()
    )
    assert asked.terms.own["懇談会"] < asked.terms.own["街灯"] / 5


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        (
            "街灯の料金を負けてもらえるのはどんなときですか",
            "公益にかなうものについては減免があります。",
            True,
        ),
        ("街灯の料金を負けてもらえるのはどんなときですか", "料金は年に一度いただきます。", False),
        ("街灯の色を替えるのはなぜですか", "替える理由といたしましては、球の値上がりです。", True),
        ("街灯の色を替えるのはなぜですか", "色は橙から白へ替えます。", False),
        ("街灯の色は二つ。何と何か。", "ただいま２つ、橙と白がございます。", True),
        ("街灯の三つの色は何ですか。", "色は三つで足ります。", False),
    ],
)
def test_how_a_condition_and_a_reason_are_announced(question: str, sentence: str, tells: bool) -> None:
    """The sentence that tells them stands beside others with the same words, as does the one that counts them out."""
    pattern = announced(question)
    assert pattern
    assert bool(pattern.search(plain(sentence))) is tells


@pytest.mark.parametrize(
    ("question", "sentence", "tells"),
    [
        ("灯りを欲しがる児童は何人ですか", "灯りを欲しがる児童・生徒数は121名です。", True),
        ("灯りを欲しがる児童は何人ですか", "そのうち児童30名が欲しがっています。", False),
        ("How many children want a lamp?", "灯りを欲しがる児童数は121名です。", True),
    ],
)
def test_how_a_number_is_announced(question: str, sentence: str, tells: bool) -> None:
    """A part of them may be counted beside it."""
    pattern = numbered(question, {"children": (("児童",), ("子供",))})
    assert pattern
    assert bool(pattern.search(sentence)) is tells


@pytest.mark.parametrize(
    ("sentence", "decided"),
    [
        ("街灯が切れた例はございませんでした。", True),
        ("小学校にはおりませんが、中学校には一名おります。", False),
        ("街灯を増やすか検討してまいります。", True),
        ("整備が検討されている広場との一体感に期待しております。", False),
    ],
)
def test_what_decides(sentence: str, decided: bool) -> None:
    """What is said on the way decides nothing."""
    assert decides(sentence) is decided


def test_how_many_questions_there_were_the_report_tells(service: Service) -> None:
    """Nobody asked for it, and it holds no question; their number it holds."""
    chair = Speaker("", "決算審査特別委員長", "member")
    report = "決算の審査の経過を報告いたします。決算の審査では、延べ43名の委員から78問の質疑が行われました。"
    put(service, "a", [("決算の審査", "", report)], "青山市", chair)
    assert "78問" in quotes(service.ask("青山市の決算の審査では何問の質疑がありましたか。"))


def test_a_thought_asks_for_no_day(service: Service) -> None:
    """「思いつき」 holds 「いつ」."""
    reply = "青空橋の街灯の建て増しは、計画を作った当初から考えておりました。"
    put(service, "a", [("街灯", "青空橋の街灯の建て増しを伺う。", reply)], "青山市")
    asked = "青山市の青空橋の街灯の建て増しは、計画になかった思いつきなのですか。"
    assert "当初から" in quotes(service.ask(asked))


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("事故のない日が1,000日に達しました。", True),
        ("今年で45日目です。", True),
        ("30日に達しました。", False),
    ],
)
def test_more_days_than_a_month_has_are_counted(sentence: str, days: bool) -> None:
    """「30日に」 may be a date."""
    assert ("日" in units(sentence)) is days


BILL = (
    "議案第9号について御説明いたします。\n1、契約の目的、青空橋補修工事。\n2、契約の方法、指名競争入札。\n"
    "3、契約の金額、8,200万円。\n4、契約の相手方、青空建設株式会社。\n"
    "青空橋補修工事の入札の結果、最高額は9,100万円でございまして、青空橋補修工事の落札率は97.5％でございます。"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("青山市の青空橋補修工事の契約金額と落札率は。", ("8,200万円", "97.5％")),
        ("青山市の青空橋補修工事の契約の方法と落札率は。", ("指名競争入札", "97.5％")),
    ],
)
def test_an_item_of_a_bill_is_told_by_its_label(
    service: Service, question: str, told: tuple[str, ...]
) -> None:
    """契約の金額 has no word of the matter, and is what is asked for."""
    put(service, "a", [("", "", BILL)], "青山市")
    quoted = quotes(service.ask(question))
    assert all(one in quoted for one in told)


def test_an_item_of_a_bill_may_stand_without_its_number(service: Service) -> None:
    """Of 「４．契約の相手方は、…」 the number is cut off as a sentence of its own; any other noun that a sentence begins with is no label."""
    bill = (
        "青空橋補修工事の契約について御説明いたします。青空橋補修工事は、橋の床板を取り替えるものでございます。"
        "契約の目的は、床板の取替えでございます。契約の相手方は、青空建設株式会社でございます。"
    )
    put(service, "a", [("", "", bill)], "青山市")
    assert "青空建設" in quotes(service.ask("青山市の青空橋補修工事の契約の相手方はどこですか。"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("週1回、案内を送ります。", False),
        ("毎月2回の訪問です。", False),
        ("令和6年3回の案内を送りました。", True),
        ("案内を送ったのは12件です。", True),
    ],
)
def test_how_often_counts_no_cases(text: str, found: bool) -> None:
    """「何件」 is not told by 「週1回」, 「何回」 is."""
    assert counts(text, asked_units("案内は何件送りましたか")) is found
    assert counts(text, asked_units("案内は何回送りましたか"))


def test_how_many_there_were_brings_which(service: Service) -> None:
    """The first of the points has no word of the question."""
    report = (
        "青空橋の監査について御報告いたします。青空橋の監査は先月の10日と11日に受けました。"
        "講評では、5点御指摘がありました。まず1点目は点検の記録、"
        "2点目、床板の傷み、3点目、塗装の時期、4点目、支払の方法、最後に手すりということでございます。"
        "監査の結果は、来月に書面で届くこととなっております。"
        "赤川の堤防の草刈りは、7月と9月の2回を予定しておりまして、地元の自治会の皆様にも御協力をいただいているところでございます。"
    )
    put(service, "a", [("", "", report)], "青山市")
    assert "手すり" in quotes(service.ask("青山市の青空橋の監査では何を指摘されましたか。"))


@pytest.mark.parametrize("sorry", ["おわびした", "お詫びした"])
def test_an_apology_is_found_however_it_is_said(service: Service, sorry: str) -> None:
    """「お詫び申し上げます」 is a verb, 「お詫び」 a noun."""
    reply = "議員の皆様、おはようございます。改めまして、青空橋の工事の遅れに関して、一言お詫び申し上げます。"
    put(service, "a", [("", "", reply)], "青山市", Speaker("森", "市長", "executive"))
    assert "お詫び" in quotes(service.ask(f"青山市で青空橋の件を{sorry}のは誰か。"))


def test_what_is_done_in_a_case_is_told_by_the_sentence_that_names_one(service: Service) -> None:
    """It has no word of the question: 「改まらない」 stands for 「守られない」, and neither the bridge nor the lamps are named again."""
    reply = (
        "青空橋の街灯の利用の決まりは、町が設けたものでございます。青空橋の街灯の決まりは、春と秋に町の職員が見て回っております。"
        "決まりが守れない方には、橋のたもとに張り紙をしてお願いしております。"
        "改まらない場合には、近くの町の例も見ながら、明かりを消すことも含め検討いたします。"
    )
    put(service, "a", [("街灯", "青空橋の街灯を伺う。", reply)], "青山市")
    assert "明かりを消す" in quotes(
        service.ask("青山市の青空橋の街灯の決まりが守られないままなら、どうするつもりか。")
    )


def test_a_reply_that_only_denies_says_so_of_what_it_was_asked(service: Service) -> None:
    """「想定していない。」: of the cost, as the question says."""
    put(
        service,
        "a",
        [("街灯", "青空橋の街灯をなくすことに伴う、事故の補償費の想定は。", "想定していない。")],
        "青山市",
    )
    answer = service.ask("青空橋の街灯をなくしたら補償費がどれだけ増えるか、青山市は見積もっていますか。")
    assert quotes(answer) == "想定していない。"
