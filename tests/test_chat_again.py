"""Questions that mean an earlier one: another town, an earlier matter, what was shown last."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from small_store import asked_in_turn, put

from chat.framing import quotations_in
from chat.questions.asides import HEARD, NO_WRITING, THANKS, aside
from chat.questions.elsewhere import (
    leaves_nothing,
    means_the_others,
    of_another_member,
    period_alone,
    wider_area,
    without,
)
from chat.questions.history import Said, earlier
from chat.questions.spoken_of import is_about_the_last
from chat.service import Service
from chat.settings import Settings
from chat.types import Message
from retriever.question import asks_across_towns
from retriever.town_clauses import spellings
from retriever.types import Filter

TODAY = date(2026, 1, 1)
CSIRT = "調布市のCSIRTはどのように組織されていますか"


@pytest.mark.parametrize(
    "question",
    [
        "では青山市は？",
        "いや、青山市の方です",
        "青山市だけに絞って",
        "やっぱり青山市で",
        "青山市も加えて",
        "青山はどうですか",
        "青山市でも実施していますか",
        "青山市でも同じような取組をやっていますか",
        "What about Aoyama?",
    ],
)
def test_a_question_may_have_nothing_but_a_town(question: str) -> None:
    """What is left without the name only points."""
    assert leaves_nothing(question, ["青山市", "青山", "Aoyama"])


@pytest.mark.parametrize(
    ("question", "area"),
    [
        ("全国では？", "全国"),
        ("じゃあ県内だと", "県内"),
        ("And nationwide?", "nationwide"),
        ("全国の台数は", ""),
    ],
)
def test_a_question_may_have_nothing_but_a_wider_area(question: str, area: str) -> None:
    """Of the country the question before is asked."""
    assert wider_area(question) == area


@pytest.mark.parametrize("question", ["青山市の予算は", "青山市の図書館は？", "青山市では何人ですか"])
def test_a_word_of_its_own_is_a_question(question: str) -> None:
    """It is asked as it stands."""
    assert not leaves_nothing(question, ["青山市", "青山"])


def test_names_are_known_in_every_spelling() -> None:
    """As the register has them."""
    assert set(spellings(["平塚市"])) == {"平塚市", "平塚", "ひらつかし", "hiratsuka"}
    # 「ひらつかしは？」: the kana are no word that a record must have.
    assert leaves_nothing("ひらつかしは？", spellings(["平塚市"]))
    assert without("金沢市に戻ります。誰が答えていますか", ["金沢市"]) == "誰が答えていますか"


def test_other_towns_and_times() -> None:
    """他の市は？ and いや、令和5年の方."""
    assert means_the_others("他の市は？")
    assert means_the_others("他の市でもやっていますか")
    assert means_the_others("他市の例は？")
    assert not means_the_others("他市の例を挙げた議員は誰ですか")
    assert not means_the_others("他の市の給食費は？")
    period = period_alone("いや、令和5年の方", TODAY)
    assert period is not None
    assert (period.since, period.until) == ("2023-01-01", "2023-12-31")
    assert period_alone("令和5年の給食費は", TODAY) is None


def test_an_example_of_a_town_is_no_question_to_all() -> None:
    """「どこの市の例？」 asks which town a reply has told of."""
    assert not asks_across_towns("どこの市の例？")
    assert not asks_across_towns("隣の市などの自治体は手伝いますか")
    assert asks_across_towns("どこの市が無償ですか")


def test_an_earlier_matter_is_found_by_its_words() -> None:
    """The newest question with them; 最初 is the first of all."""
    said = (Said("青山市の給食費は"), Said("赤川市のバスは"), Said("運賃は"))
    assert earlier("さっきの給食費の件だけど、いつから？", said) == ("いつから?", said[:1])
    assert earlier("最初の話に戻って、誰が答えた？", said) == ("誰が答えた?", said[:1])
    assert earlier("さっきの火星の件は", said) is None
    assert earlier("前の計画はいつ終わりましたか", said) is None


def test_quotations_are_read_from_an_answer() -> None:
    """With the quotation marks within them, and the dots of a torn sentence."""
    text = "「市は「広場」を開く。」[1]「費用は三万円」…[2]\n— 青山市議会"
    assert quotations_in("「甲。」…[1]「乙。」[2]") == ("甲。", "乙。")
    assert quotations_in(text) == ("市は「広場」を開く。", "費用は三万円")


@pytest.mark.parametrize(
    "question",
    [
        "誰が聞いたの",
        "質問した議員は",
        "どなたの発言？",
        "その質問をした委員は",
        "答弁したのは何課長？",
        "答えた部長は？",
        "答弁した人は？",
        "いつの会議ですか",
        "In which meeting?",
        "もっと詳しく",
        "会議録の全文を見せてください",
        "続きは",
        "具体的には？",
        "それだけですか",
        "会派はどこの人が聞いたの",
        "どの会派の議員が質問しましたか",
        "この人の役職は",
        "さっき誰がそう答えたって言った？",
        "先ほどは誰が答えていましたか",
        "原文のまま見せて",
        "そのまま見せてください",
        "そのまま全文を見せて",
    ],
)
def test_what_asks_of_the_last_answer_alone(question: str) -> None:
    """It names no matter of its own."""
    assert is_about_the_last(question.replace("？", "?"))


@pytest.mark.parametrize(
    "question",
    [
        "誰がバスを走らせますか",
        "続きの工事は",
        "残りは何件",
        "詳しい場所は",
        "いつ答申が出ますか",
        "具体的には何人",
        "担当者の人数は",
        "そのままですか",
    ],
)
def test_what_names_a_matter_does_not(question: str) -> None:
    """It is searched for."""
    assert not is_about_the_last(question)


def test_several_asides_are_one() -> None:
    """What thanks is heard before what only nods."""
    assert aside("ありがとうございます、よく分かりました") is THANKS
    assert aside("どうもありがとうございました参考になりました") is THANKS  # the second may end politely too
    assert aside("はい。わかりました。") is HEARD
    assert aside("要するにどういうこと？") is NO_WRITING


def test_a_town_after_who_spoke_is_asked_the_matter(sample_service: Service) -> None:
    """「誰が答えた？」 and then 「八千代市は？」: the matter before, not who spoke there."""
    before: list[Message] = []
    for question in (CSIRT, "誰が答えた？"):
        before += [Message("user", question), Message("assistant", sample_service.ask(question, before).text)]
    found = sample_service._rules.read("八千代市は？", before, Filter(), TODAY)
    assert {one.text for one in found} == {CSIRT}
    assert {one.filters.towns for one in found} == {("八千代市",)}


def test_who_spoke_in_a_town_that_is_gone_back_to(sample_service: Service) -> None:
    """「調布市に戻ります。誰が答えていますか」 is of what was shown of that town."""
    before: list[Message] = []
    for question in (CSIRT, "八千代市のテレワークの利用人数は"):
        before += [Message("user", question), Message("assistant", sample_service.ask(question, before).text)]
    answer = sample_service.ask("調布市に戻ります。誰が答えていますか", before)
    assert {citation.meeting.town for citation in answer.citations} == {"調布市"}


def test_who_spoke_is_asked_of_what_was_shown_last(sample_service: Service) -> None:
    """A question in vain between changes nothing."""
    before: list[Message] = []
    for question in (CSIRT, "市民プールの水温は"):
        before += [Message("user", question), Message("assistant", sample_service.ask(question, before).text)]
    shown = sample_service.ask(CSIRT).citations[0]
    cited = sample_service.ask("どなたの発言？", before).citations
    assert [(one.exchange_id, one.speaker) for one in cited] == [(shown.exchange_id, shown.speaker)]


@pytest.mark.parametrize(
    ("question", "role"),
    [
        (CSIRT, "answer"),
        ("調布市のCSIRTについて議員は何と質問しましたか", "question"),
    ],
)
@pytest.mark.parametrize("who", ["どなたの発言？", "誰が言ったの", "それは誰の言葉ですか", "Who said that?"])
def test_whose_words_they_are_is_told_of_those_shown(
    sample_service: Service, question: str, role: str, who: str
) -> None:
    """Protects: 「どなたの発言？」 below an official's words named the member who had asked."""
    shown = sample_service.ask(question)
    before = [Message("user", question), Message("assistant", shown.text)]
    assert shown.citations[0].role == role
    assert {(one.role, one.speaker) for one in sample_service.ask(who, before).citations} == {
        (role, shown.citations[0].speaker)
    }


