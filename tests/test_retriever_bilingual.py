"""English questions get the words of Japanese records."""

from __future__ import annotations

import pytest

from retriever import bilingual, jmdict
from retriever.bilingual import Bilingual
from retriever.english import english_tokens, phrases
from retriever.english_forms import lemmas, nouns_of, spellings
from retriever.romaji import is_romaji, romaji_readings, sounds_like
from retriever.tokenize import shared_tokenizer


@pytest.fixture(scope="module")
def english() -> Bilingual:
    """The look-up with the dictionary."""
    return Bilingual(shared_tokenizer())


def test_longest_phrase_wins(english: Bilingual) -> None:
    """A word inside a phrase that the dictionary has is not searched by itself: a primary school is not any school."""
    found = english.of("Will the elementary school get a library?")
    assert set(found) == {"elementary school", "library"}
    assert "小学校" in found["elementary school"]
    assert next(iter(found["library"])) == "図書館"


@pytest.mark.parametrize(
    ("question", "phrase", "form"),
    [
        ("Were the clinics abolished?", "abolished", "廃止"),
        ("How many vacant houses stand there?", "vacant houses", "空き家"),
        ("Can the My Number card be renewed there?", "my number card", "マイナンバーカード"),
        ("Are thin-client terminals still leased?", "thin client", "シンクライアント"),
        ("Is the organisation reviewed?", "organisation", "組織"),
        ("Does it cover caregivers of people with dementia?", "dementia", "認知症"),
        ("Where are the evacuation shelters?", "evacuation shelters", "避難所"),
        ("Which social media are used?", "social media", "sns"),
        ("Will employees be trained?", "employees", "職員"),
        ("Was the programme carried out?", "carried out", "実施"),
        ("Is the neighbourhood association consulted?", "neighbourhood association", "町内会"),
        ("Is a children's hospital planned?", "children hospital", "小児"),
        ("Was the bridge rebuilt?", "rebuilt", "再建"),
        ("Which knives may be carried?", "knives", "ナイフ"),
    ],
)
def test_words_of_policy(english: Bilingual, question: str, phrase: str, form: str) -> None:
    """Verbs give verbal nouns, plurals and British spellings are found, hyphens and capitals do not matter."""
    assert form in english.of(question)[phrase]


def test_archaic_and_asking_words_do_not_count(english: Bilingual) -> None:
    """Words by which one asks have no entry, nor have municipalities, which are filters."""
    assert english.of("According to the committee members, what was the official answer of Kanazawa?") == {}


def test_the_hall_of_a_town_is_no_concert_hall(english: Bilingual) -> None:
    """The name of the town goes, its "City Hall" stays one thing."""
    found = english.of("Is Kanazawa City Hall open on Sundays?")
    assert "庁舎" in found["city hall"]
    assert "hall" not in found


def test_weights_are_shares_and_few(english: Bilingual) -> None:
    """A phrase gives few forms between 0 and 1, and no form weighs more than it would as a Japanese word."""
    found = english.of("Which measures support residents of the district after an earthquake?")
    assert len(found) >= 3
    for forms in found.values():
        assert 0 < len(forms) <= bilingual.MOST + 3
        assert all(0 < weight <= 1 for weight in forms.values())


def test_names_are_read(english: Bilingual) -> None:
    """A romanised place that no gloss has is searched by its reading, and by its characters where they are few."""
    question = "Was the plan for the Daitoku district dropped?"
    assert "タイトク" in english.readings(question)
    assert "大徳" in english.of(question)["daitoku"]
    assert english.readings("Was the plan for the school dropped?") == []


@pytest.mark.parametrize(
    ("question", "phrase", "form"),
    [
        ("What does the furusato nozei cost?", "furusato nozei", "ふるさと納税"),
        ("Does the city help the jichikai?", "jichikai", "自治会"),
        ("Is the kokumin kenko hoken tax rising?", "kokumin kenko hoken", "国民健康保険"),
        ("Where does the gomi go?", "gomi", "ごみ"),
    ],
)
def test_japanese_words_in_latin_letters_are_read(
    english: Bilingual, question: str, phrase: str, form: str
) -> None:
    """English has no word for some things."""
    assert next(iter(english.of(question)[phrase])) == form


def test_names_and_english_words_are_no_japanese_words(english: Bilingual) -> None:
    """A single capitalised word is a name, and what English has stays English (mono, home)."""
    found = english.of("What did Koen say of home helpers?")
    assert "公園" not in found.get("koen", {})
    assert "home" not in found
    assert "name" not in english.of("Which people does the chief name?")


def test_japanese_is_left_alone(english: Bilingual) -> None:
    """A Japanese question has no English words to look up."""
    assert english.of("小学校の新設はどうなりましたか。") == {}
    assert english.readings("大徳地区の学校") == []


