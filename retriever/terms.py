"""The weighted words of a question: policy terms count, general words hardly.

Weight of a word = how rare it is in council speech at large (inverse document frequency over `data/word_frequency.tsv`,
scaled to 0–1) × what kind of word it is. Words by which one asks (教える, 答弁, どう) and the names of towns that are already a
filter do not count. Synonyms are added with a share of the weight of the word that they stand for.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from corpus.eras import era_numbers, number
from retriever.english import without_shortened
from retriever.english_words import ASKING as ASKING_IN_ENGLISH
from retriever.english_words import FUNCTION
from retriever.said_beside import halls_meant, said_beside
from retriever.spelling import word_form
from retriever.tokenize import Tokenizer, Word, tokens_of
from retriever.types import Known
from retriever.verbs import otherwise_said, paired

if TYPE_CHECKING:
    from retriever.synonyms import Synonyms

_KIND_WEIGHT = {
    "name": 1.0, "latin": 1.15, "noun": 1.0, "number": 0.7, "adjective": 0.6, "verb": 0.6, "other": 0.3,
}  # fmt: skip
"""Nouns and Latin abbreviations carry a question; verbs and adjectives are paraphrased most often."""

PART = 0.6
"""A short unit of a compound tells less than the compound: 情報 in 情報セキュリティ."""

ASKING = frozenset(
    """要約 締め括り 締め括る 結び 引き合い 打ち明ける 持ち出す 言及 教える 教示 見解 知る 答える 答え 答弁 回答 説明 質問 述べる 言う 聞く 尋ねる 伺う 挙げる 紹介 発言 話す 話 下さる 下さい 願う 示す 思う 考える 考え
    参考 準備 提案 本市 当市 自市 他市 他区 他 余所 各市 各区 各町 各自治体 各市町村 市毎 自治体毎 市町村 全市 横並び 市 町 村 区 県 都 市民 区民 町民 村民 県民 都民 府民 道民 自治体 執行部 行政 役所 市役所 区役所 町役場 村役場 役場 担当者 担当 人 者 何 誰 何処 何時 何故 幾つ 幾ら 幾 何れ 未だ どう どんな どれ どちら どの いつ
    此の頃 近頃 最近 昨今 今後 将来 先々 今のところ 当面 辺り 前回 以前 過去 先日 此れ迄 これまで 今まで 先程
    具体的 内容 場合 有る 無い 成る 為る 出来る 行う 出る つもり 予定 現在 時点 頃 今 いま この先 此の これ それ ある いる する なる できる 比べる 比較 違い 違う 一覧
    気 前の年 前年 代わり 人々 約束 話題 テーマ
    市議会 町議会 村議会 区議会 都議会 府議会 県議会 道議会 市会 定例会 臨時会 中身 方法 遣り方 手立て 問い 返す 何か
    議会 委員会 会議 審議会 協議会 議事録 会議録 懇談会 懇談 懇話会 一般質問 議員 委員 市長 町長 村長 区長 知事 副市長 副町長 副村長 副区長 副知事 県議 市議 区議 町議 村議 都議 府議 道議 教育長 元知事 前知事 元市長 前市長 元町長 前町長 元村長 前村長 元区長 前区長 部長 局長 課長 室長 証人 参考人 公述人 役職 名前 名称 時期 理由 一つ 二つ 1つ 令和 平成 昭和 西暦 積もり 訳 状況 現状 様子 具合 事柄 課題 取り組み 取り組む 推進 進める
    the a an of is are was were do does did how what when who why which where in on for to by with from and or its it about has have had
    了 到 把 哪些 什麼 怎麼 如何 是否 為了 還是 以及 被 對 從 將 與 的
    say says said think thinks can could will would should they them their there these those he she we our us not no than more most used using make made making
    state states status situation situations current present
    city town council committee member minutes record according official officials tell me please any many much""".split()
)
"""Words by which one asks the minutes, and the general words of administration; a question is never about them alone."""

ASKING_WEIGHT = 0.08
"""Weight of such a word: it breaks ties between exchanges that hold the others equally, and decides nothing."""

_MADE_SO = re.compile(r"[ァ-ヴー]{3,}化")
"""ペーパーレス化, オンライン化: the record may say the thing without 化. Of kanji (情報化) the rest is another word."""

OTHERWISE_SAID = 0.8
"""Weight at which the verb of a noun, or its noun, is searched beside it. 0.5 to 1.0 answer 1,425 questions alike."""

INFORMATIVE = 0.3
"""Weight from which a word says what a question is about."""


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of a question, as forms with weights.

    `own`: those that stand in it; `all`: with their synonyms; `synonyms`: for a form of `own` its synonyms, each a tuple of its
    forms, since it may be of several words; `content`: how many of the words are informative.
    """

    own: Mapping[str, float]
    all: Mapping[str, float]
    synonyms: Mapping[str, frozenset[tuple[str, ...]]]
    content: int


