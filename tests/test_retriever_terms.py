"""General words must not outweigh policy terms, and everyday words must find official ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import SettingsError
from retriever.synonyms import Synonyms, read_groups
from retriever.terms import ASKING_WEIGHT, question_terms, rarity
from retriever.tokenize import shared_tokenizer

TOKENIZER = shared_tokenizer()
NONE = Synonyms([], TOKENIZER)


def test_policy_terms_outweigh_general_words() -> None:
    """In METI's trial 「取り組み」 decided what was found; here it must not."""
    terms = question_terms("法人税率の見直しについての取組の推進状況を教えてください", TOKENIZER, NONE).own
    general = max(terms.get(form, 0.0) for form in ("取り組み", "推進", "状況", "教える"))
    assert general < 0.2 < terms["法人"] < max(terms.values())


@pytest.mark.parametrize("asked", ["橋の様子", "橋の具合", "橋に関する事柄", "橋の状況"])
def test_how_it_stands_is_no_matter(asked: str) -> None:
    """様子 is asked for as 状況 is, and said of nothing by itself."""
    own = question_terms(asked, TOKENIZER, NONE).own
    assert max(own, key=own.__getitem__) == "橋"
    assert sum(own.values()) - own["橋"] < 0.3


@pytest.mark.parametrize("asked", ["一つ前の橋", "1つ前の橋", "ひとつ前の橋"])
def test_one_of_several_is_no_matter_however_it_is_written(asked: str) -> None:
    """Beside 「一つ」 as a word of weight the bridge was little of the question."""
    own = question_terms(asked, TOKENIZER, NONE).own
    assert max(own, key=own.__getitem__) == "橋"


@pytest.mark.parametrize(
    ("asked", "form", "other"),
    [
        ("どんな働きかけをしますか", "働き掛け", "働き掛ける"),
        ("窓口を受け入れますか", "受け入れる", "受け入れ"),
        ("料金の見直し", "見直し", "見直す"),
    ],
)
def test_a_verb_and_the_noun_made_of_it_are_one_word(asked: str, form: str, other: str) -> None:
    assert (other,) in question_terms(asked, TOKENIZER, NONE).synonyms[form]


@pytest.mark.parametrize(
    ("asked", "form", "pieces"),
    [
        ("セキュリティ事故の対応", "セキュリティ事故", ("セキュリティ", "事故")),
        ("サイバー攻撃への備え", "サイバ攻撃", ("サイバ", "攻撃")),
    ],
)
def test_a_compound_that_the_dictionary_has_with_one_spelling_is_found_in_the_other(
    asked: str, form: str, pieces: tuple[str, ...]
) -> None:
    """A record that writes セキュリティー事故 is cut into two words, and was no record of it."""
    assert pieces in question_terms(asked, TOKENIZER, NONE).synonyms[form]


def test_of_one_kanji_the_noun_is_another_word() -> None:
    assert "買う" not in question_terms("土地を買う", TOKENIZER, NONE).synonyms


@pytest.mark.parametrize(
    ("asked", "form", "other"),
    [
        ("窓口が替わる", "替わる", "替える"),
        ("庁舎が建つ", "建つ", "建てる"),
        ("塀を壊す", "壊す", "壊れる"),
        ("利用を増やす", "増やす", "増える"),
    ],
)
def test_what_happens_and_what_is_done_are_one_matter(asked: str, form: str, other: str) -> None:
    assert (other,) in question_terms(asked, TOKENIZER, NONE).synonyms[form]


@pytest.mark.parametrize("asked", ["便利さを守る", "公平さを守る"])
def test_a_quality_is_no_rarer_word_with_its_degree(asked: str) -> None:
    """Of most qualities the dictionary cuts さ off (大切さ); a 便利さ was a word of its own that no record has."""
    known = Synonyms([("便利", "利便性"), ("公平", "平等")], TOKENIZER)
    terms = question_terms(asked, TOKENIZER, known)
    assert set(terms.own) == {asked[:2], "守る"}
    assert terms.synonyms[asked[:2]]


@pytest.mark.parametrize(("asked", "form"), [("LINEごとの人数", "line"), ("課ごとの人数", "課")])
def test_each_of_a_thing_is_the_thing(asked: str, form: str) -> None:
    """LINEごと was a name in Latin letters that no record holds."""
    own = question_terms(asked, TOKENIZER, NONE).own
    assert form in own
    assert not any(word.endswith("毎") for word in own)


def test_the_number_of_a_plan_that_is_asked_for_is_no_word_of_the_matter() -> None:
    assert question_terms("第何次の計画ですか", TOKENIZER, NONE).own["第何次"] == ASKING_WEIGHT


def test_a_block_of_a_town_is_counted_in_kanji_or_in_figures() -> None:
    """The dictionary takes 五丁目 behind a name for a name, and 5丁目 for a number."""
    assert question_terms("青葉五丁目の広場", TOKENIZER, NONE).synonyms["五丁目"] == {("5丁目",)}


