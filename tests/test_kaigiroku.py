"""The command: what it prints, its JSON contract, and its exit status."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from web_server import MINUTES, Reply, running

import kaigiroku
from corpus.store import Store
from ingest.web.robots import Pace

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(sample_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process: (exit status, standard output, standard error). `store` replaces the sample store."""

    def call(*words: str, store: Path = sample_store) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["kaigiroku", "--store", str(store), *words])
        status = 0
        try:
            kaigiroku.main()
        except SystemExit as error:
            status = int(error.code or 0)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_ask_prints_the_quotation_and_where_it_is_from(run: Run) -> None:
    """An official reads it in the terminal: quotation, mark, origin, and the source of each mark."""
    status, out, _ = run("ask", "調布市のCSIRTはどのように組織されていますか")
    assert status == 0
    assert "デジタル行政推進課" in out
    assert "— 調布市議会 令和6年3月7日 行政経営部長" in out
    assert "\n[1] 調布市議会 令和6年第1回定例会 令和6年3月7日 行政経営部長答弁" in out
    assert " chofu_2024-03-07.txt (" in out


def test_ask_json_has_the_keys_of_the_contract(run: Run) -> None:
    """Other programs rely on these names."""
    _, out, _ = run("ask", "調布市のCSIRTはどのように組織されていますか", "--json")
    answer = json.loads(out)
    assert {"id", "question", "status", "text", "citations", "hits", "filters", "elapsed_ms"} <= answer.keys()
    citation = answer["citations"][0]
    wanted = {
        "mark",
        "exchange_id",
        "source",
        "quote",
        "speaker",
        "municipality",
        "body",
        "date",
        "topic",
        "page",
        "spans",
        "url",
    }
    assert wanted <= citation.keys()
    hit = answer["hits"][0]
    assert {"rank", "score", "exchange_id", "source", "topic", "question_text", "answer_text"} <= hit.keys()


def test_batch_answers_in_order_with_history_and_filters(run: Run, tmp_path: Path) -> None:
    """A line in, a line out."""
    history = [
        {"role": "user", "content": "八千代市のテレワークについて"},
        {"role": "assistant", "content": "導入しました。"},
    ]
    lines = [
        {"id": "b", "question": "一度に何台まで使えますか", "history": history},
        {"id": "a", "question": "セキュリティ対策", "filters": {"town": ["長崎市"]}},
    ]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf-8")
    status, out, _ = run("ask", "--batch", str(batch), "--json")
    answers = [json.loads(line) for line in out.splitlines()]
    assert (status, [answer["id"] for answer in answers]) == (0, ["b", "a"])
    assert answers[0]["filters"]["town"] == ["八千代市"]
    assert {citation["municipality"] for citation in answers[1]["citations"]} <= {"長崎市"}


def test_add_list_exchanges_show_remove(run: Run, tmp_path: Path) -> None:
    """A document's whole life; a file that cannot be read does not stop the others."""
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "minutes.txt").write_text(
        "令和6年第2回調布市議会定例会 会議録\n令和6年6月3日\n\n○議長（鈴木一郎君）　佐藤花子議員。\n\n"
        "◆１番（佐藤花子君）　避難所の毛布は何枚ありますか。お答えください。\n\n"
        "◎総務部長（高橋次郎君）　避難所の毛布は1,250枚あります。\n",
        "utf-8",
    )
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    store = tmp_path / "store"
    status, out, _ = run("add", str(folder), store=store)
    said = {Path(line.split("\t")[1]).name: line.split("\t")[0] for line in out.splitlines()}
    assert status == 1
    assert said == {
        "minutes.txt": "added",
        "broken.pdf": "failed",
        "empty.txt": "failed",
        "picture.png": "skipped",
    }
    assert run("add", str(folder / "minutes.txt"), store=store)[1].startswith("unchanged\t")

    (exchange,) = [json.loads(line) for line in run("exchanges", "--json", store=store)[1].splitlines()]
    assert exchange["question"]["text"] == "避難所の毛布は何枚ありますか。お答えください。"
    assert exchange["answer"]["speakers"] == [{"name": "高橋次郎", "office": "総務部長"}]
    assert "1,250枚" in run("show", exchange["id"], store=store)[1]
    assert "1,250枚" in run("ask", "避難所の毛布は何枚ですか", store=store)[1]

    source = run("list", store=store)[1].split("\t")[0]
    assert run("remove", source, store=store) == (0, f"removed\t{source}\n", "")
    assert run("list", store=store)[1] == ""
    assert "会議録がまだ読み込まれていません" in run("ask", "避難所の毛布は何枚ですか", store=store)[1]