@lru_cache(maxsize=1)
def frequencies() -> Mapping[str, float]:
    """Of each form in `data/word_frequency.tsv` the share (0–1) of the passages of council speech that have it."""
    lines = (files("retriever") / "data" / "word_frequency.tsv").read_text("utf-8").splitlines()
    return {form: int(count) / 1e6 for form, count in (line.split("\t") for line in lines)}


RAREST = 1e-4
"""Share of the passages that counts for a word which is not in the list: its rarest word has about this share."""


@lru_cache(maxsize=1 << 16)  # minutes repeat their words
def rarity(form: str) -> float:
    """0 (in every passage of council speech) to 1 (in fewer than one of 10,000)."""
    share = max(frequencies().get(form, 0.0), RAREST)
    return math.log(share) / math.log(RAREST)


_QUESTION_WORDS = frozenset("誰 幾つ 幾ら 幾 何れ どう どんな どれ どちら どの いつ".split())
"""The interrogatives among `ASKING`, but those with 何."""


def is_question_word(form: str) -> bool:
    """Whether a word only says that something is asked (幾ら, 何人, 第何次): no record that tells it says it."""
    return form in _QUESTION_WORDS or form.startswith(("何", "第何"))


def asks(form: str) -> bool:
    """Whether a word asks (何…), or is one of those that any question to an administration may hold."""
    return form in ASKING or is_question_word(form)


def word_weight(word: Word) -> float:
    """Weight of a word of a question, 0–1.2."""
    if asks(word.form):
        return ASKING_WEIGHT
    return rarity(word.form) * _KIND_WEIGHT[word.kind]


def _names_nothing(word: Word, translated: Collection[str]) -> bool:
    """Whether a word of an English question says nothing of its matter, though a record may hold it by chance (After コロナ): it is
    made of words of grammar, of asking, or of `translated` ones (three-year, which the tokenizer takes for one word). An
    abbreviation (IT, WHO) is none."""
    written = word.surface
    if not written.isascii() or (written.isupper() and len(written) > 1):
        return False
    pieces = re.split(r"[\s'-]+", written.lower())
    return all(
        piece in FUNCTION
        or piece in ASKING_IN_ENGLISH
        or piece in translated
        or (len(piece) == 1 and piece.isalpha())
        for piece in pieces
    )


_COMMON_ERA_YEAR = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<ending>年度?)?")


def _in_eras(year: re.Match[str]) -> list[tuple[str, ...]]:
    """2021 as records print it, in forms of the tokenizer: 3年度 or 3年 (of 令和, which any record holds)."""
    number = next(iter(era_numbers(int(year["year"]))), 0)
    endings = [year["ending"]] if year["ending"] else ["年度", "年"]
    return [(f"{'元' if number == 1 else number}{ending}",) for ending in endings] if number else []


def _names_whole(words: Sequence[Word], text: str, known: Known) -> Iterator[Word]:
    """The words of a question with each name whole that the record has in one piece and the dictionary cuts in two here: by what stands
    beside it, and a question has little beside it (青葉小山の…), the sentences of the record have more."""
    waiting: Word | None = None
    for word in words:
        if waiting is not None and (whole := _whole_name(waiting, word, text, known)):
            yield whole
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = word
    if waiting is not None:
        yield waiting


def _whole_name(first: Word, second: Word, text: str, known: Known) -> Word | None:
    """The name that two words make side by side, with both as its parts; or the word that they make with の between them (道の駅), which
    the dictionary has whole or cuts in two by what stands around it."""
    joined = f"{first.surface}の{second.surface}"
    if first.kind == second.kind == "noun" and joined in text and known(word_form(joined)):
        return Word(word_form(joined), (), "noun", joined, f"{first.reading}ノ{second.reading}")
    written = first.surface + second.surface
    if first.kind != "name" or second.kind not in ("name", "noun") or written not in text:
        return None
    form = word_form(written)
    parts = (first.form, second.form)
    return Word(form, parts, "name", written, first.reading + second.reading) if known(form) else None