def test_when_it_was_answered_before_is_no_matter() -> None:
    """「前回」 was as telling as the matter, and a reply without it was none."""
    own = question_terms("ロープウエーについて前回どう答弁したか", TOKENIZER, NONE).own
    assert own.pop("ロープウエ") > 0.5 > max(own.values()) * 5


def test_english_words_of_asking_make_no_japanese_word() -> None:
    """The dictionary reads "want to" as ウォントゥ and High School as ハイスクール, which no record has; スクールバス is counted once."""
    translated = {"high school": {"高等学校": 0.6}, "school bus": {"スクールバス": 0.7}}
    text = "Who does the High School want to take the school bus"
    own = question_terms(text, TOKENIZER, NONE, translated=translated).own
    assert set(own) == {"high school", "school bus"}


def test_rarity_grows_from_general_to_rare() -> None:
    """The order of three words of council speech, of which one is in most passages and one in none."""
    assert 0 < rarity("こと") < rarity("児童") < rarity("インシデント対応班") == 1.0


def test_towns_that_are_a_filter_do_not_count_as_words() -> None:
    """Otherwise every exchange of the town would match."""
    assert "金沢市" not in question_terms("金沢市の水道", TOKENIZER, NONE, ("金沢市",)).own
    # The dictionary has ひかり町 whole, and cuts it before a word.
    assert set(question_terms("ひかり町の水道", TOKENIZER, NONE, ("ひかり町",)).own) == {"水道"}


def test_the_mayor_of_a_town_that_is_a_filter_is_no_matter() -> None:
    """Protects: 「美瑛町長」 is one word of the dictionary, and weighed more than what he is asked about."""
    own = question_terms("美瑛町長は水道をどうしますか", TOKENIZER, NONE, ("美瑛町",)).own
    assert "水道" in own
    assert not any("美瑛" in form for form in own)


def test_whose_a_school_is_is_no_word_of_the_matter() -> None:
    """「調布市立」 is one word of the dictionary, which no record of that town needs to say."""
    own = question_terms("調布市立図書館の蔵書は何冊ですか", TOKENIZER, NONE, ("調布市", "調布")).own
    assert not [form for form in own if "調布" in form]
    assert "図書館" in own


def test_synonyms_are_searched_with_less_weight_and_know_whom_they_stand_for() -> None:
    """A phrase of several words has synonyms too."""
    groups = read_groups("スマホ, スマートフォン # 略語\n外の専門機関、第三者機関\n一語だけ\n")
    assert groups == [("スマホ", "スマートフォン"), ("外の専門機関", "第三者機関")]
    terms = question_terms("スマホの点検は外の専門機関か", TOKENIZER, Synonyms(groups, TOKENIZER))
    assert 0 < terms.all["スマートフォン"] < terms.own["スマホ"]
    assert terms.synonyms["スマホ"] == {("スマートフォン",)}
    assert any("第三者" in form for form in terms.all)


def test_unreadable_synonym_file_is_one_clear_error(tmp_path: Path) -> None:
    """The message names the file."""
    with pytest.raises(SettingsError, match=r"missing\.txt"):
        Synonyms.load(TOKENIZER, tmp_path / "missing.txt")


def test_what_is_made_so_is_the_thing_itself() -> None:
    """The record says ペーパーレス where one asks for ペーパーレス化; 情報 is another matter than 情報化."""
    assert "ペーパーレス" in question_terms("ペーパーレス化の進み具合", TOKENIZER, NONE).own
    assert "ペーパーレス化" not in question_terms("ペーパーレス化の進み具合", TOKENIZER, NONE).own
    assert "情報化" in question_terms("情報化の進み具合", TOKENIZER, NONE).own


@pytest.mark.parametrize(
    ("text", "form", "printed"),
    [
        ("2021年度の計画", "2021年度", {("3年度",)}),
        ("2019年の計画", "2019年", {("元年",)}),
        ("2010年度の計画", "2010年度", {("22年度",)}),
    ],
)
def test_a_year_of_the_common_era_is_found_as_records_print_it(
    text: str, form: str, printed: set[tuple[str, ...]]
) -> None:
    """Records count by eras: a question on 2021 finds 令和3年度."""
    assert question_terms(text, TOKENIZER, NONE).synonyms[form] == printed


def test_a_year_in_english_is_found_as_records_print_it() -> None:
    """`fiscal 2021`: fiscal is no word on finances there."""
    terms = question_terms("fiscal 2021", TOKENIZER, NONE, translated={})
    assert set(terms.own) == {"2021"}
    assert terms.synonyms["2021"] == {("3年度",), ("3年",)}


def test_a_name_that_the_record_has_in_one_piece_is_asked_for_in_one() -> None:
    """The dictionary cuts a place in two or not by what stands beside it: a question on it missed its heaviest word in every reply."""
    text = "青葉小山の会館の使用料は"
    assert {"青葉", "小山"} <= question_terms(text, TOKENIZER, NONE).own.keys()
    own = question_terms(text, TOKENIZER, NONE, known={"青葉小山"}.__contains__).own
    assert max(own, key=own.__getitem__) == "青葉小山"
    assert own["青葉"] < own["青葉小山"]
    assert (
        "青葉小山" not in question_terms("青葉と小山の会館は", TOKENIZER, NONE, known=lambda form: True).own
    )


