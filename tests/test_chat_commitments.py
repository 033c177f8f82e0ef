"""Promises of the executive side: what counts, of which kind, and what came of it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from chat.commitments import table as commitment_table
from chat.commitments.clauses import statements
from chat.commitments.files import commitment_to_dict, to_table
from chat.commitments.ledger import Ledger
from chat.commitments.links import LEAST_SHARE, Mention, Said, links
from chat.commitments.types import Wanted, kinds_of
from corpus.errors import SettingsError
from corpus.spans import text_at
from corpus.store import Store
from retriever.tokenize import shared_tokenizer
from retriever.types import Filter


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("来年度から子育て相談の窓口を設置いたします。", "実施する"),
        ("空き店舗の活用に取り組んでまいります。", "実施する"),
        ("工事は秋に始める予定でございます。", "実施する"),
        ("昨年4月に防災士の会を立ち上げました。", "実施済"),
        ("通学路の見守り活動を支援しているところであります。", "実施済"),
        ("公園の再配置について検討してまいりたいと考えております。", "検討"),
        ("既に役目を終えた制度は見直す必要があると考えている。", "検討"),
        ("給食費の在り方については、現在、ニーズを調査しているところです。", "検討"),
        ("他市の先進事例を調査、研究してまいります。", "研究"),
        ("直ちに全校へ導入することは困難であります。", "困難"),
        ("夜間の開館の検討は今のところしていない。", "その他"),
        ("三つの宿題に対応する必要があると考えております。", "その他"),
        ("開店を検討する方に好まれる通りを目指してまいります。", "その他"),
        (
            "示し方を含めて検討させていただきたいということで、今はお待ちいただけたらと思っております。",
            "検討",
        ),
        ("新たな補助の創設は考えておりません。", "困難"),
        ("窓口を廃止することは考えておりません。", "その他"),
        ("引き続き適正な管理に努めてまいります。", "その他"),
        ("保健師の配置を拡充する必要があると考えております。", "その他"),
    ],
)
def test_kind_is_that_of_the_words(text: str, kind: str) -> None:
    """One sentence of each way of promising; 検討 is never 実施."""
    assert [one.kind for one in statements(text)] == [kind]


@pytest.mark.parametrize(
    "text",
    [
        "お答えいたします。",
        "それでは、資料の説明をさせていただきます。",
        "国では、標準仕様書の改定を進めているところであります。",
        "本市の人口は減少しております。",
        "市民の理解が重要であると考えております。",
        "御理解と御協力をお願いいたします。",
        "連携を進めていかなければならないと認識しております。",
        "県が新たな制度を検討していると聞いております。",
        "相談件数は12件でございました。",
        "台風は、市内の農地に大きな被害をもたらしました。",
        "利用者は口づてで広がっていくのかなと考えております。",
        "委員会で検討するような事項があるか調べました。",
        "台帳がないため、数を確かめることが難しくなっております。",
        "地域経済は厳しい状況にございます。",
        "国の計画では、窓口の整備を促進し、手続を減らすことが掲げられました。",
        "開始から半年が経過し、利用者は70人であります。",
    ],
)
def test_what_promises_nothing_is_left_out(text: str) -> None:
    """Courtesy, facts, duties in general, requests, and what the state or others do."""
    assert statements(text) == ()


def test_what_is_going_on_counts_in_the_middle_of_speech_too() -> None:
    """Speech runs on: 「…を使っているところで、」「…を行っておりまして、」 are whole statements, however the sentence ends."""
    text = "貸出し用の端末を使っているところで、点検の手順書を作っておりまして、それが皆さんの安心になるのかなと思います。"
    found = [(text[one.start : one.end], one.kind) for one in statements(text)]
    assert [kind for _, kind in found] == ["実施済"]
    assert found[0][0].startswith("貸出し用の端末を使っているところで、点検の手順書を作っておりまして、")
    assert [one.kind for one in statements("市は、仮想の端末を活用しております。")] == ["実施済"]
    assert (
        statements("市民の関心が高まっているところで、期待も増えておりまして、それが課題かなと思います。")
        == ()
    )


def test_a_sentence_of_two_kinds_is_cut_between_them() -> None:
    """What is done and what is only considered stand apart, each letter for letter; together they are the sentence but for its stop."""
    text = "まずは器具の購入に対する補助を行い、返却の仕組みについても検討してまいります。"
    found = statements(text)
    assert [(text[one.start : one.end], one.kind) for one in found] == [
        ("まずは器具の購入に対する補助を行い、", "実施する"),
        ("返却の仕組みについても検討してまいります", "検討"),
    ]


def test_what_depends_on_a_review_is_a_review() -> None:
    """検討し、実施する promises no more than 検討."""
    assert [one.kind for one in statements("効果を検討し、対象の拡大を進めてまいります。")] == ["検討"]


def test_a_prefecture_speaks_of_itself() -> None:
    """県は is another's act in a town, one's own in a prefecture."""
    text = "県は、避難所の備蓄を拡充してまいります。"
    assert statements(text) == ()
    assert [one.kind for one in statements(text, level="prefecture")] == ["実施する"]


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("今年度末までの完了を目指しております。", "今年度末まで"),
        ("結果は次回の委員会で報告いたします。", "次回の委員会"),
        ("令和8年4月に窓口を設置する予定です。", "令和8年4月"),
        ("令和3年4月1日現在の状況を踏まえ、対策を講じてまいります。", ""),
        ("今後、周知を図ってまいります。", ""),
        ("六月二十八日に書面で開催されました大会の決議を、委員の皆様に配付いたします。", ""),
        ("賞与は、三・六一月から〇・一一月を減らし、3.50月に改めるものでございます。", ""),
        ("今年度は、会館が九月から改修に入るため、別の館にて開催する予定でございます。", "今年度"),
        ("案は来週中にお送りしますので、御確認をお願いいたします。", "来週中"),
        ("四月六日をもって任期満了となります委員を、再び任命いたします。", ""),
        ("令和5年第1回定例会に条例の案を提出する予定でございます。", "令和5年第1回定例会"),
    ],
)
def test_due_is_what_the_text_says(text: str, due: str) -> None:
    """A time that is said, as it is said; the date of a fact is none."""
    assert [one.due for one in statements(text)] == [due]


def test_results_in_a_list_are_done() -> None:
    """A list under 次の取組を実施しました says what was done; the line above it is not said twice."""
    text = "次の取組を実施しました。\n・職員向けの冊子を発行\n・全職員の研修を6月に実施"
    assert [text[one.start : one.end] for one in statements(text)] == [
        "・職員向けの冊子を発行",
        "・全職員の研修を6月に実施",
    ]


def test_no_text_makes_it_slow_or_fail() -> None:
    """Long lines, open brackets, nothing: no statement, no error, no delay."""
    assert statements("") == ()
    assert statements("「" * 50_000) == ()
    assert statements("検討を、" * 20_000) == ()


def test_later_mentions_are_later_and_about_it() -> None:
    """Only later days count, most of the matter must be shared, and what was done is told."""
    words = {"移動図書館": 1.0, "巡回": 0.8, "団地": 0.7}
    mentions = [
        Mention("before", "2020-01-01", frozenset(words), False),
        Mention("same day", "2021-01-01", frozenset(words), False),
        Mention("other", "2022-01-01", frozenset({"団地"}), False),
        Mention("asked", "2022-02-01", frozenset(words), False),
        Mention("done", "2023-01-01", frozenset(words), False),
        Mention("done", "2023-01-01", frozenset(words), True),
    ]
    ((_, found),) = links([Said(7, "2021-01-01", words)], mentions)
    assert {(one.exchange_id, one.done) for one in found} == {("asked", False), ("done", True)}
    assert all(one.statement == 7 and one.share >= LEAST_SHARE for one in found)


@pytest.mark.parametrize(
    ("words", "said", "same"),
    [
        # a word and what it is put together of are one
        ({"公開討論会": 1.0, "公開": 0.7, "討論": 0.6}, {"公開討論会", "公開", "討論"}, False),
        # general words alone
        ({"利便性": 0.63, "公共": 0.5, "向上": 0.48, "交通": 0.47}, {"利便性", "公共", "向上"}, False),
        # the names differ, the law is the same
        ({"山田": 1.0, "一郎": 1.0, "任命": 0.8, "満了": 0.8, "法律": 0.5}, {"任命", "満了", "法律"}, False),
        ({"移動図書館": 1.0, "巡回": 0.8, "団地": 0.7}, {"移動図書館", "巡回", "団地"}, True),
    ],
)
def test_what_is_shared_must_tell_the_matter(words: dict[str, float], said: set[str], same: bool) -> None:
    """Protects: a later mention shares three words, a rare one among them, and one of the two most telling."""
    mentions = [Mention("later", "2022-01-01", frozenset(said), False)]
    ((_, found),) = links([Said(1, "2021-01-01", words)], mentions)
    assert bool(found) == same


def test_no_matter_is_known_by_the_towns_name_or_by_how_it_is_made_known(tmp_path: Path) -> None:
    """Protects: 「広報しながわ6月21日号に掲載」 is no later mention of 「広報しながわに掲載」."""
    said = "令和{n}年度 第1回 品川区民会議 会議録\n日時 令和{n}年10月12日\n○山本委員 {what}はいつですか。\n○広報課長 広報しながわ{m}月号とホームページに掲載し、周知してまいります。\n"
    store = _added(
        tmp_path,
        one=said.format(n=4, what="花壇の募集", m=6),
        two=said.format(n=5, what="盆踊り", m=8),
    )
    found = Ledger(store, shared_tokenizer()).find()
    assert [(one.kind, one.state) for one in found] == [("実施する", "open")] * 2


FIRST = """令和4年度 第1回 青葉台市民会議 会議録
日時 令和4年10月12日（水）
○山本委員 移動図書館の巡回先に、新しい団地は入りますか。
○図書館長 移動図書館の巡回先に新しい団地を加えることを検討してまいります。
"""
SECOND = """令和5年度 第1回 青葉台市民会議 会議録
日時 令和5年10月12日（木）
○山本委員 移動図書館の巡回先に新しい団地は加わりましたか。
○図書館長 移動図書館の巡回先に新しい団地を追加しました。
"""


def _added(folder: Path, **texts: str) -> Store:
    from ingest.add import add_paths

    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    store = Store.open(folder / "store")
    add_paths([folder / f"{name}.txt" for name in texts], store)
    return store


def test_ledger_follows_the_store(tmp_path: Path) -> None:
    """What is added later closes what was open, and opens it again when it is removed."""
    store = _added(tmp_path, first=FIRST)
    ledger = Ledger(store, shared_tokenizer())
    assert [(one.kind, one.state) for one in ledger.find()] == [("検討", "open")]
    _added(tmp_path, second=SECOND)
    review, done = ledger.find()
    assert (review.state, done.kind, done.state) == ("done", "実施済", "closed")
    assert review.later == (done.exchange_id,)
    assert ledger.count(Wanted(open=True)) == 0
    store.remove(done.source_id)
    assert [(one.kind, one.state) for one in ledger.find()] == [("検討", "open")]


BESIDE = """令和5年度 第1回 青葉台市民会議 会議録
日時 令和5年10月12日（木）