_ENDINGS = (("さ", "さ", "サ"), ("毎", "ごと", "ゴト"), ("毎", "毎", "ゴト"))
"""Of a quality and of each: as the dictionary, the text and the reading have it."""


def _without_ending(word: Word) -> Word:
    """便利さ as 便利, as most of its kind are cut by the dictionary (大切さ: 大切), and LINEごと as LINE: the record has the quality, the thing, or a
    synonym of it. Before, LINEごと was a name in Latin letters that no record holds."""
    for ending, written, read in _ENDINGS if word.kind in ("noun", "latin") else ():
        stem = word.form.removesuffix(ending)
        whole = word.parts == (stem,) or (ending == "毎" and stem)
        if whole and word.form != stem and word.surface.endswith(written):
            return Word(
                stem, (), word.kind, word.surface.removesuffix(written), word.reading.removesuffix(read)
            )
    return word


_BLOCK = re.compile(r"([一二三四五六七八九十]{1,3})丁目")


def _in_figures(form: str) -> str:
    """A block of a town that the dictionary takes for a name (五丁目) as it is counted elsewhere (5丁目); empty for any other word."""
    found = _BLOCK.fullmatch(form)
    return f"{number(found[1])}丁目" if found else ""


_COMPOUND = re.compile(r"[ァ-ヴー]{5,}")


def _in_halves(form: str, known: Known) -> tuple[str, ...]:
    """The two words of the record that make a compound in katakana which it does not have and the dictionary does not cut (タンクローリー);
    of several cuts the most even one. Empty where there is none."""
    if not _COMPOUND.fullmatch(form) or known(form):
        return ()
    cuts = [(form[:i], form[i:]) for i in range(2, len(form) - 1) if form[i] not in "ーァィゥェォッャュョ"]
    cuts = [cut for cut in cuts if all(map(known, cut))]
    return max(cuts, key=lambda cut: min(map(len, cut)), default=())


_INNER_LOAN = re.compile(r"[ァ-ヴ]{2,}(?P<mark>ー?)(?=[一-鿿])")


def _cut_otherwise(word: Word, tokenizer: Tokenizer) -> tuple[str, ...]:
    """The words into which a compound falls with the last long vowel of its loanword written the other way (セキュリティ事故 is in the
    dictionary, セキュリティー事故 is not); empty where it stays one word."""
    loan = _INNER_LOAN.match(word.surface) if word.parts else None
    if loan is None:
        return ()
    start, end = loan.span("mark")
    other = word.surface[:start] + ("" if loan["mark"] else "ー") + word.surface[end:]
    forms = tuple(each.form for each in tokenizer.words(other))
    return forms if len(forms) > 1 and forms == word.parts else ()


_SPOKEN_TOPIC = re.compile(
    r"(?<=[ァ-ヴー])って(?=(?:何|なに|誰|だれ|どう|どこ|どの|どれ|どん|いつ|いくら)|[?？。]*$)"
)
"""The topic of a spoken question behind a loanword, with which the tokenizer makes a verb of its end (クラって of くらう)."""


def question_terms(
    text: str,
    tokenizer: Tokenizer,
    synonyms: Synonyms,
    without: Iterable[str] = (),
    translated: Mapping[str, Mapping[str, float]] | None = None,
    known: Known | None = None,
) -> Terms:
    """The weighted words of `text`.

    Args:
        text: the question (see `retriever.question.normalise`).
        tokenizer: the one of the index.
        synonyms: groups to expand with.
        without: names whose words do not count (towns that are a filter).
        translated: of words and phrases of another language (lower case) their Japanese forms with weights; they stand for
            these words, which then do not count themselves. None: the question is not in another language.
        known: whether a form stands in the record, where that is asked.
    """
    english, translated = translated is not None, translated or {}
    text = _SPOKEN_TOPIC.sub("は", text)
    drop = _dropped(without, translated, tokenizer)
    words = [
        word
        for word in tokenizer.words(without_shortened(text) if english else text)
        if word.form not in drop and not (english and _names_nothing(word, drop))
    ]
    words = [_without_ending(word) for word in words]
    whole = _names_whole(words, text, known) if known and not english else words
    own = _own_weights(whole, said_beside(text, tokenizer), drop)
    for form in halls_meant(text, tokenizer):
        own[form] = max(own.get(form, 0.0), rarity(form))
    others = synonyms.of(words, text)
    for form, alternative, weight in _otherwise(words, own, tokenizer, known):
        others.setdefault(form, {})[alternative] = weight
    for form in [form for form in own if _MADE_SO.fullmatch(form) and form not in others]:
        own[form[:-1]] = max(own.get(form[:-1], 0.0), own.pop(form))
    others |= {phrase: {(form,): w for form, w in forms.items()} for phrase, forms in translated.items()}
    full = _with_alternatives(own, others.values())
    own |= {phrase: max(forms.values(), default=0.0) for phrase, forms in translated.items()}
    content = len(translated) + sum(word_weight(word) >= INFORMATIVE for word in words)
    return Terms(own, full, {owner: frozenset(forms) for owner, forms in others.items()}, content)