def test_without_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package nothing is found, and nothing fails."""
    monkeypatch.setattr(bilingual, "dictionary_path", lambda: None)
    found = Bilingual(shared_tokenizer())
    assert found.of("Was the elementary school built?") == {}
    assert found.readings("In Daitoku?") == []


def test_commonness() -> None:
    """The newspaper ranks order words; a word without mark is last."""
    assert (
        jmdict._commonness("news1,nf01") > jmdict._commonness("news1,nf20") > jmdict._commonness("news2,nf48")
    )
    assert jmdict._commonness("") < jmdict._commonness("spec2")


def test_lemmas() -> None:
    """Endings are cut as English spells them."""
    assert "city" in lemmas("cities")
    assert "box" in lemmas("boxes")
    assert "plan" in lemmas("planned")
    assert "close" in lemmas("closed")
    assert "apply" in lemmas("applied")
    assert "bus" in lemmas("buses")
    assert lemmas("status") == {"status": 1.0}
    assert "control" in lemmas("controlled")
    assert "call" in lemmas("called")
    assert "life" in lemmas("lives")
    assert "safe" not in lemmas("saves")
    assert "digital" in lemmas("digitally")
    assert "electronic" in lemmas("electronically")
    assert "remote" in lemmas("remotely")
    assert "cheap" in lemmas("cheaper")
    assert "numb" not in lemmas("number")
    assert "policeman" in lemmas("policemen")
    assert "crisis" in lemmas("crises")
    assert "pediatric" in spellings("paediatric")
    assert "center" in spellings("centre")
    assert "abolition" in nouns_of("abolish")
    assert "publication" in nouns_of("publish")
    assert "notification" in nouns_of("notify")


def test_phrases_stop_at_punctuation() -> None:
    """Words on two sides of a comma are no phrase; function words stand inside phrases only."""
    text = "schools, freedom of information"
    keys = {phrase.key for phrase in phrases(english_tokens(text), text)}
    assert keys == {"schools", "freedom", "information", "freedom of information"}
    text = "pay back over time"
    assert {phrase.key for phrase in phrases(english_tokens(text), text)} == {
        "pay",
        "pay back",
        "pay back over time",
        "back",
        "back over time",
        "time",
    }
    assert "back over" in {phrase.key for phrase in phrases(english_tokens(text), text, {"back over"})}


def test_shortened_grammar_is_no_word() -> None:
    """Protects: 「won't」 was searched as ウォン."""
    text = "Won't it, and isn't that the mayor's? They’ll pay."
    assert [token.text for token in english_tokens(text)] == [
        "it",
        "and",
        "that",
        "the",
        "mayor",
        "They",
        "pay",
    ]


def test_romaji() -> None:
    """Long vowels are open, double consonants and m before b are known, English words are no romaji."""
    assert "チョウフ" in romaji_readings("Chofu")
    assert romaji_readings("Shimbashi") == ["シンハシ"]
    assert romaji_readings("Matcha") == ["マッチャ"]
    assert not is_romaji("resident")
    assert romaji_readings("district") == []


def test_loanwords_sound_alike() -> None:
    """Katakana of the English word itself are told from other katakana words."""
    assert sounds_like("スマートフォン", "smartphones")
    assert sounds_like("シンクライアント", "thin client")
    assert not sounds_like("メッセージ", "card")
    assert not sounds_like("学校", "school")


def test_every_official_term_can_be_found() -> None:
    """A line whose English is no phrase that is looked up, or whose Japanese is no word, would never help."""
    tokenizer = shared_tokenizer()
    for term, japanese in bilingual.official_terms().items():
        written = "the " + term.replace("my number", "My Number")
        tokens = english_tokens(written)
        found = phrases(tokens, written, bilingual.official_terms())
        whole = [phrase for phrase in found if (phrase.first, phrase.last) == (1, len(tokens))]
        assert term in whole[0].glosses, term
        assert japanese, term
        assert all(tokenizer.words(word) for word in japanese), term


def test_words_of_asking_alone_are_no_phrase(english: Bilingual) -> None:
    """Protects: 「officials use」 was searched as 官用, 「books」 as 予約 (booking), 「LEDs」 as 病変 (lesions)."""
    found = english.of("How many officials use LEDs, and do they lend books?")
    assert not any("officials" in phrase for phrase in found)
    assert "病変" not in found.get("led", {})
    assert "予約" not in found["books"]


def test_listed_terms_go_before_other_senses(english: Bilingual) -> None:
    """A bus is operated before it runs, and what one goes is found though it begins with a word of grammar."""
    found = english.of("Does the bus run at night, or did its operator go bankrupt?")
    assert next(iter(found["run"])) == "運行"
    assert found["run"]["運行"] > found["run"].get("走る", 0.0)
    assert next(iter(found["go bankrupt"])) == "破産"


def test_short_words_keep_their_meaning() -> None:
    """Protects: 「seed」 was searched as 押印 (see → seal), 「leg」 as 法的 (legal)."""
    assert "see" not in lemmas("seed")
    assert "legal" not in nouns_of("leg")
    assert "agree" in lemmas("agreed")
    assert "payment" not in nouns_of("pay")
    assert "rental" in nouns_of("rent")


def test_a_listed_abbreviation_is_found_in_capitals(english: Bilingual) -> None:
    """CCTV is written so; in small letters an abbreviation that is not listed is another word (IT, WHO)."""
    assert "防犯" in english.of("How many CCTV cameras are there?").get("cctv", {})
    assert "それ" not in str(english.of("Who runs the IT section?"))