議題1 移動図書館の巡回先に新しい団地を加えることについて

○山本委員 移動図書館の巡回先の件はその後どうですか。
○図書館長 職員の名札を新しくしました。
"""


def test_what_is_done_beside_a_matter_does_not_close_it(tmp_path: Path) -> None:
    """Under one agenda item much is told: that name tags were renewed says nothing of the library bus."""
    review, _ = Ledger(_added(tmp_path, first=FIRST, second=BESIDE), shared_tokenizer()).find()
    assert (review.kind, review.state) == ("検討", "mentioned")


def test_ledger_is_made_anew_when_damaged(tmp_path: Path) -> None:
    """The table is derived: a broken file costs nothing."""
    store = _added(tmp_path, first=FIRST)
    (store.folder / commitment_table.FILE).write_bytes(b"no database" * 1000)
    assert Ledger(store, shared_tokenizer()).count() == 1


def test_sample_is_found_verbatim(sample_store: Path) -> None:
    """Every quote is the stored text at its spans, said by the executive side; filters narrow; no statement twice."""
    store = Store.open(sample_store)
    ledger = Ledger(store, shared_tokenizer())
    found = ledger.find()
    assert found
    assert len({(one.source_id, one.spans) for one in found}) == len(found)
    for one in found:
        stored = store.exchange(one.exchange_id)
        assert stored is not None
        text, offset = store.minutes_text(stored.minutes_id)
        assert text_at(text, one.spans, offset) == one.quote
        assert one.speaker.side in ("executive", "secretariat")
    town = found[0].municipality
    narrowed = ledger.find(Wanted(Filter(towns=(town,)), kinds=("検討",)))
    assert {(one.municipality, one.kind) for one in narrowed} <= {(town, "検討")}
    assert sum(count.number for count in ledger.counts(by="office")) == len(found)


def test_forms(sample_store: Path) -> None:
    """The promised keys of the JSON form; CSV with a heading and a line each; unknown kinds are refused."""
    found = Ledger(Store.open(sample_store), shared_tokenizer()).find()
    promised = {"exchange_id", "source", "municipality", "date", "speaker", "kind", "quote", "due", "later"}
    assert promised <= set(commitment_to_dict(found[0]))
    assert to_table(found, "csv").startswith("\ufeff自治体,会議体,".encode())
    with pytest.raises(SettingsError, match="種類「約束」"):
        kinds_of(["約束"])


def test_annotated_promises_are_found(shared_dir: Path, root: Path) -> None:
    """The floors of the scorer hold on the annotated documents: recall 0.90, precision 0.85, kind 0.85."""
    scorer = shared_dir / "tools" / "score_commitments.py"
    if not scorer.exists():
        pytest.skip("no scorer beside the annotation")
    command = f"{sys.executable} {root / 'kaigiroku.py'}"
    done = subprocess.run(
        [sys.executable, str(scorer), "--bin", command],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_command_lists_and_saves(sample_store: Path, root: Path, tmp_path: Path) -> None:
    """`commitments --json` gives a line each; -o writes a file; a wrong ending is said."""
    start = [sys.executable, str(root / "kaigiroku.py"), "--store", str(sample_store), "commitments"]
    out = subprocess.run([*start, "--kind", "検討", "--json"], capture_output=True, text=True, check=True)
    assert {json.loads(line)["kind"] for line in out.stdout.splitlines()} == {"検討"}
    subprocess.run([*start, "-o", str(tmp_path / "a.xlsx")], check=True, capture_output=True)
    assert (tmp_path / "a.xlsx").read_bytes().startswith(b"PK")
    wrong = subprocess.run([*start, "-o", "a.pdf"], check=False, capture_output=True, text=True)
    assert wrong.returncode == 2
    assert "csv" in wrong.stderr