def test_a_town_without_minutes_is_told_of_among_others(sample_service: Service) -> None:
    """「札幌市はありますか」 after which towns there are."""
    before = [Message("user", "どの市の会議録がありますか")]
    before.append(Message("assistant", sample_service.ask(before[0].content).text))
    assert sample_service.ask("札幌市はありますか", before).text == "その会議録は読み込まれていません。"


def test_a_name_alone_needs_its_question() -> None:
    """The question before is kept as it was, but for the name."""
    assert (
        of_another_member("山口議員は？", ["山口"], "大野議員が求めた支援は何ですか", ["大野"])
        == "山口議員が求めた支援は何ですか"
    )


def test_a_town_taken_off_or_chosen_by_hand_stays_so(sample_service: Service) -> None:
    """Protects: × beside 「対象: 調布市」 asked all towns, and the follow-up was asked of 調布市 again; one after a chip of another town not of
    that."""
    question = "調布市ではテレワークの端末をどうしていますか"
    for towns, follow_up in (((), ()), (("八千代市",), ("八千代市",)), (None, ("調布市",))):
        before = [Message("user", question, towns), Message("assistant", "「端末を配りました。」[1]")]
        read = sample_service._rules.read("それはいつからですか", before, Filter(), TODAY)
        assert {one.filters.towns for one in read} == {follow_up}


