"""Questions in kana phrases (やさしい日本語) are put into the spelling of minutes."""

from __future__ import annotations

from itertools import product
from typing import cast

import pytest
from soon import within

from retriever import lexical
from retriever.kana import KanaSpelling, is_phrased
from retriever.search import kana_readings
from retriever.tokenize import shared_tokenizer

TOKENIZER = shared_tokenizer()
SPELLING = KanaSpelling(TOKENIZER)


def spelled(text: str, known: frozenset[str] = frozenset()) -> str:
    return SPELLING.spelled(text, known.__contains__, {"やまなしし": "山梨市"})


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("としょかんの あいている じかんは いつですか。", "図書館の あいている 時間は いつですか。"),
        ("うんてんめんきょは いつまでに かえす", "運転免許は いつまでに 返す"),
        ("しやくしょの まどぐちで てつだって くれますか", "市役所の 窓口で てつだってくれますか"),
        ("おとしよりに バスを ただに しますか", "おとしよりに バスを ただに しますか"),
        ("やまなししの がっこうは あたらしく なりますか", "山梨市の 学校は あたらしく なりますか"),
        (
            "やまなしから えきへ いく バスは なんべん ありますか",
            "山梨市から 駅へ いく バスは 何便 ありますか",
        ),
        ("ひなんじょに なんにん にげましたか", "避難所に 何人 にげましたか"),
        ("おんがくさいの よていを おしえて ください", "音楽祭の 予定を おしえてください"),
        ("ちょうちょうさんは どんな ざいさんを ひらきますか", "町長さんは どんな 財産を ひらきますか"),
        ("いらない ものを ひきとる ところは ありますか", "いらない ものを ひきとる ところは ありますか"),
        ("せんせいが いない ひは ありますか", "先生が いない ひは ありますか"),
    ],
)
def test_phrases_are_read_as_words_of_council_speech(typed: str, read: str) -> None:
    """Nouns are spelled, and verbs of council speech; what the tokenizer reads itself (おとしより, not 都市＋より) stays; towns come first."""
    assert spelled(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        # What is said sounds like 一手 and 難, months like 滋賀, an auxiliary verb like 北.
        ("ちょうちょうは なんと いって いますか", "町長は 何と 言っていますか"),
        ("しがつから はじめて きたと いいました", "4月から はじめてきたと 言いました"),
        ("じゅうにがつの ぎかい", "12月の 議会"),
        # A name and what bears it; a school is the town's rather than a private one.
        ("やまだしょうがっこうの きょうしつ", "ヤマダ小学校の 教室"),
        ("しりつびょういんは どう なりますか", "市立病院は どう なりますか"),
        # Verbs that sound alike: the commonest in council speech, whatever its form.
        ("ちかくの みせで かおうと しますか", "近くの 店で 買おうと しますか"),
        ("カードで はらえる ように しますか", "カードで 払える ように しますか"),
        ("つかえる ところは ありますか", "使える ところは ありますか"),
    ],
)
def test_what_is_said_when_and_done_is_spelled(typed: str, read: str) -> None:
    assert spelled(typed) == read


def test_a_town_first_of_words_typed_apart() -> None:
    """やまなし　図書館　いつ: no particle stands behind it; one that is a word as well (さくら) stays."""
    towns = {"やまなしし": "山梨市", "さくらし": "さくら市"}
    assert SPELLING.with_town("やまなし 図書館 いつ", towns) == "山梨市 図書館 いつ"
    for text in ("やまなし 図書館", "やまなしの 図書館 いつ", "さくら 図書館 いつ"):
        assert SPELLING.with_town(text, towns) == text


def test_a_loan_word_is_known_by_its_form() -> None:
    """The record has プロジェクター under the form without the long vowel."""
    assert spelled("ぷろじぇくたーは いくら しますか", frozenset({"プロジェクタ"})).startswith(
        "プロジェクターは"
    )


def test_of_verbs_that_sound_alike_the_record_s_own_is_taken() -> None:
    """かう is 買う or 飼う: what the record speaks of decides."""
    assert "飼って" in spelled("いぬを かって いる ひとは とどけを だしますか", frozenset({"飼う"}))


def test_of_words_that_sound_alike_the_record_s_own_is_taken() -> None:
    """こうえん is 公園 or 講演: what the record speaks of decides."""
    question = "まちの こうえんは どう なりますか"
    assert "公園" in spelled(question, frozenset({"公園"}))
    assert "講演" in spelled(question, frozenset({"講演"}))


def test_a_counter_or_a_town_may_be_another_word() -> None:
    """なんかい is 何回 unless the record speaks of 南海; なんこう is no counter; さくら is a tree beside さくら市."""
    question = "なんかい とらふの そなえは ありますか"
    assert spelled(question).startswith("何回 ")
    assert spelled(question, frozenset({"南海"})).startswith("南海 ")
    assert "何個" not in spelled("なんこう している はなしあいは ありますか")
    assert SPELLING.spelled(
        "さくらの きを きる よてい", lambda _: False, {"さくらし": "さくら市"}
    ).startswith("桜の")


def test_loan_words_typed_in_hiragana_are_the_record_s() -> None:
    """すくーるばす is スクールバス where the record speaks of one."""
    question = "すくーるばすは なんべん でますか"
    assert spelled(question, frozenset({"スクールバス"})).startswith("スクールバスは")