def test_warnings_are_kept_and_listed(run: Run, tmp_path: Path) -> None:
    """What could not be read of a document is said again whenever it is asked for: in `list` and in `inspect`."""
    store, file = tmp_path / "store", tmp_path / "export.jsonl"
    head = '{"municipality": "調布市", "meeting": "定例会", "date": "2024-06-03"'
    asked = head + ', "speaker": "委員", "text": "毛布は何枚ありますか。"}'
    replied = head + ', "speaker": "部長", "text": "毛布は30枚あります。"}'
    file.write_text(f"{asked}\n{{broken\n{replied}\n", "utf-8")
    assert "注意 1件" in run("add", str(file), store=store)[1]
    warning = "注意: 発言として読めない行を除きました: 1 行（最初は 2 行目）"
    assert "注意 1件" in run("list", store=store)[1]
    assert warning not in run("list", store=store)[1]
    townless = tmp_path / "townless.jsonl"
    townless.write_text(file.read_text("utf-8").replace("調布市", ""), "utf-8")
    assert "自治体名の記載なし、注意 2件" in run("add", str(townless), store=store)[1]
    assert warning in run("list", "--warnings", store=store)[1]
    (meeting,) = json.loads(run("inspect", "export.jsonl", "--json", store=store)[1])["meetings"]
    assert meeting["warnings"] == [warning.removeprefix("注意: ")]


def test_a_warning_of_the_whole_document_is_counted_once(run: Run, tmp_path: Path) -> None:
    """A sheet of letters of many days is as many meetings; that its town is only in its name is one remark."""
    store, file = tmp_path / "store", tmp_path / "調布市_市民の声.csv"
    rows = [
        f"令和5年{month}月9日,公園の照明を増やしてください。,今年度{month}基を増やします。,公園課"
        for month in (5, 6, 7)
    ]
    file.write_text("\n".join(["回答日,ご意見,回答,担当課", *rows]) + "\n", "utf-8")
    added = run("add", str(file), store=store)[1]
    assert "会議 3、質疑 3" in added
    assert "注意 1件" in added
    assert "注意 1件" in run("list", store=store)[1]