def test_what_was_shown_of_one_town_is_no_answer_for_another(sample_service: Service) -> None:
    """「いつから？」 and then 「平塚市では？」: no reply of the town before stands under the other's name."""
    before: list[Message] = []
    for question in ("八千代市のテレワークの利用人数は", "いつから？"):
        before += [Message("user", question), Message("assistant", sample_service.ask(question, before).text)]
    answer = sample_service.ask("平塚市では？", before)
    assert answer.filters.towns == ("平塚市",)
    assert {citation.meeting.town for citation in answer.citations} <= {"平塚市"}


@pytest.mark.parametrize(
    ("before", "question", "said"),
    [
        (CSIRT, "平塚市は？", f"「{CSIRT}」を、条件を替えて探しました。"),
        (f"{CSIRT} 長崎市は？", "では平塚市は", f"「{CSIRT}」を、条件を替えて探しました。"),
        (
            "How is the CSIRT of Chofu organised?",
            "What about Hiratsuka?",
            "Asked anew with other conditions: “How is",
        ),
    ],
)
def test_a_refusal_says_which_question_was_asked_anew(
    sample_service: Service, before: str, question: str, said: str
) -> None:
    """「平塚市は？」 alone tells nobody what was not found there."""
    history = [Message("user", one) for one in before.split(" " if CSIRT in before else "\n")]
    answer = sample_service.ask(question, history)
    assert answer.status == "no_evidence"
    assert [note for note in answer.notes if note.startswith(said)]
    assert not sample_service.ask("明日の天気は").notes


def test_of_the_country_what_was_not_found_of_the_town_is_asked_anew(tmp_path: Path) -> None:
    """Protects: 「全国では？」 after a refusal was answered by a sentence that names the country, of whatever matter."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    put(service, "a", [("朝市", "朝市の客は。", "朝市には全国から客が来ています。")], "青山市")
    first = "青山市の除雪車は何台ですか"
    assert not asked_in_turn(service, first, "全国では？").citations
    assert asked_in_turn(service, "青山市の朝市の客は", "全国では？").citations


def test_a_noun_of_number_alone_is_not_looked_for_in_another_town(tmp_path: Path) -> None:
    """Protects: 「枚数は？」 after a refusal was answered by the cards of another town."""
    service = Service.open(Settings(store=tmp_path / "store", encoder="none"))
    put(service, "a", [("朝市", "朝市の客は。", "朝市の客は五十人でした。")], "青山市")
    put(service, "b", [("回数券", "回数券の枚数は。", "回数券の販売枚数は三千枚でした。")], "川辺町")
    answer = asked_in_turn(service, "青山市の紙は何トンですか", "枚数は？")
    assert not answer.citations