def test_kanji_behind_katakana_typed_in_hiragana() -> None:
    """バスてい is バス停 where the record has one; バスで stays as it is."""
    assert spelled("バスていまで どうやって いきますか", frozenset({"バス停"})).startswith("バス停まで ")
    assert SPELLING.with_loans("市のバスていの屋根", {"バス停"}.__contains__) == "市のバス停の屋根"
    assert SPELLING.with_loans("市のバスていの屋根", {"バス"}.__contains__) == "市のバスていの屋根"
    assert SPELLING.with_loans("学校へバスでいく", {"バス停", "バス"}.__contains__) == "学校へバスでいく"


def test_a_thousand_towns_take_no_time() -> None:
    """A pattern made anew for each took a third of a second a question."""
    syllables = "あいうえおかきくけこ"
    towns = {f"{a}{b}{c}の": f"{a}{b}{c}町" for a, b, c in product(syllables, repeat=3)}
    with within(0.2):
        assert SPELLING.spelled("としょかんは いつ あきますか", lambda _: False, towns).startswith("図書館は")


def test_ordinary_questions_are_left_as_they_are() -> None:
    """Kana between kanji are inflection and particles, not words to be spelled."""
    assert not is_phrased("保育園のまちづくりについて、こどもの意見はありますか")
    assert spelled("保育園のかいぎについて") == "保育園のかいぎについて"


def test_loan_words_typed_in_hiragana() -> None:
    """らんさむうぇあ is ランサムウェア where the record has it, behind a particle too; これまで is none."""
    record = {"ランサムウェア"}
    assert SPELLING.with_loans("市のらんさむうぇあ対策", record.__contains__) == "市のランサムウェア対策"
    assert SPELLING.with_loans("らんさむうぇあ等", record.__contains__) == "ランサムウェア等"
    assert SPELLING.with_loans("これまでのところは", record.__contains__) == "これまでのところは"
    named = {"ミズナラ", "みずなら"}  # a hall that the record writes so, and a tree
    assert SPELLING.with_loans("みずなら会館の料金", named.__contains__) == "みずなら会館の料金"
    torn = {"フォレスト", "ふぉれ"}  # a hall whose name the dictionary cuts into scraps
    assert SPELLING.with_loans("ふぉれすと会館の料金", torn.__contains__) == "ふぉれすと会館の料金"
    assert SPELLING.with_loans("みずならの植樹", {"ミズナラ"}.__contains__) == "ミズナラの植樹"
    assert (
        SPELLING.with_loans("学校のたぶれっとの整備", {"タブレット"}.__contains__) == "学校のタブレットの整備"
    )
    looked: list[str] = []
    SPELLING.with_loans("市" + "の" * 40, lambda form: bool(looked.append(form)))
    assert len(looked) < 500
    assert SPELLING.with_loans("市" + "の" * 2000, record.__contains__) == "市" + "の" * 2000


KNOWN = frozenset("下水 補助金 公園 検診 がん 無料 老朽化 町会 負担".split())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("やまなししのげすいのほじょきんはなくなりますか", "山梨市の下水の補助金はなくなりますか"),
        ("やまなしのげすいはむりょうですか", "山梨市の下水は無料ですか"),
        ("がんけんしんはむりょうですか", "がん検診は無料ですか"),
        ("がんけんしんをうけたのはなんにんですか", "がん検診をうけたのは何人ですか"),
        ("ちょうかいのふたんをへらすためになにをしますか", "町会の負担をへらすためになにをしますか"),
        ("あたらしいしせつでてつだってくれますか", "あたらしいしせつでてつだってくれますか"),
    ],
)
def test_a_question_without_a_blank_is_cut_into_phrases(typed: str, read: str) -> None:
    """Of words that the record has; 施設, which this one lacks, and verbs stay for the dictionary of the tokenizer."""
    assert spelled(typed, KNOWN) == read


def test_a_pasted_text_in_kana_is_not_cut() -> None:
    """Each run takes some milliseconds."""
    text = "。".join(["やまのしせつのりようりょうとげすいのほじょきんとちょうかいのふたん"] * 300)
    with within(2.0):
        spelled(text, KNOWN)


@pytest.mark.parametrize(
    ("question", "read"),
    [("なんで？", "なぜ？"), ("なんでだめなの", "なぜだめなの"), ("なんですか", "何ですか")],
)
def test_why_is_no_word_of_the_record(question: str, read: str) -> None:
    """なんで was read as 難: a follow-up had a subject, and was answered by any record that has the character."""
    assert spelled(question, frozenset(["難"])) == read


class Shelf:
    """Every reading is one of the record."""

    def has_term(self, field: str, term: str) -> bool:
        """Whether it stands there."""
        return True


@pytest.mark.parametrize("question", ["どうして？", "どういうこと？", "いくら？", "なんで？", "いつから？"])
def test_words_that_only_ask_are_no_readings(question: str) -> None:
    """どうして was 投資, いくら roe."""
    assert not kana_readings(question, cast("lexical.Shelf", Shelf()))
    assert kana_readings("まいなんばーかーど", cast("lexical.Shelf", Shelf()))