def test_addresses_are_taken_only_where_switched_on(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Off by default with a line that names the setting; on, a file and a list of addresses are added together."""
    from ingest.web import fetch

    store, listed = tmp_path / "store", tmp_path / "list.txt"
    status, out, err = run("add", "https://www.city.aobadai.example/a.txt", store=store)
    assert (status, out) == (2, "")
    assert "KAIGIROKU_URL_IMPORT=1" in err
    with running() as site:
        monkeypatch.setenv("KAIGIROKU_URL_IMPORT", "1")
        monkeypatch.setattr(fetch, "Door", lambda: site.door)
        monkeypatch.setattr(fetch, "Pace", lambda: Pace(sleep=lambda seconds: None))
        site.pages["/a.txt"] = Reply(MINUTES.format("避難所").encode())
        listed.write_text(f"# 定例会\n{site.url('/a.txt')}\n{site.url('/none.txt')}\n")
        status, out, _ = run("add", "--list", str(listed), store=store)
        lines = [line.split("\t")[:2] for line in out.splitlines()]
        with monkeypatch.context() as cut:
            cut.setattr(fetch.Fetcher, "fetch", interrupted)
            broken, _, err = run("add", "--list", str(listed), store=store)
    assert status == 1
    assert lines == [["added", site.url("/a.txt")], ["failed", site.url("/none.txt")]]
    assert broken == 130
    assert "続きから取り込みます" in err
    cited = json.loads(run("ask", "避難所の毛布は何枚ですか", "--json", store=store)[1])["citations"][0]
    assert cited["url"] == site.url("/a.txt")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_a_run_that_is_cut_off_says_how_it_goes_on(root: Path, tmp_path: Path, stop: signal.Signals) -> None:
    """Protects: Ctrl+C and SIGTERM ended `add` without a word, and into a pipe all its lines came at the end. What is read stays, and
    the store is sound."""
    minutes, store = tmp_path / "minutes", tmp_path / "store"
    minutes.mkdir()
    for number in range(400):
        (minutes / f"{number:03}.txt").write_text(MINUTES.format(f"避難所{number}"), "utf-8")
    program = [sys.executable, str(root / "kaigiroku.py"), "--store", str(store), "--encoder", "none"]
    # Where the tests run in the background of a script, Ctrl+C is ignored, and whoever they start inherits that.
    listening = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    with subprocess.Popen(
        [*program, "add", str(minutes)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=listening,  # noqa: PLW1509 (it takes no lock that another thread could hold)
    ) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        process.send_signal(stop)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130
    told = [line.split("\t")[0] for line in (first, *out.splitlines())]
    assert set(told) == {"added"}
    assert _read(store) - 1 <= len(told) <= _read(store), "the last may have been cut off before it was told"
    assert not re.search(r"[\x00-\x08\r\x1b]", first + out + err)
    assert err.splitlines() == [
        "kaigiroku: 読み終えた資料は残っています。同じ命令をもう一度実行すると、続きから取り込みます",
        "kaigiroku: 中断しました",
    ]
    assert 0 < _read(store) < 400
    assert subprocess.run([*program, "doctor"], check=False, capture_output=True).returncode == 0


def _read(store: Path) -> int:
    """Documents in a store that another process fills."""
    return len(Store.open(store).sources()) if (store / "corpus.sqlite").is_file() else 0


def interrupted(*_: object) -> None:
    """What Ctrl+C does."""
    raise KeyboardInterrupt


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (("show", "000000000000"), 1),
        (("remove", "nothing"), 1),
        (("ask", "何", "--since", "2024-13-01"), 2),
        (("ask", "何", "--since", "あした頃"), 2),
        (("ask", "何", "--today", "昨日"), 2),
        (("ask", "　"), 2),
        (("search", ""), 2),
        (("ask", "何", "--batch", "x.jsonl"), 2),
        (("ask", "--batch", "/nonexistent.jsonl", "--json"), 2),
        (("ask", "何", "--history", "/nonexistent.json"), 2),
        (("add",), 2),
        (("add", "--explain", "https://www.city.aobadai.example/"), 2),
        (("add", "--list", "/nonexistent"), 2),
    ],
)
def test_errors_are_one_line_with_the_right_exit_status(
    run: Run, words: tuple[str, ...], status: int
) -> None:
    """2 for wrong use, 1 for a failed job; a line on standard error."""
    code, out, err = run(*words)
    assert (code, out) == (status, "")
    assert (err.count("\n"), err[-1]) == (1, "\n")
    assert err.startswith("kaigiroku: ")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ask", "--batch", "/nonexistent"), "/nonexistent がありません（ファイルの場所を確かめてください）"),
        (("search",), "「query」（探す言葉または質問）を指定してください（使い方: kaigiroku search --help）"),
        (("eval", "run"), "「--gold」（質問の正解データ（.jsonl））を指定してください（使い方: kaigiroku eval run --help）"),
        (("exchange",), "「exchange」というコマンドはありません（exchanges がある、使い方: kaigiroku --help）"),
        (
            ("ask", "何", "--jsn"),
            "「--jsn」というオプションはありません（--json, --since がある、使い方: kaigiroku ask --help）",
        ),
        (
            ("add", "--store", "x", "y"),
            "「--store」はコマンドの前に書いてください（kaigiroku --store … add の順、使い方: kaigiroku add --help）",
        ),
        (
            ("eval", "compare", "--store", "x"),
            "「--store」はコマンドの前に書いてください（kaigiroku --store … eval compare の順、使い方: kaigiroku eval compare --help）",
        ),
        (("ask", "何", "--town"), "「--town」のあとに値を書いてください（使い方: kaigiroku --help）"),
        (("ask", "何", "--json=1"), "「--json」に値は付けられません（使い方: kaigiroku --help）"),
        (("ask", "何", "市"), "「市」が余分です。空白を含む言葉は \" で囲んでください（使い方: kaigiroku ask --help）"),
        (("search", "何", "-k", "十"), "「-k」は整数にしてください（使い方: kaigiroku search --help）"),
        (("search", "何", "-k", "0"), "「-k」は 1 以上にしてください（使い方: kaigiroku search --help）"),
        (("serve", "--port", "99999"), "「--port」は 65535 以下にしてください（使い方: kaigiroku serve --help）"),
        (
            ("eval", "run", "--gold", "x", "--answerer", "y"),
            "「--answerer」に「y」は使えません（extractive, llm がある、使い方: kaigiroku eval run --help）",
        ),
    ],
)  # fmt: skip
def test_wrong_use_is_told_in_japanese(run: Run, words: tuple[str, ...], told: str) -> None:
    """Typer says it in English, in a frame of five lines."""
    assert run(*words) == (2, "", f"kaigiroku: {told}\n")


def test_who_spoke_is_told_in_japanese_too(run: Run) -> None:
    """The values of --side are English; who types 議長 sees which one is meant."""
    status, out, err = run("search", "備蓄", "--side", "議長")
    assert (status, out) == (2, "")
    assert (
        "「議長」はありません（使える値: member（議員・委員）、executive（執行部）、chair（議長・委員長）"
        in err
    )


def test_a_group_of_commands_shows_its_help(run: Run) -> None:
    """Nothing is told besides."""
    status, out, err = run("token")
    assert (status, out) == (2, "")
    assert err.startswith("Usage: kaigiroku token ")
    assert err.endswith("トークンを取り消します。動いているサーバーでもすぐに使えなくなります。\n")


@pytest.mark.parametrize("words", [(), ("ask",), ("eval", "run"), ("check",)])
def test_help_is_not_cut(run: Run, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]) -> None:
    """Protects: in a terminal of 80 columns what a long Japanese text says ended in …"""
    monkeypatch.setenv("COLUMNS", "80")
    status, out, _ = run(*words, "--help")
    assert status == 0
    assert not re.search(r"… *│?$", out, re.MULTILINE)
    assert "答弁の見つからない質問。" in out or words


def test_a_file_that_does_not_exist_fails_in_its_own_line(run: Run) -> None:
    """The other files are read; standard output has a line for each."""
    status, out, err = run("add", "/nonexistent")
    assert (status, err) == (1, "")
    assert out == "failed\t/nonexistent\tファイルがありません（場所と名前を確かめてください）\n"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("－－town", "--town"), ("ーーｔｏｗｎ", "--town"), ("―town", "--town"), ("--town　調布市", "--town"), ("－k", "-k")],
)  # fmt: skip
def test_an_option_in_full_width_letters_is_told(run: Run, typed: str, meant: str) -> None:
    """The input method left on: the option must not become a part of the question; what is meant is said."""
    status, out, err = run("ask", "標準化への対応は", typed, "調布市")
    assert (status, out) == (2, "")
    assert err == (
        f"kaigiroku: 「{typed}」はオプションとして読めません（半角で {meant} と書き、半角の空白で区切る）\n"
    )


def test_words_that_only_look_like_options_are_asked(run: Run) -> None:
    """A value behind an equals sign, and a question with a long vowel or a dash in it."""
    status, out, _ = run("ask", "デジタル－標準化への対応は", "--town=調布市")
    assert status == 0
    assert "調布市議会" in out


@pytest.mark.parametrize(
    ("since", "found"),
    [("令和６年３月", True), ("令和5年度", True), ("2024/3/8", False), ("2024-03-07", True)],
)
def test_periods_are_written_as_people_do(run: Run, since: str, found: bool) -> None:
    """The minutes are of 7 March 2024; --until takes the last day of what was written."""
    _, out, _ = run("search", "標準化への対応", "--town", "調布市", "--since", since, "--until", "令和5年度")
    assert bool(out) == found


_READING = (
    "list",
    "ask 備蓄",
    "search 備蓄",
    "exchanges --json",
    "show 0",
    "remove 0",
    "commitments",
    "compare 備蓄",
    "brief 備蓄 --town 調布市",
    "inspect list.txt",
    "backup {}/kept.zip",
    "feedback",
    "doctor",
)


@pytest.mark.parametrize("words", _READING)
def test_a_mistyped_store_is_refused(run: Run, tmp_path: Path, words: str) -> None:
    """Protects: an empty store was made at the mistyped place; `doctor` called it sound, and `backup` kept it."""
    status, out, err = run(*words.format(tmp_path).split(), store=tmp_path / "other")
    assert (status, out, err.count("\n")) == (1, "", 1)
    assert f"保存フォルダー {tmp_path / 'other'} に会議録がありません（--store か" in err
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize("words", ["list", "commitments", "search 備蓄", "exchanges", "exchanges --source a"])
def test_an_empty_store_names_its_folder(run: Run, tmp_path: Path, words: str) -> None:
    """One line, on standard error: what reads the output is not disturbed."""
    with closing(Store.open(tmp_path)):
        status, out, err = run(*words.split(), store=tmp_path)
    assert (status, out, err.count("\n")) == (0, "", 1)
    assert err.startswith(f"kaigiroku: 保存フォルダー {tmp_path} に会議録がありません（--store か")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            ("search", "備蓄", "--office", "教育長"),
            "条件（教育長）に当てはまる記録はありません。読み込まれているのは5自治体・49件の質疑（2020-04〜2024-03）です",
        ),
        (
            ("search", "備蓄", "--town", "調布"),
            "調布の会議録は読み込まれていません（読み込まれているのは八千代市、平塚市、調布市、金沢市、長崎市）",
        ),
        (("commitments", "--text", "火星"), "該当する答弁はありません（種類か条件を変えてください）"),
        (
            ("commitments", "--town", "あさひ市"),
            "あさひ市の会議録は読み込まれていません（読み込まれているのは八千代市、平塚市、調布市、金沢市、長崎市）",
        ),
        (
            ("exchanges", "--source", "a.txt", "--json"),
            "該当する質疑はありません（文書の名前は kaigiroku list で確かめてください）",
        ),
        (("token", "list"), "トークンはありません（kaigiroku token create で作ります）"),
        (("feedback",), "評価はまだ付けられていません"),
    ],
)
def test_why_nothing_is_printed_is_told(run: Run, words: tuple[str, ...], told: str) -> None:
    """Protects: a town that was written 調布, or misspelt, looked like a town that promised nothing."""
    assert run(*words) == (0, "", f"kaigiroku: {told}\n")


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe as POSIX has it")
def test_who_reads_only_the_first_line_does_not_stop_add(root: Path, tmp_path: Path) -> None:
    """Protects: of `add … | head -1` the rest of the folder was left out."""
    minutes, store = tmp_path / "minutes", tmp_path / "store"
    minutes.mkdir()
    for number in range(40):
        (minutes / f"{number}.txt").write_text(MINUTES.format(f"避難所{number}"), "utf-8")
    program = [sys.executable, str(root / "kaigiroku.py"), "--store", str(store), "--encoder", "none"]
    with subprocess.Popen(
        [*program, "add", str(minutes)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("added")
        process.stdout.close()
        assert process.stderr is not None
        assert (process.stderr.read(), process.wait(60)) == ("", 0)
    assert _read(store) == 40


def test_search_names_the_words_that_the_record_does_not_have(run: Run) -> None:
    """Protects: nonsense was given ten exchanges as anything else. A word of which another stands there is none of them."""
    _, out, err = run("search", "ゾンビのいる職場のテレワーク", "-k", "1")
    assert out
    assert err == "kaigiroku: 「ゾンビ」は、読み込まれている会議録に出てきません（近い質疑を示しています）\n"
    assert run("search", "在宅勤務", "-k", "1")[2] == ""
    assert "「量子コンピュータ」は、" in run("search", "量子コンピューター", "-k", "1")[2], (
        "the whole, not its parts"
    )


def test_search_shows_where_a_text_is_cut(run: Run) -> None:
    """A line a hit and one for each of its sides, cut with …; no gap where an exchange has no heading."""
    _, out, _ = run("search", "マイナンバーカードの利点", "-k", "3", "--town", "八千代市")
    lines = out.splitlines()
    assert lines[0].startswith("1. 八千代市情報化推進協議会 令和2年度第4回 令和3年3月10日　[")
    assert all(len(line) == 126 and line.endswith("…") for line in lines[1:3])


def test_doctor_and_models(run: Run) -> None:
    """The state of a sound store, and the models to choose from."""
    status, out, _ = run("doctor")
    assert status == 0
    assert "正常" in out
    assert "* bundled" in run("models")[1]


@pytest.mark.parametrize("chosen", ["/srv/models/own", "BAAI/bge-m3", "none"])
def test_models_marks_what_is_set(run: Run, chosen: str) -> None:
    """Protects: exactly the model that is set is marked, whether it is listed or not; no model is loaded for it."""
    status, out, _ = run("--encoder", chosen, "models")
    assert status == 0
    marked = [line for line in out.splitlines() if line.startswith("* ") and "今の設定です" not in line]
    assert len(marked) == 1
    assert marked[0].startswith(f"* {chosen}　")
    assert "doctor --rebuild" in out


@pytest.mark.parametrize("command", ["add", "inspect"])
def test_what_the_system_refuses_is_a_line(run: Run, command: str) -> None:
    """A name longer than any file may have: one line that says what to look at, no trace."""
    status, _, err = run(command, "あ" * 300)
    assert status == 1
    assert err.count("\n") == 1
    assert err.startswith("kaigiroku: ファイルを扱えません（File name too long: あ")
    assert err.endswith("）。名前、権限、空き容量を確かめてください\n")