def test_a_word_with_no_in_it_that_the_record_has_whole() -> None:
    """Protects: 「八王子市の道の駅には」 was searched by 道 and 駅, and the record, which the dictionary reads as 道の駅, had neither."""
    text = "八王子市の道の駅には何人来ましたか"
    own = question_terms(text, TOKENIZER, NONE, ("八王子市",), known={"道の駅"}.__contains__).own
    assert own["道の駅"] == max(own.values())
    assert "駅" not in own
    assert "駅" in question_terms(text, TOKENIZER, NONE, ("八王子市",), known=lambda form: False).own


def test_a_compound_that_the_record_has_in_two_words() -> None:
    """Protects: 「ガスボンベ」 was asked in vain of a record that tells of ボンベ and the ガス in it; a word that it has is not cut."""
    question = "ガスボンベは穴をあけて捨てるのですか"
    both = question_terms(question, TOKENIZER, NONE, known={"ガス", "ボンベ"}.__contains__).synonyms
    assert ("ガス", "ボンベ") in both["ガスボンベ"]
    for known in ({"ガス"}, {"ガスボンベ", "ガス", "ボンベ"}):
        assert (
            "ガスボンベ" not in question_terms(question, TOKENIZER, NONE, known=known.__contains__).synonyms
        )


@pytest.mark.parametrize(
    ("asked", "form", "counts"),
    [
        ("巡回車は一日何人が乗りますか", "1日", False),
        ("給食費は1食あたりいくらですか", "1食当たり", False),
        ("講座1回に平均何人が来ますか", "1回", False),
        ("4月1日に何人を採用しましたか", "1日", True),
        ("1日の会議で何が決まりましたか", "1日", True),
    ],
)
def test_what_a_quantity_is_counted_by_is_not_what_is_asked(asked: str, form: str, counts: bool) -> None:
    """The record may count by another unit or leave it to be understood; a question is not refused for it."""
    assert (question_terms(asked, TOKENIZER, NONE).own[form] > 0.3) == counts


@pytest.mark.parametrize("told", ["求め", "苦情", "指摘"])
def test_what_somebody_said_frames_the_question(told: str) -> None:
    """「狭いという議員の求めに」; asked for by itself it is a matter."""
    assert (
        question_terms(f"浜の小屋が狭いという議員の{told}に、どう答えたか", TOKENIZER, NONE).own[told] < 0.1
    )
    assert question_terms(f"小屋の{told}は多いか", TOKENIZER, NONE).own[told] > 0.1


@pytest.mark.parametrize("asked", ["新しい市役所はいくらか", "市役所の建て替えはいくらか"])
def test_the_town_hall_is_a_building_too(asked: str) -> None:
    """Elsewhere 市役所 is who is asked."""
    assert question_terms(asked, TOKENIZER, NONE).own["市役所"] > 0.5
    assert question_terms("市役所は何をするか", TOKENIZER, NONE).own["市役所"] < 0.1


def test_all_of_it_together_is_no_matter() -> None:
    """「全部でいくらかかる見込みですか」; of what is done with all of it, or of the prospects, they are."""
    framed = question_terms("橋は全部でいくらかかる見込みですか", TOKENIZER, NONE).own
    asked = question_terms("橋を全部塗る工事の見込みを問う", TOKENIZER, NONE).own
    assert max(framed["全部"], framed["見込み"]) < 0.1 < min(asked["全部"], asked["見込み"])


def test_who_said_so_frames_the_question_too() -> None:
    """「渡し船についての住民の声に」"""
    own = question_terms("渡し船についての住民の声に、どう答えたか", TOKENIZER, NONE).own
    assert max(own["住民"], own["声"]) < 0.1


def test_what_a_thing_costs_is_said_in_two_words_too() -> None:
    """撤去費 is asked for, 撤去の費用 told."""
    synonyms = question_terms("風車の撤去費はいくらか", TOKENIZER, NONE).synonyms
    assert ("撤去", "費用") in synonyms["撤去費"]
    assert "会費" not in question_terms("会費はいくらか", TOKENIZER, NONE).synonyms


def test_what_is_kept_off_is_the_matter() -> None:
    """猪除け is one word of the dictionary: the record speaks of 猪; 日除け keeps off no beast."""
    synonyms = question_terms("イノシシよけの柵と日よけの布", TOKENIZER, NONE).synonyms
    assert ("猪",) in synonyms["猪除け"]
    assert ("日",) not in synonyms.get("日除け", ())


@pytest.mark.parametrize(
    ("asked", "form"),
    [
        ("ガバクラって何", "ガバクラ"),
        ("ガバクラってどうなってる", "ガバクラ"),
        ("資料をメモって渡す", "メモ"),
    ],
)
def test_a_loanword_before_the_topic_of_speech_stays_whole(asked: str, form: str) -> None:
    """Protects: ガバクラって was cut into がば and くらって, a verb."""
    assert any(own.startswith(form) for own in question_terms(asked, TOKENIZER, NONE).own)