def _with_alternatives(
    own: Mapping[str, float], others: Iterable[Mapping[tuple[str, ...], float]]
) -> dict[str, float]:
    """The weights of a question's own forms and of those that may stand for them, the highest of each."""
    full = dict(own)
    for alternatives in others:
        for alternative, weight in alternatives.items():
            for form in alternative:
                full[form] = max(full.get(form, 0.0), weight)
    return full


def _dropped(names: Iterable[str], translated: Iterable[str], tokenizer: Tokenizer) -> set[str]:
    """The forms that do not count: of names that are a filter, and of words that their translation stands for."""
    # Alone a name may be cut in another way than before の (海山町 and 海山, 町): either is the name.
    cuts = [(name, cut) for name in names for cut in (name, f"{name}の")]
    drop = {form for name, cut in cuts for form in (word_form(name), *tokens_of(tokenizer.words(cut)))}
    # 「海山町長は」, 「海山町立病院」: who is asked and whose it is, not what.
    drop |= {f"{form}{end}" for form in drop if form[-1] in "都道府県市区町村" for end in "長立"}
    return drop | {word for phrase in translated for word in phrase.split()}


def _own_weights(words: Iterable[Word], rates: Collection[str], drop: Collection[str]) -> dict[str, float]:
    """The question's own words, with their parts, and what each counts; `rates`: those that only tell what a quantity is asked for by, or that
    somebody said so."""
    own: dict[str, float] = {}
    for word in words:
        weight = ASKING_WEIGHT if word.form in rates else word_weight(word)
        own[word.form] = max(own.get(word.form, 0.0), weight)
        for part in () if asks(word.form) else word.parts:
            if part not in drop and part not in ASKING:
                own[part] = max(own.get(part, 0.0), min(weight, rarity(part)) * PART)
    return own


_CHARGE = re.compile("([一-鿿]{2,})費")
"""撤去費, which a record may call 撤去の費用 or 撤去費用."""


_KEPT_OFF = re.compile(r"((?![日魔厄風])[一-龥々ァ-ヴー]{1,6})除け")
"""猪除け is one word of the dictionary; a record speaks of 猪 and of the fence against them."""


def _otherwise(
    words: Sequence[Word], own: Mapping[str, float], tokenizer: Tokenizer, known: Known | None
) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """(word, what else the record may call it, what that counts), besides synonyms: a year in an era, another form or spelling, figures, a
    compound in two words, what a thing costs."""
    for form, weight in own.items():
        if found := _COMMON_ERA_YEAR.fullmatch(form):
            yield from ((form, year, weight) for year in _in_eras(found))
    # A pasted page repeats its words, and each is looked up by the tokenizer.
    said = cache(lambda word: (otherwise_said(word, tokenizer), *paired(word, tokenizer)))
    for word in words:
        if word.form in own and not asks(word.form):
            yield from (
                (word.form, (other,), own[word.form] * OTHERWISE_SAID) for other in said(word) if other
            )
            if cut := _cut_otherwise(word, tokenizer):
                yield word.form, cut, own[word.form] * OTHERWISE_SAID
            if (charge := _CHARGE.fullmatch(word.form)) and charge[1] in word.parts:
                yield word.form, (charge[1], "費用"), own[word.form] * OTHERWISE_SAID
            if kept_off := _KEPT_OFF.fullmatch(word.form):
                yield word.form, (kept_off[1],), own[word.form] * OTHERWISE_SAID
    for form, weight in own.items():
        if counted := _in_figures(form):
            yield form, (counted,), weight
    for word in words:
        if known and word.form in own and not word.parts and (halves := _in_halves(word.form, known)):
            yield word.form, halves, own[word.form]
