"""Words of council minutes: what must meet, meets; what says nothing, is left out."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from retriever.tokenize import PIECE, Tokenizer, prepared, reading_key, version

TOKENIZER = Tokenizer()


def forms(text: str) -> list[str]:
    return [word.form for word in TOKENIZER.words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("セキュリティー", "セキュリティ"),
        ("サーバー", "サーバ"),
        ("コンピューター", "コンピュータ"),
        ("ﾕｰｻﾞｰ", "ユーザ"),
        ("H E M S", "ＨＥＭＳ"),
        ("R E 1 0 0", "RE100"),
        ("LG-WAN", "LGWAN"),
        ("Wi-Fi", "WiFi"),
        ("取組", "取り組み"),
        ("障がい者", "障害者"),
        ("附属", "付属"),
        ("髙﨑市", "高崎市"),
        ("葛\U000e0100の根", "葛の根"),
        ("𠮷野家", "吉野家"),
        ("CSIRTs", "csirt"),
        ("二千三百人", "2,300人"),
        ("令和４年度", "令和4年度"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    """The variants that minutes and questions mix."""
    assert forms(one) == forms(other) != []


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("情報セキュリティ", "セキュリティ"),
        ("避難所", "避難"),
        ("マイナンバーカード", "マイナンバ"),
        ("非正規職員", "職員"),
        ("AI-OCR", "ocr"),
        ("新庁舎", "庁舎"),
        ("2300人", "2300"),
    ],
)
def test_a_compound_holds_its_parts(compound: str, part: str) -> None:
    """A compound is one word that is found by its parts too."""
    (word,) = TOKENIZER.words(compound)
    assert part in word.parts


def test_no_word_is_broken_by_a_variant() -> None:
    """Variants are made one only where the other kanji is no word of its own: 一斉 is not 一斎."""
    assert forms("一斉清掃") == ["一斉", "清掃"]
    assert forms("ご答弁") == ["答弁"]


def test_a_question_is_its_content_words() -> None:
    """Particles, auxiliaries and empty nouns are left out."""
    assert forms("調布市のCSIRTはどのように組織されていますか") == ["調布市", "csirt", "組織"]
    assert forms("防災についてのことに関し、そのような時には") == ["防災"]


def test_numbers_stay_with_what_they_count() -> None:
    """3年 is not 3 anything; a figure alone is kept where it has two digits."""
    words = TOKENIZER.words("令和3年6月に77.86%、第2回")
    assert [(word.form, word.parts) for word in words] == [
        ("令和", ()),
        ("3年", ()),
        ("6月", ()),
        ("77.86%", ("77.86",)),
        ("第2回", ()),
    ]


def test_letters_that_are_words_stay_apart() -> None:
    """Only single letters are squeezed."""
    assert prepared("A B C plan and B") == "ABC plan and B"
    assert prepared("IT と AI") == "IT と AI"
    assert prepared("1 2 3 4") == "1 2 3 4"


def test_readings_do_not_depend_on_voicing() -> None:
    """避難所 is read ヒナンショ and ヒナンジョ."""
    (word,) = TOKENIZER.words("避難所")
    assert word.reading == reading_key("ひなんじょ") == "ヒナンショ"


def test_long_text_is_cut_without_loss() -> None:
    """Sudachi refuses more than 49,149 bytes: a line of any length gives all of its words."""
    sentence = "避難所を開設します。"
    count = 3 * PIECE // len(sentence)
    assert forms(sentence * count) == ["避難所", "開設"] * count
    unbroken = "𠮷" * (2 * PIECE)
    assert TOKENIZER.words(unbroken) is not None


def test_threads_share_a_tokenizer() -> None:
    """Sudachi's own object refuses a second thread."""
    with ThreadPoolExecutor(4) as pool:
        assert set(map(tuple, pool.map(forms, ["避難所を開設します。" * 50] * 40))) == {
            ("避難所", "開設") * 50
        }


def test_tokens_can_be_joined_by_spaces() -> None:
    """The lexical index cuts at white space: no form may hold any."""
    text = "全角　空白、改行\nタブ\tと 半角 A B C、㌔メートル、ﾊﾟｰｾﾝﾄ、①番、e-Tax、C++、100㎡、№5"
    assert all(token and not any(char.isspace() for char in token) for token in TOKENIZER.tokens(text))


def test_empty_and_strange_text() -> None:
    """Where there is no word there is nothing to find, and nothing fails."""
    for text in ("", " ", "\n\n", "…", "\ufffd\x00", "😀😀", "ーーーーー"):
        assert TOKENIZER.tokens(text) == []


def test_version_names_dictionary_and_rules() -> None:
    """Another dictionary cuts otherwise: the index must know."""
    assert "core 20" in version()
    assert "rules" in version()


def test_numbers_of_a_notice_are_words() -> None:
    """通告1(3)ア is one word with the items above it; single digits alone say nothing."""
    assert TOKENIZER.tokens("通告１（３）のアについて") == ["通告", "通告1(3)ア", "通告1", "通告1(3)"]
    assert "通告2ア" not in TOKENIZER.tokens("通告2アンケートについて")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("りゅみえの使用料は", "りゅみ"),
        ("会館りゅみえにつきましては", "りゅみ"),
        ("ぽれすくーるの園児", "くーる"),
        ("では、ぽれすくーるにおきまして", "くーる"),
    ],
)
def test_a_name_in_hiragana_is_found_wherever_it_stands(text: str, name: str) -> None:
    """The dictionary makes みえ of りゅみえ, and に or nothing of others, by what stands behind: no question held the record's word."""
    assert name in TOKENIZER.tokens(text)


def test_words_of_the_dictionary_are_no_torn_names() -> None:
    """しょうがい and らーめん are words; a mark behind katakana or Latin letters lengthens no name in hiragana."""
    found = TOKENIZER.tokens("しょうがい者のらーめん、データー、LINEー、ちょっと")
    assert not [token for token in found if token.startswith(("しょ", "らー", "ちょ", "ター", "ー"))]
